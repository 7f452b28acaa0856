import { idIn } from '../../addresses.ts';
import type { Params } from '../../state/match.ts';

/** Which text the address of a plan names, and how it is looked at. */
export interface Which {
  readonly text: string;
  readonly base?: string | undefined;
  readonly mode?: 'amendment' | 'correction' | undefined;
  /** Without it the node chooses: what is in force, unless a draft on it is open. */
  readonly shows?: 'draft' | 'force' | undefined;
  /** In which order lines come first. */
  readonly order?: 'place' | 'area' | undefined;
}

/** `query` gives a parameter of the address, empty if absent. */
export function whichIn(params: Params, query: (name: string) => string): Which {
  const base = query('base') || undefined;
  const mode = query('mode') === 'correction' ? 'correction' : 'amendment';
  const shows = query('view');
  const isGrouped = ['none', 'period', 'state'].includes(query('group'));
  return {
    text: idIn(params),
    base,
    mode: base ? mode : undefined,
    shows: shows === 'draft' || shows === 'force' ? shows : undefined,
    order: isGrouped ? 'place' : 'area',
  };
}

/** What the node is asked for a text as a table, and for its slices. */
export const tableQuery = ({ base, mode, order, shows }: Which) => ({
  ...(base === undefined ? {} : { base, mode: mode ?? ('amendment' as const) }),
  shows,
  order,
});
