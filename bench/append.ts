import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import { createFolder } from '../src/store/folder.ts';
import { openStore } from '../src/store/sqlite-store.ts';
import { type Figures, timed } from './figures.ts';
import { placesOf } from './folder.ts';
import { makeWorld } from './world.ts';

const runBytes = 10_000;

/** Milliseconds of one write and fsync of as many bytes as a run has, on the same disk. */
export async function measureFsync({ dir, times }: { dir: string; times: number }): Promise<Figures> {
  const file = openSync(join(dir, 'fsync'), 'w');
  const bytes = Buffer.alloc(runBytes, 1);
  const ms = await timed(() => {
    for (let at = 0; at < times; at += 1) {
      writeSync(file, bytes);
      fsyncSync(file);
    }
  });
  closeSync(file);
  return { ms: ms / times };
}

/** Milliseconds from one acknowledged append to the next, with so many clients that each wait for theirs. */
export async function measureAppend({
  clients,
  dir,
  entries,
}: {
  clients: number;
  dir: string;
  entries: number;
}): Promise<Figures> {
  const root = join(dir, `append-${clients}`);
  createFolder(root, { party: 'VN' as PartyCode, names: { en: 'Bench' } });
  const store = await openStore(root);
  const world = makeWorld(entries);
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
