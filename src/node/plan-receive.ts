import type { Crypto } from '../core/bytes/crypto.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import { type AcceptedEntry, acceptRun } from '../core/feed/accept-run.ts';
import type { ChainState } from '../core/feed/chain.ts';
import type { Run } from '../core/feed/entry.ts';
import type { Founding } from '../core/feed/founding.ts';
import type { RunAppend, Store } from '../store/store.ts';
import { type Chain, type Placed, placeRun, replay, startOf } from './chains.ts';

/** A run that stands, with what admitting it takes. */
export interface PlannedRun {
  readonly append: RunAppend;
  readonly place: Pick<Chain, 'party' | 'branch' | 'parent' | 'partedAt'>;
  /** To be admitted: of a new branch all from entry 1. */
  readonly entries: readonly AcceptedEntry[];
  readonly state: ChainState;
  readonly isNewBranch: boolean;
}

export interface RefusedRun {
  readonly code: string;
  readonly party?: PartyCode;
  readonly seq?: number;
}

/** What taking in runs will do; nothing is written yet. */
export interface ReceivePlan {
  readonly runs: readonly PlannedRun[];
  readonly held: number;
  readonly waiting: readonly { readonly run: Run; readonly placed: Extract<Placed, { at: 'gap' }> }[];
  readonly refused: readonly (RefusedRun & { readonly run: Run })[];
}

interface World {
  readonly store: Store;
  readonly founding: Founding;
  readonly crypto: Crypto;
}

/**
 * Finds for each run, in any order, where it stands, and accepts it there (F3, X2): against the chains that are held and the
 * runs of the same batch that go before it.
 */
export async function planReceive(
  world: World,
  held: ReadonlyMap<PartyCode, readonly Chain[]>,
  runs: readonly Run[],
): Promise<ReceivePlan> {
  const chains = new Map<PartyCode, Chain[]>([...held].map(([party, list]) => [party, [...list]]));
  const pending = new Map<string, PendingBranch>();
  const planned: PlannedRun[] = [];
  const refused: ReceivePlan['refused'][number][] = [];
  let waiting: ReceivePlan['waiting'][number][] = [];
  let heldRuns = 0;
  let open: readonly Run[] = runs;
  for (let moved = true; moved && open.length > 0; ) {
    moved = false;
    waiting = [];
    for (const run of open) {
      const placed = placeRun(world.founding, (party) => chains.get(party) ?? [], run, world.crypto);
      if (placed.at === 'held') heldRuns += 1;
      else if (placed.at === 'refused') refused.push({ ...placed, run });
      else if (placed.at === 'gap') waiting.push({ run, placed });
      else {
        const taken = await take(world, chains, pending, placed);
        if ('code' in taken) refused.push({ ...taken, run });
        else {
          planned.push(taken);
          moved = true;
        }
      }
    }
    open = waiting.map((one) => one.run);
  }
  return { runs: planned, held: heldRuns, waiting, refused };
}

/** Entries of a feed that have not come, from the first to the last of them. */
export interface FeedGap {
  readonly party: PartyCode;
  readonly from: number;
  readonly to: number;
}

/** What stands between the feeds held and the runs that wait, by party, in order (X2). */
export function gapsBefore(waiting: ReceivePlan['waiting']): readonly FeedGap[] {
  const gaps: FeedGap[] = [];
  const inOrder = waiting.toSorted((one, other) => {
    const [a, b] = [one.placed, other.placed];
    return a.party === b.party ? a.first - b.first : a.party < b.party ? -1 : 1;
  });
  let reach = { party: '', to: 0 };
  for (const { placed, run } of inOrder) {
    const { first, held, party } = placed;
    if (reach.party !== party) reach = { party, to: held };
    // A run within what is held parts from it: of the way there at least the entry before it is missing.
    const from = first > held ? reach.to + 1 : Math.max(1, first - 1);
    const last = gaps.at(-1);
    if (from < first && !(last?.party === party && last.to >= first - 1))
      gaps.push({ party, from, to: first - 1 });
    reach = { party, to: Math.max(reach.to, first + run.lines.length - 1) };
  }
  return gaps;
}

/** What a plan has put on one branch so far. */
interface PendingBranch {
  readonly runs: Run[];
  /** By seq. One map for the whole branch: a chain of functions, each asking the one before, overflows on a large pouch. */
  readonly hashes: Map<number, Hash>;
}

async function take(
  world: World,
  chains: Map<PartyCode, Chain[]>,
  pending: Map<string, PendingBranch>,
  placed: Extract<Placed, { at: 'end' | 'parting' }>,
): Promise<PlannedRun | RefusedRun> {
  const { party, run } = placed;
  const { crypto, founding, store } = world;
  const list = chains.get(party) ?? [];
  const isNewBranch = placed.at === 'parting';
  const known = list.find((one) => one.branch === (isNewBranch ? placed.parent : placed.branch));
  const before =
    known === undefined
      ? startOf(founding, party)
      : isNewBranch
        ? await replay(store, founding, known, list, placed.partedAt, crypto, runsOf(pending))
        : { state: known.state, entries: [] };
  const accepted = acceptRun(before.state, run, crypto);
  if (!accepted.ok) return { code: accepted.code, party, seq: accepted.seq };
  const branch = isNewBranch ? list.length : (known?.branch ?? 0);
  const place = isNewBranch
    ? { party, branch, parent: placed.parent, partedAt: placed.partedAt }
    : { party, branch, parent: known?.parent ?? null, partedAt: known?.partedAt ?? 0 };
  const entries = isNewBranch ? [...before.entries, ...accepted.entries] : accepted.entries;
  const name = `${party} ${branch}`;
  const planned = pending.get(name);
  const { hashes, runs } = planned ?? { hashes: new Map<number, Hash>(), runs: [] };
  runs.push(run);
  for (const one of entries) hashes.set(one.entry.seq, one.hash);
  pending.set(name, { hashes, runs });
  const below = isNewBranch ? undefined : known?.hashAt;
  const hashAt =
    planned !== undefined && below !== undefined ? below : (seq: number) => hashes.get(seq) ?? below?.(seq);
  const chain: Chain = { ...place, state: accepted.chain, hashAt };
  // By branch: a run that parts below the parting of another branch must find the trunk first.
  chains.set(
    party,
    [...list.filter((one) => one.branch !== branch), chain].sort((one, other) => one.branch - other.branch),
  );
  const append: RunAppend = {
    programme: founding.programme,
    party,
    branch,
    run,
    first: before.state.seq + 1,
    last: accepted.chain.seq,
    lastHash: accepted.chain.hash,
    ...(isNewBranch ? { parent: placed.parent } : {}),
  };
  return { append, place, entries, state: accepted.chain, isNewBranch };
}

const runsOf = (pending: ReadonlyMap<string, PendingBranch>): ReadonlyMap<string, readonly Run[]> =>
  new Map([...pending].map(([name, { runs }]) => [name, runs]));
