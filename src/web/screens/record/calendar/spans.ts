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
