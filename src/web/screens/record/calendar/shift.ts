import { parsePartialDate, partialDateText } from '../../../../core/bytes/partial-date.ts';
import { addMonths, firstDayOf, lastDayOf } from '../../../../core/register/ask/dates.ts';
import { addDays } from '../../../../core/text/days.ts';

/** Ends of a period as they are known, each to the day, the month or the year. */
export interface Ends {
  readonly from: string;
  readonly to?: string;
}
export type Unit = 'day' | 'month' | 'year';

/** By what a period moves: no finer than the least known of its ends. */
export function unitOf({ from, to = from }: Ends): Unit {
  const known = [from, to].map((end) => {
    const { day, month } = parsePartialDate(end);
    return month === undefined ? 'year' : day === undefined ? 'month' : 'day';
  });
  return known.includes('year') ? 'year' : known.includes('month') ? 'month' : 'day';
}

/** The same period so many units later, or earlier; what is known only to the month or the year stays so, and so does "about". */
export function shifted({ from, to }: Ends, by: number, unit: Unit): Ends {
  return { from: moved(from, by, unit), ...(to === undefined ? {} : { to: moved(to, by, unit) }) };
}

function moved(end: string, by: number, unit: Unit): string {
  const { about, day, month, year } = parsePartialDate(end);
  if (month === undefined) return partialDateText({ about, year: year + by });
  const first = partialDateText({ about: false, year, month, day: day ?? 1 });
  const months = unit === 'year' ? by * 12 : by;
  const later = parsePartialDate(unit === 'day' ? addDays(first, by) : addMonths(first, months));
  return partialDateText({
    ...later,
    about,
    ...(day === undefined ? { day: undefined } : {}),
  } as typeof later);
}

/** The days between which it may fall. */
export const daysOfEnds = (ends: Ends): { readonly first: string; readonly last: string } => ({
  first: firstDayOf(ends as never) ?? ends.from,
  last: lastDayOf(ends as never) ?? ends.from,
});
