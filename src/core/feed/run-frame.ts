import { fromBase64, joinBytes, toBase64 } from '../bytes/codec.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { isKeyId } from '../bytes/ids.ts';
import { bytesOf } from '../bytes/utf8.ts';
import { refused } from './decode-entry.ts';
import type { Run } from './entry.ts';
import { runBytesMax, runEntriesMax } from './limits.ts';

/*
 * A run as it travels, in pouches, over HTTP and in proofs: `run <entries> <bytes> <key id> <signature>` and a line
 * feed, then that many lines of that many bytes in all, each with its line feed. Nothing between runs.
 */

/** No head of a run is longer, line feed included. */
const headBytesMax = 160;
const headForm = /^run ([1-9][0-9]{0,3}) ([1-9][0-9]{0,6}) ([0-9a-f]{32}) ([A-Za-z0-9+/]{86}==)$/;
const lineFeed = 0x0a;

/** The bytes of one run. */
export function frameRun(run: Run): Uint8Array<ArrayBuffer> {
  const size = run.lines.reduce((sum, line) => sum + line.length + 1, 0);
  const head = bytesOf(`run ${run.lines.length} ${size} ${run.key} ${toBase64(run.signature)}\n`);
  return joinBytes([head, ...run.lines.flatMap((line) => [line, Uint8Array.of(lineFeed)])]);
}

/** A run found in bytes, and where the next one begins. Its lines are views of these bytes. */
export interface FramedRun {
  readonly run: Run;
  readonly end: number;
}

/**
 * Reads the run that begins at `at`. Undefined if the bytes end before it does, and there may be more to come.
 *
 * @throws BytesError `run.frame`, `run.too-large`; whether the run stands is for `acceptRun` to say
 */
export function readFrame(bytes: Uint8Array, at: number): FramedRun | undefined {
  const headEnd = bytes.subarray(at, at + headBytesMax).indexOf(lineFeed);
  if (headEnd < 0) {
    if (bytes.length - at >= headBytesMax) throw refused('run.frame', 'head');
    return undefined;
  }
  const parts = headForm.exec(String.fromCharCode(...bytes.subarray(at, at + headEnd)));
  const key = parts?.[3];
  if (parts === null || !isKeyId(key)) throw refused('run.frame', 'head');
  const count = Number(parts[1]);
  const size = Number(parts[2]);
  if (count > runEntriesMax || size > runBytesMax) throw refused('run.too-large');
  const signature = attempt(() => fromBase64(parts[4] as string, 64));
  if (signature instanceof BytesError) throw refused('run.frame', 'signature');
  const start = at + headEnd + 1;
  const end = start + size;
  if (bytes.length < end) return undefined;
  return { run: { lines: linesOf(bytes.subarray(start, end), count), key, signature }, end };
}

/** Reads runs that fill the bytes to the last. Throws BytesError `run.frame`, `run.too-large`. */
export function readFrames(bytes: Uint8Array): readonly Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < bytes.length; ) {
    const framed = readFrame(bytes, at);
    if (framed === undefined) throw refused('run.frame', 'cut off');
    runs.push(framed.run);
    at = framed.end;
  }
  return runs;
}

function linesOf(bytes: Uint8Array, count: number): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, start)) {
    if (end === start) throw refused('run.frame', 'empty line');
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (lines.length !== count || start !== bytes.length) throw refused('run.frame', 'lines');
  return lines;
}
