import type { Crypto } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { verifyRecord } from '../bytes/ed25519.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { KeyId, PartyCode } from '../bytes/ids.ts';
import { type ChainState, rootOf } from './chain.ts';
import type { FeedCode, InertCode } from './codes.ts';
import { applyControl, type Draft, draftOf, openFeed, rotateRoot } from './control.ts';
import { refused } from './decode-entry.ts';
import type { Entry, Head, Run } from './entry.ts';
import { runBytesMax, runEntriesMax } from './limits.ts';
import { type DecodedLine, decodeAt } from './next-entry.ts';

/** An entry that stands in its feed. */
export interface AcceptedEntry extends DecodedLine {
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
  const { party, programme } = chain;
  const decoded: DecodedLine[] = [];
  let prev = chain.hash;
  try {
    for (const line of run.lines) {
      const seq = first + decoded.length;
      const next = decodeAt({ programme, party, seq, prev, key: run.key }, line, crypto);
      decoded.push(next);
      prev = next.hash;
    }
  } catch (error) {
    if (!(error instanceof BytesError)) throw error;
    return { ok: false, code: error.code, seq: first + decoded.length, detail: error.detail };
  }
  const applied = attempt(() => apply(chain, run, decoded, crypto));
  if (applied instanceof BytesError)
    return { ok: false, code: applied.code, seq: first, detail: applied.detail };
  return applied;
}

/** Finds the run's public key and draws the state after it. Throws `feed.*`. */
function apply(chain: ChainState, run: Run, decoded: readonly DecodedLine[], crypto: Crypto): ReadRun {
  const first = (decoded[0] as DecodedLine).entry;
  const last = decoded[decoded.length - 1] as DecodedLine;
  if (chain.seq === 0 && first.type !== 'open') throw refused('feed.not-open');
  const draft = draftOf(chain);
  if (chain.seq > 0 && first.type === 'root') rotateRoot(draft, first, crypto);
  if (decoded.some(({ entry }, at) => at > 0 && entry.type === 'root'))
    throw refused('feed.root-key', 'not first');
  const signer = signerOf(chain, draft, run.key, last.entry.seq);
  if (chain.seq === 0) openFeed(draft, first, crypto);
  const entries = decoded.map((line): AcceptedEntry => {
    const inert = effect(draft, line.entry, crypto);
    return inert === undefined ? line : { ...line, inert };
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
