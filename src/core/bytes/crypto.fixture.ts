import { nodeCrypto, privateKeyOfSeed, rawPublicKey, signerOf } from '../../store/node-crypto.ts';
import { joinBytes } from './codec.ts';
import type { Crypto, Sign } from './crypto.ts';
import { keyIdOf } from './ed25519.ts';
import type { KeyId } from './ids.ts';

/* Real cryptography for the tests of core. */

const answers = new Map<string, boolean>();

/** The node's, but it verifies nothing twice: tests that flip every byte ask the same thing thousands of times. */
export const testCrypto: Crypto = {
  sha256: (bytes) => nodeCrypto.sha256(bytes),
  verify: (publicKey, signature, message) => {
    const name = nodeCrypto.sha256(joinBytes([publicKey, signature, message]));
    const answer = answers.get(name) ?? nodeCrypto.verify(publicKey, signature, message);
    answers.set(name, answer);
    return answer;
  },
};

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
