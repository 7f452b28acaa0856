import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { toHex } from '../core/bytes/codec.ts';
import type { Crypto, Sign } from '../core/bytes/crypto.ts';
import type { Hash } from '../core/bytes/ids.ts';

/** RFC 8410: what stands before the 32 raw bytes in the DER of an Ed25519 public key, and of a private one. */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Core's cryptography by `node:crypto`, the one verifier of this software (B7). Holds the keys it has met. */
export function makeNodeCrypto(): Crypto {
  const keys = new Map<string, KeyObject>();
  const keysMax = 1024;
  const keyOf = (raw: Uint8Array): KeyObject => {
    const name = toHex(raw);
    let key = keys.get(name);
    if (key === undefined) {
      key = publicKeyObject(raw);
      if (keys.size >= keysMax) keys.clear();
      keys.set(name, key);
    }
    return key;
  };
  return {
    sha256: (bytes) => hash('sha256', bytes, 'hex') as Hash,
    verify: (publicKey, signature, message) => {
      if (publicKey.length !== 32 || signature.length !== 64) return false;
      try {
        return verify(null, message, keyOf(publicKey), signature);
      } catch {
        return false;
      }
    },
  };
}

/** One instance for everybody who needs no other. */
export const nodeCrypto: Crypto = makeNodeCrypto();

/** The key object of a raw 32-byte Ed25519 public key. Throws if OpenSSL refuses it. */
export function publicKeyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}

/** The private key of a raw 32-byte Ed25519 seed. */
export function privateKeyOfSeed(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

/** The raw 32 bytes of the public half of an Ed25519 key, private or public. */
export function rawPublicKey(key: KeyObject): Uint8Array {
  const publicKey = key.type === 'private' ? createPublicKey(key) : key;
  return new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length));
}

/** Signs with an Ed25519 private key. */
export function signerOf(key: KeyObject): Sign {
  return (message) => new Uint8Array(sign(null, message, key));
}
