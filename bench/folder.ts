import type { PartyCode } from '../src/core/bytes/ids.ts';
import { createFolder } from '../src/store/folder.ts';
import { nodeCrypto } from '../src/store/node-crypto.ts';
import { openStore, type SqliteStore } from '../src/store/sqlite-store.ts';
import type { RunAppend } from '../src/store/store.ts';
import type { BenchWorld } from './world.ts';

const batchRuns = 500;

/** Makes a node folder that holds a world, as if it had been exchanged. */
export async function makeFolder(root: string, world: BenchWorld, party: PartyCode): Promise<void> {
  createFolder(root, { party, names: { en: `Bench ${party}` } });
  const store = await openStore(root);
  await fillStore(store, world);
  await store.settle();
  await store.close();
}

/** Appends the runs of a world to a store, in batches. */
export async function fillStore(store: SqliteStore, world: BenchWorld): Promise<void> {
  const { bytes, founding, signatures } = world;
  await store.append({ foundings: [{ programme: founding.programme, bytes, signatures }] });
  const places = placesOf(world);
  for (let at = 0; at < places.length; at += batchRuns)
    await store.append({ runs: places.slice(at, at + batchRuns) });
}

/** The runs of a world with their places in the feeds. */
export function placesOf({ founding, runs }: BenchWorld): readonly RunAppend[] {
  const ends = new Map<PartyCode, number>();
  return runs.map(({ party, run }) => {
    const first = (ends.get(party) ?? 0) + 1;
    const last = first + run.lines.length - 1;
    ends.set(party, last);
    const lastHash = nodeCrypto.sha256(run.lines.at(-1) as Uint8Array);
    return { programme: founding.programme, party, branch: 0, run, first, last, lastHash };
  });
}
