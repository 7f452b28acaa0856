import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Hash } from '../core/bytes/ids.ts';
import type { ExportFiles } from '../core/exchange/verify-export.ts';

const chunkBytes = 128 * 1024;

/** An exported programme in a folder of the disk. Anything in it that is no folder counts as a file. */
export function diskFiles(folder: string): ExportFiles {
  return {
    list: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    chunks: (name) => chunksOf(join(folder, name)),
    hash: (name) => hashOfFile(join(folder, name)),
  };
}

/** A file in pieces, each a buffer of its own, since lines are kept as views of them. */
export function* chunksOf(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(chunkBytes);
      const size = readSync(file, chunk);
      if (size === 0) return;
      yield size === chunkBytes ? chunk : chunk.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

export function hashOfFile(path: string): Hash {
  const hash = createHash('sha256');
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest('hex') as Hash;
}
