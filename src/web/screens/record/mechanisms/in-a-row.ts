import type { SessionRow } from '../../../../core/register/ask/mechanism.ts';

/** A session, or a number of which no source reports anything. */
export interface InARow {
  readonly id: string;
  readonly number?: number;
  readonly session?: SessionRow;
  /** Of a number without a report: the years between which it must lie, "2019–2022" or one year. */
  readonly between: string;
}

/** Sessions in their order with the numbers that nobody reports at their place among them. */
export function inARow(sessions: readonly SessionRow[], unreported: readonly number[]): readonly InARow[] {
  const row: InARow[] = sessions.map((session) => ({
    id: session.subject,
    session,
    between: '',
    ...(session.session === undefined ? {} : { number: session.session }),
  }));
  for (const number of unreported.toSorted((one, other) => one - other)) {
    const after = row.findIndex((one) => one.number !== undefined && one.number > number);
    const at = after < 0 ? row.length : after;
    const before = row.slice(0, at).findLast((one) => one.number !== undefined);
    row.splice(at, 0, {
      id: `unreported ${number}`,
      number,
      between: yearsBetween(before?.session?.date, row[at]?.session?.date),
    });
  }
  return row;
}

/** The year that alone lies between, else the span. */
function yearsBetween(from: string | undefined, to: string | undefined): string {
  const [first, last] = [from, to].map((date) => Number(date?.replace('~', '').slice(0, 4)));
  if (!first || !last) return '';
  if (last - first === 2) return String(first + 1);
  return first === last ? String(first) : `${first}–${last}`;
}
