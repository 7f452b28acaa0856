import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import { isFullDate } from '../bytes/partial-date.ts';
import type { Act, ActView } from '../text/act.ts';
import {
  actView,
  ancestorsOf,
  type Consent,
  effectiveOn,
  inForceOn,
  isFullySigned,
  type KnownActs,
  listInEffect,
  signersOf,
} from '../text/acts.ts';
import { compareText, type KeptItems, type PartyPositions } from '../text/compare.ts';
import { draftKey, type PositionBook } from '../text/positions.ts';
import type { Content, DraftRef, TextView } from '../text/view.ts';
import { type FeedEffect, isVoidAt, writerAt } from './freeze.ts';
import { answered, effectOf, type Register } from './register.ts';
import type { Said, Voice } from './voice.ts';

/** Every text that somebody drafted or that an act carries, in order of id. */
export function textsOf(register: Register): SubjectId[] {
  return answered(register, 'texts', () => {
    const texts = new Set<SubjectId>();
    for (const voices of register.voices.values()) {
      for (const voice of voices) for (const { draft } of voice.positions.values()) texts.add(draft.text);
    }
    for (const act of knownActs(register).acts.values()) for (const { text } of act.texts) texts.add(text);
    return [...texts].sort();
  });
}

/** Every draft of a text that somebody has stated a position in. */
export function draftsOf(register: Register, text: SubjectId): DraftRef[] {
  const drafts = new Map<string, DraftRef>();
  for (const voices of register.voices.values()) {
    for (const voice of voices)
      for (const [key, { draft }] of voice.positions) if (draft.text === text) drafts.set(key, draft);
  }
  return [...drafts.keys()].sort().map((key) => drafts.get(key) as DraftRef);
}

/** The comparison of all positions in a draft (T). Throws BaseMissing while the content it starts from is not held. */
export function textOf(register: Register, draft: DraftRef): TextView {
  const question = `text ${draftKey(draft)}`;
  const before = register.answers.get(question)?.answer as Compared | undefined;
  return answered(register, question, (): Compared => {
    const base = draft.base === undefined ? undefined : register.contents.get(draft.base);
    if (draft.base !== undefined && base === undefined) throw new BaseMissing(draft.base);
    const parties = positionsOf(register);
    const closed = isClosed(register, draft);
    // Once compared, only what touched the text or the effect of a feed can change it, and mostly a few items of it.
    const ground = [base, ...parties.flatMap(({ book, hasEffect, party }) => [party, book, hasEffect])];
    const isSameGround =
      before?.ground.length === ground.length && ground.every((one, at) => one === before.ground[at]);
    const touchedAt = register.touchedAt.get(draft.text);
    if (
      before !== undefined &&
      isSameGround &&
      before.touchedAt === touchedAt &&
      before.view.closed === closed
    )
      return before;
    const kept: KeptItems = before !== undefined && isSameGround ? before.kept : new Map();
    const { kinds } = register;
    const { languages } = register.ground;
    const view = compareText({
      draft,
      kinds,
      languages,
      parties,
      closed,
      kept,
      ...(base === undefined ? {} : { base }),
    });
    return { view, kept, ground, touchedAt };
  }).view;
}

interface Compared {
  readonly view: TextView;
  readonly kept: KeptItems;
  /** All but positions that the comparison depends on. */
  readonly ground: readonly unknown[];
  readonly touchedAt: number | undefined;
}

/** The content that a draft starts from is not held yet. */
export class BaseMissing extends Error {
  readonly code = 'text.baseMissing';
  constructor(base: Hash) {
    super(`the content ${base} that this draft starts from is not here yet`);
  }
}

/** Each party's positions with what has effect, in the order of the list in effect. */
export function positionsOf(register: Register): PartyPositions[] {
  return partiesOf(register).map((party) => {
    const effect = effectOf(register, party);
    return effect === undefined
      ? { party, book: noPositions, hasEffect: always }
      : { party, book: effect.voice.positions, hasEffect: effect.hasEffect };
  });
}

const noPositions: PositionBook = new Map();
const always = (): boolean => true;

/** The parties of the programme: the founding's, or those of the last fully signed change (A2). */
export function partiesOf(register: Register): readonly PartyCode[] {
  const known = knownActs(register);
  return known.lists.get(listInEffect(known)) ?? register.ground.parties;
}

/** T11: another act on the same base is fully signed. */
function isClosed(register: Register, draft: DraftRef): boolean {
  const known = knownActs(register);
  for (const [id, act] of known.acts) {
    const carries = act.texts.some((entry) => entry.text === draft.text && entry.base === draft.base);
    if (carries && isFullySigned(known, id)) return true;
  }
  return false;
}

/** All that is known about acts, from every branch of every feed: counterparts on any branch count (A1). */
export function knownActs(register: Register): KnownActs {
  return answered(register, 'acts', () => {
    const acts = new Map<Hash, Act>();
    const lists = new Map<Hash, readonly PartyCode[]>([[register.ground.partyList, register.ground.parties]]);
    const consents = new Map<PartyCode, Consent[]>();
    const declined = new Map<Hash, PartyCode[]>();
    const withdrawn = new Map<Hash, PartyCode[]>();
    for (const [party, voices] of register.voices) {
      for (const voice of voices) {
        for (const [id, { act, parties }] of voice.acts) {
          acts.set(id, act);
          if (act.partiesAfter !== undefined && parties !== undefined) lists.set(act.partiesAfter, parties);
        }
        for (const act of voice.declined) add(declined, act, party);
        for (const act of voice.withdrawn) add(withdrawn, act, party);
      }
      consents.set(party, consentsOf(register, party));
    }
    return {
      acts: new Map([...acts].sort(([one], [other]) => (one < other ? -1 : 1))),
      consents,
      declined,
      withdrawn,
      foundingList: register.ground.partyList,
      lists,
      notified: (act) => notificationsOf(register, act),
    };
  });
}

function add(map: Map<Hash, PartyCode[]>, act: Hash, party: PartyCode): void {
  const parties = map.get(act) ?? [];
  if (!parties.includes(party)) map.set(act, [...parties, party].sort());
}

/** The consents of a party over all branches of its feed, each once, in order; contested where a fork or a void key touches it. */
function consentsOf(register: Register, party: PartyCode): Consent[] {
  const effect = effectOf(register, party);
  const found = new Map<Hash, Consent>();
  for (const voice of register.voices.get(party) ?? []) {
    for (const consent of voice.consents) {
      const entry = voice.hashes.at(consent.seq);
      if (entry === undefined || found.has(entry)) continue;
      const contested = contestedBy(effect, voice, consent, entry);
      found.set(entry, contested === undefined ? consent : { ...consent, contested });
    }
  }
  const inOrder = [...found].sort(
    ([one, { seq }], [other, { seq: otherSeq }]) => seq - otherSeq || (one < other ? -1 : 1),
  );
  return inOrder.map(([, consent]) => consent);
}

/** A1, K3: a counterpart beside the branch that has effect, or by keys void at its place; it counts all the same. */
function contestedBy(
  effect: FeedEffect | undefined,
  voice: Voice,
  { key, seq }: Consent,
  entry: Hash,
): Consent['contested'] {
  if (effect === undefined) return undefined;
  if (seq >= effect.frozenFrom || effect.voice.hashes.at(seq) !== entry) return 'fork';
  return isVoidAt(effect.keys, key, seq) || isVoidAt(effect.keys, writerAt(voice, seq), seq)
    ? 'void'
    : undefined;
}

/** Full dates of the notifications of an act, by those who signed it: statements on a text it carries, the act as facet. */
function notificationsOf(register: Register, id: Hash): Map<PartyCode, string> {
  const dates = new Map<PartyCode, string>();
  const known = knownActs(register);
  const act = known.acts.get(id);
  for (const party of act === undefined ? [] : signersOf(known, act)) {
    const effect = effectOf(register, party);
    const said = (act?.texts ?? []).flatMap(({ text }) => notificationOn(effect, text, id) ?? []);
    const date = said.sort((one, other) => other.seq - one.seq)[0]?.fields?.['date'];
    if (isFullDate(date)) dates.set(party, date);
  }
  return dates;
}

function notificationOn(effect: FeedEffect | undefined, text: SubjectId, id: Hash): Said | undefined {
  for (let said = effect?.voice.said.get(text); said !== undefined; said = said.before) {
    const isIt = said.kind === 'notification' && said.facet === id && said.attributed === undefined;
    if (isIt && effect?.hasEffect(said.seq) === true) return said;
  }
  return undefined;
}

/** Acts that carry a text, as known on a day, in the order of the chain: ancestors first. */
export function actsOn(register: Register, text: SubjectId, day: string): ActView[] {
  return actsWhere(register, day, (act) => act.texts.some((entry) => entry.text === text));
}

/** Acts that change the list of parties (A2), with texts or without, ancestors first. */
export function changesOfList(register: Register, day: string): ActView[] {
  return actsWhere(register, day, (act) => act.partiesAfter !== undefined);
}

function actsWhere(register: Register, day: string, isMeant: (act: Act) => boolean): ActView[] {
  const known = knownActs(register);
  const ids = [...known.acts].filter(([, act]) => isMeant(act)).map(([id]) => id);
  const views = ids.map((id) => actView(known, id, day));
  const depth = (view: ActView): number => ancestorsOf(known, view.id).size;
  return views.sort((one, other) => depth(one) - depth(other) || (one.id < other.id ? -1 : 1));
}

/** What is in force of a text on a day, as far as this node knows (A6). */
export interface InForce {
  readonly act: Hash;
  readonly since: string;
  readonly contentHash: Hash;
  /** Undefined while the content is not held. */
  readonly content: Content | undefined;
  /** Other acts in force beside it: a conflict, settled by one act that supersedes all. */
  readonly conflict: readonly Hash[];
}

export function inForce(register: Register, text: SubjectId, day: string): InForce | undefined {
  const known = knownActs(register);
  const [act, ...conflict] = inForceOn(known, text, day);
  const carried =
    act === undefined ? undefined : known.acts.get(act)?.texts.find((entry) => entry.text === text);
  if (act === undefined || carried === undefined) return undefined;
  return {
    act,
    since: effectiveOn(known, act) ?? day,
    contentHash: carried.content,
    content: register.contents.get(carried.content),
    conflict,
  };
}
