import { fromBase64 } from '../bytes/codec.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { isKeyId, type KeyId } from '../bytes/ids.ts';
import { textOf } from '../bytes/utf8.ts';
import { type AcceptedEntry, acceptRun } from '../feed/accept-run.ts';
import type { ChainState } from '../feed/chain.ts';
import { entryBytesMax, runEntriesMax } from '../feed/limits.ts';
import { broken } from './pouch.ts';

/** A signature as an export keeps it. */
export interface ExportedSignature {
  /** The entry that it is over. */
  readonly seq: number;
  readonly key: KeyId;
  readonly signature: Uint8Array;
}

/** How far the lines stand. */
export interface VerifiedLines {
  readonly ok: true;
  /** The chain up to the last signed line. */
  readonly chain: ChainState;
  /** Lines behind it: they stand only if the signature of a branch covers them. */
  readonly rest: readonly Uint8Array[];
  /** How many lines there were. */
  readonly lines: number;
}

/** The first fault of a file. */
export interface LineFault {
  readonly ok: false;
  readonly code: string;
  /** Counted from 1. */
  readonly line: number;
  readonly detail: string;
}

/**
 * Verifies the lines of an exported feed as they come: each run behind the last, every signature. Stops at the first
 * fault and names its line.
 *
 * @param start the chain behind which the first line stands
 * @param carried lines before the first one that no signature covers yet, from the file that this one goes on
 * @param visit told of each run's entries once they stand
 */
export function verifyExportedFeed(
  start: ChainState,
  carried: readonly Uint8Array[],
  lines: Iterable<Uint8Array>,
  signatures: readonly ExportedSignature[],
  crypto: Crypto,
  visit: (entries: readonly AcceptedEntry[]) => void = () => {},
): VerifiedLines | LineFault {
  let chain = start;
  let open: Uint8Array[] = [...carried];
  let line = 0;
  let next = 0;
  try {
    for (const bytes of lines) {
      line += 1;
      open.push(bytes);
      const signed = signatures[next];
      const seq = chain.seq + open.length;
      if (open.length > runEntriesMax)
        return { ok: false, code: 'run.too-large', line, detail: 'no signature' };
      if (signed === undefined || seq < signed.seq) continue;
      const run = { lines: open, key: signed.key, signature: signed.signature };
      const answer = signed.seq === seq ? acceptRun(chain, run, crypto) : undefined;
      if (answer === undefined)
        return { ok: false, code: 'export.signatures', line, detail: `line ${next + 1}` };
      if (!answer.ok) {
        const { code, detail } = answer;
        // A line carried over has been placed by its own file; a fault in it is named at this file's first line.
        return { ok: false, code, line: Math.max(1, line - (seq - answer.seq)), detail };
      }
      visit(answer.entries);
      chain = answer.chain;
      open = [];
      next += 1;
    }
  } catch (error) {
    // The lines themselves could not be read.
    if (error instanceof BytesError)
      return { ok: false, code: error.code, line: line + 1, detail: error.detail };
    throw error;
  }
  if (next < signatures.length) {
    return { ok: false, code: 'export.signatures', line, detail: `line ${next + 1} has no entry` };
  }
  return { ok: true, chain, rest: open, lines: line };
}

/** Reads a file of signatures. Throws BytesError `export.signatures`, with the line in its detail. */
export function readExportedSignatures(bytes: Uint8Array): readonly ExportedSignature[] {
  const text = attempt(() => textOf(bytes));
  if (text instanceof BytesError) throw broken('export.signatures');
  if (text === '') return [];
  if (!text.endsWith('\n')) throw broken('export.signatures', 'cut off');
  let before = 0;
  return text
    .slice(0, -1)
    .split('\n')
    .map((row, at) => {
      const [seq = '', key, base64 = '', ...more] = row.split('\t');
      const signature = attempt(() => fromBase64(base64, 64));
      const isSound =
        /^[1-9][0-9]{0,15}$/.test(seq) && isKeyId(key) && more.length === 0 && Number(seq) > before;
      if (!isSound || signature instanceof BytesError) throw broken('export.signatures', `line ${at + 1}`);
      before = Number(seq);
      return { seq: before, key, signature };
    });
}

/**
 * Cuts chunks of a file into lines without their line feeds. Throws BytesError `bytes.too-large` for a line longer than
 * any entry, `export.unsigned` for a last line without its line feed.
 */
export function* linesOf(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  for (const chunk of chunks) {
    let bytes = chunk;
    if (rest.length > 0) {
      bytes = new Uint8Array(rest.length + chunk.length);
      bytes.set(rest);
      bytes.set(chunk, rest.length);
    }
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > entryBytesMax) throw new BytesError('bytes.too-large', 'line');
  }
  if (rest.length > 0) throw broken('export.unsigned', 'the last line is cut off');
}
