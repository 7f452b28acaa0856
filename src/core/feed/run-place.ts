import type { Crypto } from '../bytes/crypto.ts';
import type { Hash, PartyCode, ProgrammeId } from '../bytes/ids.ts';
import { type ReadRun, type Refused, readRun } from './accept-run.ts';
import type { ChainState } from './chain.ts';
import { decodeEntry, refused } from './decode-entry.ts';
import type { Run } from './entry.ts';

/** Where a run says that it stands, before anything but its first line has been looked at. */
export interface RunPlace {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  /** Seq of its first entry. */
  readonly first: number;
  /** Hash of the entry before it; the programme for entry 1. */
  readonly prev: Hash;
  /** Hashes of its lines, in order. */
  readonly hashes: readonly Hash[];
}

/**
 * Says where a received run belongs, so that a node can look up what it holds there: all of its hashes held means
 * nothing new; `prev` not held, a gap (X2); else {@link trimRun} and `acceptRun` behind the last entry held.
 *
 * @throws BytesError of the first line
 */
export function placeOf(run: Run, crypto: Crypto): RunPlace {
  const line = run.lines[0];
  if (line === undefined) throw refused('run.empty');
  const { entry } = decodeEntry(line, crypto);
  const { party, prev, programme, seq } = entry;
  return { programme, party, first: seq, prev, hashes: run.lines.map((row) => crypto.sha256(row)) };
}

/**
 * The run without its first entries, which are held already: partners may cut a feed into runs differently. The
 * signature covers the rest as it did the whole (F2).
 */
export function trimRun(run: Run, held: number): Run {
  return held === 0 ? run : { ...run, lines: run.lines.slice(held) };
}

/**
 * The chain behind the first `entries` of a run that has been accepted; for a branch that parts in mid-run. Nothing is
 * verified but place and encoding.
 */
export function chainWithin(chain: ChainState, run: Run, entries: number, crypto: Crypto): ReadRun | Refused {
  return readRun(chain, { ...run, lines: run.lines.slice(0, entries) }, crypto);
}
