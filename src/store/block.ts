import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, crc32, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';
import type { Hash, KeyId } from '../core/bytes/ids.ts';
import type { Run } from '../core/feed/entry.ts';
import { StoreError } from './errors.ts';

/** A run as storages hold it: its lines joined by line feeds, none at the end. */
export interface PackedRun {
  readonly first: number;
  readonly last: number;
  readonly key: KeyId;
  readonly signature: Uint8Array;
  readonly lines: Uint8Array;
}

/** A block is closed when it reaches one of these. A run is never divided, so a block may exceed them by one run. */
export const blockEntries = 4096;
export const blockBytes = 512 * 1024;

const lineFeed = 10;
const keyBytes = 16;
const signatureBytes = 64;
/** Count of entries, size of the lines, key, signature. */
const headBytes = 4 + 4 + keyBytes + signatureBytes;

/** Joins the lines of a run whose shape was checked, into a buffer of its own. */
export function packRun(run: Run, first: number, last: number): PackedRun {
  let size = run.lines.length - 1;
  for (const line of run.lines) size += line.length;
  const lines = new Uint8Array(size);
  let at = 0;
  for (const line of run.lines) {
    if (at > 0) lines[at++] = lineFeed;
    lines.set(line, at);
    at += line.length;
  }
  return { first, last, key: run.key, signature: new Uint8Array(run.signature), lines };
}

/** The run back from its joined lines; the lines are views of `packed.lines`. */
export function unpackRun(packed: PackedRun): Run {
  const { lines: joined, key, signature } = packed;
  const lines: Uint8Array[] = [];
  let from = 0;
  for (;;) {
    const end = joined.indexOf(lineFeed, from);
    if (end < 0) break;
    lines.push(joined.subarray(from, end));
    from = end + 1;
  }
  lines.push(joined.subarray(from));
  return { lines, key, signature };
}

/** The last line of a packed run: through `prev` its hash covers all lines before it. */
export function lastLine(packed: PackedRun): Uint8Array {
  return packed.lines.subarray(packed.lines.lastIndexOf(lineFeed) + 1);
}

/** The hash of one entry of a run: the SHA-256 of its line. */
export function hashOfEntry(packed: PackedRun, seq: number): Hash | undefined {
  const line = unpackRun(packed).lines[seq - packed.first];
  return line === undefined ? undefined : (createHash('sha256').update(line).digest('hex') as Hash);
}

/** Checksum of a run in a row: SQLite notices broken pages, not a changed byte within a value. */
export function runChecksum(packed: PackedRun): number {
  return crc32(packed.signature, crc32(packed.lines));
}

/**
 * Seals consecutive runs into one zstd frame with checksum. Inside: the number of runs (uint32, little endian), for each run
 * the number of its entries, the size of its lines (uint32 each), key id (16 bytes), signature (64 bytes); then all lines.
 */
export function sealBlock(runs: readonly PackedRun[]): Uint8Array {
  let size = 4 + runs.length * headBytes;
  for (const run of runs) size += run.lines.length;
  const bytes = Buffer.allocUnsafe(size);
  bytes.writeUInt32LE(runs.length, 0);
  let head = 4;
  let body = 4 + runs.length * headBytes;
  for (const run of runs) {
    bytes.writeUInt32LE(run.last - run.first + 1, head);
    bytes.writeUInt32LE(run.lines.length, head + 4);
    bytes.write(run.key, head + 8, keyBytes, 'hex');
    bytes.set(run.signature, head + 8 + keyBytes);
    bytes.set(run.lines, body);
    head += headBytes;
    body += run.lines.length;
  }
  const params = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };
  return zstdCompressSync(bytes, { params });
}

/** The runs of a block whose first entry is `first`. @throws StoreError `corrupt` */
export function openBlock(block: Uint8Array, first: number): PackedRun[] {
  return opened(first, () => runsIn(zstdDecompressSync(block, inOnePiece), first));
}

/** The same, unpacked on another thread. */
export async function openBlockAside(block: Uint8Array, first: number): Promise<PackedRun[]> {
  const bytes = await decompress(block, inOnePiece).catch((cause: unknown) => cause);
  return opened(first, () => {
    if (!Buffer.isBuffer(bytes)) throw bytes;
    return runsIn(bytes, first);
  });
}

const decompress = promisify(zstdDecompress);
/** A block is rarely larger than this: the default of 16 KB would unpack it in thirty pieces and join them. */
const inOnePiece = { chunkSize: blockBytes + 64 * 1024 };

function opened(first: number, open: () => PackedRun[]): PackedRun[] {
  try {
    return open();
  } catch (cause) {
    throw new StoreError('corrupt', `The sealed block that begins at entry ${first} cannot be read.`, {
      cause,
    });
  }
}

function runsIn(bytes: Buffer, first: number): PackedRun[] {
  const count = bytes.readUInt32LE(0);
  const runs: PackedRun[] = [];
  let head = 4;
  let body = 4 + count * headBytes;
  let next = first;
  for (let i = 0; i < count; i++) {
    const entries = bytes.readUInt32LE(head);
    const size = bytes.readUInt32LE(head + 4);
    const signatureAt = head + 8 + keyBytes;
    runs.push({
      first: next,
      last: next + entries - 1,
      key: bytes.toString('hex', head + 8, signatureAt) as KeyId,
      signature: viewOf(bytes, signatureAt, signatureBytes),
      lines: viewOf(bytes, body, size),
    });
    next += entries;
    head += headBytes;
    body += size;
  }
  return runs;
}

/** A view of some bytes that is no Buffer: those cost more to divide further, line by line. */
function viewOf(bytes: Buffer, from: number, size: number): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + from, size);
}

/** Cuts runs into full blocks, oldest first; `rest` is what does not fill one yet. */
export function cutBlocks(runs: readonly PackedRun[]): { full: PackedRun[][]; rest: PackedRun[] } {
  const full: PackedRun[][] = [];
  let rest: PackedRun[] = [];
  let entries = 0;
  let bytes = 0;
  for (const run of runs) {
    rest.push(run);
    entries += run.last - run.first + 1;
    bytes += run.lines.length;
    if (entries >= blockEntries || bytes >= blockBytes) {
      full.push(rest);
      rest = [];
      entries = 0;
      bytes = 0;
    }
  }
  return { full, rest };
}
