import type { CalendarRow } from './calendar.ts';

type Spanned = Pick<CalendarRow, 'first' | 'last'>;
type Planned = Spanned & Pick<CalendarRow, 'text' | 'standing'>;

/** The years of a calendar, in which one looks at it a year at a time. Each year has four digits. */
export type CalendarYears = {
  /** That anything reaches into, the latest first. */
  readonly years: readonly string[];
  /** Of these, those in which something is planned. */
  readonly planned: readonly string[];
  /** By text, the year that has most of its lines. */
  readonly ofTexts: Readonly<Record<string, string>>;
};

export function calendarYears(rows: readonly Planned[]): CalendarYears {
  const planned = rows.filter(({ standing }) => standing === 'draft' || standing === 'inForce');
  const texts = Map.groupBy(planned, ({ text }) => text ?? '');
  texts.delete('');
  return {
    years: yearsOf(rows),
    planned: yearsOf(planned),
    ofTexts: Object.fromEntries([...texts].map(([text, lines]) => [text, fullest(lines)])),
  };
}

/**
 * The year to open on: where the text that one comes from has most; else, of those in which something is planned, or at
 * least happened, the one nearest to `day`, the later of two. The year of `day` when there is nothing.
 */
export function openingYear(
  { ofTexts, planned, years }: CalendarYears,
  day: string,
  text: string | undefined,
): string {
  const here = day.slice(0, 4);
  const away = (year: string): number => Math.abs(Number(year) - Number(here));
  const known = text === undefined ? undefined : ofTexts[text];
  const choice = planned.length > 0 ? planned : years;
  return known ?? choice.reduce((best, year) => (away(year) < away(best) ? year : best), choice[0] ?? here);
}

/** The years that rows reach into, the latest first. */
export function yearsOf(rows: readonly Spanned[]): readonly string[] {
  const years = new Set<string>();
  for (const row of rows) for (const year of yearsIn(row)) years.add(year);
  return [...years].sort().reverse();
}

function yearsIn({ first, last }: Spanned): readonly string[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => String(from + at).padStart(4, '0'));
}

/** The latest of the years that have most. */
function fullest(rows: readonly Spanned[]): string {
  const counts = new Map<string, number>();
  for (const row of rows) for (const year of yearsIn(row)) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0] as const)[0];
}
