import { isAmount } from '../core/bytes/amount.ts';
import { isPartyCode, isSubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import type { Codes, FieldType } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { readDate } from '../words/dates.ts';
import { type Language, languages } from '../words/languages.ts';
import { stringOf } from './json-text.ts';
import { valueText } from './value-text.ts';

/* Cells of a workbook that goes to a partner and comes back: what is written can be read again, or it is not to be changed. */

/** A value as a cell that {@link readCell} reads back; what has no such form is for reading only. */
export function writeCell(field: FieldType, value: Json | undefined, language: Language): string {
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
    case 'subject':
      return stringOf(value);
    case 'codes':
      return listOf(value)
        .map((one) => field.codes[stringOf(one)]?.[language] ?? stringOf(one))
        .join('; ');
    case 'parties':
    case 'subjects':
      return listOf(value).map(stringOf).join('; ');
    case 'rows':
      return listOf(value)
        .map((row) => writeRecord(field, row, language))
        .join('\n');
    default:
      return valueText(field, value, language);
  }
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

type Records = Extract<FieldType, { type: 'rows' }>;

/** A record in one line of a cell, its parts apart by a bar; a bar within a part bears a backslash. */
const writeRecord = (field: Records, row: Json, language: Language): string =>
  Object.entries(field.columns)
    .map(([name, column]) =>
      writeCell(column, isObject(row) ? row[name] : undefined, language)
        .replace(/[\\|]/g, '\\$&')
        .replace(/\s+/g, ' '),
    )
    .join(' | ')
    .replace(/(?: \|)+ ?$/, '');

/** Records as {@link writeRecord} has them, a line each; undefined where a part cannot be read or there are too many. */
function readRecords(field: Records, text: string): Json | undefined {
  const columns = Object.entries(field.columns);
  const rows: JsonObject[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const parts = [...line.matchAll(/(?:\\.|[^\\|])*(?:\||$)/g)].map(([part]) =>
      part.replace(/\|$/, '').replace(/\\(.)/g, '$1').trim(),
    );
    // What stands behind the last bar ends in nothing.
    if (parts.at(-1) === '') parts.pop();
    if (parts.length > columns.length) return undefined;
    const row: Record<string, Json> = {};
    for (const [at, part] of parts.entries()) {
      const [name = '', column] = columns[at] ?? [];
      const value = column === undefined ? undefined : readCell(column, part);
      if (value === undefined) return undefined;
      if (value !== null) row[name] = value;
    }
    rows.push(row);
  }
  return rows;
}

/** Names apart by semicolons, each read by itself; undefined where one cannot be. */
function readList(text: string, read: (one: string) => string | undefined): Json | undefined {
  const all = text.split(/[;\n]/).map((one) => one.trim());
  const found = all.filter((one) => one !== '').map(read);
  return found.every((one) => one !== undefined) ? [...new Set(found)] : undefined;
}

/**
 * The value that a cell says, null for an empty one; undefined for what cannot be read as the field's type, or has a form
 * that no cell holds (files, what is told in several languages).
 */
export function readCell(field: FieldType, cell: string | number): Json | undefined {
  const text = unneutralised(String(cell)).trim();
  if (text === '') return null;
  switch (field.type) {
    case 'words':
      return text;
    case 'code':
      return codeCalled(field.codes, text);
    case 'codes':
      return readList(text, (one) => codeCalled(field.codes, one));
    case 'parties':
      return readList(text, (one) => (isPartyCode(one) ? one : undefined));
    case 'subject':
      return isSubjectId(text) ? text : undefined;
    case 'subjects':
      return readList(text, (one) => (isSubjectId(one) ? one : undefined));
    case 'rows':
      return readRecords(field, text);
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

function codeCalled(codes: Codes, name: string): string | undefined {
  const folded = name.toLowerCase();
  return Object.entries(codes).find(
    ([code, names]) => code === name || languages.some((one) => names[one].toLowerCase() === folded),
  )?.[0];
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
