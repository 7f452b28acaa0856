import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { fromHex, joinBytes } from './codec.ts';
import type { Crypto, Sign } from './crypto.ts';
import { keyIdOf } from './ed25519.ts';
import type { Hash, KeyId } from './ids.ts';

/* Cryptography for the tests of core, which may import no other room; `store/node-crypto.ts` is the node's. */

const publicPrefix = fromHex('302a300506032b6570032100');
const privatePrefix = fromHex('302e020100300506032b657004220420');

export const testCrypto: Crypto = {
  sha256: (bytes) => hash('sha256', bytes) as Hash,
  verify: (publicKey, signature, message) => {
    try {
      return verify(null, message, publicKeyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};

const publicKeys = new Map<string, KeyObject>();

function publicKeyOf(raw: Uint8Array): KeyObject {
  const name = raw.join();
  let key = publicKeys.get(name);
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.from(joinBytes([publicPrefix, raw])), format: 'der', type: 'spki' });
    publicKeys.set(name, key);
  }
  return key;
}

export interface TestKey {
  readonly id: KeyId;
  readonly public: Uint8Array;
  readonly sign: Sign;
}

const keys = new Map<number, TestKey>();

/** The key made from a number, the same on each run. */
export function testKey(number: number): TestKey {
  let key = keys.get(number);
  if (key === undefined) {
    const seed = new Uint8Array(32);
    new DataView(seed.buffer).setUint32(0, number);
    const der = Buffer.from(joinBytes([privatePrefix, seed]));
    const object = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const spki = createPublicKey(object).export({ format: 'der', type: 'spki' });
    const raw = new Uint8Array(spki.subarray(publicPrefix.length));
    key = {
      id: keyIdOf(raw, testCrypto),
      public: raw,
      sign: (message) => new Uint8Array(sign(null, message, object)),
    };
    keys.set(number, key);
  }
  return key;
}
