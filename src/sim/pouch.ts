import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { joinBytes } from '../core/bytes/codec.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { bytesOf } from '../core/bytes/utf8.ts';
import { openPouch } from '../core/exchange/open-pouch.ts';
import { packPouch } from '../core/exchange/pack-pouch.ts';
import { segmentsOf } from '../core/exchange/plan-exchange.ts';
import { broken, type PouchContent, type PouchTools } from '../core/exchange/pouch.ts';
import type { Run } from '../core/feed/entry.ts';
import { keepBytes } from '../node/contents.ts';
import { branchesOf, headsOf, runsOf } from '../node/exchange/heads.ts';
import { ownReceipt, takeReceipt } from '../node/exchange/receipts.ts';
import type { Programme } from '../node/programme.ts';
import { allFiles, tellOwnHeads, tellOwnRuns, type Wire } from './exchange.ts';
import type { Machine } from './machine.ts';
import type { Random } from './random.ts';
import { promise } from './story.ts';

/** Packs everything that a machine holds and may give out for one party: the bytes of a file (X4). */
export async function packFor({ oracle }: Wire, machine: Machine, to: PartyCode): Promise<Uint8Array> {
  const { keys, party, programme, store } = machine;
  const heads = await headsOf(programme);
  const feeds = await feedsOf(programme);
  await tellOwnHeads(oracle, programme, heads);
  for (const { runs } of feeds) await tellOwnRuns(oracle, programme, runs);
  const receipt = await ownReceipt(programme);
  const founding = await store.founding(programme.id);
  const content: PouchContent = {
    feeds,
    forks: [],
    receipts: receipt === undefined ? [] : [receipt],
    attachments: [...(await allFiles(machine))].map(([hash, bytes]) => ({ hash, bytes })),
    ...(founding === null ? {} : { founding }),
  };
  const { exchange } = keys;
  const recipient = recipientOf(programme, to);
  const time = programme.time();
  const address = { programme: programme.id, from: party, to, key: exchange.id, time, heads, recipient };
  return packPouch(address, content, exchange.sign, toolsOf(programme));
}

/** Each branch as one stretch from entry 1, so that each stands by itself. */
async function feedsOf(programme: Programme): Promise<PouchContent['feeds']> {
  const branches = await branchesOf(programme);
  const feeds: { readonly party: PartyCode; readonly runs: readonly Run[] }[] = [];
  for (const { branch, party } of branches) {
    const feed = branches.filter((one) => one.party === party);
    const runs: Run[] = [];
    for await (const run of runsOf(programme, party, segmentsOf(feed, branch, 0))) runs.push(run);
    feeds.push({ party, runs });
  }
  return feeds;
}

/** Opens a pouch as a node does: to the last byte before the first write (X3). @returns what came of it */
export async function openOn(machine: Machine, file: Uint8Array): Promise<string> {
  const { party, programme, store } = machine;
  const reader = { foundingOf: () => programme.founding, ownIn: () => party };
  const opened = await openPouch(file, reader, toolsOf(programme));
  if (!opened.ok) return `refused ${opened.code}`;
  const { attachments, feeds, receipts } = opened.content;
  const runs = feeds.flatMap((feed) => feed.runs);
  const { fault } = await programme.preview(runs);
  if (fault !== undefined) return `refused ${fault}`;
  for (const { bytes, hash } of attachments) await keepBytes(store, hash, bytes);
  const received = await programme.receive(runs, opened.manifest.from);
  await programme.attachmentsCame();
  for (const note of receipts) await takeReceipt(programme, opened.manifest.from, note);
  return `${received.runs} new, ${received.held} held, ${attachments.length} files`;
}

/** X3: a file of which one byte was changed or the end is missing must be refused. @returns the code */
export async function openDamaged(machine: Machine, file: Uint8Array, random: Random): Promise<string> {
  const at = random.below(file.length);
  const damaged = random.oneIn(2) ? file.slice(0, at) : file.slice();
  if (damaged.length === file.length) damaged[at] = ((damaged[at] as number) + random.between(1, 255)) % 256;
  const told = await openOn(machine, damaged);
  promise(
    'X3',
    told.startsWith('refused '),
    () => `${machine.name} took a pouch damaged at byte ${at}: ${told}`,
  );
  return told;
}

function recipientOf({ founding }: Programme, to: PartyCode): string {
  return founding.parties.find(({ party }) => party === to)?.recipient ?? '';
}

/** Compression as it is, at once. For encryption a name stands in front: who reads a pouch is not what a world is about. */
function toolsOf(programme: Programme): PouchTools {
  const own = bytesOf(`${recipientOf(programme, programme.party)}\n`);
  const params = { [constants.ZSTD_c_compressionLevel]: 1 };
  return {
    crypto: programme.crypto,
    compress: async (bytes) => new Uint8Array(zstdCompressSync(bytes, { params })),
    decompress: async (bytes, size) =>
      new Uint8Array(zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, size) + 1 })),
    encrypt: async (bytes, recipient) => joinBytes([bytesOf(`${recipient}\n`), bytes]),
    decrypt: async (file) => {
      if (file.length < own.length) throw broken('pouch.truncated');
      if (Buffer.compare(file.subarray(0, own.length), own) !== 0) throw broken('pouch.wrong-recipient');
      return file.subarray(own.length);
    },
  };
}
