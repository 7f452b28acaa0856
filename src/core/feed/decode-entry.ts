import type { Crypto } from '../bytes/crypto.ts';
import { decodeStrict } from '../bytes/decode.ts';
import { BytesError } from '../bytes/error.ts';
import { type Hash, isHash, isKeyId, isPartyCode, type PartyCode } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { isTime } from '../bytes/time.ts';
import type { FeedCode } from './codes.ts';
import type { Entry, Head } from './entry.ts';
import { entryBytesMax, partiesMax } from './limits.ts';

export const typeForm = /^[a-z][A-Za-z0-9-]{0,63}$/;

/**
 * Decodes one line of a feed, without its line feed, and hashes it as it is (B1). Whether it fits its feed is for
 * `acceptRun` to say; what its body means, for the register.
 *
 * @throws BytesError `bytes.*`, `entry.*`
 */
export function decodeEntry(
  line: Uint8Array,
  crypto: Crypto,
): { readonly entry: Entry; readonly hash: Hash } {
  return { entry: entryOf(decodeStrict(line, entryBytesMax).value), hash: crypto.sha256(line) };
}

/** Gives a decoded value the shape of an entry: exactly its keys, each in its form. Throws `entry.*`. */
function entryOf(value: Json): Entry {
  if (!isObject(value)) throw refused('entry.shape');
  const { body, heads, key, party, prev, programme, seq, time, type } = value;
  let keys = 0;
  for (const _ in value) keys += 1;
  if (keys !== (heads === undefined ? 8 : 9)) throw refused('entry.shape', 'keys');
  if (!isObject(body)) throw refused('entry.shape', 'body');
  if (!isKeyId(key)) throw refused('entry.shape', 'key');
  if (!isPartyCode(party)) throw refused('entry.shape', 'party');
  if (!isHash(prev)) throw refused('entry.shape', 'prev');
  if (!isHash(programme)) throw refused('entry.shape', 'programme');
  if (typeof seq !== 'number' || seq < 1) throw refused('entry.shape', 'seq');
  if (typeof type !== 'string' || !typeForm.test(type)) throw refused('entry.shape', 'type');
  if (!isTime(time)) throw refused('entry.time');
  return {
    programme,
    party,
    seq,
    prev,
    heads: heads === undefined ? noHeads : readHeads(heads, party),
    key,
    time,
    type,
    body,
  };
}

const noHeads: readonly Head[] = [];

/** The heads of an entry: of other feeds, one each, by party. Throws `entry.heads`. */
export function readHeads(value: Json, own: PartyCode): readonly Head[] {
  if (!isArray(value) || value.length === 0 || value.length > partiesMax) throw refused('entry.heads');
  let before = '';
  return value.map((row) => {
    if (!isObject(row) || Object.keys(row).length !== 3) throw refused('entry.heads');
    const { hash, party, seq } = row;
    if (!isHash(hash) || !isPartyCode(party) || typeof seq !== 'number' || seq < 1)
      throw refused('entry.heads');
    if (party <= before || party === own) throw refused('entry.heads', 'order');
    before = party;
    return { party, seq, hash };
  });
}

/** Whether a value is an object, not an array. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. `Array.isArray` alone loses the type of readonly rows. */
export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A refusal of `feed/`, to be thrown. */
export function refused(code: FeedCode, detail?: string): BytesError {
  return new BytesError(code, detail);
}
