import type { Crypto } from './crypto.ts';
import { encodeCanonical } from './encode.ts';
import type { Hash } from './ids.ts';
import type { Json } from './json.ts';

/** SHA-256 of the canonical bytes of a value: the id of acts, contents, declarations and party lists. */
export function hashOf(value: Json, crypto: Crypto): Hash {
  return crypto.sha256(encodeCanonical(value));
}
