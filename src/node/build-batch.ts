import type { Crypto } from '../core/bytes/crypto.ts';
import { type AcceptedEntry, acceptRun } from '../core/feed/accept-run.ts';
import { buildRun, type Item } from '../core/feed/build-run.ts';
import type { ChainState } from '../core/feed/chain.ts';
import type { Head } from '../core/feed/entry.ts';
import { runBytesMax, runEntriesMax } from '../core/feed/limits.ts';
import type { RunAppend } from '../store/store.ts';
import type { Chain } from './chains.ts';
import type { Signer } from './keys.ts';
import { Refusal } from './problem.ts';
import { splitItems } from './split-items.ts';

/** Runs that say some items behind a chain, ready to be written together. */
export interface BuiltBatch {
  readonly runs: readonly RunAppend[];
  readonly entries: readonly AcceptedEntry[];
  /** The chain after them. */
  readonly state: ChainState;
}

/**
 * Builds and signs the runs that say items behind our chain; the first entry cites the heads that changed.
 *
 * @throws Refusal `lock.signing` when the key may not write there
 */
export function buildBatch(
  own: Chain,
  items: readonly Item[],
  cited: readonly Head[],
  time: string,
  by: Signer,
  crypto: Crypto,
): BuiltBatch {
  const [first, ...others] = items;
  const withHeads =
    first === undefined || cited.length === 0 ? items : [{ ...first, heads: cited }, ...others];
  const { branch, party } = own;
  let { state } = own;
  const runs: RunAppend[] = [];
  const entries: AcceptedEntry[] = [];
  for (const part of splitItems(withHeads, runEntriesMax, runBytesMax)) {
    const run = buildRun(state, part, time, by.id, by.sign, crypto);
    const accepted = acceptRun(state, run, crypto);
    if (!accepted.ok)
      throw new Refusal('lock.signing', { detail: `our key may not write here: ${accepted.code}` });
    const { hash: lastHash, seq: last } = accepted.chain;
    runs.push({ programme: state.programme, party, branch, run, first: state.seq + 1, last, lastHash });
    state = accepted.chain;
    entries.push(...accepted.entries);
  }
  return { runs, entries, state };
}
