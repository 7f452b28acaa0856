import type { Language } from './languages.ts';
import { groupDigits, pluralOf } from './marks.ts';

/**
 * Messages in the part of ICU's syntax that the catalogues use, and that their test holds them to: `{name}`,
 * `{count, plural, one {# line} other {# lines}}` and `{gender, select, feminine {perdue} other {perdu}}`, one inside
 * another as deep as it goes; nothing is quoted.
 */
export type Message = readonly Part[];
type Part = string | Argument | Choice | typeof pound;
interface Argument {
  readonly name: string;
}
interface Choice extends Argument {
  /** Whether the plural category of what is given chooses, or what is given itself. */
  readonly by: 'plural' | 'select';
  /** `other` is always there. */
  readonly branches: ReadonlyMap<string, Message>;
}
/** `#`: the number of the plural around it. */
const pound = Symbol('#');

/** Reads a message. Throws on what it does not know. */
export function readMessage(text: string): Message {
  const { end, parts } = readParts(text, 0, false);
  if (end !== text.length) throw new Error(`a message closes what it has not opened: ${text}`);
  return parts;
}

function readParts(text: string, from: number, inPlural: boolean): { parts: Part[]; end: number } {
  const parts: Part[] = [];
  let at = from;
  while (at < text.length && text[at] !== '}') {
    if (text[at] === '{') {
      const { end, part } = readArgument(text, at);
      parts.push(part);
      at = end;
    } else if (inPlural && text[at] === '#') {
      parts.push(pound);
      at += 1;
    } else {
      const [words = ''] = (inPlural ? /^[^{}#]+/ : /^[^{}]+/).exec(text.slice(at)) ?? [];
      parts.push(words);
      at += words.length;
    }
  }
  return { parts, end: at };
}

/** At an opening brace. */
function readArgument(text: string, at: number): { part: Argument | Choice; end: number } {
  const [head, name = '', by] = /^\{\s*(\w+)\s*(?:\}|,\s*(plural|select)\s*,)/.exec(text.slice(at)) ?? [];
  if (head === undefined) throw new Error(`a message has an argument of an unknown kind: ${text}`);
  let end = at + head.length;
  if (by !== 'plural' && by !== 'select') return { part: { name }, end };
  const branches = new Map<string, Message>();
  for (;;) {
    const [opened, choice = ''] = /^\s*(\w+)\s*\{/.exec(text.slice(end)) ?? [];
    if (opened === undefined) break;
    const branch = readParts(text, end + opened.length, by === 'plural');
    branches.set(choice, branch.parts);
    end = branch.end + 1;
  }
  const [closed] = /^\s*\}/.exec(text.slice(end)) ?? [];
  if (closed === undefined || !branches.has('other')) throw new Error(`a choice is not whole: ${text}`);
  return { part: { name, by, branches }, end: end + closed.length };
}

/** The sentence of a message. Throws when an argument that the message names is not given. */
export function formatMessage(
  message: Message,
  language: Language,
  args: Readonly<Record<string, string | number>>,
  counted?: string | number,
): string {
  let sentence = '';
  for (const part of message) {
    if (typeof part === 'string') sentence += part;
    else if (part === pound)
      sentence += typeof counted === 'number' ? groupDigits(String(counted), language) : (counted ?? '');
    else {
      const given = args[part.name];
      if (given === undefined) throw new Error(`the message names {${part.name}}, which is not given`);
      if ('branches' in part) {
        const { branches, by } = part;
        const choice = by === 'plural' ? pluralOf(Number(given), language) : String(given);
        const branch = branches.get(choice) ?? branches.get('other') ?? [];
        sentence += formatMessage(branch, language, args, given);
      } else sentence += given;
    }
  }
  return sentence;
}
