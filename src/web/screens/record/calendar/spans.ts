import type { CalendarRow } from '../../../../core/register/ask/calendar.ts';

/** Where a bar stands in its year, in days from the first of January; at least a day long. */
export interface Span {
  readonly from: number;
  readonly days: number;
}

const dayMs = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;

/** How many days a year has. */
export const daysIn = (year: number): number => dayOf(`${year + 1}-01-01`) - dayOf(`${year}-01-01`);

/** The part of a row that lies in a year. */
export function spanIn(year: number, { first, last }: Pick<CalendarRow, 'first' | 'last'>): Span {
  const start = dayOf(`${year}-01-01`);
  const from = Math.max(0, dayOf(first) - start);
  const to = Math.min(daysIn(year) - 1, dayOf(last) - start);
  return { from, days: Math.max(1, to - from + 1) };
}

/** The years that rows reach into, the latest first. */
export function yearsOf(rows: readonly Pick<CalendarRow, 'first' | 'last'>[]): readonly number[] {
  const years = new Set<number>();
  for (const { first, last } of rows)
    for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) years.add(year);
  return [...years].sort((one, other) => other - one);
}

/**
 * The year to open on: where the text that one comes from has most; else, of those in which something is planned, or at
 * least happened, the one nearest to `day`, the later of two. The year of `day` when there is nothing.
 */
export function openingYear(
  rows: readonly Pick<CalendarRow, 'first' | 'last' | 'text' | 'standing'>[],
  day: string,
  text: string | undefined,
): number {
  const here = Number(day.slice(0, 4));
  const ofText = rows.filter((row) => text !== undefined && row.text === text);
  if (ofText.length > 0) {
    const most = yearsOf(ofText).map((year) => ({ year, count: reaching(ofText, year) }));
    return most.reduce((best, one) => (one.count > best.count ? one : best)).year;
  }
  const planned = rows.filter(({ standing }) => standing === 'draft' || standing === 'inForce');
  const years = yearsOf(planned.length > 0 ? planned : rows);
  return years.reduce(
    (best, year) => (Math.abs(year - here) < Math.abs(best - here) ? year : best),
    years[0] ?? here,
  );
}

const reaching = (rows: readonly Pick<CalendarRow, 'first' | 'last'>[], year: number): number =>
  rows.filter(({ first, last }) => first <= `${year}-12-31` && last >= `${year}-01-01`).length;

/** Rows of a year, by what they are grouped by; those without it last, under ''. */
export function grouped(
  rows: readonly CalendarRow[],
  by: 'area' | 'place' | 'month',
): ReadonlyMap<string, readonly CalendarRow[]> {
  const groups = new Map<string, CalendarRow[]>();
  for (const row of rows) {
    const key = by === 'month' ? row.first.slice(0, 7) : (row[by] ?? '');
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [row]);
    else list.push(row);
  }
  const without = groups.get('');
  groups.delete('');
  if (without !== undefined) groups.set('', without);
  return groups;
}
