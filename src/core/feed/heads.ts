import type { PartyCode } from '../bytes/ids.ts';
import type { Head } from './entry.ts';

/** What a partner holds of a feed and I, going by the heads, do not. */
export interface Missing {
  readonly party: PartyCode;
  /** Up to where I hold that feed; 0 for nothing. At `to.seq` or above it, the two are branches of a fork. */
  readonly after: number;
  readonly to: Head;
}

/**
 * What `theirs` has beyond `mine`, by party and position. A feed may show several heads, one a branch. Heads alone do
 * not tell whether a lower one of theirs lies on a branch of mine; `planExchange` asks.
 */
export function missingSince(mine: readonly Head[], theirs: readonly Head[]): readonly Missing[] {
  return theirs
    .filter(
      (head) =>
        !mine.some((own) => own.party === head.party && own.seq === head.seq && own.hash === head.hash),
    )
    .map((to) => {
      const held = mine.filter((own) => own.party === to.party).map((own) => own.seq);
      return { party: to.party, after: Math.max(0, ...held), to };
    })
    .toSorted((one, other) => compareHeads(one.to, other.to));
}

/** Order of heads in lists: by party, position, hash. */
export function compareHeads(one: Head, other: Head): number {
  if (one.party !== other.party) return one.party < other.party ? -1 : 1;
  if (one.seq !== other.seq) return one.seq - other.seq;
  return one.hash === other.hash ? 0 : one.hash < other.hash ? -1 : 1;
}
