import type { PartyCode } from '../bytes/ids.ts';
import type { Head } from '../feed/entry.ts';
import { type Missing, missingSince } from '../feed/heads.ts';

/** One chain of a feed, as the store keeps it: it leaves its parent after entry `partedAt` and holds what comes then. */
export interface FeedBranch extends Head {
  readonly branch: number;
  /** `null` for the chain seen first. */
  readonly parent: number | null;
  /** 0 for the chain seen first. */
  readonly partedAt: number;
}

/** Entries of one branch, both ends included. */
export interface Segment {
  readonly branch: number;
  readonly from: number;
  readonly to: number;
}

/** What to send of one branch: it and, before it, the branches that it left. */
export interface Give {
  readonly party: PartyCode;
  readonly head: Head;
  readonly segments: readonly Segment[];
}

/** What an exchange has to do, decided from both sides' heads before anything is sent (X1). */
export interface ExchangePlan {
  /** What to ask the partner for, in the order to ask: my own feed first. */
  readonly take: readonly Missing[];
  /** What the partner lacks. Empty for a feed of which it holds something that I lack: take that, then plan again. */
  readonly give: readonly Give[];
  /** The partner holds more of my own feed than I do: take it, and lock signing until it is settled (F9). */
  readonly isBehindOwn: boolean;
  /** Something was left out of `give` until `take` is done. */
  readonly planAgain: boolean;
}

/**
 * Compares heads and says what goes which way (X1, X2). Pure: `branchOf` says on which of my branches a head of the
 * partner lies, undefined if I do not hold it.
 *
 * @param own my party in this programme
 * @param branches all branches of all feeds that I hold
 * @param theirs the heads that the partner says it holds
 */
export function planExchange(
  own: PartyCode,
  branches: readonly FeedBranch[],
  theirs: readonly Head[],
  branchOf: (head: Head) => number | undefined,
): ExchangePlan {
  const take = missingSince(branches, theirs)
    .filter(({ to }) => branchOf(to) === undefined)
    .toSorted((one, other) => Number(other.party === own) - Number(one.party === own));
  const pending = new Set(take.map(({ party }) => party));
  const give: Give[] = [];
  for (const branch of branches) {
    const feed = branches.filter((row) => row.party === branch.party);
    const after = theirs
      .filter(({ party }) => party === branch.party)
      .reduce((most, head) => Math.max(most, sharedUpTo(feed, branch, head, branchOf(head))), 0);
    if (after >= branch.seq) continue;
    if (pending.has(branch.party)) continue;
    const { hash, party, seq } = branch;
    give.push({ party, head: { party, seq, hash }, segments: segmentsOf(feed, branch.branch, after) });
  }
  const planAgain = branches.some(({ party }) => pending.has(party));
  return { take, give, isBehindOwn: pending.has(own), planAgain };
}

/** How many entries of `branch` lie on the chain up to a held head of the same feed. */
function sharedUpTo(
  feed: readonly FeedBranch[],
  branch: FeedBranch,
  head: Head,
  at: number | undefined,
): number {
  if (at === undefined) return 0;
  const path = pathOf(feed, branch.branch, branch.seq);
  const other = pathOf(feed, at, head.seq);
  let shared = 0;
  for (const [index, step] of path.entries()) {
    const twin = other[index];
    if (twin === undefined || twin.branch !== step.branch) break;
    shared = Math.min(step.to, twin.to);
    if (step.to !== twin.to) break;
  }
  return shared;
}

/** The way from entry 1 to entry `seq` of a branch, through the branches that it left. */
function pathOf(feed: readonly FeedBranch[], branch: number, seq: number): readonly Segment[] {
  const row = feed.find((candidate) => candidate.branch === branch);
  if (row === undefined) return [];
  // A head below the parting lies on the parent.
  if (row.parent !== null && seq <= row.partedAt) return pathOf(feed, row.parent, seq);
  const before = row.parent === null ? [] : pathOf(feed, row.parent, row.partedAt);
  return [...before, { branch, from: row.partedAt + 1, to: seq }];
}

/** What stands behind entry `after` on the way to the head of a branch, in order. */
export function segmentsOf(feed: readonly FeedBranch[], branch: number, after: number): readonly Segment[] {
  const seq = feed.find((candidate) => candidate.branch === branch)?.seq ?? 0;
  return pathOf(feed, branch, seq)
    .filter(({ to }) => to > after)
    .map((segment) => ({ ...segment, from: Math.max(segment.from, after + 1) }));
}

/**
 * Places at which to name what I hold of a chain, so that a partner finds the last entry we share in one question even
 * when we hold different branches: the head, then back by doubling steps, at last entry 1.
 */
export function locatorSeqs(head: number): readonly number[] {
  const seqs: number[] = [];
  for (let at = head, step = 1; at > 1; at -= step, step *= 2) seqs.push(at);
  return head < 1 ? [] : [...seqs, 1];
}
