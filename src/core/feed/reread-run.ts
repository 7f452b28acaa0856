import type { Crypto } from '../bytes/crypto.ts';
import type { Hash } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { textOf } from '../bytes/utf8.ts';
import { type AcceptedEntry, readRun } from './accept-run.ts';
import type { ChainState } from './chain.ts';
import { applyControl, controlTypes, draftOf } from './control.ts';
import { isObject } from './decode-entry.ts';
import type { Entry, Run } from './entry.ts';
import { knownTime, knownType } from './known-words.ts';

/** Entries read again, and the chain after them. */
export interface Reread {
  readonly entries: readonly AcceptedEntry[];
  readonly chain: ChainState;
}

/**
 * Reads again a run that was accepted, or is being verified elsewhere: gives the entries and the chain that `readRun`
 * gives for it, at a third of the cost, since the bytes are taken at their word: each line is believed about the hash of the
 * one before it. Of a run that would be refused it gives nonsense or throws.
 *
 * @throws Error when the run does not stand on the chain, or a key does not hold
 */
export function rereadRun(chain: ChainState, run: Run, crypto: Crypto): Reread {
  const { key, lines } = run;
  const { party, programme } = chain;
  const ends = endsOf(chain, lines);
  if (ends[0]?.prev !== chain.hash) throw new Error(`feed.prev at entry ${chain.seq + 1}`);
  if (ends.some(({ type }) => controlTypes.has(type))) {
    // Keys decide what follows: those few runs are read in full.
    const read = readRun(chain, run, crypto);
    if (!read.ok) throw new Error(`${read.code} at entry ${read.seq}`);
    return read;
  }
  const draft = draftOf(chain);
  const cited = new Map(chain.cited);
  const entries: AcceptedEntry[] = [];
  let { hash, seq } = chain;
  for (const { from, prev, time, type } of ends) {
    const bytes = lines[entries.length] ?? new Uint8Array();
    const { body, heads } = frontOf(bytes, from);
    seq += 1;
    const entry = { programme, party, seq, prev, heads, key, time, type, body };
    // The next entry names this one's hash.
    hash = ends[entries.length + 1]?.prev ?? crypto.sha256(bytes);
    const isBack = heads.some((one) => one.seq < (cited.get(one.party)?.seq ?? 0));
    const inert = isBack ? ('inert.head-back' as const) : applyControl(draft, entry, crypto);
    if (inert === undefined) for (const one of heads) cited.set(one.party, one);
    entries.push(inert === undefined ? { entry, hash, bytes } : { entry, hash, bytes, inert });
  }
  return { entries, chain: { ...chain, seq, hash, cited } };
}

/** What a line says behind its body and heads. */
interface End {
  /** Bytes of the line before it. */
  readonly from: number;
  readonly prev: Hash;
  readonly time: string;
  readonly type: string;
}

const [quote, bracket] = [0x22, 0x5d];
/** Sizes of what stands between the words of an end. */
const beforePrev = ',"key":"","party":"","prev":"'.length + 32;
const fromPrevToSeq = '","programme":"","seq":'.length + 2 * 64;
const fromSeqToTime = ',"time":"'.length;
const fromTimeToType = '","type":"'.length + 20;
const behindType = '"}'.length;

/**
 * The ends of a run's lines: `,"key":K,"party":P,"prev":H,"programme":H,"seq":N,"time":T,"type":W}`. All but the last word
 * is as long as the place in the feed says, and all is ASCII: only what is not known is copied out, and decoded in one piece.
 */
function endsOf({ party, seq }: ChainState, lines: readonly Uint8Array[]): readonly End[] {
  const words = new Uint8Array(lines.length * endMax);
  const sizes: number[] = [];
  const froms: number[] = [];
  let size = 0;
  for (const [index, line] of lines.entries()) {
    const typeAt = line.lastIndexOf(quote, line.length - behindType - 1) + 1;
    const timeAt = typeAt - fromTimeToType;
    const prevAt = timeAt - fromSeqToTime - fromPrevToSeq - `${seq + index + 1}`.length;
    froms.push(prevAt - beforePrev - party.length);
    for (let at = prevAt; at < prevAt + 64; ) words[size++] = line[at++] ?? 0;
    for (let at = timeAt; at < timeAt + 20; ) words[size++] = line[at++] ?? 0;
    for (let at = typeAt; at < line.length - behindType; ) words[size++] = line[at++] ?? 0;
    sizes.push(size);
  }
  const text = textOf(words.subarray(0, size));
  let at = 0;
  return froms.map((from, index): End => {
    const start = at;
    at = sizes[index] ?? at;
    return {
      from,
      prev: text.slice(start, start + 64) as Hash,
      time: knownTime(text.slice(start + 64, start + 84)) ?? '',
      type: knownType(text.slice(start + 84, at)) ?? '',
    };
  });
}

/** Bytes of a hash, a time and the longest type. */
const endMax = 64 + 20 + 64;

const opening = '{"body":'.length;
const headsOpening = ',"heads":[';
const noHeads: Entry['heads'] = [];

/** The body of a line, and the heads behind it if there are any. */
function frontOf(line: Uint8Array, end: number): Pick<Entry, 'body' | 'heads'> {
  const text = textOf(line.subarray(opening, end));
  if (line[end - 1] !== bracket) return { body: bodyOf(text), heads: noHeads };
  const headsAt = text.lastIndexOf(headsOpening);
  const heads = JSON.parse(text.slice(headsAt + headsOpening.length - 1)) as Entry['heads'];
  return { body: bodyOf(text.slice(0, headsAt)), heads };
}

/* Wordings that come again and again are kept once. */
const words = new Map<string, string>();
const wordsMax = 20_000;

/** Keeps a string of its own. */
function keep(word: string): string {
  if (words.size >= wordsMax) words.clear();
  words.set(word, word);
  return word;
}

/** Shorter strings the engine itself keeps once; longer ones seldom come again. */
const [shortest, longest] = [11, 100];

/** Reads a body. The wordings of its fields are stated and restated: once each, they save a sixth of a long register. */
function bodyOf(text: string): Entry['body'] {
  const body = JSON.parse(text) as Entry['body'];
  const fields = body['fields'];
  if (!isObject(fields)) return body;
  for (const name in fields) {
    const value = fields[name];
    if (!isObject(value)) continue;
    // Nobody else has seen this value yet.
    const wordings = value as Record<string, Json>;
    for (const lang in wordings) {
      const wording = wordings[lang];
      if (typeof wording !== 'string' || wording.length < shortest || wording.length > longest) continue;
      wordings[lang] = words.get(wording) ?? keep(wording);
    }
  }
  return body;
}
