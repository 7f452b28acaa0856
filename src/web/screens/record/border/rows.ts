import type { BorderRow } from '../../../../core/register/ask/border.ts';

/** What each side, or each source of one side, says of one field of a border thing. */
export const saidOf = (row: BorderRow, what: string) => row.says.filter((one) => one.what === what);

type State = 'open' | 'restricted' | 'closed' | 'none';

/** The state of a gate by side, in their order: silence is none. */
export function halvesOf(row: BorderRow, parties: readonly string[]): readonly State[] {
  return parties.map((party) => {
    const value = saidOf(row, 'state').find((one) => one.party === party)?.value;
    return value === 'open' || value === 'restricted' || value === 'closed' ? value : 'none';
  });
}

export const sections = ['gate', 'segment', 'marker', 'patrol', 'meeting', 'incidents'] as const;
