import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Codes, Field, FieldType } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { formatDate, formatPeriod } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { formatAmount, formatMoney, formatQuantity } from '../words/numbers.ts';

/** A value on one line, as a reader of this language reads its field. What does not fit its type is shown as it stands. */
export function valueLine(value: Json | undefined, field: FieldType, language: Language): string {
  if (value === undefined || value === null) return '–';
  try {
    return lineOf(value, field, language) ?? JSON.stringify(value);
  } catch {
    return JSON.stringify(value);
  }
}

function lineOf(value: Json, field: FieldType, language: Language): string | undefined {
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (typeof value === 'number') return formatAmount(String(value), language);
  if (field.type === 'rows' && Array.isArray(value)) {
    return (value as readonly JsonObject[]).map((row) => rowLine(row, field.columns, language)).join('; ');
  }
  if (Array.isArray(value))
    return (value as readonly Json[]).map((one) => wordLine(one, field, language)).join(', ');
  if (typeof value === 'string') return wordLine(value, field, language);
  if (!isObject(value)) return undefined;
  const { amount, currency, unit } = value;
  if (field.type === 'period') return formatPeriod(value, language);
  if (field.type === 'money')
    return formatMoney({ amount: String(amount), currency: String(currency) }, language);
  if (field.type === 'quantity')
    return formatQuantity({ amount: String(amount), unit: String(unit) }, language);
  return proseLine(value);
}

/** All languages of prose, with those that are not confirmed. */
function proseLine(value: JsonObject): string | undefined {
  const { stale, ...texts } = value;
  const lines = Object.entries(texts);
  if (!lines.every(([, text]) => typeof text === 'string')) return undefined;
  const marks = Array.isArray(stale) ? (stale as readonly string[]) : [];
  return lines
    .map(([lang, text]) => `${lang}${marks.includes(lang) ? '?' : ''}: ${oneLine(String(text))}`)
    .join(' | ');
}

function wordLine(value: Json, field: FieldType, language: Language): string {
  if (typeof value !== 'string') return isObject(value) ? fileLine(value) : JSON.stringify(value);
  if (field.type === 'code' || field.type === 'codes') return labelOf(field.codes, value, language);
  if (field.type === 'date') return formatDate(value, language);
  if (field.type === 'amount') return formatAmount(value, language);
  return oneLine(value);
}

function rowLine(
  row: JsonObject,
  columns: Extract<FieldType, { type: 'rows' }>['columns'],
  language: Language,
): string {
  return Object.entries(row)
    .map(([name, value]) => {
      const column = columns[name];
      return column === undefined ? JSON.stringify(value) : valueLine(value, column, language);
    })
    .join(' ');
}

const labelOf = (codes: Codes, code: string, language: Language): string =>
  Object.hasOwn(codes, code) ? (codes[code]?.[language] ?? code) : code;

const fileLine = (file: JsonObject): string =>
  `${String(file['name'])} (${String(file['hash']).slice(0, 12)})`;

/** Line breaks of a text must not look like lines of ours, nor its control characters reach the terminal. */
const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (mark) => (mark === '\n' ? ' ¶ ' : '·'));

/** The name of a field in a language. */
export const labelLine = (field: Field, language: Language): string => field.label[language];
