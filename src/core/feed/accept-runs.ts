import type { Crypto } from '../bytes/crypto.ts';
import { type AcceptedEntry, isSigned, type ReadRun, type Refused, readRun } from './accept-run.ts';
import type { ChainState } from './chain.ts';
import type { Run } from './entry.ts';

/** How far a series of runs stands. */
export interface AcceptedRuns {
  /** The chain up to the last run that stands. */
  readonly chain: ChainState;
  /** The entries of the runs that stand, in order. */
  readonly entries: readonly AcceptedEntry[];
  /** How many of the runs stand, from the first on. */
  readonly runs: number;
  /** Why the run behind them does not; absent when all stand. */
  readonly fault?: Refused;
}

interface Pending {
  readonly run: Run;
  readonly read: ReadRun;
  /** Counts up to and with this run. */
  readonly entries: number;
  readonly runs: number;
}

/**
 * Accepts a series of runs, verifying only the last signature of neighbours by one key: it covers those before it
 * through the chain (F2). For reading again what has been accepted; what a partner sends goes through `acceptRun`. All
 * entries are held until it answers: a long feed is given in blocks of some dozen runs.
 *
 * The answer is that of accepting each segment of one key as a single run, and as far as `acceptRun` takes the runs
 * one by one both give the same chain and entries: what a run changes never depends on where another of the same key
 * ended. They differ only over a false inner signature with a valid one behind it: `acceptRun` stops there, this
 * function goes on, since a feed reaches to its last valid signature. If the last one of a segment is false, those
 * before it are tried, last first.
 */
export function acceptRuns(start: ChainState, runs: Iterable<Run>, crypto: Crypto): AcceptedRuns {
  const entries: AcceptedEntry[] = [];
  let pending: Pending[] = [];
  let settled = { chain: start, entries: 0, runs: 0 };
  let fault: Refused | undefined;
  const settle = (): boolean => {
    const valid = pending.findLastIndex(({ read, run }) => isSigned(read, run, crypto));
    const last = pending[valid];
    if (last !== undefined) settled = { chain: last.read.chain, entries: last.entries, runs: last.runs };
    const isWhole = valid === pending.length - 1;
    const first = pending[valid + 1];
    if (!isWhole && first !== undefined) {
      fault = { ok: false, code: 'feed.signature', seq: first.read.chain.seq, detail: '' };
    }
    pending = [];
    return isWhole;
  };
  let count = 0;
  let before: Pending | undefined;
  for (const run of runs) {
    if (before !== undefined && before.run.key !== run.key && !settle()) break;
    const read = readRun(before?.read.chain ?? start, run, crypto);
    if (!read.ok) {
      fault = read;
      break;
    }
    for (const entry of read.entries) entries.push(entry);
    count += 1;
    before = { run, read: { ...read, entries: [] }, entries: entries.length, runs: count };
    pending.push(before);
  }
  if (pending.length > 0) {
    const found = fault;
    // A false signature lies before what was found behind it.
    if (settle()) fault = found;
  }
  const accepted = { chain: settled.chain, entries: entries.slice(0, settled.entries), runs: settled.runs };
  return fault === undefined ? accepted : { ...accepted, fault };
}
