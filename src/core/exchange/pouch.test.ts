import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { joinBytes, toBase64 } from '../bytes/codec.ts';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { BytesError } from '../bytes/error.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { bytesOf } from '../bytes/utf8.ts';
import { acceptRuns } from '../feed/accept-runs.ts';
import { proveFork } from '../feed/fork.ts';
import { signReceipt } from '../feed/receipt.ts';
import { frameRun } from '../feed/run-frame.ts';
import { extend, notes, openFeedOf, twoParties } from '../feed/world.fixture.ts';
import { openPouch, type PouchReader } from './open-pouch.ts';
import { type PouchAddress, packPouch } from './pack-pouch.ts';
import { type PouchContent, type PouchTools, pouchBytesMax, pouchSectionsMax } from './pouch.ts';

const world = twoParties();
const { founding } = world;
const exchange = testKey(13);
const [vn, la] = ['VN', 'LA'] as PartyCode[] as [PartyCode, PartyCode];

/** No encryption, so that every byte of the inside can be reached. */
const open: PouchTools = {
  crypto: testCrypto,
  compress: async (bytes) => new Uint8Array(zstdCompressSync(bytes)),
  decompress: async (bytes, size) =>
    new Uint8Array(zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, size) })),
  encrypt: async (bytes) => bytes,
  decrypt: async (file) => file,
};

const laReader: PouchReader = {
  foundingOf: (programme) => (programme === founding.programme ? founding : undefined),
  ownIn: () => la,
};
const stranger: PouchReader = { foundingOf: () => undefined, ownIn: () => la };

const start = openFeedOf(world, 'VN');
const feed = extend(start, notes(2, 'ສະບາຍດີ'));
const branch = extend(start, notes(1, 'another'));
const proof = proveFork(start.chain, feed.runs.slice(1), branch.runs.slice(1), testCrypto);
const head = { party: vn, seq: feed.chain.seq, hash: feed.chain.hash };
const content: PouchContent = {
  founding: { bytes: world.bytes, signatures: world.signatures },
  feeds: [
    { party: vn, runs: feed.runs },
    { party: vn, runs: branch.runs.slice(1) },
  ],
  forks: proof === undefined ? [] : [proof],
  receipts: [
    signReceipt(
      { programme: founding.programme, signer: vn, heads: [head] },
      exchange.public,
      exchange.sign,
      testCrypto,
    ),
  ],
  attachments: [{ hash: testCrypto.sha256(bytesOf('file')), bytes: bytesOf('file') }],
};
const address: PouchAddress = {
  programme: founding.programme,
  from: vn,
  to: la,
  key: exchange.id,
  time: '2026-11-21T08:00:00Z',
  heads: [head],
  recipient: founding.parties[1]?.recipient ?? '',
};
const pouch = await packPouch(address, content, exchange.sign, open);

async function codeOf(file: Uint8Array, reader = laReader, tools = open): Promise<string> {
  const answer = await openPouch(file, reader, tools);
  return answer.ok ? 'ok' : answer.code;
}

/** A pouch of any manifest and sections, correctly signed. */
function forged(
  change: (manifest: JsonObject) => JsonObject,
  bodies: readonly Uint8Array[],
  behind = '',
): Uint8Array {
  const packed = bodies.map((body) => new Uint8Array(zstdCompressSync(body)));
  const sections: Json = packed.map((bytes, at) => ({
    hash: testCrypto.sha256(bytes),
    kind: 'attachment',
    packed: bytes.length,
    size: bodies[at]?.length ?? 0,
  }));
  const { recipient: _, ...plain } = address;
  const manifest = encodeCanonical(change({ ...plain, heads: [], sections }));
  const signature = toBase64(signRecord(exchange.sign, recordTypes.pouch, manifest));
  const opening = joinBytes([bytesOf('COUNTERPART-POUCH 1\n'), manifest, bytesOf(`\n${signature}\n`)]);
  return joinBytes([opening, ...packed, bytesOf(behind)]);
}

const same = (manifest: JsonObject): JsonObject => manifest;
const sectionsOf = (manifest: JsonObject): JsonObject[] => manifest['sections'] as unknown as JsonObject[];

test('X4 a pouch opens to what was packed, branches, proofs, receipts and attachments included', async () => {
  const answer = await openPouch(pouch, laReader, open);
  if (!answer.ok) throw new Error(answer.code);
  expect(answer.manifest).toMatchObject({ from: 'VN', to: 'LA', heads: [head] });
  const { attachments, feeds, forks, receipts } = answer.content;
  expect(feeds.map(({ runs }) => runs.length).toSorted()).toEqual([1, 2]);
  const trunk = feeds.find(({ runs }) => runs.length === 2);
  expect(acceptRuns(start.chain, trunk?.runs.slice(1) ?? [], testCrypto).chain).toEqual(feed.chain);
  expect(forks).toEqual([proof]);
  expect(receipts).toEqual(content.receipts);
  expect(attachments).toEqual(content.attachments);
  expect(answer.content.founding?.bytes).toEqual(world.bytes);
});

test('X4 equal content gives equal bytes inside, in whatever order it was given', async () => {
  const turned = {
    ...content,
    feeds: content.feeds.toReversed(),
    attachments: [...content.attachments, ...content.attachments],
  };
  expect(await packPouch(address, turned, exchange.sign, open)).toEqual(pouch);
});

test('X4 a first pouch brings the founding, judged by its own roots', async () => {
  const answer = await openPouch(pouch, stranger, open);
  expect(answer).toMatchObject({ ok: true, founding: { programme: founding.programme } });
  const bare = await packPouch(address, { ...content, founding: undefined } as never, exchange.sign, open);
  expect(await codeOf(bare, stranger)).toBe('pouch.sender');
  expect(await codeOf(bare)).toBe('ok');
  const [first] = world.signatures;
  const unsigned = {
    ...content,
    founding: { bytes: world.bytes, signatures: first === undefined ? [] : [first] },
  };
  expect(await codeOf(await packPouch(address, unsigned, exchange.sign, open), stranger)).toBe(
    'founding.signature',
  );
});

test('X3 X4 any byte of a pouch flipped is refused', async () => {
  for (let at = 0; at < pouch.length; at += 1) {
    const flipped = pouch.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
    expect({ at, code: await codeOf(flipped, stranger) }).not.toEqual({ at, code: 'ok' });
  }
});

test('X3 X4 a pouch cut at any byte is refused, and named so', async () => {
  const codes = new Set<string>();
  for (let at = 0; at < pouch.length; at += 1) codes.add(await codeOf(pouch.subarray(0, at)));
  expect([...codes]).toEqual(['pouch.truncated']);
});

test('X4 something behind the last section is refused', async () => {
  expect(await codeOf(joinBytes([pouch, Uint8Array.of(0)]))).toBe('pouch.trailing');
  expect(await codeOf(joinBytes([pouch, pouch]))).toBe('pouch.trailing');
});

test('X4 a pouch for somebody else is refused', async () => {
  expect(await codeOf(pouch, { ...laReader, ownIn: () => vn })).toBe('pouch.wrong-recipient');
  expect(await codeOf(pouch, { ...laReader, ownIn: () => undefined })).toBe('pouch.wrong-recipient');
  const sealed: PouchTools = {
    ...open,
    decrypt: () => Promise.reject(new BytesError('pouch.wrong-recipient')),
  };
  expect(await codeOf(pouch, laReader, sealed)).toBe('pouch.wrong-recipient');
});

test('X4 an unknown version is refused as such', async () => {
  const later = joinBytes([bytesOf('COUNTERPART-POUCH 2\n'), pouch.subarray(20)]);
  expect(await codeOf(later)).toBe('pouch.unknown-version');
  expect(await codeOf(bytesOf('age-encryption.org/v1\n'))).toBe('pouch.flipped');
});

describe('X4 B6 the sender signs, with the exchange key of the founding', () => {
  test('and nobody else can', async () => {
    expect(await codeOf(await packPouch(address, content, testKey(23).sign, open))).toBe('pouch.signature');
    expect(await codeOf(await packPouch(address, content, testKey(10).sign, open))).toBe('pouch.signature');
    const bare = (message: Uint8Array): Uint8Array => exchange.sign(message.subarray(1));
    expect(await codeOf(await packPouch(address, content, bare, open))).toBe('pouch.signature');
  });

  test('B6 X4 as the party whose key it is', async () => {
    expect(await codeOf(await packPouch({ ...address, from: la }, content, exchange.sign, open))).toBe(
      'pouch.sender',
    );
    const third = { ...address, from: 'TH' as PartyCode };
    expect(await codeOf(await packPouch(third, content, exchange.sign, open))).toBe('pouch.sender');
  });
});

describe('X4 sections signed by a dishonest sender', () => {
  const [one, two] = [bytesOf('one'), bytesOf('two')].toSorted((a, b) =>
    testCrypto.sha256(new Uint8Array(zstdCompressSync(a))) <
    testCrypto.sha256(new Uint8Array(zstdCompressSync(b)))
      ? -1
      : 1,
  ) as [Uint8Array, Uint8Array];

  const kind = (name: string) => (manifest: JsonObject) => ({
    ...manifest,
    sections: sectionsOf(manifest).map((row) => ({ ...row, kind: name })),
  });
  const size = (change: JsonObject) => (manifest: JsonObject) => ({
    ...manifest,
    sections: sectionsOf(manifest).map((row) => ({ ...row, ...change })),
  });
  const frames = joinBytes(feed.runs.map(frameRun));
  const foreign = extend(openFeedOf(twoParties(2), 'VN'), notes(1)).runs.map(frameRun);

  test.for<[string, () => Uint8Array, string]>([
    ['in order are fine', () => forged(same, [one, two]), 'ok'],
    ['none at all are fine', () => forged(same, []), 'ok'],
    ['doubled', () => forged(same, [one, one]), 'pouch.section-duplicate'],
    ['out of order', () => forged(same, [two, one]), 'pouch.section-order'],
    ['of an unknown kind', () => forged(kind('other'), [one]), 'pouch.manifest'],
    ['with something behind', () => forged(same, [one], 'x'), 'pouch.trailing'],
    ['larger packed than there is', () => forged(size({ packed: 1_000 }), [one]), 'pouch.truncated'],
    ['larger unpacked than said', () => forged(size({ size: 2 }), [one]), 'pouch.size'],
    ['smaller unpacked than said', () => forged(size({ size: 4 }), [one]), 'pouch.size'],
    ['larger than allowed', () => forged(size({ size: pouchBytesMax + 1 }), [one]), 'pouch.size'],
    ['with another hash', () => forged(size({ hash: '0'.repeat(64) }), [one]), 'pouch.flipped'],
    ['with a negative size', () => forged(size({ packed: -1 }), [one]), 'pouch.size'],
    ['a bomb', () => forged(size({ size: 100 }), [new Uint8Array(10_000_000)]), 'pouch.size'],
    ['a feed that is none', () => forged(kind('feed'), [one]), 'run.frame'],
    ['an empty feed', () => forged(kind('feed'), [new Uint8Array(0)]), 'pouch.section'],
    ['a feed of another programme', () => forged(kind('feed'), [joinBytes(foreign)]), 'pouch.section'],
    ['a feed cut off', () => forged(kind('feed'), [frames.subarray(0, -1)]), 'run.frame'],
    ['a fork proof that is none', () => forged(kind('fork'), [one]), 'fork.shape'],
    ['a founding that is none', () => forged(kind('founding'), [one]), 'pouch.section'],
    ['two foundings', () => forged(kind('founding'), [one, two]), 'pouch.section-duplicate'],
    [
      'a receipt larger than any',
      () => forged(size({ kind: 'receipt', size: 70_000 }), [new Uint8Array(70_000)]),
      'pouch.size',
    ],
    ['with more', () => forged(size({ more: 1 }), [one]), 'pouch.manifest'],
    ['a manifest with more', () => forged((manifest) => ({ ...manifest, more: 1 }), [one]), 'pouch.manifest'],
    [
      'a manifest without heads',
      () => forged((manifest) => ({ ...manifest, heads: 1 }), [one]),
      'message.shape',
    ],
    [
      'of too many',
      () => forged((manifest) => ({ ...manifest, sections: Array(pouchSectionsMax + 1).fill(0) }), []),
      'pouch.manifest',
    ],
  ])('%s', async ([, make, code]) => {
    expect(await codeOf(make())).toBe(code);
  });
});

test('X5 an attachment is named by its SHA-256, whatever it holds', async () => {
  const answer = await openPouch(forged(same, [bytesOf('../../x')]), laReader, open);
  expect(answer).toMatchObject({
    ok: true,
    content: { attachments: [{ hash: testCrypto.sha256(bytesOf('../../x')) }] },
  });
});

test('X4 a pouch that would be too large is not packed', async () => {
  const huge = { length: pouchBytesMax + 1 } as unknown as Uint8Array;
  const attachment = { hash: '0'.repeat(64) as Hash, bytes: huge };
  await expect(
    packPouch(address, { ...content, attachments: [attachment] }, exchange.sign, open),
  ).rejects.toThrow('pouch.size');
});
