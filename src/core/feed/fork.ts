import { joinBytes } from '../bytes/codec.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { type Hash, isHash, isPartyCode, type PartyCode, type ProgrammeId } from '../bytes/ids.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import { acceptRun } from './accept-run.ts';
import type { ChainState } from './chain.ts';
import { refused } from './decode-entry.ts';
import type { Head, Run } from './entry.ts';
import { frameRun, readFrame } from './run-frame.ts';

/**
 * Proof that a party signed two chains of its feed that part at one position (F6). It holds for whoever has the feed
 * up to `after`, or the founding if that is 0, and needs nothing else.
 */
export interface ForkProof {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  /** The entry behind which both branches begin: the last that ends a run of both, or the founding (0, programme). */
  readonly after: { readonly seq: number; readonly hash: Hash };
  /** The runs of each branch, up to the first that ends at or behind the parting; by hash of the first entry apart. */
  readonly branches: readonly [readonly Run[], readonly Run[]];
}

/** Where a proved fork parts: the first position with two entries, and the signed end of each branch in the proof. */
export interface Fork {
  readonly seq: number;
  readonly heads: readonly [Head, Head];
}

export type ForkCheck =
  | { readonly ok: true; readonly fork: Fork }
  /** `fork.*` for the proof as such, else the refusal of one of its runs. */
  | { readonly ok: false; readonly code: string };

/**
 * Makes the proof from two series of runs behind one chain. Undefined if they prove nothing: one goes on where the
 * other ends, or a run is refused before they part.
 */
export function proveFork(
  chain: ChainState,
  one: readonly Run[],
  other: readonly Run[],
  crypto: Crypto,
): ForkProof | undefined {
  const branches = [branchOf(chain, one, crypto), branchOf(chain, other, crypto)] as const;
  const parted = partingOf(branches);
  if (parted === undefined) return undefined;
  const start = lastSharedEnd(branches, parted);
  const [left, right] = branches.map(({ ends, hashes, runs }) => ({
    first: hashes[parted] as Hash,
    runs: runs.slice(ends.indexOf(start) + 1, endOfCut(ends, parted)),
  })) as [{ first: Hash; runs: Run[] }, { first: Hash; runs: Run[] }];
  const hash = start === 0 ? chain.hash : (branches[0].hashes[start - 1] as Hash);
  return {
    programme: chain.programme,
    party: chain.party,
    after: { seq: chain.seq + start, hash },
    branches: left.first < right.first ? [left.runs, right.runs] : [right.runs, left.runs],
  };
}

/** Checks a proof against the chain that ends where it begins (F6). */
export function checkForkProof(chain: ChainState, proof: ForkProof, crypto: Crypto): ForkCheck {
  const isPlaced =
    chain.programme === proof.programme &&
    chain.party === proof.party &&
    chain.seq === proof.after.seq &&
    chain.hash === proof.after.hash;
  if (!isPlaced) return { ok: false, code: 'fork.place' };
  const branches = [
    branchOf(chain, proof.branches[0], crypto),
    branchOf(chain, proof.branches[1], crypto),
  ] as const;
  const [left, right] = branches;
  const refusal = left.refusal ?? right.refusal;
  if (refusal !== undefined) return { ok: false, code: refusal };
  const parted = partingOf(branches);
  if (parted === undefined) return { ok: false, code: 'fork.none' };
  const isCut = branches.every(({ ends }) => endOfCut(ends, parted) === ends.length);
  const isOrdered = (left.hashes[parted] as Hash) < (right.hashes[parted] as Hash);
  if (!isCut || !isOrdered || lastSharedEnd(branches, parted) > 0) return { ok: false, code: 'fork.shape' };
  return { ok: true, fork: { seq: chain.seq + parted + 1, heads: [left.head, right.head] } };
}

interface Branch {
  readonly runs: readonly Run[];
  /** Hashes of its entries, from the first on. */
  readonly hashes: readonly Hash[];
  /** How many entries there are up to the end of each run. */
  readonly ends: readonly number[];
  readonly head: Head;
  /** Why its next run was refused. */
  readonly refusal?: string;
}

function branchOf(start: ChainState, runs: readonly Run[], crypto: Crypto): Branch {
  const hashes: Hash[] = [];
  const ends: number[] = [];
  let chain = start;
  let refusal: string | undefined;
  for (const run of runs) {
    const answer = acceptRun(chain, run, crypto);
    if (!answer.ok) {
      refusal = answer.code;
      break;
    }
    for (const { hash } of answer.entries) hashes.push(hash);
    ends.push(hashes.length);
    chain = answer.chain;
  }
  const head = { party: chain.party, seq: chain.seq, hash: chain.hash };
  const branch = { runs: runs.slice(0, ends.length), hashes, ends, head };
  return refusal === undefined ? branch : { ...branch, refusal };
}

type Branches = readonly [Branch, Branch];

/** How many entries two branches share before they part; undefined if they do not. */
function partingOf([left, right]: Branches): number | undefined {
  const at = left.hashes.findIndex((hash, index) => right.hashes[index] !== hash);
  return at < 0 || at >= right.hashes.length ? undefined : at;
}

/** The last number of shared entries at which a run of both ends; 0 if there is none. */
function lastSharedEnd([left, right]: Branches, parted: number): number {
  return left.ends.findLast((end) => end <= parted && right.ends.includes(end)) ?? 0;
}

/** How many runs a branch needs to show its first entry apart. */
function endOfCut(ends: readonly number[], parted: number): number {
  return 1 + ends.findIndex((end) => end > parted);
}

const forkForm =
  /^counterpart fork 1\n([0-9a-f]{64}) ([A-Z]+) (0|[1-9][0-9]{0,15}) ([0-9a-f]{64}) ([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\n/;

/**
 * The portable bytes of a proof: the line `counterpart fork 1`, the line `<programme> <party> <after seq> <after hash>
 * <runs of the one> <runs of the other>`, then the runs as they travel.
 */
export function encodeForkProof(proof: ForkProof): Uint8Array<ArrayBuffer> {
  const { after, branches, party, programme } = proof;
  const [one, other] = branches;
  const place = `${programme} ${party} ${after.seq} ${after.hash} ${one.length} ${other.length}`;
  return joinBytes([bytesOf(`counterpart fork 1\n${place}\n`), ...one.map(frameRun), ...other.map(frameRun)]);
}

/** Reads the portable bytes of a proof, to the last. Throws BytesError `fork.shape`, `run.*`. */
export function decodeForkProof(bytes: Uint8Array): ForkProof {
  const opening = attempt(() => textOf(bytes.subarray(0, lengthOfOpening(bytes))));
  const parts = opening instanceof BytesError ? null : forkForm.exec(opening);
  if (parts === null) throw refused('fork.shape', 'opening');
  const [, programme, party, seq, hash, ones, others] = parts;
  const isSound =
    isHash(programme) && isHash(hash) && isPartyCode(party) && Number.isSafeInteger(Number(seq));
  if (!isSound) throw refused('fork.shape', 'place');
  const runs: Run[] = [];
  let at = parts[0].length;
  while (at < bytes.length) {
    const framed = readFrame(bytes, at);
    if (framed === undefined) throw refused('fork.shape', 'cut off');
    runs.push(framed.run);
    at = framed.end;
  }
  if (runs.length !== Number(ones) + Number(others)) throw refused('fork.shape', 'runs');
  const branches = [runs.slice(0, Number(ones)), runs.slice(Number(ones))] as const;
  return { programme, party, after: { seq: Number(seq), hash }, branches };
}

function lengthOfOpening(bytes: Uint8Array): number {
  const first = bytes.indexOf(0x0a);
  return first < 0 ? 0 : Math.min(bytes.indexOf(0x0a, first + 1) + 1, 400);
}
