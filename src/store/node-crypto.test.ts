import { expect, test } from 'vitest';
import {
  makeNodeCrypto,
  nodeCrypto,
  privateKeyOfSeed,
  publicKeyObject,
  rawPublicKey,
  signerOf,
} from './node-crypto.ts';

const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
const key = privateKeyOfSeed(seed);
const raw = rawPublicKey(key);
const message = new Uint8Array(0);
const signature = signerOf(key)(message);

test('B6 keys and signatures are those of RFC 8032, 7.1, test 1', () => {
  expect(Buffer.from(raw).toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  );
  expect(Buffer.from(signature).toString('hex')).toBe(
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  );
  expect(nodeCrypto.verify(raw, signature, message)).toBe(true);
  expect(rawPublicKey(publicKeyObject(raw))).toEqual(raw);
});

test('B1 SHA-256 is that of FIPS 180-4', () => {
  expect(nodeCrypto.sha256(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('B7 what is malformed is false, never thrown', () => {
  for (const length of [0, 31, 33])
    expect(nodeCrypto.verify(new Uint8Array(length), signature, message)).toBe(false);
  for (const length of [0, 63, 65])
    expect(nodeCrypto.verify(raw, new Uint8Array(length), message)).toBe(false);
  expect(nodeCrypto.verify(new Uint8Array(32).fill(0xff), signature, message)).toBe(false);
});

test('B7 more keys than are remembered change nothing', () => {
  const crypto = makeNodeCrypto();
  for (let number = 0; number < 1_100; number += 1) {
    const other = new Uint8Array(32);
    new DataView(other.buffer).setUint16(0, number);
    expect(crypto.verify(other, signature, message)).toBe(false);
  }
  expect(crypto.verify(raw, signature, message)).toBe(true);
});
