import type { Crypto } from '../bytes/crypto.ts';
import { decodeText } from '../bytes/decode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, KeyId, PartyCode, ProgrammeId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import { depthMax } from '../bytes/limits.ts';
import { textOf } from '../bytes/utf8.ts';
import { decodeEntry, isObject, readHeads, refused } from './decode-entry.ts';
import type { Entry, Head } from './entry.ts';
import { knownTime, knownType } from './known-words.ts';
import { entryBytesMax } from './limits.ts';

/** Where the next entry of a feed must stand (F1). */
export interface Place {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly seq: number;
  /** Hash of the entry before; the programme for entry 1. */
  readonly prev: Hash;
  /** The key of its run. */
  readonly key: KeyId;
}

/**
 * Decodes the line that must stand at a place: `decodeEntry`, then F1. Since nearly all of an entry's frame is known
 * from its place, the frame is compared rather than parsed and only the body is decoded; that halves the cost of
 * verifying a register. A line that the short way does not take goes the long one, which alone refuses, with its code.
 *
 * @throws BytesError `bytes.*`, `entry.*`, `feed.*`
 */
export function decodeAt(place: Place, line: Uint8Array, crypto: Crypto): DecodedLine {
  let entry = decodeFramed(place, line);
  if (entry === undefined) {
    entry = decodeEntry(line, crypto).entry;
    checkPlace(place, entry);
  }
  return { entry, hash: crypto.sha256(line), bytes: line };
}

export interface DecodedLine {
  readonly entry: Entry;
  readonly hash: Hash;
  /** The line as received, without line feed. */
  readonly bytes: Uint8Array;
}

/** F1: an entry belongs to this feed and stands where the entry before it ends. Throws `feed.*`. */
function checkPlace({ programme, party, seq, prev, key }: Place, entry: Entry): void {
  if (entry.programme !== programme) throw refused('feed.programme');
  if (entry.party !== party) throw refused('feed.party');
  if (entry.seq > seq) throw refused('feed.gap', `entries ${seq} to ${entry.seq - 1} are missing`);
  if (entry.seq < seq) throw refused('feed.beside', `entry ${entry.seq} is held`);
  if (entry.prev !== prev) throw refused('feed.prev');
  if (entry.key !== key) throw refused('feed.key-mixed');
}

const opening = '{"body":';
const headsOpening = ',"heads":[';

/**
 * The short way: `{"body":` B `,"key":…,"seq":…` T, where the frame is exactly the place's, T is a time and a type,
 * and B a canonical object, with heads behind it or none. Such a line is canonical, since each of its parts is.
 */
function decodeFramed(place: Place, line: Uint8Array): Entry | undefined {
  if (line.length > entryBytesMax) return undefined;
  const text = textOf(line);
  const typeAt = text.lastIndexOf('"', text.length - 3) + 1;
  const timeAt = typeAt - 30;
  const frame = frameOf(place);
  const frameAt = timeAt - frame.length;
  if (frameAt < opening.length || text.slice(frameAt, timeAt) !== frame) return undefined;
  if (text.slice(0, opening.length) !== opening || text.slice(-2) !== '"}') return undefined;
  const time = knownTime(text.slice(timeAt, timeAt + 20));
  const type = knownType(text.slice(typeAt, -2));
  if (time === undefined || type === undefined || text.slice(typeAt - 10, typeAt) !== '","type":"')
    return undefined;
  const isAscii = text.length === line.length;
  if (text.charCodeAt(frameAt - 1) === 0x7d) {
    const body = bodyOf(text.slice(opening.length, frameAt), isAscii);
    return body && entryAt(place, noHeads, time, type, body);
  }
  const headsAt = text.lastIndexOf(headsOpening, frameAt);
  if (headsAt < opening.length) return undefined;
  const heads = framedHeads(text.slice(headsAt + headsOpening.length - 1, frameAt), place.party);
  const body = heads && bodyOf(text.slice(opening.length, headsAt), isAscii);
  return body && entryAt(place, heads, time, type, body);
}

function entryAt(place: Place, heads: readonly Head[], time: string, type: string, body: JsonObject): Entry {
  const { key, party, prev, programme, seq } = place;
  return { programme, party, seq, prev, heads, key, time, type, body };
}

function frameOf({ key, party, prev, programme, seq }: Place): string {
  return `,"key":"${key}","party":"${party}","prev":"${prev}","programme":"${programme}","seq":${seq},"time":"`;
}

function bodyOf(text: string, isAscii: boolean): JsonObject | undefined {
  try {
    const body = decodeText(text, isAscii, depthMax - 1);
    return isObject(body) ? body : undefined;
  } catch (error) {
    if (error instanceof BytesError) return undefined;
    throw error;
  }
}

const noHeads: readonly Head[] = [];

/** The heads of a list's text, if that is the one canonical text of them. */
function framedHeads(text: string, own: PartyCode): readonly Head[] | undefined {
  const heads = attempt(() => readHeads(decodeText(text, true, 2), own));
  return heads instanceof BytesError ? undefined : heads;
}
