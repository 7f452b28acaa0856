import { isPartialDate } from '../../bytes/partial-date.ts';
import type { CalendarRow } from './calendar.ts';
import { daysBetween, precisionOf, sortedBy } from './dates.ts';

/** A period this long, or one not known to the day, says when something is to happen, not that somebody is busy: it clashes with nothing. */
const busyDaysMax = 31;

type Row = Omit<CalendarRow, 'clashes'>;

/** Which lines of texts, known to the day, overlap and need the same place, mechanism or head of delegation; by subject. */
export function clashesAmong(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const byNeed = new Map<string, Row[]>();
  for (const row of rows) {
    if (!isBusy(row)) continue;
    for (const need of needsOf(row)) byNeed.set(need, [...(byNeed.get(need) ?? []), row]);
  }
  const clashes = new Map<string, Set<string>>();
  const note = (of: string, other: string): void => {
    clashes.set(of, (clashes.get(of) ?? new Set()).add(other));
  };
  for (const list of byNeed.values()) {
    const sorted = sortedBy(list, ({ first }) => first);
    for (const [at, row] of sorted.entries()) {
      for (const other of sorted.slice(at + 1)) {
        if (other.first > row.last) break;
        note(row.subject, other.subject);
        note(other.subject, row.subject);
      }
    }
  }
  return new Map([...clashes].map(([subject, others]) => [subject, [...others].sort()]));
}

/** What can be in one place only: the place, the mechanism, whoever leads. What is off, on record or only stated needs nothing. */
function needsOf({ heads = [], mechanism, place, standing, state }: Row): readonly string[] {
  const isPlanned = standing === 'inForce' || standing === 'draft';
  if (!isPlanned || state === 'cancelled' || state === 'replaced' || state === 'postponed') return [];
  return [
    ...(place === undefined || state === 'remote' ? [] : [`place ${folded(place)}`]),
    ...(mechanism === undefined ? [] : [`mechanism ${mechanism}`]),
    ...heads.flatMap(({ party = '', post }) => (post === undefined ? [] : [`head ${party} ${folded(post)}`])),
  ];
}

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase();

function isBusy({ first, from, last, to }: Row): boolean {
  const isExact = [from, to ?? from].every((date) => isPartialDate(date) && precisionOf(date) === 'day');
  return isExact && daysBetween(first, last) < busyDaysMax;
}
