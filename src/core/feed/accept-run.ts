import type { Crypto } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { verifyRecord } from '../bytes/ed25519.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, KeyId, PartyCode } from '../bytes/ids.ts';
import { type ChainState, rootOf } from './chain.ts';
import type { FeedCode, InertCode } from './codes.ts';
import { applyControl, type Draft, draftOf, openFeed, rotateRoot } from './control.ts';
import { decodeEntry, refused } from './decode-entry.ts';
import type { Entry, Head, Run } from './entry.ts';
import { runBytesMax, runEntriesMax } from './limits.ts';

/** An entry that stands in its feed. */
export interface AcceptedEntry {
  readonly entry: Entry;
  readonly hash: Hash;
  /** The line as received, without line feed. */
  readonly bytes: Uint8Array;
  /** Why it has no effect, as far as its own feed decides (F4); the register may find more. */
  readonly inert?: InertCode;
}

export interface Accepted {
  readonly ok: true;
  readonly chain: ChainState;
  readonly entries: readonly AcceptedEntry[];
}

/** Nothing of the run stands. `seq` is the place of the first fault, `detail` says more without quoting. */
export interface Refused {
  readonly ok: false;
  /** Of `feedCodes` or `bytesCodes`. */
  readonly code: string;
  readonly seq: number;
  readonly detail: string;
}

/**
 * Accepts a run behind a chain, or refuses it whole: its encoding, its place, its key, its signature, in that order
 * (F1, F2, K1, K2, K4). The answer depends on the run's bytes and the feed before it alone (F3), so every node gives
 * the same. Content is not looked at, but for the entries by which the root keeps the keys; what those get wrong is
 * inert (F4), except `open` and `root`, without which no later signature means anything.
 */
export function acceptRun(chain: ChainState, run: Run, crypto: Crypto): Accepted | Refused {
  const read = readRun(chain, run, crypto);
  if (!read.ok) return read;
  if (!isSigned(read, run, crypto)) return refusal('feed.signature', read.chain.seq);
  return { ok: true, chain: read.chain, entries: read.entries };
}

/** A run of which all is checked but the signature. */
export interface ReadRun extends Accepted {
  /** Raw public key that must have signed its last line. */
  readonly signer: Uint8Array;
}

/** Whether the signature over a run's last line is valid (F2). */
export function isSigned(read: ReadRun, run: Run, crypto: Crypto): boolean {
  const last = run.lines[run.lines.length - 1] as Uint8Array;
  return verifyRecord(crypto, recordTypes.entry, last, read.signer, run.signature);
}

/** Everything of {@link acceptRun} but the signature. */
export function readRun(chain: ChainState, run: Run, crypto: Crypto): ReadRun | Refused {
  const first = chain.seq + 1;
  const size = run.lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (run.lines.length === 0) return refusal('run.empty', first);
  if (run.lines.length > runEntriesMax || size > runBytesMax) return refusal('run.too-large', first);
  let hash = chain.hash;
  const decoded: { readonly entry: Entry; readonly hash: Hash }[] = [];
  for (const line of run.lines) {
    const seq = chain.seq + decoded.length + 1;
    const next = attempt(() => {
      const row = decodeEntry(line, crypto);
      checkPlace(chain, row.entry, seq, hash, run.key);
      return row;
    });
    if (next instanceof BytesError) return { ok: false, code: next.code, seq, detail: next.detail };
    decoded.push(next);
    hash = next.hash;
  }
  const applied = attempt(() => apply(chain, run, decoded, crypto));
  if (applied instanceof BytesError)
    return { ok: false, code: applied.code, seq: first, detail: applied.detail };
  return applied;
}

/** F1: an entry belongs to this feed and stands where the entry before it ends. Throws `feed.*`. */
function checkPlace(chain: ChainState, entry: Entry, seq: number, prev: Hash, key: KeyId): void {
  if (entry.programme !== chain.programme) throw refused('feed.programme');
  if (entry.party !== chain.party) throw refused('feed.party');
  if (entry.seq > seq) throw refused('feed.gap', `entries ${seq} to ${entry.seq - 1} are missing`);
  if (entry.seq < seq) throw refused('feed.beside', `entry ${entry.seq} is held`);
  if (entry.prev !== prev) throw refused('feed.prev');
  if (entry.key !== key) throw refused('feed.key-mixed');
}

type DecodedEntry = { readonly entry: Entry; readonly hash: Hash };

/** Finds the run's public key and draws the state after it. Throws `feed.*`. */
function apply(chain: ChainState, run: Run, decoded: readonly DecodedEntry[], crypto: Crypto): ReadRun {
  const first = (decoded[0] as DecodedEntry).entry;
  const last = decoded[decoded.length - 1] as DecodedEntry;
  if (chain.seq === 0 && first.type !== 'open') throw refused('feed.not-open');
  const draft = draftOf(chain);
  if (chain.seq > 0 && first.type === 'root') rotateRoot(draft, first, crypto);
  if (decoded.some(({ entry }, at) => at > 0 && entry.type === 'root'))
    throw refused('feed.root-key', 'not first');
  const signer = signerOf(chain, draft, run.key, last.entry.seq);
  if (chain.seq === 0) openFeed(draft, first, crypto);
  const entries = decoded.map(({ entry, hash }, at): AcceptedEntry => {
    const bytes = run.lines[at] as Uint8Array;
    const inert = effect(draft, entry, crypto);
    return inert === undefined ? { entry, hash, bytes } : { entry, hash, bytes, inert };
  });
  const { cited, keys, nextRoot, roots } = draft;
  const after = { ...chain, seq: last.entry.seq, hash: last.hash, cited, keys, nextRoot, roots };
  return { ok: true, chain: after, entries, signer };
}

/** The public key of a run that reaches to `seq`: the root's, or one that may write there (K2). Throws `feed.key-*`. */
function signerOf(chain: ChainState, draft: Draft, id: KeyId, seq: number): Uint8Array {
  const root = rootOf(draft);
  if (root.id === id) return root.public;
  const key = chain.keys.get(id);
  if (key === undefined) throw refused('feed.key-unknown');
  if (!key.uses.includes('operate')) throw refused('feed.key-use');
  if (key.voidAfter !== undefined && seq > key.voidAfter)
    throw refused('feed.key-void', `void after ${key.voidAfter}`);
  return key.public;
}

/** Applies what an entry does to its own chain; why it does nothing, if so. */
function effect(draft: Draft, entry: Entry, crypto: Crypto): InertCode | undefined {
  for (const head of entry.heads) {
    const before = draft.cited.get(head.party);
    if (before !== undefined && head.seq < before.seq) return 'inert.head-back';
  }
  const inert = applyControl(draft, entry, crypto);
  if (inert === undefined && entry.heads.length > 0) draft.cited = withHeads(draft.cited, entry.heads);
  return inert;
}

function withHeads(
  cited: ReadonlyMap<PartyCode, Head>,
  heads: readonly Head[],
): ReadonlyMap<PartyCode, Head> {
  const after = new Map(cited);
  for (const head of heads) after.set(head.party, head);
  return after;
}

function refusal(code: FeedCode, seq: number, detail = ''): Refused {
  return { ok: false, code, seq, detail };
}
