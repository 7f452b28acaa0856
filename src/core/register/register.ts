import type { Crypto } from '../bytes/crypto.ts';
import type { Hash, Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { AcceptedEntry } from '../feed/accept-run.ts';
import type { ChainState } from '../feed/chain.ts';
import type { Head } from '../feed/entry.ts';
import { type Founding, partyListHash } from '../feed/founding.ts';
import { type Kinds, kindsAt } from '../kinds/catalogue.ts';
import type { Content } from '../text/view.ts';
import { headsStanding } from './cited-heads.ts';
import { applyEntry } from './fold.ts';
import { effectOfFeed, type FeedEffect, isSameEffect } from './freeze.ts';
import { type FoldContext, type Inert, newVoice, type Voice } from './voice.ts';

/** What the fold needs to know of a founding. */
export interface Ground {
  readonly programme: Hash;
  /** Authentic languages, in order. */
  readonly languages: readonly Lang[];
  /** Parties in the founding's order, and the hash of that list (A2). */
  readonly parties: readonly PartyCode[];
  readonly partyList: Hash;
  /** Protocol level of the founding, 1 when left out: kinds of a later level have no effect (K6). */
  readonly level?: number;
}

/** What the fold needs of a founding. */
export function groundOf(founding: Founding, crypto: Crypto): Ground {
  const { languages, level, parties, programme } = founding;
  return {
    programme,
    languages,
    level,
    parties: parties.map(({ party }) => party),
    partyList: partyListHash(parties, crypto),
  };
}

/**
 * The register: what all feeds of a programme say together. It is a function of the set of accepted runs alone (F8):
 * each feed is folded by itself, in its own order, and questions combine them.
 */
export interface Register {
  readonly ground: Ground;
  readonly kinds: Kinds;
  readonly crypto: Crypto;
  readonly voices: Map<PartyCode, Voice[]>;
  /** Contents of acts that are held, by hash: content-addressed, so the same everywhere. */
  readonly contents: Map<Hash, Content>;
  /** Raised by every change; answers computed at one version stay right while it stands. */
  version: number;
  readonly touchedAt: Map<SubjectId, number>;
  /** By kind of statement, what was spoken of in the order in which it took effect here: what an answer need look at again. */
  readonly spoken: Map<string, SubjectId[]>;
  readonly answers: Map<string, { readonly version: number; readonly answer: unknown }>;
}

/** A feed, or a branch of it, that waits for a head it cites (F5). */
export interface Gap {
  readonly party: PartyCode;
  /** First entry that waits, and how many wait from there. */
  readonly from: number;
  readonly entries: number;
  readonly awaits: Head;
}

/** A register without entries. */
export function openRegister(ground: Ground, kinds: Kinds, crypto: Crypto): Register {
  return {
    ground,
    kinds: kindsAt(kinds, ground.level ?? 1),
    crypto,
    voices: new Map(),
    contents: new Map(),
    version: 0,
    touchedAt: new Map(),
    spoken: new Map(),
    answers: new Map(),
  };
}

/**
 * Takes accepted entries of one feed into the register, in the feed's order. `branch` 0 is the chain first seen; another
 * branch is admitted whole, from entry 1. `chain` is the feed's state after them.
 */
export function admit(
  register: Register,
  party: PartyCode,
  branch: number,
  accepted: readonly AcceptedEntry[],
  chain: ChainState,
): void {
  const voice = voiceOf(register, party, branch, chain);
  voice.chain = chain;
  for (const one of accepted) {
    if (one.entry.seq !== voice.hashes.length + 1)
      throw new Error(`${party}: entry ${one.entry.seq} behind ${voice.hashes.length}`);
    voice.hashes.push(one.hash);
    voice.waiting.push(one);
  }
  settle(register);
  register.version++;
}

function voiceOf(register: Register, party: PartyCode, branch: number, chain: ChainState): Voice {
  let voices = register.voices.get(party);
  if (voices === undefined) {
    voices = [];
    register.voices.set(party, voices);
  }
  let voice = voices.find((one) => one.branch === branch);
  if (voice === undefined) {
    voice = newVoice(party, branch, chain);
    voices.push(voice);
  }
  return voice;
}

/** Applies what waits until nothing more can take effect: the result is the same for every order of arrival. */
function settle(register: Register): void {
  const context = contextOf(register);
  for (let moved = true; moved; ) {
    moved = false;
    for (const voices of register.voices.values())
      for (const voice of voices) if (drain(voice, register.ground, context)) moved = true;
  }
}

function drain(voice: Voice, ground: Ground, context: FoldContext): boolean {
  let taken = 0;
  for (const accepted of voice.waiting) {
    const heads = headsStanding(voice, accepted.entry.heads, ground, context);
    if (heads.is === 'missing') break;
    applyEntry(voice, accepted, context, heads.is === 'stranger' ? heads.party : undefined);
    taken++;
  }
  if (taken > 0) voice.waiting.splice(0, taken);
  return taken > 0;
}

function contextOf(register: Register): FoldContext {
  return {
    programme: register.ground.programme,
    kinds: register.kinds,
    languages: register.ground.languages,
    crypto: register.crypto,
    holding: (party, seq, hash) =>
      register.voices.get(party)?.find((voice) => voice.applied >= seq && voice.hashes.at(seq) === hash),
    touched: (text) => void register.touchedAt.set(text, register.version + 1),
    spoke: (kind, subject) => {
      const subjects = register.spoken.get(kind);
      if (subjects === undefined) register.spoken.set(kind, [subject]);
      else subjects.push(subject);
    },
  };
}

/** Feeds that wait for something, with what they wait for. */
export function gapsOf(register: Register): Gap[] {
  const context = contextOf(register);
  const gaps: Gap[] = [];
  for (const [party, voices] of register.voices) {
    for (const voice of voices) {
      const next = voice.waiting[0];
      if (next === undefined) continue;
      const heads = headsStanding(voice, next.entry.heads, register.ground, context);
      if (heads.is === 'missing')
        gaps.push({ party, from: next.entry.seq, entries: voice.waiting.length, awaits: heads.head });
    }
  }
  return gaps.sort((one, other) =>
    one.party === other.party ? one.from - other.from : one.party < other.party ? -1 : 1,
  );
}

/** Entries that were accepted and changed nothing, with why (F4), from every branch, by party and place. */
export function inertOf(register: Register): Inert[] {
  const found = new Map<string, Inert>();
  for (const [party, voices] of register.voices) {
    for (const voice of voices)
      for (const inert of voice.inert) found.set(`${party} ${voice.hashes.at(inert.seq)}`, inert);
  }
  const inOrder = [...found].sort(([one, { party, seq }], [other, another]) => {
    if (party !== another.party) return party < another.party ? -1 : 1;
    return seq - another.seq || (one < other ? -1 : 1);
  });
  return inOrder.map(([, inert]) => inert);
}

/** The branch of a party's feed that has effect, and up to where (F6, F7); undefined before its first entry. */
export function effectOf(register: Register, party: PartyCode): FeedEffect | undefined {
  const question = `effect ${party}`;
  const before = register.answers.get(question)?.answer as FeedEffect | undefined;
  return answered(register, question, () => {
    const effect = effectOfFeed(register.voices.get(party) ?? []);
    return before !== undefined && effect !== undefined && isSameEffect(before, effect) ? before : effect;
  });
}

/** Computes an answer once for each version of the register. */
export function answered<Answer>(register: Register, question: string, compute: () => Answer): Answer {
  const { version } = register;
  const known = register.answers.get(question);
  if (known?.version === version) return known.answer as Answer;
  const answer = compute();
  register.answers.set(question, { version, answer });
  return answer;
}

/** Like {@link answered}, going on from the answer of an earlier version where there is one: for what a change alters little. */
export function followed<Answer>(
  register: Register,
  question: string,
  goOn: (before: Answer | undefined) => Answer,
): Answer {
  const { version } = register;
  const known = register.answers.get(question);
  if (known?.version === version) return known.answer as Answer;
  const answer = goOn(known?.answer as Answer | undefined);
  register.answers.set(question, { version, answer });
  return answer;
}
