import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import { acceptRun } from './accept-run.ts';
import { buildRun } from './build-run.ts';
import type { ChainState } from './chain.ts';
import { decodeEntry } from './decode-entry.ts';
import type { Run } from './entry.ts';
import { runBytesMax, runEntriesMax } from './limits.ts';
import { extend, notes, openFeedOf, time, twoParties } from './world.fixture.ts';

const world = twoParties();
const feed = openFeedOf(world, 'VN');

/** 'ok', or code and place of the refusal. */
function answer(chain: ChainState, run: Run): string {
  const accepted = acceptRun(chain, run, testCrypto);
  return accepted.ok ? 'ok' : `${accepted.code} at ${accepted.seq}`;
}

/** A run of one entry behind the opened feed, its fields changed and signed all the same. */
function changed(change: JsonObject, chain = feed.chain, key = feed.key): Run {
  const run = buildRun(chain, notes(1), time, key.id, key.sign, testCrypto);
  const { entry } = decodeEntry(run.lines[0] as Uint8Array, testCrypto);
  const { heads: _, ...fields } = entry;
  const line = encodeCanonical({ ...fields, ...change });
  return { lines: [line], key: key.id, signature: signRecord(key.sign, recordTypes.entry, line) };
}

test('F1 F2 a run behind its feed is accepted and moves the head', () => {
  const run = buildRun(feed.chain, notes(3), time, feed.key.id, feed.key.sign, testCrypto);
  const accepted = acceptRun(feed.chain, run, testCrypto);
  if (!accepted.ok) throw new Error(accepted.code);
  expect(accepted.chain).toMatchObject({ seq: 4, hash: testCrypto.sha256(run.lines[2] as Uint8Array) });
  expect(accepted.entries.map(({ entry }) => entry.seq)).toEqual([2, 3, 4]);
  expect(accepted.entries.map(({ bytes }) => bytes)).toEqual(run.lines);
  expect(feed.chain.seq).toBe(1);
});

describe('F1 only its party writes a feed, in one chain', () => {
  test.for<[string, JsonObject, string]>([
    ['another party', { party: 'LA' }, 'feed.party at 2'],
    ['another programme', { programme: '0'.repeat(64) }, 'feed.programme at 2'],
    ['a gap', { seq: 4 }, 'feed.gap at 2'],
    ['a jump to 2^53 - 1', { seq: Number.MAX_SAFE_INTEGER }, 'feed.gap at 2'],
    ['a place that is taken', { seq: 1 }, 'feed.beside at 2'],
    ['another entry before it', { prev: '0'.repeat(64) }, 'feed.prev at 2'],
    ['another key inside', { key: '0'.repeat(32) }, 'feed.key-mixed at 2'],
  ])('%s is refused', ([, change, expected]) => {
    expect(answer(feed.chain, changed({}))).toBe('ok');
    expect(answer(feed.chain, changed(change))).toBe(expected);
  });
});

test('F1 an entry of B in the feed of A is refused, though B signed it', () => {
  const other = openFeedOf(world, 'LA');
  const run = buildRun(other.chain, notes(1), time, other.key.id, other.key.sign, testCrypto);
  expect(answer(feed.chain, run)).toBe('feed.party at 2');
  const posing = changed({ key: other.key.id }, feed.chain, other.key);
  expect(answer(feed.chain, posing)).toBe('feed.key-unknown at 2');
});

test('F1 an entry of another programme is refused', () => {
  const other = openFeedOf(twoParties(2), 'VN');
  expect(answer(feed.chain, changed({}, other.chain))).toBe('feed.programme at 2');
});

test('F2 a run reaches to its signature: entries added behind or left out are refused', () => {
  const run = buildRun(feed.chain, notes(3), time, feed.key.id, feed.key.sign, testCrypto);
  expect(answer(feed.chain, { ...run, lines: run.lines.slice(0, 2) })).toBe('feed.signature at 3');
  expect(answer(feed.chain, { ...run, lines: run.lines.slice(1) })).toBe('feed.gap at 2');
  expect(answer(feed.chain, { ...run, lines: run.lines.toReversed() })).toBe('feed.gap at 2');
  expect(answer(feed.chain, { ...run, lines: [] })).toBe('run.empty at 2');
  const more = buildRun(feed.chain, notes(4), time, feed.key.id, feed.key.sign, testCrypto);
  expect(answer(feed.chain, { ...more, signature: run.signature })).toBe('feed.signature at 5');
});

test('F2 B6 a signature made for another kind of record is refused', () => {
  const run = buildRun(feed.chain, notes(1), time, feed.key.id, feed.key.sign, testCrypto);
  for (const type of Object.values(recordTypes)) {
    const signature = signRecord(feed.key.sign, type, run.lines[0] as Uint8Array);
    expect(answer(feed.chain, { ...run, signature })).toBe(
      type === recordTypes.entry ? 'ok' : 'feed.signature at 2',
    );
  }
  const bare = feed.key.sign(run.lines[0] as Uint8Array);
  expect(answer(feed.chain, { ...run, signature: bare })).toBe('feed.signature at 2');
});

test('F2 a run with any bit flipped or any byte cut is refused', () => {
  const items = [{ type: 'note', body: { a: 'ສະ', b: [1, { c: null }] } }];
  const run = buildRun(feed.chain, items, time, feed.key.id, feed.key.sign, testCrypto);
  const line = run.lines[0] as Uint8Array;
  for (let at = 0; at < line.length; at += 1) {
    for (let bit = 1; bit < 256; bit *= 2) {
      const flipped = line.map((byte, index) => (index === at ? byte ^ bit : byte));
      expect(answer(feed.chain, { ...run, lines: [flipped] })).not.toBe('ok');
    }
    expect(answer(feed.chain, { ...run, lines: [line.subarray(0, at)] })).not.toBe('ok');
    const without = Uint8Array.of(...line.subarray(0, at), ...line.subarray(at + 1));
    expect(answer(feed.chain, { ...run, lines: [without] })).not.toBe('ok');
  }
  for (let at = 0; at < 64; at += 1) {
    const signature = run.signature.map((byte, index) => (index === at ? byte ^ 1 : byte));
    expect(answer(feed.chain, { ...run, signature })).toBe('feed.signature at 2');
    expect(answer(feed.chain, { ...run, signature: run.signature.subarray(0, at) })).toBe(
      'feed.signature at 2',
    );
  }
});

test('F3 the answer depends on the feed before and the bytes alone: not on time, heads, type or body', () => {
  const far = '9999-12-31T23:59:59Z';
  const heads = [{ party: 'TH' as PartyCode, seq: 2 ** 53 - 1, hash: '0'.repeat(64) as Hash }];
  const items = [
    { type: 'unknownType', body: { a: 1 } },
    { type: 'act', body: {}, heads },
    { type: 'keys', body: { nonsense: true } },
  ];
  const run = buildRun(feed.chain, items, far, feed.key.id, feed.key.sign, testCrypto);
  expect(answer(feed.chain, run)).toBe('ok');
  const again = acceptRun(openFeedOf(world, 'VN').chain, structuredClone(run), testCrypto);
  expect(again).toEqual(acceptRun(feed.chain, run, testCrypto));
});

test('F3 cutting a feed into runs differently gives the same entries and the same chain', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), (cuts) => {
      let long = feed;
      for (const count of cuts) long = extend(long, notes(count));
      const lines = long.runs.slice(1).flatMap((run) => run.lines);
      const signature = long.runs.at(-1)?.signature as Uint8Array;
      const whole = acceptRun(feed.chain, { lines, key: feed.key.id, signature }, testCrypto);
      expect(whole).toMatchObject({ ok: true, chain: long.chain });
    }),
    { numRuns: 20 },
  );
});

test('F2 a run has at most 1,024 entries and 4 MiB', () => {
  const many = notes(runEntriesMax + 1);
  expect(() => buildRun(feed.chain, many, time, feed.key.id, feed.key.sign, testCrypto)).toThrow(
    'run.too-large',
  );
  const run = buildRun(feed.chain, notes(runEntriesMax), time, feed.key.id, feed.key.sign, testCrypto);
  expect(answer(feed.chain, run)).toBe('ok');
  expect(answer(feed.chain, { ...run, lines: [...run.lines, run.lines[0] as Uint8Array] })).toBe(
    'run.too-large at 2',
  );
  const big = notes(66, 'x'.repeat(65_000));
  expect(() => buildRun(feed.chain, big, time, feed.key.id, feed.key.sign, testCrypto)).toThrow(
    'run.too-large',
  );
  const line = new Uint8Array(runBytesMax);
  expect(answer(feed.chain, { ...run, lines: [line] })).toBe('run.too-large at 2');
  expect(() => buildRun(feed.chain, [], time, feed.key.id, feed.key.sign, testCrypto)).toThrow('run.empty');
  const long = notes(1, 'x'.repeat(66_000));
  expect(() => buildRun(feed.chain, long, time, feed.key.id, feed.key.sign, testCrypto)).toThrow(
    'run.too-large',
  );
});

test('F5 a head that goes back makes its entry inert, and does not count', () => {
  const head = (seq: number) => ({ party: 'LA' as PartyCode, seq, hash: String(seq).repeat(64) as Hash });
  const items = [5, 3, 4, 5, 6].map((seq) => ({ type: 'note', body: {}, heads: [head(seq)] }));
  const run = buildRun(feed.chain, items, time, feed.key.id, feed.key.sign, testCrypto);
  const accepted = acceptRun(feed.chain, run, testCrypto);
  if (!accepted.ok) throw new Error(accepted.code);
  const back = 'inert.head-back';
  expect(accepted.entries.map(({ inert }) => inert)).toEqual([undefined, back, back, undefined, undefined]);
  expect(accepted.chain.cited.get('LA' as PartyCode)).toEqual(head(6));
});

test('F4 an entry of an unknown type is kept', () => {
  const run = buildRun(
    feed.chain,
    [{ type: 'later', body: {} }],
    time,
    feed.key.id,
    feed.key.sign,
    testCrypto,
  );
  expect(acceptRun(feed.chain, run, testCrypto)).toMatchObject({
    ok: true,
    entries: [{ entry: { type: 'later' } }],
  });
  expect(testKey(12).id).toBe(feed.key.id);
});
