import { testCrypto } from '../bytes/crypto.fixture.ts';
import { bytesOf } from '../bytes/utf8.ts';
import type { Run } from '../feed/entry.ts';
import type { World } from '../feed/world.fixture.ts';
import {
  exportName,
  exportRun,
  exportStretches,
  isSummed,
  pemOf,
  sumsName,
  sumsText,
} from './export-files.ts';
import { signatureLines } from './founding-file.ts';
import type { FeedBranch } from './plan-exchange.ts';
import type { ExportFiles } from './verify-export.ts';
import { verifyText } from './verify-text.ts';

export type Files = ReadonlyMap<string, Uint8Array>;

/** A feed's branches and the runs that each holds behind its parting. */
export interface StoredFeed {
  readonly branches: readonly (FeedBranch & { readonly runs: readonly Run[] })[];
}

/** Exports as a node does, into memory. */
export function exportWorld(
  world: World,
  feeds: readonly StoredFeed[],
  keys: readonly Uint8Array[],
  attachments: readonly Uint8Array[] = [],
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  files.set('founding.json', world.bytes);
  files.set('founding.sigs', bytesOf(signatureLines(world.founding, world.signatures)));
  files.set('VERIFY.md', bytesOf(verifyText()));
  for (const key of keys) files.set(`keys/${testCrypto.sha256(key).slice(0, 32)}.pem`, bytesOf(pemOf(key)));
  for (const bytes of attachments) files.set(`attachments/${testCrypto.sha256(bytes)}`, bytes);
  for (const { branches } of feeds) {
    for (const stretch of exportStretches(branches)) {
      const stored = branches.find(({ branch }) => branch === stretch.branch);
      if (stored === undefined) throw new Error('no such branch');
      const parts: { readonly feed: Uint8Array; readonly signature: Uint8Array }[] = [];
      let first = stored.partedAt + 1;
      for (const run of stored.runs) {
        parts.push(exportRun(run, first, stretch));
        first += run.lines.length;
      }
      const feed = Buffer.concat(parts.map((part) => part.feed));
      const signatures = Buffer.concat(parts.map((part) => part.signature));
      const firstHash = testCrypto.sha256(feed.subarray(0, feed.indexOf(0x0a)));
      const name = exportName(stored.party, stretch.isBeginning, firstHash);
      files.set(`feeds/${name}.jsonl`, new Uint8Array(feed));
      files.set(`signatures/${name}.tsv`, new Uint8Array(signatures));
    }
  }
  return withSums(files);
}

/** The files with the sums that fit them. */
export function withSums(files: Files): Map<string, Uint8Array> {
  const sums = [...files]
    .filter(([name]) => isSummed(name))
    .map(([name, bytes]) => [name, testCrypto.sha256(bytes)] as const);
  return new Map(files).set(sumsName, bytesOf(sumsText(sums)));
}

/** Files in memory as `verifyExport` reads them, in chunks of a few bytes. */
export function inMemory(files: Files, chunkSize = 100): ExportFiles {
  const read = (name: string): Uint8Array => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`no file ${name}`);
    return bytes;
  };
  return {
    list: () => [...files.keys()],
    read,
    *chunks(name) {
      const bytes = read(name);
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    },
    hash: (name) => testCrypto.sha256(read(name)),
  };
}
