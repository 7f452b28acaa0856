import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { keyStanding } from '../feed/chain.ts';
import { isObject } from '../kinds/value.ts';
import type { ActView, Act } from '../text/act.ts';
import { actView, effectiveOn, inForceOn, isFullySigned, type Consent, type KnownActs } from '../text/acts.ts';
import { compareText, type PartyPositions } from '../text/compare.ts';
import { draftKey } from '../text/positions.ts';
import type { Content, DraftRef, TextView } from '../text/view.ts';
import { answered, effectOf, type Register } from './register.ts';
import type { Said } from './voice.ts';

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
    for (const voice of voices) for (const [key, { draft }] of voice.positions) if (draft.text === text) drafts.set(key, draft);
  }
  return [...drafts.keys()].sort().map((key) => drafts.get(key) as DraftRef);
}

/** The comparison of all positions in a draft (T). Throws BaseMissing while the content it starts from is not held. */
export function textOf(register: Register, draft: DraftRef): TextView {
  return answered(register, `text ${draftKey(draft)}`, () => {
    const base = draft.base === undefined ? undefined : register.contents.get(draft.base);
    if (draft.base !== undefined && base === undefined) throw new BaseMissing(draft.base);
    return compareText({
      draft,
      kinds: register.kinds,
      languages: register.ground.languages,
      parties: positionsOf(register),
      closed: isClosed(register, draft),
      ...(base === undefined ? {} : { base }),
    });
  });
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
      ? { party, book: new Map(), hasEffect: () => true }
      : { party, book: effect.voice.positions, hasEffect: effect.hasEffect };
  });
}

/** The parties of the programme: the founding's, or those of the last fully signed change (A2). */
export function partiesOf(register: Register): readonly PartyCode[] {
  return answered(register, 'parties', () => {
    const known = knownActs(register);
    let parties = register.ground.parties;
    for (const [id, act] of known.acts) {
      if (act.partiesAfter !== undefined && isFullySigned(known, id)) parties = known.lists.get(act.partiesAfter) ?? parties;
    }
    return parties;
  });
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
        for (const [id, { act, partyList }] of voice.acts) {
          acts.set(id, act);
          if (act.partiesAfter !== undefined && partyList !== undefined) lists.set(act.partiesAfter, codesOf(partyList));
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

function codesOf(list: Json): PartyCode[] {
  if (!Array.isArray(list)) return [];
  return (list as readonly Json[]).flatMap((row) => (isObject(row) && typeof row['party'] === 'string' ? [row['party'] as PartyCode] : []));
}

/** The consents of a party over all branches of its feed, each once, in order; contested where a fork or a void key touches it. */
function consentsOf(register: Register, party: PartyCode): Consent[] {
  const effect = effectOf(register, party);
  const found = new Map<string, Consent>();
  for (const voice of register.voices.get(party) ?? []) {
    for (const consent of voice.consents) {
      const key = `${consent.seq} ${consent.act} ${consent.key}`;
      if (found.has(key)) continue;
      const isForked = effect !== undefined && consent.seq >= effect.frozenFrom;
      const isVoid = consent.uses.every((use) => use !== 'desk' && use !== 'signatory') || keyIsVoid(voice.chain, consent);
      const contested = isForked ? 'fork' : isVoid ? 'void' : undefined;
      found.set(key, contested === undefined ? consent : { ...consent, contested });
    }
  }
  return [...found.values()].sort((one, other) => one.seq - other.seq || (one.act < other.act ? -1 : 1));
}

function keyIsVoid(chain: Parameters<typeof keyStanding>[0], consent: Consent): boolean {
  const use = consent.uses.includes('signatory') ? 'signatory' : 'desk';
  return keyStanding(chain, consent.key, use, consent.seq) === 'void';
}

function notificationsOf(register: Register, id: Hash): Map<PartyCode, string> {
  const dates = new Map<PartyCode, string>();
  const texts = knownActs(register).acts.get(id)?.texts ?? [];
  for (const party of partiesOf(register)) {
    const effect = effectOf(register, party);
    for (const { text } of texts) {
      for (let said: Said | undefined = effect?.voice.said.get(text); said !== undefined; said = said.before) {
        if (said.kind !== 'notification' || said.facet !== id || effect?.hasEffect(said.seq) !== true) continue;
        const date = said.fields?.['date'];
        if (typeof date === 'string') dates.set(party, date);
        break;
      }
    }
  }
  return dates;
}

/** Acts that carry a text, as known on a day, in the order of the chain: ancestors first. */
export function actsOn(register: Register, text: SubjectId, day: string): ActView[] {
  const known = knownActs(register);
  const ids = [...known.acts].filter(([, act]) => act.texts.some((entry) => entry.text === text)).map(([id]) => id);
  const views = ids.map((id) => actView(known, id, day));
  return views.sort((one, other) => depth(known, one.id) - depth(known, other.id) || (one.id < other.id ? -1 : 1));
}

function depth(known: KnownActs, id: Hash, seen: ReadonlySet<Hash> = new Set()): number {
  if (seen.has(id)) return 0;
  const before = known.acts.get(id)?.supersedes ?? [];
  return before.length === 0 ? 0 : 1 + Math.max(...before.map((other) => depth(known, other, new Set([...seen, id]))));
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
  const carried = act === undefined ? undefined : known.acts.get(act)?.texts.find((entry) => entry.text === text);
  if (act === undefined || carried === undefined) return undefined;
  return {
    act,
    since: effectiveOn(known, act) ?? day,
    contentHash: carried.content,
    content: register.contents.get(carried.content),
    conflict,
  };
}
