import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { constants, createZstdCompress } from 'node:zlib';
import { diskFiles } from '../src/cli/disk-files.ts';
import { nodePlaces } from '../src/cli/place.ts';
import { writeExport } from '../src/cli/write-export.ts';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import type { Figures } from './figures.ts';
import { makeFolder } from './folder.ts';
import { makeWorld } from './world.ts';

const silent = { add: () => {}, total: () => {}, end: () => {} };

/** Makes a node folder of so many entries, `dir/node`, and its export, `dir/export`; tells what they take on the disk. */
export async function makePlace({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  const folder = join(dir, 'node');
  await makeFolder(folder, makeWorld(entries), 'VN' as PartyCode);
  const [place] = nodePlaces(folder);
  if (place === undefined) throw new Error('no programme');
  await writeExport(place, join(dir, place.programme), silent);
  const feeds = feedsOf(join(dir, place.programme));
  const raw = feeds.reduce((sum, path) => sum + statSync(path).size, 0);
  const disk = sizeOf(folder, /^feeds\.sqlite/);
  return { entries, raw, disk, zstd: await zstdSize(join(dir, place.programme)) };
}

/** The export that `makePlace` wrote. */
export function exportIn(dir: string): string {
  const name = readdirSync(dir).find((one) => /^[0-9a-f]{64}$/.test(one));
  if (name === undefined) throw new Error('no export');
  return join(dir, name);
}

function feedsOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'feeds')).map((name) => join(folder, 'feeds', name));
}

function sizeOf(folder: string, names: RegExp): number {
  return readdirSync(folder)
    .filter((name) => names.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Bytes of the raw lines in one zstd frame each feed, at the level that blocks and pouches use. */
async function zstdSize(folder: string): Promise<number> {
  const files = diskFiles(folder);
  let size = 0;
  for (const name of files.list().filter((one) => one.startsWith('feeds/'))) {
    const packer = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 6 } });
    packer.on('data', (chunk: Buffer) => (size += chunk.length));
    const ended = new Promise((resolve) => packer.once('end', resolve));
    for (const chunk of files.chunks(name)) {
      if (!packer.write(chunk)) await new Promise((resolve) => packer.once('drain', resolve));
    }
    packer.end();
    await ended;
  }
  return size;
}
