import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';
import type { messages as en } from './messages/en/messages.ts';

/** The key of a message: `area.name`. English defines which there are. */
export type MessageKey = keyof typeof en;

/** All messages of one language. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** Values for the arguments of a message. Dates, amounts and names are given as text, formatted before. */
export type Arguments = Readonly<Record<string, string | number>>;

/** Gives the sentence for a key. Throws when an argument that the message names is not given. */
export type Translate = (key: MessageKey, args?: Arguments) => string;

/** A translator over one loaded catalogue; each message is parsed once, when it is first asked for. */
export function translateWith(language: Language, messages: Messages): Translate {
  const locale = hostLocale[language];
  const parsed = new Map<MessageKey, IntlMessageFormat>();
  return (key, args) => {
    const message = messages[key];
    if (!message.includes('{')) return message;
    let format = parsed.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
      parsed.set(key, format);
    }
    return String(format.format(args));
  };
}

/**
 * Whose plural rules and digits the host's Intl applies. Chromium has no Lao and would silently take those of the
 * machine; Lao, like Vietnamese, has one plural form and writes 12.000,5.
 */
const hostLocale: Record<Language, string> = { en: 'en-GB', vi: 'vi', lo: 'vi', fr: 'fr' };
