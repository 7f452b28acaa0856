import { keyStanding } from '../feed/chain.ts';
import type { Voice } from './voice.ts';

/** Which branch of a feed has effect, and from where nothing does. */
export interface FeedEffect {
  readonly voice: Voice;
  /** First entry without effect because the feed forked and no continuation has ended it (F6); Infinity when none. */
  readonly frozenFrom: number;
  /** Other branches, for the proof. */
  readonly branches: readonly Voice[];
  /** True when statements and positions of that entry have effect: not frozen, not by a key void there (K3). */
  readonly hasEffect: (seq: number) => boolean;
}

export function effectOfFeed(voices: readonly Voice[]): FeedEffect | undefined {
  const [first] = voices;
  if (first === undefined) return undefined;
  const continued = voices.find((voice) => voices.every((other) => other === voice || isSettled(voice, other)));
  if (voices.length === 1 || continued !== undefined) return effectUpTo(continued ?? first, Infinity, voices);
  let frozenFrom = Infinity;
  for (const [index, voice] of voices.entries()) {
    for (const other of voices.slice(index + 1)) frozenFrom = Math.min(frozenFrom, partingOf(voice, other));
  }
  return effectUpTo(first, frozenFrom, voices);
}

function effectUpTo(voice: Voice, frozenFrom: number, voices: readonly Voice[]): FeedEffect {
  const hasVoid = [...voice.chain.keys.values()].some((key) => key.voidAfter !== undefined);
  const hasEffect = hasVoid
    ? (seq: number) => seq < frozenFrom && keyStanding(voice.chain, writerAt(voice, seq), 'operate', seq) === 'valid'
    : (seq: number) => seq < frozenFrom;
  return { voice, frozenFrom, branches: voices.filter((other) => other !== voice), hasEffect };
}

function writerAt(voice: Voice, seq: number): Voice['writers'][number]['key'] {
  let [writer] = voice.writers;
  for (const one of voice.writers) if (one.from <= seq) writer = one;
  if (writer === undefined) throw new Error('a feed without entries has no writer');
  return writer.key;
}

/** The first position at which two branches differ. */
export function partingOf(one: Voice, other: Voice): number {
  let [same, different] = [0, Math.min(one.hashes.length, other.hashes.length) + 1];
  while (different - same > 1) {
    const middle = Math.floor((same + different) / 2);
    if (one.hashes.at(middle) === other.hashes.at(middle)) same = middle;
    else different = middle;
  }
  return different;
}

/** F7: a continuation in `voice` names the head of `other`, or made void every key that wrote it beyond the parting. */
function isSettled(voice: Voice, other: Voice): boolean {
  const parting = partingOf(voice, other);
  if (parting > other.hashes.length) return true;
  const [continuation] = voice.continuations.filter(({ seq }) => seq >= parting);
  if (continuation === undefined) return false;
  const named = voice.continuations.flatMap(({ heads }) => heads).filter((head) => other.hashes.at(head.seq) === head.hash);
  const covered = Math.max(parting - 1, ...named.map(({ seq }) => seq));
  if (covered >= other.hashes.length) return true;
  return writersFrom(other, covered + 1).every((key) => {
    const { voidAfter } = voice.chain.keys.get(key) ?? {};
    return voidAfter !== undefined && voidAfter <= covered;
  });
}

function writersFrom(voice: Voice, seq: number): Voice['writers'][number]['key'][] {
  const keys = voice.waiting.filter(({ entry }) => entry.seq >= seq).map(({ entry }) => entry.key);
  for (const [index, writer] of voice.writers.entries()) {
    const until = voice.writers[index + 1]?.from ?? voice.applied + 1;
    if (until > seq) keys.push(writer.key);
  }
  return keys;
}
