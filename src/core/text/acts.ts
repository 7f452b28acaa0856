import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Act, ActState, ActView, Counterpart } from './act.ts';
import { addDays } from './days.ts';

/** A party's consent as it stands in its feed, with what decides whether it counts. */
export interface Consent extends Counterpart {
  /** Uses of the signing key when it was admitted: `desk`, `signatory` (K). */
  readonly uses: readonly string[];
}

/**
 * Everything about acts that a node knows: the sum of all feeds, in no order across parties. It is never changed once it
 * has been asked something: answers are kept with it.
 */
export interface KnownActs {
  readonly acts: ReadonlyMap<Hash, Act>;
  /** By party, its consents in the order of its feed. */
  readonly consents: ReadonlyMap<PartyCode, readonly Consent[]>;
  readonly declined: ReadonlyMap<Hash, readonly PartyCode[]>;
  readonly withdrawn: ReadonlyMap<Hash, readonly PartyCode[]>;
  /** Hash of the founding's list; every list known, by hash, in order. */
  readonly foundingList: Hash;
  readonly lists: ReadonlyMap<Hash, readonly PartyCode[]>;
  /** Full date of the last notification of each party for that act. */
  readonly notified: (act: Hash) => ReadonlyMap<PartyCode, string>;
}

/**
 * Why a party may not consent to an act now (A4). `act.list`: it names a list that is not in effect behind its ancestors;
 * `act.joiners`: those who would join have not signed yet (A2).
 */
export type ConsentFault =
  | 'act.unknown'
  | 'act.ancestorMissing'
  | 'act.contentMissing'
  | 'act.chain'
  | 'act.declined'
  | 'act.withdrawn'
  | 'act.alreadySigned'
  | 'act.notSigner'
  | 'act.list'
  | 'act.joiners';

const ancestry = new WeakMap<KnownActs['acts'], Map<Hash, ReadonlySet<Hash>>>();

/** All acts that Y supersedes, directly or through others, as far as they are known. Unknown ones are included by id. */
export function ancestorsOf(known: Pick<KnownActs, 'acts'>, id: Hash): ReadonlySet<Hash> {
  const kept = keptIn(ancestry, known.acts);
  const answer = kept.get(id);
  if (answer !== undefined) return answer;
  const found = new Set<Hash>();
  const open = [...(known.acts.get(id)?.supersedes ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(known.acts.get(next)?.supersedes ?? []));
  }
  kept.set(id, found);
  return found;
}

function keptIn<Of extends object, Answer>(
  answers: WeakMap<Of, Map<Hash, Answer>>,
  of: Of,
): Map<Hash, Answer> {
  let kept = answers.get(of);
  if (kept === undefined) {
    kept = new Map();
    answers.set(of, kept);
  }
  return kept;
}

/** True when both acts speak of one text; a change of the list of parties belongs to every text (A2). */
export function sharesText(one: Act, other: Act): boolean {
  if (one.partiesAfter !== undefined || other.partiesAfter !== undefined) return true;
  return carriesSame(one, other);
}

function carriesSame(one: Act, other: Act): boolean {
  return one.texts.some(({ text }) => carries(other, text));
}

function carries(act: Act, text: SubjectId): boolean {
  return act.texts.some((entry) => entry.text === text);
}

/** Parties that must sign: the list it names, and for a change of the list those after it too (A2). */
export function signersOf(known: Pick<KnownActs, 'lists'>, act: Act): readonly PartyCode[] {
  const before = known.lists.get(act.parties) ?? [];
  const after = act.partiesAfter === undefined ? [] : (known.lists.get(act.partiesAfter) ?? []);
  return [...before, ...after.filter((party) => !before.includes(party))];
}

/** The consent of a party that counts for an act: its first by a key authorised for the act's level (A1). */
export function consentOf(known: KnownActs, party: PartyCode, id: Hash): Consent | undefined {
  const level = known.acts.get(id)?.level;
  return known.consents.get(party)?.find((consent) => consent.act === id && isAuthorised(consent, level));
}

function isAuthorised(consent: Consent, level: Act['level'] | undefined): boolean {
  return (
    level === undefined ||
    consent.uses.includes('signatory') ||
    (level === 'desk' && consent.uses.includes('desk'))
  );
}

function isSignedByAll(known: KnownActs, id: Hash, act: Act): boolean {
  if (!known.lists.has(act.parties) || (act.partiesAfter !== undefined && !known.lists.has(act.partiesAfter)))
    return false;
  return signersOf(known, act).every((party) => consentOf(known, party, id) !== undefined);
}

const established = new WeakMap<KnownActs, Map<Hash, boolean>>();

/** Signed by all whom it names, and the list that it names is the one its ancestors leave (A2). */
function isEstablished(known: KnownActs, id: Hash): boolean {
  const kept = keptIn(established, known);
  let answer = kept.get(id);
  if (answer === undefined) {
    const act = known.acts.get(id);
    answer =
      act !== undefined &&
      isSignedByAll(known, id, act) &&
      listsAfter(known, ancestorsOf(known, id)).includes(act.parties);
    kept.set(id, answer);
  }
  return answer;
}

/**
 * The list of parties that an act has to name which supersedes these and their ancestors: that of the last change among
 * them that all have signed, else the founding's (A2). More than one only when two changes conflict.
 */
function listsAfter(known: KnownActs, ids: Iterable<Hash>): Hash[] {
  const changes = [...ids].filter(
    (id) => known.acts.get(id)?.partiesAfter !== undefined && isEstablished(known, id),
  );
  const last = changes.filter((id) => !changes.some((other) => ancestorsOf(known, other).has(id)));
  const lists = last.flatMap((id) => known.acts.get(id)?.partiesAfter ?? []).sort();
  return lists.length === 0 ? [known.foundingList] : lists;
}

const fullySigned = new WeakMap<KnownActs, Map<Hash, boolean>>();

/**
 * Every signer has signed, and the act stands in line with each change of the list that all have signed (A2): before it
 * it names the list before, behind it the list after; an act beside it does not count.
 */
export function isFullySigned(known: KnownActs, id: Hash): boolean {
  const kept = keptIn(fullySigned, known);
  let answer = kept.get(id);
  if (answer === undefined) {
    answer =
      isEstablished(known, id) &&
      changesOf(known).every((change) => change === id || isInLine(known, change, id));
    kept.set(id, answer);
  }
  return answer;
}

function isInLine(known: KnownActs, one: Hash, other: Hash): boolean {
  return ancestorsOf(known, one).has(other) || ancestorsOf(known, other).has(one);
}

function changesOf(known: KnownActs): Hash[] {
  return [...known.acts]
    .filter(([id, act]) => act.partiesAfter !== undefined && isEstablished(known, id))
    .map(([id]) => id);
}

/** Hash of the list of parties in effect as far as this node knows: the founding's, or that of the last change (A2). */
export function listInEffect(known: KnownActs): Hash {
  const changes = changesOf(known).filter((id) => isFullySigned(known, id));
  return listsAfter(known, changes)[0] ?? known.foundingList;
}

/**
 * Acts on these texts, and changes of the list, to which somebody is known to have consented, less their ancestors (A3):
 * what a new act on them supersedes. A change of the list belongs to `all` texts.
 *
 * @param among `known` for whoever may have consented to more than it knows: all acts, whether or not anybody consented (A13)
 */
export function supersededBy(
  known: KnownActs,
  texts: readonly SubjectId[] | 'all',
  among: 'consented' | 'known' = 'consented',
): Hash[] {
  const consented = [...known.consents.values()].flatMap((consents) => consents.map((one) => one.act));
  const concerned = new Set<Hash>();
  for (const id of among === 'known' ? known.acts.keys() : consented) {
    const act = known.acts.get(id);
    if (act === undefined) continue;
    if (texts === 'all' || act.partiesAfter !== undefined || texts.some((text) => carries(act, text)))
      concerned.add(id);
  }
  const covered = new Set<Hash>();
  for (const id of concerned) for (const ancestor of ancestorsOf(known, id)) covered.add(ancestor);
  return [...concerned].filter((id) => !covered.has(id)).sort();
}

/**
 * A13: every other act that is known on its texts, and every change of the list, is an ancestor of this one. So whatever a
 * party consented to among them and has lost knowledge of, it keeps the chain rule.
 */
export function supersedesAllKnown(known: KnownActs, id: Hash): boolean {
  const act = known.acts.get(id);
  if (act === undefined) return false;
  const ancestors = ancestorsOf(known, id);
  return [...known.acts].every(([other, by]) => other === id || ancestors.has(other) || !sharesText(by, act));
}

/** Hash of the list that an act must name which supersedes these (A2). */
export function listToName(known: KnownActs, supersedes: readonly Hash[]): Hash {
  const all = supersedes.flatMap((id) => [id, ...ancestorsOf(known, id)]);
  return listsAfter(known, new Set(all))[0] ?? known.foundingList;
}

/**
 * Whether a party may consent to an act now (A4): `undefined` when it may. `holds` says whether the bytes of a content
 * and all its attachments are here.
 */
export function consentFault(
  known: KnownActs,
  party: PartyCode,
  id: Hash,
  holds: (content: Hash) => boolean,
): ConsentFault | undefined {
  const act = known.acts.get(id);
  if (act === undefined) return 'act.unknown';
  if (!signersOf(known, act).includes(party)) return 'act.notSigner';
  if (consentOf(known, party, id) !== undefined) return 'act.alreadySigned';
  const ancestors = ancestorsOf(known, id);
  for (const ancestor of ancestors) if (!known.acts.has(ancestor)) return 'act.ancestorMissing';
  if (!act.texts.every(({ content }) => holds(content))) return 'act.contentMissing';
  if (amongSigners(known, act, known.declined.get(id)).length > 0) return 'act.declined';
  if (amongSigners(known, act, known.withdrawn.get(id)).length > 0) return 'act.withdrawn';
  if (breaksChain(known, id, act, known.consents.get(party) ?? [])) return 'act.chain';
  if (!listsAfter(known, ancestors).includes(act.parties)) return 'act.list';
  return haveJoined(known, id, act, party) ? undefined : 'act.joiners';
}

/**
 * A2: who joins by a change of the list signs it before anybody of the list before. Else those could go on under the old
 * list, together and by the rules, and lose what they had agreed when the last to join signs.
 */
function haveJoined(known: KnownActs, id: Hash, act: Act, party: PartyCode): boolean {
  const before = known.lists.get(act.parties) ?? [];
  if (!before.includes(party)) return true;
  return signersOf(known, act).every(
    (one) => before.includes(one) || consentOf(known, one, id) !== undefined,
  );
}

/** A4: one of these consents is to an act of the same text that is no ancestor. One that is not known may be of any text. */
function breaksChain(known: KnownActs, id: Hash, act: Act, consents: readonly Consent[]): boolean {
  const ancestors = ancestorsOf(known, id);
  return consents.some((consent) => {
    const earlier = known.acts.get(consent.act);
    return (
      consent.act !== id && !ancestors.has(consent.act) && (earlier === undefined || sharesText(earlier, act))
    );
  });
}

/** Only those who must sign can decline or withdraw: whoever is not asked cannot stop the others. */
function amongSigners(known: KnownActs, act: Act, parties: readonly PartyCode[] = []): readonly PartyCode[] {
  const signers = signersOf(known, act);
  return parties.filter((party) => signers.includes(party));
}

/** The day an act takes effect, a full date; `undefined` while it is not fully signed or a notification is missing. */
export function effectiveOn(known: KnownActs, id: Hash): string | undefined {
  const act = known.acts.get(id);
  if (act === undefined || !isFullySigned(known, id)) return undefined;
  if ('date' in act.effective) return act.effective.date;
  const notified = 'on' in act.effective ? undefined : known.notified(id);
  let last = '';
  for (const party of signersOf(known, act)) {
    const date = notified === undefined ? consentOf(known, party, id)?.capacity.date : notified.get(party);
    if (date === undefined) return undefined;
    if (date > last) last = date;
  }
  return 'daysAfter' in act.effective ? addDays(last, act.effective.daysAfter) : last;
}

/** Fully signed acts on a text that are effective by that day and that no other such act supersedes (A6); several: conflict. */
export function inForceOn(known: KnownActs, text: SubjectId, day: string): Hash[] {
  return latestOn(known, day, (act) => carries(act, text));
}

function latestOn(known: KnownActs, day: string, isAmong: (act: Act) => boolean): Hash[] {
  const effective: Hash[] = [];
  for (const [id, act] of known.acts) {
    const from = isAmong(act) ? effectiveOn(known, id) : undefined;
    if (from !== undefined && from <= day) effective.push(id);
  }
  const ended = new Set<Hash>();
  for (const id of effective) for (const ancestor of ancestorsOf(known, id)) ended.add(ancestor);
  return effective.filter((id) => !ended.has(id)).sort();
}

/** One act as this node knows it on a day (A6, A7). Throws when the act is unknown. */
export function actView(known: KnownActs, id: Hash, day: string): ActView {
  const act = known.acts.get(id);
  if (act === undefined) throw new Error(`unknown act ${id}`);
  const signers = signersOf(known, act);
  const counterparts = signers.flatMap((party) => marked(known, act, consentOf(known, party, id)) ?? []);
  const declinedBy = amongSigners(known, act, known.declined.get(id));
  const withdrawnBy = amongSigners(known, act, known.withdrawn.get(id));
  const from = effectiveOn(known, id);
  const later = supersedingAct(known, id, act);
  const current = currentWith(known, act, day);
  const isEnded = current.every((ids) => ids.some((other) => ancestorsOf(known, other).has(id)));
  const standing = {
    signed: counterparts.length,
    declinedBy,
    withdrawnBy,
    isSuperseded: later !== undefined,
    isEnded,
  };
  const state = stateOf(known, id, current, standing);
  const seemsOver =
    !isFullySigned(known, id) && (state === 'declined' || state === 'withdrawn' || state === 'superseded');
  return {
    id,
    act,
    state,
    signers,
    counterparts,
    awaits: signers.filter((party) => !counterparts.some((counterpart) => counterpart.party === party)),
    declinedBy,
    withdrawnBy,
    ...(from === undefined ? {} : { effectiveOn: from }),
    ...(later === undefined ? {} : { supersededBy: later }),
    mayStillBind: seemsOver && counterparts.length > 0 && !isEnded,
  };
}

/** What is in force of each text that the act carries; a change that carries none stands among the changes. */
function currentWith(known: KnownActs, act: Act, day: string): Hash[][] {
  if (act.texts.length === 0) return [latestOn(known, day, (other) => other.partiesAfter !== undefined)];
  return act.texts.map(({ text }) => inForceOn(known, text, day));
}

interface Standing {
  readonly signed: number;
  readonly declinedBy: readonly PartyCode[];
  readonly withdrawnBy: readonly PartyCode[];
  readonly isSuperseded: boolean;
  readonly isEnded: boolean;
}

function stateOf(known: KnownActs, id: Hash, current: readonly Hash[][], standing: Standing): ActState {
  if (isFullySigned(known, id)) {
    const own = current.filter((ids) => ids.includes(id));
    if (own.some((ids) => ids.length > 1)) return 'conflict';
    if (own.length > 0) return 'inForce';
    return standing.isEnded ? 'superseded' : 'fullySigned';
  }
  if (standing.isSuperseded) return 'superseded';
  if (standing.declinedBy.length > 0) return 'declined';
  if (standing.withdrawnBy.length > 0) return 'withdrawn';
  return standing.signed > 0 ? 'partlySigned' : 'proposed';
}

/**
 * The latest fully signed act that supersedes this one, if any: one that carries a text of it, or, while it is not fully
 * signed itself, a change of the list, which leaves what is in force as it is.
 */
function supersedingAct(known: KnownActs, id: Hash, act: Act): Hash | undefined {
  const isChange = (_: Act, by: Act): boolean => by.partiesAfter !== undefined;
  const concerns = !isFullySigned(known, id) ? sharesText : act.texts.length === 0 ? isChange : carriesSame;
  const later = [...known.acts].flatMap(([other, by]) =>
    ancestorsOf(known, other).has(id) && concerns(act, by) && isFullySigned(known, other) ? [other] : [],
  );
  return later.sort().find((other) => !later.some((further) => ancestorsOf(known, further).has(other)));
}

/** A1: marks a consent that broke the chain rule, or whose party declined or withdrew; it counts all the same. */
function marked(known: KnownActs, act: Act, consent: Consent | undefined): Counterpart | undefined {
  if (consent === undefined) return undefined;
  const { uses: _, ...counterpart } = consent;
  if (counterpart.contested !== undefined) return counterpart;
  const { act: id, party } = consent;
  const consents = known.consents.get(party) ?? [];
  const earlier = consents
    .slice(
      0,
      consents.findIndex((one) => one.act === id),
    )
    .filter((one) => known.acts.has(one.act));
  if (breaksChain(known, id, act, earlier)) return { ...counterpart, contested: 'chain' };
  if (known.declined.get(id)?.includes(party)) return { ...counterpart, contested: 'declined' };
  if (known.withdrawn.get(id)?.includes(party)) return { ...counterpart, contested: 'withdrawn' };
  return counterpart;
}
