import { join } from 'node:path';
import { keyIdOf } from '../src/core/bytes/ed25519.ts';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import { openPouch } from '../src/core/exchange/open-pouch.ts';
import { packPouch } from '../src/core/exchange/pack-pouch.ts';
import type { PouchContent } from '../src/core/exchange/pouch.ts';
import type { Run } from '../src/core/feed/entry.ts';
import { frameRun, readFrames } from '../src/core/feed/run-frame.ts';
import { allKinds } from '../src/core/kinds/catalogue.ts';
import { makePouchTools } from '../src/node/exchange/pouch-tools.ts';
import { makeKeys, readKeys } from '../src/node/keys.ts';
import { silentLog } from '../src/node/log.ts';
import { Programme } from '../src/node/programme.ts';
import { createFolder } from '../src/store/folder.ts';
import { nodeCrypto, rawPublicKey, signerOf } from '../src/store/node-crypto.ts';
import { openStore } from '../src/store/sqlite-store.ts';
import { type Figures, timed } from './figures.ts';
import { fillStore } from './folder.ts';
import { type BenchWorld, makeWorld } from './world.ts';

/** Bytes of runs in one message, as nodes send them. */
const pageBytes = 1024 * 1024;

/**
 * Runs carried from one store to another as they travel: framed, read, accepted with every signature, durable, folded.
 * `ms` for all, and for the same through a pouch.
 */
export async function measureExchange({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  const world = makeWorld(entries);
  const from = await programmeAt(join(dir, 'from'), 'VN', world);
  await fillStore(from.store, world);
  const to = await programmeAt(join(dir, 'to'), 'LA', world);
  const ms = await timed(async () => {
    for (const { branch, party } of await from.store.branches(world.founding.programme)) {
      let page: Uint8Array[] = [];
      let size = 0;
      const give = async (): Promise<void> => {
        const { refused } = await to.programme.receive(readFrames(new Uint8Array(Buffer.concat(page))));
        if (refused.length > 0) throw new Error(`refused: ${refused[0]?.code}`);
        page = [];
        size = 0;
      };
      for await (const { run } of from.store.readRuns(world.founding.programme, party, branch)) {
        const frame = frameRun(run);
        if (size + frame.length > pageBytes) await give();
        page.push(frame);
        size += frame.length;
      }
      await give();
    }
  });
  await from.store.close();
  await to.store.close();
  return { ms };
}

async function programmeAt(root: string, party: string, { bytes, founding, signatures }: BenchWorld) {
  createFolder(root, { party, names: { en: `Bench ${party}` } });
  const store = await openStore(root);
  await store.append({ foundings: [{ programme: founding.programme, bytes, signatures }] });
  const parts = {
    store,
    founding,
    party: party as PartyCode,
    kinds: allKinds,
    crypto: nodeCrypto,
    now: Date.now,
    log: silentLog,
  };
  const operate = (): never => {
    throw new Error('nothing is said here');
  };
  return { store, programme: new Programme({ ...parts, operate }) };
}

/** A pouch with all entries: milliseconds to pack and to open it, and its bytes. */
export async function measurePouch({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  const keysFolder = join(dir, 'pouch-keys');
  await makeKeys(keysFolder);
  const keys = readKeys(keysFolder, nodeCrypto);
  const tools = makePouchTools(nodeCrypto, keys.identity);
  const world = makeWorld(entries, { exchange: keys.card.exchange, recipient: keys.card.recipient });
  const { founding } = world;
  const runsOf = (party: PartyCode): readonly Run[] =>
    world.runs.filter((row) => row.party === party).map(({ run }) => run);
  const feeds = founding.parties.map(({ party }) => ({ party, runs: runsOf(party) }));
  const content: PouchContent = { feeds, forks: [], receipts: [], attachments: [] };
  const key = keyIdOf(rawPublicKey(keys.exchange), nodeCrypto);
  const address = {
    programme: founding.programme,
    from: 'VN' as PartyCode,
    to: 'LA' as PartyCode,
    key,
    time: '2026-11-21T08:00:00Z',
    heads: [],
    recipient: keys.card.recipient,
  };
  let file = new Uint8Array();
  const packMs = await timed(async () => {
    file = new Uint8Array(await packPouch(address, content, signerOf(keys.exchange), tools));
  });
  const reader = { foundingOf: () => founding, ownIn: () => 'LA' as PartyCode };
  const openMs = await timed(async () => {
    const opened = await openPouch(file, reader, tools);
    if (!opened.ok) throw new Error(opened.code);
  });
  return { packMs, openMs, bytes: file.length };
}
