import type { Json, JsonObject } from '../core/bytes/json.ts';
import { visibleText } from '../core/bytes/name.ts';
import type { Field, FieldType } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { valueText } from '../node/value-text.ts';
import type { Language } from '../words/languages.ts';

/** A value on one line, as a reader of this language reads its field; wording in all its languages. */
export function valueLine(value: Json | undefined, field: FieldType, language: Language): string {
  if (value === undefined || value === null) return '–';
  if (value === false) return '✗';
  if ((field.type === 'prose' || field.type === 'told') && isObject(value)) return proseLine(value);
  return oneLine(textOrJson(value, field, language));
}

/** What does not fit its type is shown as it stands. */
function textOrJson(value: Json, field: FieldType, language: Language): string {
  try {
    const text = valueText(field, value, language);
    return text === '' ? JSON.stringify(value) : text;
  } catch {
    return JSON.stringify(value);
  }
}

/** All languages, with a question mark where the wording is not confirmed. */
function proseLine({ stale, ...texts }: JsonObject): string {
  const marks = Array.isArray(stale) ? (stale as readonly Json[]) : [];
  return Object.entries(texts)
    .map(
      ([lang, text]) =>
        `${lang}${marks.includes(lang) ? '?' : ''}: ${oneLine(typeof text === 'string' ? text : JSON.stringify(text))}`,
    )
    .join(' | ');
}

/** Line breaks of a text must not look like lines of ours, nor its control characters reach the terminal. */
export const oneLine = (text: string): string =>
  visibleText(text).replaceAll('\n', ' ¶ ').replaceAll('\t', ' ');

/** The name of a field in a language. */
export const labelLine = (field: Field, language: Language): string => field.label[language];
