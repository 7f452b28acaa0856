import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import { createFolder } from '../src/store/folder.ts';
import { openStore } from '../src/store/sqlite-store.ts';
import { type Figures, timed } from './figures.ts';
import { placesOf } from './folder.ts';
import { makeWorld } from './world.ts';

/** Milliseconds of one write and fsync of so many bytes, on the same disk. */
export async function measureFsync({
  bytes: size,
  dir,
  times,
}: {
  bytes: number;
  dir: string;
  times: number;
}): Promise<Figures> {
  const file = openSync(join(dir, 'fsync'), 'w');
  const bytes = Buffer.alloc(size, 1);
  const ms = await timed(() => {
    for (let at = 0; at < times; at += 1) {
      writeSync(file, bytes);
      fsyncSync(file);
    }
  });
  closeSync(file);
  return { ms: ms / times };
}

/**
 * Milliseconds from one acknowledged append to the next, with so many clients that each wait for theirs. An append is a run
 * of 1 to `most` entries.
 */
export async function measureAppend({
  clients,
  dir,
  entries,
  most,
}: {
  clients: number;
  dir: string;
  entries: number;
  most: number;
}): Promise<Figures> {
  const root = join(dir, `append-${clients}-${most}`);
  createFolder(root, { party: 'VN' as PartyCode, names: { en: 'Bench' } });
  const store = await openStore(root);
  const world = makeWorld(entries, undefined, most);
  const { bytes, founding, signatures } = world;
  await store.append({ foundings: [{ programme: founding.programme, bytes, signatures }] });
  const runs = placesOf(world);
  let next = 0;
  const client = async (): Promise<void> => {
    for (let run = runs[next++]; run !== undefined; run = runs[next++]) await store.append({ runs: [run] });
  };
  const ms = await timed(() => Promise.all(Array.from({ length: clients }, client)));
  await store.close();
  return { ms: ms / runs.length, runs: runs.length };
}
