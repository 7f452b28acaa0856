import type { KeyId } from '../bytes/ids.ts';
import type { ChainState } from '../feed/chain.ts';
import type { Voice } from './voice.ts';

/** Which branch of a feed has effect, and from where nothing does. */
export interface FeedEffect {
  /** The branch that has effect; while the feed is frozen, the first seen: up to there all are the same. */
  readonly voice: Voice;
  /** First entry without effect because the feed forked and no continuation has ended it (F6); Infinity when none. */
  readonly frozenFrom: number;
  /** Other branches, for the proof. */
  readonly branches: readonly Voice[];
  /** True when statements and positions of that entry have effect: not frozen, not by a key void there (K3). */
  readonly hasEffect: (seq: number) => boolean;
  /** The keys of each branch that counts: what one of them made void is void. */
  readonly keys: readonly ChainState['keys'][];
}

/** The effect of a feed by all its branches; undefined for a feed without entries. The order of branches changes nothing (F8). */
export function effectOfFeed(voices: readonly Voice[]): FeedEffect | undefined {
  const unsettled = voices.filter(
    (voice) => !voices.some((other) => other !== voice && isSettled(other, voice)),
  );
  const open = unsettled.length === 0 ? voices : unsettled;
  const [voice] = open;
  if (voice === undefined) return undefined;
  let frozenFrom = Infinity;
  for (const [index, one] of open.entries()) {
    for (const other of open.slice(index + 1)) frozenFrom = Math.min(frozenFrom, partingOf(one, other));
  }
  const keys = open.map(({ chain }) => chain.keys);
  const hasVoid = keys.some((one) => [...one.values()].some((key) => key.voidAfter !== undefined));
  const hasEffect = hasVoid
    ? (seq: number) => seq < frozenFrom && !isVoidAt(keys, writerAt(voice, seq), seq)
    : (seq: number) => seq < frozenFrom;
  return { voice, frozenFrom, branches: voices.filter((other) => other !== voice), hasEffect, keys };
}

/** Both say the same of every entry they have in common: what was computed by one still holds. */
export function isSameEffect(one: FeedEffect, other: FeedEffect): boolean {
  return (
    one.voice === other.voice &&
    one.frozenFrom === other.frozenFrom &&
    one.branches.length === other.branches.length &&
    one.branches.every((voice, at) => voice === other.branches[at]) &&
    one.keys.length === other.keys.length &&
    one.keys.every((keys, at) => keys === other.keys[at])
  );
}

/** K3: the key was made void, at that place too. */
export function isVoidAt(keys: FeedEffect['keys'], id: KeyId, seq: number): boolean {
  return keys.some((one) => {
    const after = one.get(id)?.voidAfter;
    return after !== undefined && seq > after;
  });
}

/** The key that wrote an entry. */
export function writerAt(voice: Voice, seq: number): KeyId {
  const { writers } = voice;
  let [low, high] = [0, writers.length];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if ((writers[middle]?.from ?? Infinity) <= seq) low = middle;
    else high = middle;
  }
  const writer = writers[low];
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

/**
 * F7: `other` freezes nothing beside `voice`. It is only a part of it, or a continuation in `voice` behind the parting
 * names its head, or what goes beyond the heads named is by keys that `voice` has made void.
 */
function isSettled(voice: Voice, other: Voice): boolean {
  const parting = partingOf(voice, other);
  if (parting > other.hashes.length)
    return other.hashes.length < voice.hashes.length || other.branch > voice.branch;
  const continuations = voice.continuations.filter(({ seq }) => seq >= parting);
  if (continuations.length === 0) return false;
  const named = continuations
    .flatMap(({ heads }) => heads)
    .filter(({ hash, seq }) => other.hashes.at(seq) === hash);
  const covered = Math.max(parting - 1, ...named.map(({ seq }) => seq));
  return writersFrom(other, covered + 1).every((key) => isRetired(voice.chain, key));
}

/** Made void, or a root that another has replaced. */
function isRetired({ keys, roots }: ChainState, id: KeyId): boolean {
  return keys.get(id)?.voidAfter !== undefined || roots.slice(0, -1).some((root) => root.id === id);
}

/** The keys that wrote a branch from an entry on; none when it does not reach there. */
function writersFrom(voice: Voice, seq: number): KeyId[] {
  const keys = voice.waiting.filter(({ entry }) => entry.seq >= seq).map(({ entry }) => entry.key);
  for (const [index, writer] of voice.writers.entries()) {
    const until = voice.writers[index + 1]?.from ?? voice.applied + 1;
    if (until > seq) keys.push(writer.key);
  }
  return keys;
}
