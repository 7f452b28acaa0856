import { tagOf } from './text-table.ts';

/* Private changes of a table: few come with its page; of thousands only those of its first lines do, the rest in slices. */

interface Draft {
  readonly item: string;
  readonly field: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
}
export interface DraftSlice<One> {
  readonly tag: string;
  readonly drafts: readonly One[];
}

/** As many come with the page whatever they are on. */
const fewDrafts = 500;
/** About as many in a slice. */
const sliceDrafts = 1_000;

/**
 * What comes with a page that shows these items first, and the slices of what does not. In which slice a change lies follows from
 * its item alone, so that one change gives a new tag to one slice: lines that only we have stand in no slice of lines.
 */
export function draftsInSlices<One extends Draft>(
  drafts: readonly One[],
  seenFirst: () => ReadonlySet<string>,
): { readonly first: readonly One[]; readonly slices: readonly DraftSlice<One>[] } {
  if (drafts.length <= fewDrafts) return { first: drafts, slices: [] };
  const seen = seenFirst();
  const first = drafts.filter(({ item }) => seen.has(item));
  const rest = drafts.filter(({ item }) => !seen.has(item));
  // A power of two, so that which slice an item is in seldom changes with how many there are.
  const parts = 2 ** Math.ceil(Math.log2(Math.max(1, rest.length / sliceDrafts)));
  const groups = Map.groupBy(rest, ({ item }) => markOf(item) % parts);
  const slices = [...groups].map(([part, group]) => ({
    tag: tagOf([
      part,
      ...group.map(({ at, by, field, item, version }) => `${item} ${field} ${version} ${by} ${at}`),
    ]),
    drafts: group,
  }));
  return { first, slices };
}

/** FNV-1a over the letters of an id. */
function markOf(item: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < item.length; at += 1) mark = Math.imul(mark ^ item.charCodeAt(at), 0x01000193);
  // The lowest bits alone tell little apart.
  return (mark ^ (mark >>> 15)) >>> 0;
}
