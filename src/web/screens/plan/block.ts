import { asProse, wordsIn } from '../../fields/prose.ts';
import type { How } from '../../fields/show.ts';
import { showValue } from '../../fields/show.ts';
import type { FieldCell, Line } from './lines.ts';
import type { Edit } from './plan-store.svelte.ts';

/* Blocks of cells as spreadsheets hand them over: lines of text, cells between tabs. */

/** A block from the clipboard. Excel and LibreOffice put quotes around a cell with tabs, quotes or line ends in it. */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const clean = text.replace(/\r\n?/g, '\n');
  while (at < clean.length) {
    let cell = '';
    if (clean[at] === '"' && quotedEnd(clean, at) > 0) {
      const end = quotedEnd(clean, at);
      cell = clean.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const end = clean.slice(at).search(/[\t\n]/);
      cell = end < 0 ? clean.slice(at) : clean.slice(at, at + end);
      at = end < 0 ? clean.length : at + end;
    }
    row.push(cell.trim());
    if (clean[at] === '\t') {
      at += 1;
      if (at < clean.length && clean[at] !== '\n') continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += 1;
  }
  if (row.length > 0) rows.push(row);
  const width = Math.max(0, ...rows.map((one) => one.length));
  return rows.map((one) => [...one, ...Array.from({ length: width - one.length }, () => '')]);
}

/** Where a cell in quotes ends; -1 when the quote is only a sign in its text. */
function quotedEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 === text.length || text[at + 1] === '\t' || text[at + 1] === '\n' ? at : -1;
  }
  return -1;
}

/** A block for the clipboard. What a spreadsheet would take for a formula is kept text by a quote before it. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(tsvCell).join('\t')).join('\n');

function tsvCell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[\t\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a cell says, as text that can be pasted here again: dates as `2027-03`, periods as `2027-03 – 2027-04`. */
export function textOfCell(cell: FieldCell, lang: string | undefined, how: How): string {
  if (lang !== undefined) return wordsIn(cell.value, lang);
  const { declared, value } = cell;
  if (declared.type === 'date') return typeof value === 'string' ? value : '';
  if (declared.type === 'period') {
    const { from = '', to = '' } = (value ?? {}) as { from?: string; to?: string };
    return from === to || to === '' ? from : `${from} – ${to}`;
  }
  if (declared.type === 'count' || declared.type === 'amount')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return showValue(declared, value, how);
}

/** A column of the table as its id says it: `activity.vi`, `period`. */
export function columnOf(id: string): { readonly field: string; readonly lang: string | undefined } {
  const [field = '', lang] = id.split('.');
  return { field, lang };
}

/** The value of a cell with another text in one language; a whole value when it has no languages. */
export function withText(before: unknown, lang: string | undefined, value: unknown): unknown {
  if (lang === undefined) return value;
  const { [lang]: _, stale: __, ...rest } = asProse(before);
  const texts = { ...rest, ...(typeof value === 'string' && value !== '' ? { [lang]: value } : {}) };
  return Object.keys(texts).length === 0 ? null : texts;
}

/** Fills the first line's values down the block. A field that a line's kind does not have, or its number, is left alone. */
export function fillDown(lines: readonly Line[], columns: readonly string[]): readonly Edit[] {
  const [first, ...rest] = lines;
  if (!first) return [];
  const edits = new Map<string, Edit>();
  for (const line of rest) {
    for (const { field, lang } of columns.map(columnOf)) {
      const from = first.fields.get(field);
      const to = line.fields.get(field);
      if (!from || !to || field === 'number' || from.declared.type !== to.declared.type) continue;
      const key = `${line.id} ${field}`;
      const before = edits.get(key)?.value ?? to.value;
      const value = withText(
        before,
        lang,
        lang === undefined ? (from.value ?? null) : wordsIn(from.value, lang),
      );
      edits.set(key, { item: line.id, field, value });
    }
  }
  return [...edits.values()];
}
