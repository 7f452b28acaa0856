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

/** What one side counted of a category on a segment, `` for none. */
export interface Total {
  readonly category: string;
  readonly segment: string;
  readonly party: string;
  readonly count: number;
}
export interface IncidentLine {
  readonly id: string;
  readonly category: string;
  readonly segment: string;
  /** By side, in their order; silence is undefined. */
  readonly counts: readonly (number | undefined)[];
  readonly differs: boolean;
}

/** Counts by category and segment with every side beside the others. */
export function incidentLines(totals: readonly Total[], parties: readonly string[]): readonly IncidentLine[] {
  return [...Map.groupBy(totals, ({ category, segment }) => `${category} ${segment}`)].flatMap(
    ([id, all]): IncidentLine[] => {
      const [first] = all;
      if (first === undefined) return [];
      const counts = parties.map((party) => all.find((one) => one.party === party)?.count);
      const spoken = counts.filter((count) => count !== undefined);
      return [
        {
          id,
          category: first.category,
          segment: first.segment,
          counts,
          differs: spoken.some((count) => count !== spoken[0]),
        },
      ];
    },
  );
}
