import type { Json } from '../core/bytes/json.ts';
import type { FieldType, Label } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { type DateStyle, formatDate, formatPeriod } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { formatAmount, formatCount, formatMoney, formatQuantity } from '../words/numbers.ts';
import { plainIn } from '../words/plain.ts';
import { saysWho, whoIn } from '../words/who.ts';
import { stringOf } from './json-text.ts';

/** What a value says, in a language of the interface, as one text; for tables, prints and redlines. */
export function valueText(
  field: FieldType,
  value: Json | undefined,
  language: Language,
  dates: DateStyle = {},
): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'prose':
    case 'told':
      return isObject(value) ? toldText(value, language) : '';
    case 'flag':
      return value === true ? '✓' : '';
    case 'count':
      return typeof value === 'number' ? formatCount(value, language) : '';
    case 'amount':
      return typeof value === 'string' ? formatAmount(value, language) : '';
    case 'date':
      return typeof value === 'string' ? formatDate(value, language, dates) : '';
    case 'period':
      return isObject(value) ? formatPeriod(value, language, dates) : '';
    case 'quantity':
      return isObject(value)
        ? formatQuantity(value as unknown as { amount: string; unit: string }, language)
        : '';
    case 'money':
      return isObject(value)
        ? formatMoney(value as unknown as { amount: string; currency: string }, language)
        : '';
    case 'code':
      return typeof value === 'string' ? codeText(field.codes, value, language) : '';
    case 'codes':
      return listOf(value)
        .map((one) => codeText(field.codes, stringOf(one), language))
        .join(', ');
    case 'rows':
      return listOf(value)
        .map((row) =>
          isObject(row)
            ? Object.entries(field.columns)
                .map(([name, column]) => valueText(column, row[name], language, dates))
                .filter((text) => text !== '')
                .join(' ')
            : '',
        )
        .join('; ');
    case 'files':
      return listOf(value)
        .map((one) => (isObject(one) ? stringOf(one['name']) : ''))
        .join('; ');
    default:
      return Array.isArray(value) ? listOf(value).map(stringOf).join(', ') : stringOf(value);
  }
}

/** What stands in a column: who spoke, in the reader's language; else as {@link valueText}. */
export const columnText = (
  name: string,
  field: FieldType,
  value: Json | undefined,
  language: Language,
): string =>
  field.type === 'words' && saysWho(name) && typeof value === 'string'
    ? whoIn(value, language)
    : valueText(field, value, language);

/** The text in the reader's language, else in whichever there is. */
export function toldText(value: { readonly [lang: string]: Json }, language: Language): string {
  const text =
    value[language] ??
    Object.entries(value).find(([lang, one]) => lang !== 'stale' && typeof one === 'string')?.[1];
  return typeof text === 'string' ? text : '';
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

function codeText(codes: Readonly<Record<string, Label>>, code: string, language: Language): string {
  // What no code says may be a figure or a date of the side that said it.
  return Object.hasOwn(codes, code) ? (codes[code]?.[language] ?? code) : plainIn(code, language);
}
