import type { Language } from './languages.ts';
import { formatMessage, type Message, readMessage } from './message.ts';
import type { messages as en } from './messages/en/messages.ts';

/** The key of a message: `area.name`. English defines which there are. */
export type MessageKey = keyof typeof en;

/** All messages of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** Values for the arguments of a message. Dates, amounts and names are given as text, formatted before. */
export type Arguments = Readonly<Record<string, string | number>>;

/** Gives the sentence for a key. Throws when an argument that the message names is not given. */
export interface Translate {
  (key: MessageKey, args?: Arguments): string;
  readonly language: Language;
  /** Whether there is a message of this key: for keys made of a code that came from outside. */
  has(key: string): key is MessageKey;
}

/** A translator over one loaded catalogue; each message is parsed once, when it is first asked for. */
export function translateWith(language: Language, messages: Messages): Translate {
  const read = new Map<MessageKey, string | Message>();
  const translate = (key: MessageKey, args?: Arguments): string => {
    let message = read.get(key);
    if (message === undefined) {
      const text = language === 'fr' ? unbroken(messages[key]) : messages[key];
      message = text.includes('{') ? readMessage(text) : text;
      read.set(key, message);
    }
    return typeof message === 'string' ? message : formatMessage(message, language, args ?? {});
  };
  const has = (key: string): key is MessageKey => Object.hasOwn(messages, key);
  return Object.assign(translate, { language, has });
}

/** French puts a space that never breaks before : ; ! ? and inside « »; the catalogue has ordinary ones. */
const unbroken = (message: string): string =>
  message.replace(/ (?=[:»])|(?<=«) /g, '\u00a0').replace(/ (?=[;!?])/g, '\u202f');
