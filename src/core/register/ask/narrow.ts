import type { Field, Fields } from '../../kinds/declare.ts';

type Row = Readonly<Record<string, unknown>>;

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
  const tally = tallyOf(columns);
  for (const row of rows) countIn(tally, row);
  return facetsFrom(tally);
}

/** Counts of facets while rows are gone through. */
export interface Tally {
  rows: number;
  readonly columns: readonly (readonly [column: string, field: Field, counts: Map<string, number>])[];
}

export const tallyOf = (columns: Fields): Tally => {
  const dated = datedColumn(columns);
  return {
    rows: 0,
    columns: Object.entries(columns).flatMap(([column, field]) =>
      field.type === 'subject' || (field.type === 'date' && column !== dated)
        ? []
        : [[column, field, new Map<string, number>()] as const],
    ),
  };
};

/** The column by whose year rows are told apart: the first date. */
export const datedColumn = (columns: Fields): string | undefined =>
  Object.keys(columns).find((name) => columns[name]?.type === 'date');

export function countIn(tally: Tally, row: Row): void {
  tally.rows += 1;
  for (const [column, field, counts] of tally.columns)
    for (const value of facetValues(field, row[column])) counts.set(value, (counts.get(value) ?? 0) + 1);
}

export function facetsFrom(tally: Tally): readonly Facet[] {
  return tally.columns.flatMap(([column, field, counts]) => {
    const all = counts.size === 1 && [...counts.values()][0] === tally.rows;
    if (counts.size === 0 || all || (field.type !== 'flag' && counts.size === 1)) return [];
    const values = [...counts].sort(([one], [other]) =>
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

/** Whether a row has every chosen value. A column that is not declared asks for nothing, but for `subject`, which every row has. */
export function fits(row: Row, columns: Fields, chosen: Sought['chosen']): boolean {
  for (const column in chosen) {
    const value = chosen[column] as string;
    const field = columns[column];
    if (value === '') continue;
    if (field === undefined ? column === 'subject' && row[column] !== value : !has(field, row[column], value))
      return false;
  }
  return true;
}

const has = (field: Field, value: unknown, wanted: string): boolean =>
  field.type === 'words' ? value === wanted : facetValues(field, value).includes(wanted);

/** The rows that hold all words and every chosen value. `show` writes what is not plain text, such as a code's name. */
export function sift<Of extends Row>(
  rows: readonly Of[],
  columns: Fields,
  { chosen, words }: Sought,
  show: Show,
  fold: (text: string) => string,
): readonly Of[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if (!fits(row, columns, chosen)) return false;
    if (wanted.length === 0) return true;
    const text = fold(textOfRow(row, columns, show));
    return wanted.every((word) => text.includes(word));
  });
}

type Show = (field: Field, value: unknown) => string;

/** All that a row says, in every language it is told in. */
export function textOfRow(row: Row, columns: Fields, show: Show): string {
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
