import { nodeCrypto, privateKeyOfSeed, rawPublicKey, signerOf } from '../../store/node-crypto.ts';
import type { Sign } from './crypto.ts';
import { keyIdOf } from './ed25519.ts';
import type { KeyId } from './ids.ts';

/* Real cryptography for the tests of core. */

export const testCrypto = nodeCrypto;

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
    const object = privateKeyOfSeed(seed);
    const raw = rawPublicKey(object);
    key = { id: keyIdOf(raw, testCrypto), public: raw, sign: signerOf(object) };
    keys.set(number, key);
  }
  return key;
}
