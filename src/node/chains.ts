import type { Crypto } from '../core/bytes/crypto.ts';
import { attempt, BytesError } from '../core/bytes/error.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import { type AcceptedEntry, readRun } from '../core/feed/accept-run.ts';
import { type ChainState, openChain } from '../core/feed/chain.ts';
import { decodeEntry } from '../core/feed/decode-entry.ts';
import type { Run } from '../core/feed/entry.ts';
import type { Founding } from '../core/feed/founding.ts';
import type { Store } from '../store/store.ts';

/** One chain of one feed as this node holds it. Branch 0 is the chain seen first; another one leaves `parent` after `partedAt`. */
export interface Chain {
  readonly party: PartyCode;
  readonly branch: number;
  readonly parent: number | null;
  readonly partedAt: number;
  readonly state: ChainState;
  /** Hash of entry `seq`, from 1, shared ones included. */
  readonly hashAt: (seq: number) => Hash | undefined;
}

/** Where a run belongs. */
export type Placed =
  | { readonly at: 'held' }
  /** Goes on with a chain; `run` holds only the lines that are new. */
  | { readonly at: 'end'; readonly party: PartyCode; readonly branch: number; readonly run: Run }
  /** Parts from a chain after `partedAt`; `run` begins right there. */
  | {
      readonly at: 'parting';
      readonly party: PartyCode;
      readonly parent: number;
      readonly partedAt: number;
      readonly run: Run;
    }
  /** What stands before `first` is not here (X2). */
  | { readonly at: 'gap'; readonly party: PartyCode; readonly first: number; readonly held: number }
  | { readonly at: 'refused'; readonly code: string; readonly party?: PartyCode; readonly seq?: number };

/**
 * Finds where a run belongs among the chains of its feed, by the hash it stands on. The same entries may come under a
 * later signature than the one we hold: only what is new of them is kept, since a signature covers all before it (F2).
 */
export function placeRun(
  founding: Founding,
  chainsOf: (party: PartyCode) => readonly Chain[],
  run: Run,
  crypto: Crypto,
): Placed {
  const line = run.lines[0];
  if (line === undefined) return { at: 'refused', code: 'run.empty' };
  const first = attempt(() => decodeEntry(line, crypto).entry);
  if (first instanceof BytesError) return { at: 'refused', code: first.code };
  const { party, prev, seq } = first;
  if (first.programme !== founding.programme) return { at: 'refused', code: 'feed.programme', party, seq };
  if (!founding.parties.some((one) => one.party === party))
    return { at: 'refused', code: 'feed.party', party, seq };
  const chains = chainsOf(party);
  if (chains.length === 0) {
    return seq === 1 ? { at: 'end', party, branch: 0, run } : { at: 'gap', party, first: seq, held: 0 };
  }
  const hashes = run.lines.map((one) => crypto.sha256(one));
  let deepest: { readonly chain: Chain; readonly shared: number } | undefined;
  for (const chain of chains) {
    const before = seq === 1 ? founding.programme : chain.hashAt(seq - 1);
    if (before !== prev) continue;
    const differs = hashes.findIndex((hash, at) => chain.hashAt(seq + at) !== hash);
    if (differs < 0) return { at: 'held' };
    if (seq + differs - 1 === chain.state.seq) {
      return { at: 'end', party, branch: chain.branch, run: tail(run, differs) };
    }
    if (deepest === undefined || differs > deepest.shared) deepest = { chain, shared: differs };
  }
  if (deepest === undefined)
    return { at: 'gap', party, first: seq, held: Math.max(...chains.map((chain) => chain.state.seq)) };
  const { chain, shared } = deepest;
  return { at: 'parting', party, parent: chain.branch, partedAt: seq + shared - 1, run: tail(run, shared) };
}

const tail = (run: Run, from: number): Run => (from === 0 ? run : { ...run, lines: run.lines.slice(from) });

/** The state of a chain after one of its entries, and all entries up to there. */
export interface Replayed {
  readonly state: ChainState;
  readonly entries: readonly AcceptedEntry[];
}

/** A stored feed that does not read back as it was accepted. */
export class FeedDamaged extends Error {
  override readonly name = 'FeedDamaged';
}

/**
 * Reads a chain again from the store up to an entry, which need not end a run. Signatures were checked when the runs were
 * accepted; hashes and the chain are checked again.
 *
 * @throws FeedDamaged
 */
export async function replay(
  store: Store,
  founding: Founding,
  chain: Pick<Chain, 'party' | 'branch' | 'parent' | 'partedAt'>,
  parents: readonly Pick<Chain, 'party' | 'branch' | 'parent' | 'partedAt'>[],
  upTo: number,
  crypto: Crypto,
  /** Runs accepted and not yet stored, by `<party> <branch>`. */
  pending: ReadonlyMap<string, readonly Run[]> = new Map(),
): Promise<Replayed> {
  const parent = chain.parent === null ? undefined : parents.find((one) => one.branch === chain.parent);
  const start =
    parent === undefined
      ? startOf(founding, chain.party)
      : await replay(store, founding, parent, parents, Math.min(upTo, chain.partedAt), crypto, pending);
  const entries = [...start.entries];
  let state = start.state;
  const apply = (run: Run): void => {
    const lines = run.lines.slice(0, Math.max(0, upTo - state.seq)).map((line) => line.slice());
    if (lines.length === 0) return;
    const read = readRun(state, { ...run, lines }, crypto);
    if (!read.ok) throw new FeedDamaged(`${chain.party} ${read.seq}: ${read.code}`);
    state = read.chain;
    for (const entry of read.entries) entries.push(entry);
  };
  if (state.seq < upTo && (await isStored(store, founding, chain))) {
    for await (const { run } of store.readRuns(
      founding.programme,
      chain.party,
      chain.branch,
      state.seq + 1,
    )) {
      apply(run);
      if (state.seq >= upTo) break;
    }
  }
  for (const run of pending.get(`${chain.party} ${chain.branch}`) ?? []) apply(run);
  return { state, entries };
}

async function isStored(
  store: Store,
  founding: Founding,
  { branch, party }: Pick<Chain, 'party' | 'branch'>,
): Promise<boolean> {
  return (await store.branches(founding.programme)).some(
    (one) => one.party === party && one.branch === branch,
  );
}

/** A feed before its first entry. */
export function startOf(founding: Founding, party: PartyCode): Replayed {
  const state = openChain(founding, party);
  if (state === undefined) throw new FeedDamaged(`${party} is no party of this programme`);
  return { state, entries: [] };
}
