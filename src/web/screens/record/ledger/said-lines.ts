import type { LedgerRow } from '../../../../core/register/ask/ledger.ts';
import type { PromiseRow } from '../../../../core/register/ask/promises.ts';

/** What was said, with what became of it where it binds somebody. */
export type SaidLine = LedgerRow &
  Partial<Pick<PromiseRow, 'state' | 'silent' | 'says' | 'differs' | 'carriers'>>;

export function saidLines(said: readonly LedgerRow[], promises: readonly PromiseRow[]): readonly SaidLine[] {
  const kept = new Map(promises.map((row) => [row.subject, row]));
  return said.map((row) => ({ ...row, ...kept.get(row.subject) }));
}

/** The outcome of each side, in their order; undefined is silence. */
export function outcomesOf(
  line: SaidLine,
  parties: readonly string[],
): readonly { readonly party: string; readonly status: string | undefined; readonly closed: boolean }[] {
  return parties.map((party) => {
    const says = line.says?.find((one) => one.party === party);
    return { party, status: says?.status, closed: says?.closed === true };
  });
}

/** Newest first; what has no date stands last. */
export const newestFirst = (lines: readonly SaidLine[]): readonly SaidLine[] =>
  lines
    .map((line, at) => ({ line, at, date: (line.date ?? '').replace('~', '') }))
    .toSorted((one, other) => (one.date > other.date ? -1 : one.date < other.date ? 1 : one.at - other.at))
    .map(({ line }) => line);
