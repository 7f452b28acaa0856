import type { ChronologyRow } from '../../../../core/register/ask/chronology.ts';
import type { LedgerRow } from '../../../../core/register/ask/ledger.ts';

/** An event with what was said at it: in which areas, by which sides, how often. */
export type Told = ChronologyRow & {
  readonly areas: readonly string[];
  readonly sides: readonly string[];
  readonly saidCount: number;
};

/** A heading of a year, or an event of it. */
export type Entry =
  | { readonly id: string; readonly year: string; readonly count: number }
  | { readonly id: string; readonly event: Told };

export const yearOf = ({ date }: { readonly date: string }): string => date.replace('~', '').slice(0, 4);

/** Events with the areas and sides of what was said at them. */
export function withSaid(
  events: readonly ChronologyRow[],
  said: readonly LedgerRow[],
  parties: readonly string[],
): readonly Told[] {
  const byEvent = Map.groupBy(said, ({ event }) => event ?? '');
  return events.map((event) => {
    const rows = byEvent.get(event.subject) ?? [];
    const spoken = rows.flatMap(({ by = '', sides }) => [
      ...sides,
      ...parties.filter((party) => by.startsWith(party)),
    ]);
    return {
      ...event,
      areas: unique(rows.flatMap(({ area }) => area ?? [])),
      sides: unique([...spoken, ...(event.host === undefined ? [] : [event.host])]),
      saidCount: rows.length,
    };
  });
}

const unique = (all: readonly string[]): string[] => [...new Set(all)].toSorted();

/** Year by year, the newest first; in a year as the chronology orders it, the newest first too. */
export function byYear(events: readonly Told[]): readonly Entry[] {
  const years = Map.groupBy(events, yearOf);
  return [...years]
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .flatMap(([year, all]): Entry[] => [
      { id: year, year, count: all.length },
      ...all.toReversed().map((event) => ({ id: event.subject, event })),
    ]);
}

/** How many events each year has, every year from the first to the last. */
export function perYear(
  events: readonly ChronologyRow[],
): readonly { readonly label: string; readonly value: number }[] {
  const counts = new Map<string, number>();
  for (const event of events) counts.set(yearOf(event), (counts.get(yearOf(event)) ?? 0) + 1);
  const years = [...counts.keys()].map(Number);
  const bars = [];
  for (let year = Math.min(...years); year <= Math.max(...years); year++)
    bars.push({ label: String(year), value: counts.get(String(year)) ?? 0 });
  return bars;
}
