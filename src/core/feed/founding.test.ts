import { describe, expect, test } from 'vitest';
import { toBase64 } from '../bytes/codec.ts';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import { fingerprintOf } from './fingerprint.ts';
import {
  cardBytes,
  foundingBytes,
  makeCard,
  parseCard,
  parseFounding,
  partyListHash,
  verifyFounding,
} from './founding.ts';
import { twoParties } from './world.fixture.ts';

const { bytes, founding, signatures } = twoParties();
const value = JSON.parse(new TextDecoder().decode(bytes)) as { parties: JsonObject[] } & JsonObject;
const [vn, la] = value.parties as [JsonObject, JsonObject];

function codeOf(changed: JsonObject): string {
  const answer = attempt(() => parseFounding(encodeCanonical(changed), testCrypto));
  return answer instanceof BytesError ? answer.code : 'ok';
}

test('K5 the founding is canonical, its hash is the programme, and it reads back', () => {
  expect(founding.programme).toBe(testCrypto.sha256(bytes));
  expect(foundingBytes(founding)).toEqual(bytes);
  expect(founding.parties.map(({ party }) => party)).toEqual(['VN', 'LA']);
  expect(founding.parties[0]).toMatchObject({ rootId: testKey(10).id, exchangeId: testKey(13).id });
  expect(twoParties(2).founding.programme).not.toBe(founding.programme);
});

describe('K5 a founding is refused', () => {
  test.for<[string, JsonObject, string]>([
    ['with more', { ...value, more: 1 }, 'founding.shape'],
    ['without nonce', { ...value, nonce: 1 }, 'founding.shape'],
    ['with a short nonce', { ...value, nonce: 'AAAA' }, 'bytes.base64'],
    ['at level 0', { ...value, level: 0 }, 'founding.shape'],
    ['of a later level (K6)', { ...value, level: 2 }, 'founding.level'],
    ['of a later level in another shape (K6)', { ...value, level: 2, more: 1 }, 'founding.level'],
    ['with a zone that is none', { ...value, zone: '../etc' }, 'founding.shape'],
    ['without languages', { ...value, languages: [] }, 'founding.languages'],
    ['with a language twice', { ...value, languages: ['lo', 'lo'] }, 'founding.languages'],
    ['with an odd language', { ...value, languages: ['lo', 'vie1'] }, 'founding.languages'],
    ['without a name in an authentic language', { ...value, name: { vi: 'A' } }, 'founding.names'],
    ['with an invisible mark in a name', { ...value, name: { lo: 'ກ', vi: 'A\u202e' } }, 'founding.names'],
    [
      'with a bidi control in a party’s name',
      { ...value, parties: [{ ...vn, names: { en: 'V\u2067N' } }, la] },
      'founding.names',
    ],
    ['with one party', { ...value, parties: [vn] }, 'founding.parties'],
    ['with a party twice', { ...value, parties: [vn, { ...la, party: 'VN' }] }, 'founding.parties'],
    ['with 19 parties', { ...value, parties: Array.from({ length: 19 }, () => vn) }, 'founding.parties'],
    [
      'with one root for two',
      { ...value, parties: [vn, { ...la, root: vn['root'] as string }] },
      'founding.keys',
    ],
    [
      'with a root that is the exchange key',
      { ...value, parties: [{ ...vn, exchange: vn['root'] as string }, la] },
      'founding.keys',
    ],
    [
      'with an unsound root',
      { ...value, parties: [{ ...vn, root: toBase64(new Uint8Array(32)) }, la] },
      'bytes.public-key',
    ],
    [
      'with a recipient that is none',
      { ...value, parties: [{ ...vn, recipient: 'age1' }, la] },
      'founding.keys',
    ],
    ['with more on a card', { ...value, parties: [{ ...vn, more: 1 }, la] }, 'founding.shape'],
    ['with a code in small letters', { ...value, parties: [{ ...vn, party: 'vn' }, la] }, 'founding.parties'],
  ])('%s', ([, changed, code]) => {
    expect(codeOf(value)).toBe('ok');
    expect(codeOf(changed)).toBe(code);
  });
});

test('K5 all roots sign it, each once, and only as a founding', () => {
  expect(verifyFounding(bytes, signatures, testCrypto)).toMatchObject({ ok: true });
  const [first, second] = signatures;
  if (first === undefined || second === undefined) throw new Error('two sign');
  const none = { ok: false, code: 'founding.signature' };
  expect(verifyFounding(bytes, [], testCrypto)).toEqual({ ...none, party: 'VN' });
  expect(verifyFounding(bytes, [first], testCrypto)).toEqual({ ...none, party: 'LA' });
  expect(verifyFounding(bytes, [first, second, second], testCrypto)).toEqual({ ...none, party: 'LA' });
  expect(verifyFounding(bytes, [first, { ...second, party: 'VN' as PartyCode }], testCrypto)).toMatchObject(
    none,
  );
  expect(verifyFounding(bytes, [...signatures, { ...first, party: 'TH' as PartyCode }], testCrypto)).toEqual(
    none,
  );
  const swapped = [
    { ...first, signature: second.signature },
    { ...second, signature: first.signature },
  ];
  expect(verifyFounding(bytes, swapped, testCrypto)).toMatchObject(none);
  const bare = testKey(10).sign(bytes);
  expect(verifyFounding(bytes, [{ ...first, signature: bare }, second], testCrypto)).toMatchObject(none);
});

test('K5 any bit of the founding flipped is refused', () => {
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
    expect(verifyFounding(flipped, signatures, testCrypto).ok).toBe(false);
    expect(verifyFounding(bytes.subarray(0, at), signatures, testCrypto).ok).toBe(false);
  }
});

test('K5 a card is handed over as canonical bytes', () => {
  const [card] = founding.parties;
  if (card === undefined) throw new Error('no card');
  const { exchangeId: _, rootId: __, ...plain } = card;
  expect(parseCard(cardBytes(plain))).toEqual(plain);
  expect(() => makeCard({ ...plain, names: {} })).toThrow('founding.names');
});

test('A2 the party list is named by the hash of the cards in their order', () => {
  const [first, second] = founding.parties;
  if (first === undefined || second === undefined) throw new Error('no cards');
  expect(partyListHash(founding.parties, testCrypto)).toBe(testCrypto.sha256(encodeCanonical(value.parties)));
  expect(partyListHash([second, first], testCrypto)).not.toBe(partyListHash(founding.parties, testCrypto));
});

test('K5 the fingerprint is the first 60 bits as digits and as words, and either says all', () => {
  const zero = fingerprintOf('0'.repeat(64) as Hash);
  expect(zero).toEqual({ digits: Array(6).fill('0000'), words: Array(6).fill('baba') });
  const ones = fingerprintOf(`${'f'.repeat(15)}${'0'.repeat(49)}` as Hash);
  expect(ones).toEqual({ digits: Array(6).fill('1023'), words: Array(6).fill('tutu') });
  const { digits, words } = fingerprintOf(`0123456789abcde${'f'.repeat(49)}` as Hash);
  expect(digits.reduce((bits, group) => (bits << 10n) | BigInt(group), 0n)).toBe(0x123456789abcden);
  const all = Array.from(
    { length: 1024 },
    (_, at) =>
      fingerprintOf(`${(BigInt(at) << 50n).toString(16).padStart(15, '0')}${'0'.repeat(49)}` as Hash)
        .words[0],
  );
  expect(new Set(all).size).toBe(1024);
  expect(words).toHaveLength(6);
});
