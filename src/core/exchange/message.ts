import { decodeStrict } from '../bytes/decode.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import { BytesError } from '../bytes/error.ts';
import { type Hash, isHash, isPartyCode, type PartyCode, type ProgrammeId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { isArray, isObject } from '../feed/decode-entry.ts';
import type { Head } from '../feed/entry.ts';
import { compareHeads } from '../feed/heads.ts';
import type { ExchangeCode } from './codes.ts';

/* What nodes say to each other before runs flow: canonical JSON, small, strict. Runs travel framed (`run-frame.ts`). */

export const messageBytesMax = 262_144;

/** "Here are my heads": of all branches that the sender holds. */
export interface HeadsMessage {
  readonly programme: ProgrammeId;
  readonly heads: readonly Head[];
}

/** "Send me this feed up to `to`; of it I hold these entries" (`locatorSeqs`). */
export interface AskMessage {
  readonly programme: ProgrammeId;
  readonly to: Head;
  /** By falling seq; empty when nothing of the feed is held. */
  readonly have: readonly { readonly seq: number; readonly hash: Hash }[];
}

export function encodeHeads({ heads, programme }: HeadsMessage): Uint8Array<ArrayBuffer> {
  return encodeCanonical({ heads: heads.toSorted(compareHeads).map(headJson), programme });
}

/** Throws BytesError `bytes.*`, `message.shape`. */
export function parseHeads(bytes: Uint8Array): HeadsMessage {
  const { heads, programme } = objectOf(decodeStrict(bytes, messageBytesMax).value, 2);
  if (!isHash(programme)) throw misshapen('programme');
  return { programme, heads: readHeadList(heads) };
}

/** The heads of all branches, strictly by party, position and hash. Throws BytesError `message.shape`. */
export function readHeadList(value: Json | undefined): readonly Head[] {
  if (!isArray(value)) throw misshapen('heads');
  const heads = value.map(readHead);
  heads.forEach((head, at) => {
    const before = heads[at - 1];
    if (before !== undefined && compareHeads(before, head) >= 0) throw misshapen('order');
  });
  return heads;
}

export function encodeAsk({ have, programme, to }: AskMessage): Uint8Array<ArrayBuffer> {
  return encodeCanonical({ have: have.map(({ hash, seq }) => ({ hash, seq })), programme, to: headJson(to) });
}

/** Throws BytesError `bytes.*`, `message.shape`. */
export function parseAsk(bytes: Uint8Array): AskMessage {
  const { have, programme, to } = objectOf(decodeStrict(bytes, messageBytesMax).value, 3);
  if (!isHash(programme) || !isArray(have)) throw misshapen('programme');
  let before = Number.MAX_SAFE_INTEGER;
  const held = have.map((row) => {
    const { hash, seq } = objectOf(row, 2);
    if (!isHash(hash) || !isPosition(seq) || seq >= before) throw misshapen('have');
    before = seq;
    return { seq, hash };
  });
  return { programme, to: readHead(to), have: held };
}

export function headJson({ hash, party, seq }: Head): JsonObject {
  return { hash, party, seq };
}

function readHead(value: Json | undefined): Head {
  const { hash, party, seq } = objectOf(value, 3);
  if (!isHash(hash) || !isPartyCode(party) || !isPosition(seq)) throw misshapen('head');
  return { party: party satisfies PartyCode, seq, hash };
}

function isPosition(value: Json | undefined): value is number {
  return typeof value === 'number' && value >= 1;
}

function objectOf(value: Json | undefined, keys: number): JsonObject {
  if (!isObject(value) || Object.keys(value).length !== keys) throw misshapen('keys');
  return value;
}

function misshapen(detail: string): BytesError {
  return new BytesError('message.shape' satisfies ExchangeCode, detail);
}
