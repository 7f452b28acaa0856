import { visibleText } from '../../core/bytes/name.ts';
import type { Codes, Field, FieldType } from '../../core/kinds/declare.ts';
import type { Language } from '../../words/languages.ts';
import { plainIn } from '../../words/plain.ts';
import { saysWho, whoIn } from '../../words/who.ts';
import { showAmount, showDate, showMeasure, showPeriod } from '../state/dates.ts';
import { nameIn, screenLanguage } from '../state/words.svelte.ts';
import { isEmpty } from './same.ts';

export interface How {
  /** What a subject is called. */
  readonly names?: ((subject: string) => string) | undefined;
  readonly form?: 'long' | 'short';
  /** The language to write in; the screen's if not given. */
  readonly language?: Language;
  /** Dates in the Christian and the Buddhist era, as the text asks. */
  readonly bothEras?: boolean;
}

/** A value in one line of text, in the language of the screen. Prose has a language of its own and is shown elsewhere. */
export function showValue(field: Field | FieldType, value: unknown, how: How = {}): string {
  if (isEmpty(value)) return '';
  const { bothEras = false, names, form = 'long', language = screenLanguage() } = how;
  const record = value as Readonly<Record<string, unknown>>;
  switch (field.type) {
    case 'prose':
    case 'told':
      return visibleText(typeof value === 'object' ? nameIn(textsOf(record)) : plain(value));
    case 'code':
      return codeLabel(field.codes, value, language);
    case 'codes':
      return listOf(value)
        .map((code) => codeLabel(field.codes, code, language))
        .join(', ');
    case 'flag':
      return value === true ? '✓' : '–';
    case 'count':
    case 'amount':
      return showAmount(value, language);
    case 'quantity':
    case 'money':
      return showMeasure(record, language);
    case 'date':
      return showDate(plain(value), form, language, bothEras);
    case 'period':
      return showPeriod(record, form, language, bothEras);
    case 'parties':
      return listOf(value).map(plain).join(', ');
    case 'subject':
      return names?.(plain(value)) ?? plain(value);
    case 'subjects':
      return listOf(value)
        .map((one) => names?.(plain(one)) ?? plain(one))
        .join('; ');
    case 'files':
      return listOf(value)
        .map((file) => visibleText(plain((file as Record<string, unknown>)['name'])))
        .join(', ');
    case 'rows':
      return listOf(value)
        .map((row) => showRow(field.columns, row as Readonly<Record<string, unknown>>, how))
        .join('; ');
    default:
      return visibleText(plain(value));
  }
}

/** The same for a field by its name: who spoke is said in the language of the screen. */
export const showField = (name: string, field: Field | FieldType, value: unknown, how: How = {}): string =>
  field.type === 'words' && saysWho(name)
    ? whoIn(visibleText(plain(value)), how.language ?? screenLanguage())
    : showValue(field, value, how);

/** One record: an amount and its unit are one figure, and stand behind what they measure. */
function showRow(
  columns: Extract<FieldType, { type: 'rows' }>['columns'],
  row: Readonly<Record<string, unknown>>,
  how: How,
): string {
  const measured = 'amount' in columns && 'unit' in columns;
  const parts = Object.entries(columns)
    .filter(([name]) => !(measured && (name === 'amount' || name === 'unit')))
    .map(([name, column]) => showValue(column, row[name], how));
  if (!measured) return parts.filter(Boolean).join(' · ');
  return [...parts, showMeasure(row, how.language)].filter(Boolean).join(': ');
}

const plain = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function codeLabel(codes: Codes, code: unknown, language: Language): string {
  const name = plain(code);
  // A code that this declaration does not know is shown as it is, but for figures and dates.
  return Object.hasOwn(codes, name) ? (codes[name]?.[language] ?? name) : plainIn(name, language);
}

function textsOf(record: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [lang, text] of Object.entries(record)) if (typeof text === 'string') texts[lang] = text;
  return texts;
}
