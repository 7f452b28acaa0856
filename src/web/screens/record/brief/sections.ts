import type { JsonObject } from '../../../../core/bytes/json.ts';
import { outcomes } from '../../../../core/kinds/codes.ts';
import type { BriefRow } from '../../../../core/register/ask/brief.ts';
import { labelOf, t } from '../../../state/words.svelte.ts';

/** The lines of the page by section, in the order in which they come. */
export const linesBySection = (
  rows: readonly BriefRow[],
): readonly (readonly [string, readonly BriefRow[]])[] => [...Map.groupBy(rows, ({ section }) => section)];

export interface Sums {
  readonly key: string;
  readonly made: number;
  readonly kept: number;
  readonly unkept: number;
  readonly open: number;
  readonly silent: number;
}

/** The counts of promises that stand above the lines, and the day they are of. */
export function countsIn(about: JsonObject | undefined): {
  readonly day: string;
  readonly sums: readonly Sums[];
} {
  const day = typeof about?.['day'] === 'string' ? about['day'] : '';
  const sums = ['ours', 'joint', 'theirs'].flatMap((key): Sums[] => {
    const counts = about?.[key] as Readonly<Record<string, number>> | undefined;
    if (counts === undefined) return [];
    const { kept = 0, made = 0, open = 0, silent = 0, unkept = 0 } = counts;
    return [{ key, made, kept, unkept, open, silent }];
  });
  return { day, sums };
}

/** What is counted of a plan: its lines, their outcomes, what is open in a draft. */
export function countWords(what: string): string {
  if (what === 'lines') return t('record.planLines');
  if (what === 'noReport') return t('states.outcome.noReport');
  if (what === 'differs') return t('reports.differs');
  if (what === 'bracket' || what === 'missing' || what === 'empty' || what === 'each' || what === 'agreed')
    return t(`states.field.${what}`);
  if (what === 'awaits') return t('record.awaits');
  if (what === 'carriedOver') return t('record.carriedOver');
  if (what === 'unplanned') return t('record.inNoPlan');
  if (what === 'stale') return t('record.toConfirm');
  return labelOf(outcomes[what]) || what;
}
