import type { Hash } from './ids.ts';

/**
 * What core needs of cryptography, given by the caller: `src/store/node-crypto.ts` in Node, the vectors' own in tests.
 * Core itself checks what verifiers disagree on (B7), so `verify` may be any correct Ed25519.
 */
export interface Crypto {
  /** SHA-256 as 64 lower-case hex digits. */
  sha256(bytes: Uint8Array): Hash;
  /** Ed25519 (RFC 8032, pure): raw 32-byte key, 64-byte signature. False for anything malformed, never throws. */
  verify(publicKey: Uint8Array, signature: Uint8Array, message: Uint8Array): boolean;
}

/** Signs a message with one private key, Ed25519: 64 bytes. */
export type Sign = (message: Uint8Array) => Uint8Array;
