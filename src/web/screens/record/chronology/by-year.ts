import type { ChronologyRow } from '../../../../core/register/ask/events.ts';

/** A heading of a year, or an event of it. */
export type Entry =
  | { readonly id: string; readonly year: string; readonly count: number | undefined }
  | { readonly id: string; readonly event: ChronologyRow };

/** What is left of a list in a year, as the node counted it. */
export interface Year {
  readonly year: string;
  readonly count: number;
}

const yearOf = ({ date }: { readonly date: string }): string => date.replace('~', '').slice(0, 4);

/** Events as they come, each year under its heading. */
export function byYear(events: readonly ChronologyRow[], years: readonly Year[]): readonly Entry[] {
  const counts = new Map(years.map(({ count, year }) => [year, count]));
  let before = '';
  return events.flatMap((event): Entry[] => {
    const year = yearOf(event);
    const entry = { id: event.subject, event };
    if (year === before) return [entry];
    before = year;
    return [{ id: year, year, count: counts.get(year) }, entry];
  });
}

/** How many events each year has, every year from the first to the last. */
export function perYear(
  years: readonly Year[],
): readonly { readonly label: string; readonly value: number }[] {
  const counts = new Map(years.map(({ count, year }) => [Number(year), count]));
  const bars = [];
  for (let year = Math.min(...counts.keys()); year <= Math.max(...counts.keys()); year++)
    bars.push({ label: String(year), value: counts.get(year) ?? 0 });
  return bars;
}
