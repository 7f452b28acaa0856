import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import type { FeedEffect } from '../freeze.ts';
import { effectOf, followed, type Register } from '../register.ts';
import { partiesOf } from '../texts.ts';
import type { Said } from '../voice.ts';
import type { Matter, Voiced } from './matters.ts';

/** Everything that is said now of one kind. The list is another one whenever anything of it changed, else the same. */
export interface OfKind {
  readonly kind: string;
  readonly list: readonly Matter[];
  /** One matter for each facet of a subject; none of what was taken back. */
  readonly bySubject: ReadonlyMap<SubjectId, readonly Matter[]>;
  /** All that was ever spoken of the kind, how much of it is in the list, and the list that was last made from nothing. */
  readonly log: readonly SubjectId[];
  readonly spoken: number;
  readonly made: object;
}

/** The subjects that were spoken of since an earlier answer; undefined where all was made anew meanwhile. */
export function touchedSince(now: OfKind, earlier: OfKind): ReadonlySet<SubjectId> | undefined {
  if (now.list === earlier.list) return nobody;
  return now.made === earlier.made ? new Set(now.log.slice(earlier.spoken, now.spoken)) : undefined;
}

const nobody: ReadonlySet<SubjectId> = new Set();
const silence: readonly SubjectId[] = [];

/** What is needed to go on: whose word counts, how much was spoken, and where in the list each party's first mentions end. */
interface Known extends OfKind {
  readonly bySubject: Map<SubjectId, readonly Matter[]>;
  readonly parties: readonly PartyCode[];
  readonly effects: readonly (FeedEffect | undefined)[];
  readonly ends: readonly number[];
}

/**
 * All matters of a kind, in order of the party that first mentioned a subject and of its mentions. After a write only what
 * was spoken of is looked at again; where the order of all would change, or another branch has effect, all of it is.
 */
export function mattersOfKind(register: Register, kind: string): OfKind {
  return followed<Known>(register, `matters ${kind}`, (before) => {
    const parties = partiesOf(register);
    const effects = parties.map((party) => effectOf(register, party));
    const spoken = register.spoken.get(kind) ?? silence;
    const ground = { kind, parties, effects, log: spoken, spoken: spoken.length };
    if (before !== undefined && isSame(before.parties, parties) && isSame(before.effects, effects)) {
      if (before.spoken === spoken.length) return before;
      const touched = new Set(spoken.slice(before.spoken));
      const changed = goOn(before, touched, kind, parties, effects);
      if (changed !== undefined) return { ...changed, ...ground, made: before.made };
    }
    return { ...whole(kind, parties, effects), ...ground, made: {} };
  });
}

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

type Effects = Known['effects'];
type Changed = Pick<Known, 'list' | 'bySubject' | 'ends'>;

function whole(kind: string, parties: readonly PartyCode[], effects: Effects): Changed {
  const bySubject = new Map<SubjectId, readonly Matter[]>();
  const list: Matter[] = [];
  const ends: number[] = [];
  for (const effect of effects) {
    for (const subject of effect?.voice.saidOf.get(kind) ?? []) {
      if (bySubject.has(subject)) continue;
      const matters = mattersNow(kind, subject, parties, effects);
      bySubject.set(subject, matters);
      list.push(...matters);
    }
    ends.push(list.length);
  }
  return { list, bySubject, ends };
}

/** The list with what was spoken of since; undefined where a place in it would have to be found anew. */
function goOn(
  before: Known,
  touched: ReadonlySet<SubjectId>,
  kind: string,
  parties: readonly PartyCode[],
  effects: Effects,
): Changed | undefined {
  const { bySubject } = before;
  const list = [...before.list];
  const ends = [...before.ends];
  const moveEnds = (from: number, by: number): void => {
    for (let at = from; at < ends.length; at++) ends[at] = (ends[at] ?? 0) + by;
  };
  /** By party, what it mentions for the first time and nobody before it in the order of parties does. */
  const arrived = parties.map((): { seq: number; matters: readonly Matter[] }[] => []);
  for (const subject of touched) {
    const mentions = effects.map((effect) => firstMention(effect?.voice.said.get(subject), kind));
    const first = mentions.findIndex((seq) => seq !== undefined);
    const old = bySubject.get(subject);
    const matters = mattersNow(kind, subject, parties, effects);
    if (first < 0 || old?.length === 0 || matters.length === 0) return undefined;
    const at = old === undefined ? -1 : list.indexOf(old[0] as Matter);
    const segment = old === undefined ? -1 : ends.findIndex((end) => at < end);
    if (old !== undefined && segment === first) {
      list.splice(at, old.length, ...matters);
      moveEnds(first, matters.length - old.length);
    } else {
      if (old !== undefined) {
        list.splice(at, old.length);
        moveEnds(segment, -old.length);
      }
      arrived[first]?.push({ seq: mentions[first] ?? 0, matters });
    }
    bySubject.set(subject, matters);
  }
  // They were mentioned after all that stands there, but what was spoken since lies in the order in which it came.
  for (const [first, mentioned] of arrived.entries()) {
    const matters = mentioned.sort((one, other) => one.seq - other.seq).flatMap((one) => one.matters);
    list.splice(ends[first] ?? list.length, 0, ...matters);
    moveEnds(first, matters.length);
  }
  return { list, bySubject, ends };
}

/** Where a party's first statement of a kind on a subject stands, from its newest on any. */
function firstMention(newest: Said | undefined, kind: string): number | undefined {
  let first: number | undefined;
  for (let said = newest; said !== undefined; said = said.before) if (said.kind === kind) first = said.seq;
  return first;
}

/** What every party says now on a subject, one matter for each facet. */
function mattersNow(
  kind: string,
  subject: SubjectId,
  parties: readonly PartyCode[],
  effects: Effects,
): readonly Matter[] {
  const matters = new Map<string, { matter: Matter; sides: Voiced[]; attributed: Voiced[] }>();
  for (const [at, party] of parties.entries()) {
    const effect = effects[at];
    for (const said of latestOf(effect?.voice.said.get(subject), kind, effect?.hasEffect)) {
      const key = said.facet ?? '';
      let known = matters.get(key);
      if (known === undefined) {
        const [sides, attributed]: [Voiced[], Voiced[]] = [[], []];
        const facet = said.facet === undefined ? {} : { facet: said.facet };
        known = { matter: { kind, subject, ...facet, sides, attributed, kept: {} }, sides, attributed };
        matters.set(key, known);
      }
      (said.attributed === undefined ? known.sides : known.attributed).push(voicedBy(party, said));
    }
  }
  return [...matters.values()].map(({ matter }) => matter);
}

/** A party's present statements on a subject: its own of each facet, and what it wrote down of others since it took back. */
function latestOf(
  newest: Said | undefined,
  kind: string,
  hasEffect: ((seq: number) => boolean) | undefined,
): readonly Said[] {
  if (newest !== undefined && newest.before === undefined)
    return newest.kind === kind && newest.fields !== undefined && hasEffect?.(newest.seq) === true
      ? [newest]
      : [];
  const found: Said[] = [];
  const own = new Set<string>();
  const takenBack = new Set<string>();
  const written = new Set<string>();
  for (let said = newest; said !== undefined; said = said.before) {
    if (said.kind !== kind || hasEffect?.(said.seq) !== true) continue;
    const facet = said.facet ?? '';
    if (said.attributed !== undefined) {
      const of = `${facet} ${said.attributed.party}`;
      if (!takenBack.has(facet) && !written.has(of)) found.push(said);
      written.add(of);
      continue;
    }
    if (said.fields === undefined) takenBack.add(facet);
    else if (!own.has(facet) && !takenBack.has(facet)) found.push(said);
    own.add(facet);
  }
  return found;
}

function voicedBy(party: PartyCode, { accounts, attributed, fields, seq, time }: Said): Voiced {
  const said = { party, seq, time, fields: fields ?? {}, accounts };
  return attributed === undefined ? said : { ...said, attributed };
}
