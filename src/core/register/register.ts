import type { Crypto } from '../bytes/crypto.ts';
import type { Hash, Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { AcceptedEntry } from '../feed/accept-run.ts';
import type { ChainState } from '../feed/chain.ts';
import type { Head } from '../feed/entry.ts';
import type { Kinds } from '../kinds/catalogue.ts';
import type { Content } from '../text/view.ts';
import { effectOfFeed, type FeedEffect } from './freeze.ts';
import { applyEntry, newVoice, type FoldContext, type Voice } from './voice.ts';

/** What the fold needs to know of a founding. */
export interface Ground {
  readonly programme: Hash;
  /** Authentic languages, in order. */
  readonly languages: readonly Lang[];
  /** Parties in the founding's order, and the hash of that list (A2). */
  readonly parties: readonly PartyCode[];
  readonly partyList: Hash;
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

export function openRegister(ground: Ground, kinds: Kinds, crypto: Crypto): Register {
  return { ground, kinds, crypto, voices: new Map(), contents: new Map(), version: 0, touchedAt: new Map(), answers: new Map() };
}

/**
 * Takes accepted entries of one feed into the register, in the feed's order. `branch` 0 is the chain first seen; another
 * branch is admitted whole, from entry 1. `chain` is the feed's state after them.
 */
export function admit(register: Register, party: PartyCode, branch: number, accepted: readonly AcceptedEntry[], chain: ChainState): void {
  const voice = voiceOf(register, party, branch, chain);
  voice.chain = chain;
  for (const one of accepted) {
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
    for (const voices of register.voices.values()) for (const voice of voices) if (drain(voice, context)) moved = true;
  }
}

function drain(voice: Voice, context: FoldContext): boolean {
  let taken = 0;
  for (const accepted of voice.waiting) {
    if (firstMissing(accepted, context) !== undefined) break;
    applyEntry(voice, accepted, context);
    taken++;
  }
  if (taken > 0) voice.waiting.splice(0, taken);
  return taken > 0;
}

function firstMissing(accepted: AcceptedEntry, context: FoldContext): Head | undefined {
  for (const head of accepted.entry.heads) if (context.holding(head.party, head.seq, head.hash) === undefined) return head;
  return undefined;
}

function contextOf(register: Register): FoldContext {
  return {
    programme: register.ground.programme,
    kinds: register.kinds,
    languages: register.ground.languages,
    crypto: register.crypto,
    holding: (party, seq, hash) => register.voices.get(party)?.find((voice) => voice.applied >= seq && voice.hashes.at(seq) === hash),
    touched: (text) => void register.touchedAt.set(text, register.version + 1),
  };
}

/** Feeds that wait for something, with what they wait for. */
export function gapsOf(register: Register): Gap[] {
  const context = contextOf(register);
  const gaps: Gap[] = [];
  for (const [party, voices] of register.voices) {
    for (const voice of voices) {
      const next = voice.waiting[0];
      const awaits = next === undefined ? undefined : firstMissing(next, context);
      if (next !== undefined && awaits !== undefined) gaps.push({ party, from: next.entry.seq, entries: voice.waiting.length, awaits });
    }
  }
  return gaps;
}

/** The branch of a party's feed that has effect, and up to where (F6, F7); undefined before its first entry. */
export function effectOf(register: Register, party: PartyCode): FeedEffect | undefined {
  return answered(register, `effect ${party}`, () => effectOfFeed(register.voices.get(party) ?? []));
}

/** Computes an answer once for each version of the register. */
export function answered<Answer>(register: Register, question: string, compute: () => Answer, version = register.version): Answer {
  const known = register.answers.get(question);
  if (known?.version === version) return known.answer as Answer;
  const answer = compute();
  register.answers.set(question, { version, answer });
  return answer;
}
