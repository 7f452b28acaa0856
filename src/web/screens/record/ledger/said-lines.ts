import type { LedgerRow } from '../../../../core/register/ask/ledger.ts';

/** The outcome of each side, in their order; undefined is silence. */
export function outcomesOf(
  line: LedgerRow,
  parties: readonly string[],
): readonly { readonly party: string; readonly status: string | undefined; readonly closed: boolean }[] {
  return parties.map((party) => {
    const says = line.says?.find((one) => one.party === party);
    return { party, status: says?.status, closed: says?.closed === true };
  });
}
