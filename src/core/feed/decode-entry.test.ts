import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, KeyId, PartyCode } from '../bytes/ids.ts';
import { jsonValue } from '../bytes/json.fixture.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { decodeEntry } from './decode-entry.ts';
import { entryBytesMax } from './limits.ts';
import { decodeAt, type Place } from './next-entry.ts';

const hash = 'ab'.repeat(32) as Hash;
const place: Place = {
  programme: 'cd'.repeat(32) as Hash,
  party: 'VN' as PartyCode,
  seq: 42,
  prev: hash,
  key: 'ef'.repeat(16) as KeyId,
};
const head = { hash, party: 'LA', seq: 41 };
const sound: JsonObject = { ...place, body: { a: 1 }, time: '2026-11-21T08:00:00Z', type: 'position' };

function answer(change: Readonly<Record<string, Json | undefined>>): string {
  const value = Object.fromEntries(
    Object.entries({ ...sound, ...change }).filter(([, row]) => row !== undefined),
  );
  const decoded = attempt(() => decodeEntry(encodeCanonical(value as Json), testCrypto));
  return decoded instanceof BytesError ? decoded.code : 'ok';
}

test('F1 an entry has its fields, each in its form', () => {
  const line = encodeCanonical({ ...sound, heads: [head] });
  const { entry, hash: own } = decodeEntry(line, testCrypto);
  expect(entry).toEqual({ ...sound, heads: [head] });
  expect(own).toBe(testCrypto.sha256(line));
  expect(decodeEntry(encodeCanonical(sound), testCrypto).entry.heads).toEqual([]);
});

describe('F1 an entry of another shape is refused', () => {
  test.for<[string, Readonly<Record<string, Json | undefined>>, string]>([
    ['a field more', { extra: 1 }, 'entry.shape'],
    ['no body', { body: undefined }, 'entry.shape'],
    ['a body that is a list', { body: [] }, 'entry.shape'],
    ['a body that is null', { body: null }, 'entry.shape'],
    ['no key', { key: undefined }, 'entry.shape'],
    ['a key of another length', { key: 'ef' }, 'entry.shape'],
    ['a party in small letters', { party: 'vn' }, 'entry.shape'],
    ['prev in capitals', { prev: 'AB'.repeat(32) }, 'entry.shape'],
    ['a short programme', { programme: 'cd' }, 'entry.shape'],
    ['seq 0', { seq: 0 }, 'entry.shape'],
    ['seq as text', { seq: '42' }, 'entry.shape'],
    ['a type with a capital first', { type: 'Position' }, 'entry.shape'],
    ['an empty type', { type: '' }, 'entry.shape'],
    ['a type too long', { type: 'a'.repeat(65) }, 'entry.shape'],
    ['a day that does not exist', { time: '2026-02-30T08:00:00Z' }, 'entry.time'],
    ['heads that are empty', { heads: [] }, 'entry.heads'],
    ['heads that are no list', { heads: head }, 'entry.heads'],
    ['a head of the feed itself', { heads: [{ ...head, party: 'VN' }] }, 'entry.heads'],
    ['a head twice', { heads: [head, head] }, 'entry.heads'],
    ['heads out of order', { heads: [{ ...head, party: 'TH' }, head] }, 'entry.heads'],
    ['a head with more', { heads: [{ ...head, key: 1 }] }, 'entry.heads'],
    ['a head at 0', { heads: [{ ...head, seq: 0 }] }, 'entry.heads'],
    [
      'too many heads',
      {
        heads: Array.from({ length: 19 }, (_, at) => ({
          ...head,
          party: `A${String.fromCharCode(65 + at)}`,
        })),
      },
      'entry.heads',
    ],
  ])('%s', ([, change, code]) => {
    expect(answer({})).toBe('ok');
    expect(answer(change)).toBe(code);
  });
});

test('B2 a line of more than 65,536 bytes is refused', () => {
  const size = encodeCanonical({ ...sound, body: { a: '' } }).length;
  expect(answer({ body: { a: 'x'.repeat(entryBytesMax - size) } })).toBe('ok');
  expect(answer({ body: { a: 'x'.repeat(entryBytesMax - size + 1) } })).toBe('bytes.too-large');
  const line = encodeCanonical({ ...sound, body: { a: 'x'.repeat(entryBytesMax - size + 1) } });
  expect(() => decodeAt(place, line, testCrypto)).toThrow('bytes.too-large');
});

/** What the strict way says of a line at a place: its entry, or the code of the refusal. */
function strictly(line: Uint8Array): unknown {
  const decoded = attempt(() => decodeEntry(line, testCrypto));
  if (decoded instanceof BytesError) return decoded.code;
  const { entry } = decoded;
  const keys = ['programme', 'party', 'seq', 'prev', 'key'] as const;
  return keys.every((key) => entry[key] === place[key]) ? decoded : 'elsewhere';
}

function shortly(line: Uint8Array): unknown {
  const decoded = attempt(() => decodeAt(place, line, testCrypto));
  if (!(decoded instanceof BytesError)) return { entry: decoded.entry, hash: decoded.hash };
  return decoded.code.startsWith('feed.') ? 'elsewhere' : decoded.code;
}

const bodies = fc.dictionary(fc.constantFrom('a', 'heads', 'key', 'text', 'z'), jsonValue(), {
  noNullPrototype: true,
});
const lines = fc
  .record({
    body: bodies,
    heads: fc.constantFrom(undefined, [head], [head, { ...head, party: 'TH' }]),
    type: fc.constantFrom('position', 'accept', 'a'),
    time: fc.constantFrom('2026-11-21T08:00:00Z', '2024-02-29T23:59:59Z'),
  })
  .map(({ body, heads, time, type }) =>
    encodeCanonical({ ...place, body, time, type, ...(heads === undefined ? {} : { heads }) }),
  );

test('B1 the short way of decoding at a place gives what the strict way gives', () => {
  fc.assert(
    fc.property(lines, (line) => {
      expect(shortly(line)).toEqual(strictly(line));
      expect(shortly(line)).toBeTypeOf('object');
    }),
  );
});

const pieces = fc.constantFrom(
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ' ',
  '0',
  'a',
  ',"heads":[',
  '","type":"',
  '{"body":',
  '"key":"',
);
const edits = fc.record({
  at: fc.nat(),
  drop: fc.nat(3),
  put: fc.oneof(pieces, fc.string({ maxLength: 2 }), fc.constant('')),
});

test('B1 the short way refuses what the strict way refuses, for lines edited anywhere', () => {
  fc.assert(
    fc.property(lines, fc.array(edits, { minLength: 1, maxLength: 3 }), (line, changes) => {
      let text = new TextDecoder().decode(line);
      for (const { at, drop, put } of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + put + text.slice(place + drop);
      }
      const edited = new TextEncoder().encode(text);
      expect(shortly(edited)).toEqual(strictly(edited));
    }),
    { numRuns: 3_000 },
  );
});

test('B1 the short way refuses what the strict way refuses, for each bit of a line flipped', () => {
  const line = encodeCanonical({ ...sound, body: { a: ['ສະບາຍດີ', { b: -1 }], heads: '' }, heads: [head] });
  for (let bit = 0; bit < line.length * 8; bit += 1) {
    const flipped = line.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(shortly(flipped)).toEqual(strictly(flipped));
  }
});
