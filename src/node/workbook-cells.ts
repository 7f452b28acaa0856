import { isAmount } from '../core/bytes/amount.ts';
import { isPartyCode } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import type { Field } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { readDate } from '../words/dates.ts';
import { type Language, languages } from '../words/languages.ts';
import { stringOf } from './json-text.ts';
import { valueText } from './value-text.ts';

/* Cells of a workbook that goes to a partner and comes back: what is written can be read again, or it is not to be changed. */

/** A value as a cell that {@link readCell} reads back; what has no such form is for reading only. */
export function writeCell(field: Field, value: Json | undefined, language: Language): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'code':
      return typeof value === 'string' ? (field.codes[value]?.[language] ?? value) : '';
    case 'date':
    case 'words':
    case 'amount':
    case 'party':
      return stringOf(value);
    case 'count':
      return typeof value === 'number' ? String(value) : '';
    case 'period':
      return isObject(value) ? `${stringOf(value['from'])} – ${stringOf(value['to'])}` : '';
    case 'quantity':
    case 'money':
      return isObject(value)
        ? `${stringOf(value['amount'])} ${stringOf(value['unit'] ?? value['currency'])}`
        : '';
    case 'flag':
      return value === true ? '✓' : '';
    default:
      return valueText(field, value, language);
  }
}

/**
 * The value that a cell says, null for an empty one; undefined for what cannot be read as the field's type, or has a form
 * that no cell holds (lists of records, files, references).
 */
export function readCell(field: Field, cell: string | number): Json | undefined {
  const text = unneutralised(String(cell)).trim();
  if (text === '') return null;
  switch (field.type) {
    case 'words':
      return text;
    case 'code': {
      const folded = text.toLowerCase();
      return Object.entries(field.codes).find(
        ([code, names]) => code === text || languages.some((one) => names[one].toLowerCase() === folded),
      )?.[0];
    }
    case 'count':
      return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'amount':
      return isAmount(text) ? text : undefined;
    case 'party':
      return isPartyCode(text) ? text : undefined;
    case 'flag':
      return text === '✓' || /^(?:x|yes|true|1)$/i.test(text) ? true : undefined;
    case 'date':
      return dateIn(cell);
    case 'period':
      return periodIn(text);
    case 'quantity':
      return measureIn(text, 'unit');
    case 'money':
      return measureIn(text, 'currency');
    default:
      return undefined;
  }
}

/** What an export put in front of a cell that begins like a formula is no part of what it says. */
export const unneutralised = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Serial days of a workbook (1900 system) become the date that they mean. */
function dateIn(cell: string | number): string | undefined {
  if (typeof cell === 'number')
    return cell > 1 && cell < 200_000
      ? new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10)
      : isPartialDate(String(cell))
        ? String(cell)
        : undefined;
  const text = cell.trim();
  return isPartialDate(text) ? text : readDate(text);
}

function periodIn(text: string): Json | undefined {
  const [from = '', to = '', ...more] = text.split(/\s*[–—]\s*|\s+-\s+/).map((part) => part.trim());
  const [start, end] = [from, to].map((part) => (part === '' ? '' : dateIn(part)));
  if (more.length > 0 || start === undefined || end === undefined || (start === '' && end === ''))
    return undefined;
  return { ...(start === '' ? {} : { from: start }), ...(end === '' ? {} : { to: end }) };
}

function measureIn(text: string, unit: 'unit' | 'currency'): Json | undefined {
  const [, amount = '', of = ''] = /^(-?[\d.]+)\s+(\S.*)$/.exec(text) ?? [];
  return isAmount(amount) && of !== '' ? { amount, [unit]: of } : undefined;
}
