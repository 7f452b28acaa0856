import type { Crypto } from '../bytes/crypto.ts';
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
 * gives for it, at half the cost, since the bytes are taken at their word: each line is believed about the hash of the one
 * before it. Of a run that would be refused it gives nonsense or throws.
 *
 * @throws Error when the run does not stand on the chain, or a key does not hold
 */
export function rereadRun(chain: ChainState, run: Run, crypto: Crypto): Reread {
  const lines = run.lines.map((line) => frameOf(textOf(line)));
  if (lines[0]?.prev !== chain.hash) throw new Error(`feed.prev at entry ${chain.seq + 1}`);
  if (lines.some(({ type }) => controlTypes.has(type))) {
    // Keys decide what follows: those few runs are read in full.
    const read = readRun(chain, run, crypto);
    if (!read.ok) throw new Error(`${read.code} at entry ${read.seq}`);
    return read;
  }
  const { party, programme } = chain;
  const { key } = run;
  const draft = draftOf(chain);
  const cited = new Map(chain.cited);
  const last = run.lines.at(-1) ?? new Uint8Array();
  const head = crypto.sha256(last);
  const entries = lines.map(({ body, heads, prev, time, type }, at): AcceptedEntry => {
    const entry = { programme, party, seq: chain.seq + at + 1, prev, heads, key, time, type, body };
    // The next entry names this one's hash.
    const hash = lines[at + 1]?.prev ?? head;
    const bytes = run.lines[at] ?? last;
    const isBack = heads.some((one) => one.seq < (cited.get(one.party)?.seq ?? 0));
    const inert = isBack ? ('inert.head-back' as const) : applyControl(draft, entry, crypto);
    if (inert !== undefined) return { entry, hash, bytes, inert };
    for (const one of heads) cited.set(one.party, one);
    return { entry, hash, bytes };
  });
  return { entries, chain: { ...chain, seq: chain.seq + entries.length, hash: head, cited } };
}

type Frame = Pick<Entry, 'body' | 'heads' | 'prev' | 'time' | 'type'>;

const opening = '{"body":';
const headsOpening = ',"heads":[';
const noHeads: Entry['heads'] = [];

/** What a line says beyond its place. Behind its body only heads and words of fixed form stand, so the last `key` is its own. */
function frameOf(text: string): Frame {
  const frameAt = text.lastIndexOf(',"key":"');
  const prevAt = text.indexOf(',"prev":"', frameAt) + 9;
  const typeAt = text.lastIndexOf('"', text.length - 3) + 1;
  const headsAt = text.charCodeAt(frameAt - 1) === 0x5d ? text.lastIndexOf(headsOpening, frameAt) : -1;
  return {
    body: bodyOf(text.slice(opening.length, headsAt < 0 ? frameAt : headsAt)),
    heads:
      headsAt < 0
        ? noHeads
        : (JSON.parse(text.slice(headsAt + headsOpening.length - 1, frameAt)) as Entry['heads']),
    prev: text.slice(prevAt, prevAt + 64) as Entry['prev'],
    time: knownTime(text.slice(typeAt - 30, typeAt - 10)) ?? '',
    type: knownType(text.slice(typeAt, -2)) ?? '',
  };
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
