import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromHex, sameBytes } from './codec.ts';
import { testCrypto, testKey } from './crypto.fixture.ts';
import type { Crypto } from './crypto.ts';
import { preAuthEncoding, recordTypes } from './dsse.ts';
import { acceptKey, isSoundSignature, keyIdOf, signRecord, verifyMessage, verifyRecord } from './ed25519.ts';
import { attempt, BytesError } from './error.ts';
import { bytesOf } from './utf8.ts';

interface Vectors {
  readonly keys: readonly { readonly name: string; readonly public: string; readonly accept: boolean }[];
  readonly signatures: readonly {
    readonly name: string;
    readonly public: string;
    readonly message: string;
    readonly signature: string;
    readonly accept: boolean;
  }[];
}

const file = new URL('../../../test/vectors/ed25519.json', import.meta.url);
const vectors = JSON.parse(readFileSync(file, 'utf8')) as Vectors;

/** A verifier that takes everything: what is refused with it is refused by core itself. */
const credulous: Crypto = { ...testCrypto, verify: () => true };

test('B7 a key is accepted only if canonical, on the curve, not the identity and free of torsion', () => {
  expect(vectors.keys.length).toBeGreaterThan(40);
  for (const { accept, name, public: text } of vectors.keys) {
    const isAccepted = !(attempt(() => acceptKey(fromHex(text))) instanceof BytesError);
    expect({ name, isAccepted }).toEqual({ name, isAccepted: accept });
  }
  for (const length of [0, 31, 33]) expect(() => acceptKey(new Uint8Array(length))).toThrow('not 32 bytes');
});

test('B7 one answer for every signature on which verifiers disagree', () => {
  expect(vectors.signatures.length).toBeGreaterThan(60);
  for (const { accept, message, name, public: key, signature } of vectors.signatures) {
    const isValid = verifyMessage(testCrypto, fromHex(message), fromHex(key), fromHex(signature));
    expect({ name, isValid }).toEqual({ name, isValid: accept });
  }
});

test('B7 S of L or more and R not canonical or of small order are refused whatever the verifier says', () => {
  const hostile = vectors.signatures.filter(
    ({ name }) =>
      /^S (?:\+|= L$)/.test(name) || /^R(?: of small|: y| the| =)/.test(name) || name.startsWith('key of'),
  );
  expect(hostile.length).toBeGreaterThan(30);
  for (const { message, name, public: key, signature } of hostile) {
    const isValid = verifyMessage(credulous, fromHex(message), fromHex(key), fromHex(signature));
    expect({ name, isValid }).toEqual({ name, isValid: false });
  }
  expect(isSoundSignature(new Uint8Array(63))).toBe(false);
  expect(isSoundSignature(new Uint8Array(65))).toBe(false);
});

test('B7 any bit of key, signature or record flipped makes the signature false', () => {
  const { public: key, sign } = testKey(1);
  const payload = bytesOf('{"a":1}');
  const signature = signRecord(sign, recordTypes.entry, payload);
  expect(verifyRecord(testCrypto, recordTypes.entry, payload, key, signature)).toBe(true);
  const flips = (bytes: Uint8Array): readonly Uint8Array[] =>
    Array.from({ length: bytes.length * 8 }, (_, bit) =>
      bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
    );
  for (const flipped of flips(signature))
    expect(verifyRecord(testCrypto, recordTypes.entry, payload, key, flipped)).toBe(false);
  for (const flipped of flips(payload))
    expect(verifyRecord(testCrypto, recordTypes.entry, flipped, key, signature)).toBe(false);
  for (const flipped of flips(key))
    expect(verifyRecord(testCrypto, recordTypes.entry, payload, flipped, signature)).toBe(false);
});

test('B6 a signature of one kind of record is valid for no other', () => {
  const { public: key, sign } = testKey(1);
  const payload = bytesOf('{}');
  for (const signed of Object.values(recordTypes)) {
    const signature = signRecord(sign, signed, payload);
    for (const type of Object.values(recordTypes)) {
      expect(verifyRecord(testCrypto, type, payload, key, signature)).toBe(type === signed);
    }
  }
});

test('B6 the encoding is that of DSSE', () => {
  // From the specification's own example: https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
  const encoded = preAuthEncoding('http://example.com/HelloWorld', bytesOf('hello world'));
  expect(sameBytes(encoded, bytesOf('DSSEv1 29 http://example.com/HelloWorld 11 hello world'))).toBe(true);
  expect(preAuthEncoding('é', bytesOf('ສ'))).toEqual(bytesOf('DSSEv1 2 é 3 ສ'));
});

test('B7 the key id is the first half of the hash of the raw key', () => {
  const { id, public: key } = testKey(1);
  expect(id).toBe(testCrypto.sha256(key).slice(0, 32));
  expect(keyIdOf(key, testCrypto)).toBe(id);
});
