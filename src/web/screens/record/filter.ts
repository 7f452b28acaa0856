import type { Field, Fields } from '../../../core/kinds/declare.ts';
import { fold } from '../../../words/sort.ts';
import type { Row } from './ask.svelte.ts';

/** What one looks for in an answer: words, and a chosen code, party or year in any column. */
export interface Sought {
  readonly words: string;
  readonly chosen: Readonly<Record<string, string>>;
}

/** A column that rows can be chosen by, with the values that occur and how often. */
export interface Facet {
  readonly column: string;
  readonly field: Field;
  readonly values: readonly (readonly [value: string, count: number])[];
}

/** Columns by which an answer is filtered: codes, parties, flags that differ, and the year of the first date. */
export function facetsOf(columns: Fields, rows: readonly Row[]): readonly Facet[] {
  const dated = Object.keys(columns).find((name) => columns[name]?.type === 'date');
  return Object.entries(columns).flatMap(([column, field]) => {
    if (field.type === 'subject' || (field.type === 'date' && column !== dated)) return [];
    const counts = new Map<string, number>();
    for (const row of rows)
      for (const value of facetValues(field, row[column])) counts.set(value, (counts.get(value) ?? 0) + 1);
    const all = counts.size === 1 && [...counts.values()][0] === rows.length;
    if (counts.size === 0 || all || (field.type !== 'flag' && counts.size === 1)) return [];
    const values = [...counts].toSorted(([one], [other]) =>
      field.type === 'code' ? order(field.codes, one) - order(field.codes, other) : one < other ? -1 : 1,
    );
    return [{ column, field, values }];
  });
}

const order = (codes: object, code: string): number => {
  const at = Object.keys(codes).indexOf(code);
  return at < 0 ? 999 : at;
};

/** What a value counts as in its facet. A date counts as its year, a list by each of its members. */
export function facetValues(field: Field, value: unknown): readonly string[] {
  switch (field.type) {
    case 'code':
    case 'party':
    case 'subject':
      return typeof value === 'string' ? [value] : [];
    case 'parties':
    case 'codes':
      return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
    case 'flag':
      return value === true ? ['yes'] : [];
    case 'date':
      return typeof value === 'string' ? [value.replace('~', '').slice(0, 4)] : [];
    default:
      return [];
  }
}

/** The rows that hold all words and every chosen value. `show` writes what is not plain text, such as a code's name. */
export function sift<Of extends Row>(
  rows: readonly Of[],
  columns: Fields,
  { chosen, words }: Sought,
  show: (field: Field, value: unknown) => string,
): readonly Of[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const picked = Object.entries(chosen).filter(
    ([column, value]) => value !== '' && columns[column] !== undefined,
  );
  return rows.filter((row) => {
    const fits = picked.every(([column, value]) => {
      const field = columns[column];
      return field !== undefined && facetValues(field, row[column]).includes(value);
    });
    if (!fits || wanted.length === 0) return fits;
    const text = fold(textOf(row, columns, show));
    return wanted.every((word) => text.includes(word));
  });
}

/** All that a row says, in every language it is told in. */
function textOf(row: Row, columns: Fields, show: (field: Field, value: unknown) => string): string {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || value === null || name === 'entries') continue;
    const field = columns[name];
    if (field && (field.type === 'code' || field.type === 'codes' || field.type === 'date'))
      parts.push(show(field, value));
    gather(value, parts);
  }
  return parts.join(' ');
}

function gather(value: unknown, into: string[]): void {
  if (typeof value === 'string') into.push(value);
  else if (Array.isArray(value)) for (const one of value) gather(one, into);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) gather(one, into);
}
