import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Act, ActState, ActView, Counterpart } from './act.ts';

/** A party's consent as it stands in its feed, with what decides whether it counts. */
export interface Consent extends Counterpart {
  /** Uses of the signing key when it was admitted: `desk`, `signatory` (K). */
  readonly uses: readonly string[];
}

/** Everything about acts that a node knows: the sum of all feeds, in no order across parties. */
export interface KnownActs {
  readonly acts: ReadonlyMap<Hash, Act>;
  /** By party, its consents in the order of its feed. */
  readonly consents: ReadonlyMap<PartyCode, readonly Consent[]>;
  readonly declined: ReadonlyMap<Hash, readonly PartyCode[]>;
  readonly withdrawn: ReadonlyMap<Hash, readonly PartyCode[]>;
  /** Hash of the founding's list; every list known, by hash, in order. */
  readonly foundingList: Hash;
  readonly lists: ReadonlyMap<Hash, readonly PartyCode[]>;
  /** Date of the last notification of each party for that act. */
  readonly notified: (act: Hash) => ReadonlyMap<PartyCode, string>;
}

/** Why a party may not consent to an act now (A4). */
export type ConsentFault =
  | 'act.unknown'
  | 'act.ancestorMissing'
  | 'act.contentMissing'
  | 'act.chain'
  | 'act.declined'
  | 'act.withdrawn'
  | 'act.alreadySigned'
  | 'act.notSigner';

/** All acts that Y supersedes, directly or through others, as far as they are known. Unknown ones are included by id. */
export function ancestorsOf(known: Pick<KnownActs, 'acts'>, id: Hash): Set<Hash> {
  const found = new Set<Hash>();
  const open = [...(known.acts.get(id)?.supersedes ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(known.acts.get(next)?.supersedes ?? []));
  }
  return found;
}

/** True when both acts speak of one text; a change of the list of parties belongs to every text (A2). */
export function sharesText(one: Act, other: Act): boolean {
  if (one.partiesAfter !== undefined || other.partiesAfter !== undefined) return true;
  return one.texts.some(({ text }) => other.texts.some((entry) => entry.text === text));
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
  return level === undefined || consent.uses.includes('signatory') || (level === 'desk' && consent.uses.includes('desk'));
}

/** Every signer of the list it names has signed, and that list is the one in effect for it (A2). */
export function isFullySigned(known: KnownActs, id: Hash): boolean {
  const act = known.acts.get(id);
  return act !== undefined && isSignedByAll(known, id, act) && followsList(known, id, act);
}

function isSignedByAll(known: KnownActs, id: Hash, act: Act): boolean {
  const signers = signersOf(known, act);
  if (!known.lists.has(act.parties) || (act.partiesAfter !== undefined && !known.lists.has(act.partiesAfter))) return false;
  return signers.every((party) => consentOf(known, party, id) !== undefined);
}

/** A2: under an older list an act counts only if the change supersedes it; under a newer one it descends from the change. */
function followsList(known: KnownActs, id: Hash, act: Act): boolean {
  const ancestors = ancestorsOf(known, id);
  let established = act.parties === known.foundingList;
  for (const [changeId, change] of known.acts) {
    if (change.partiesAfter === undefined || changeId === id || !isSignedByAll(known, changeId, change)) continue;
    if (change.partiesAfter === act.parties && ancestors.has(changeId)) established = true;
    if (change.parties === act.parties && !ancestors.has(changeId) && !ancestorsOf(known, changeId).has(id)) return false;
  }
  return established;
}

/** Acts on these texts, and changes of the list, to which somebody is known to have consented, less their ancestors (A3). */
export function supersededBy(known: KnownActs, texts: readonly SubjectId[]): Hash[] {
  const consented = new Set<Hash>();
  for (const consents of known.consents.values()) {
    for (const { act: id } of consents) {
      const act = known.acts.get(id);
      if (act === undefined) continue;
      if (act.partiesAfter !== undefined || act.texts.some(({ text }) => texts.includes(text))) consented.add(id);
    }
  }
  const covered = new Set<Hash>();
  for (const id of consented) for (const ancestor of ancestorsOf(known, id)) covered.add(ancestor);
  return [...consented].filter((id) => !covered.has(id)).sort();
}

/**
 * Whether a party may consent to an act now (A4): `undefined` when it may. `holds` says whether the bytes of a content
 * and all its attachments are here.
 */
export function consentFault(known: KnownActs, party: PartyCode, id: Hash, holds: (content: Hash) => boolean): ConsentFault | undefined {
  const act = known.acts.get(id);
  if (act === undefined) return 'act.unknown';
  if (!signersOf(known, act).includes(party)) return 'act.notSigner';
  const ancestors = ancestorsOf(known, id);
  for (const ancestor of ancestors) if (!known.acts.has(ancestor)) return 'act.ancestorMissing';
  if (!act.texts.every(({ content }) => holds(content))) return 'act.contentMissing';
  if ((known.declined.get(id)?.length ?? 0) > 0) return 'act.declined';
  if ((known.withdrawn.get(id)?.length ?? 0) > 0) return 'act.withdrawn';
  for (const consent of known.consents.get(party) ?? []) {
    if (consent.act === id) return 'act.alreadySigned';
    const earlier = known.acts.get(consent.act);
    const concerns = earlier === undefined || sharesText(earlier, act);
    if (concerns && !ancestors.has(consent.act)) return 'act.chain';
  }
  return undefined;
}

/** The day an act takes effect, a full date; `undefined` while it is not fully signed or a notification is missing. */
export function effectiveOn(known: KnownActs, id: Hash): string | undefined {
  const act = known.acts.get(id);
  if (act === undefined || !isFullySigned(known, id)) return undefined;
  if ('date' in act.effective) return act.effective.date;
  const signers = signersOf(known, act);
  const dates = 'on' in act.effective
    ? signers.map((party) => consentOf(known, party, id)?.capacity.date)
    : signers.map((party) => known.notified(id).get(party));
  let last = '';
  for (const date of dates) {
    if (date === undefined) return undefined;
    if (date > last) last = date;
  }
  return 'daysAfter' in act.effective ? addDays(last, act.effective.daysAfter) : last;
}

/** Fully signed acts on a text that are effective by that day and that no other such act supersedes (A6); several: conflict. */
export function inForceOn(known: KnownActs, text: SubjectId, day: string): Hash[] {
  const effective: Hash[] = [];
  for (const [id, act] of known.acts) {
    if (!act.texts.some((entry) => entry.text === text)) continue;
    const from = effectiveOn(known, id);
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
  const counterparts = signers.flatMap((party) => marked(known, consentOf(known, party, id)) ?? []);
  const declinedBy = known.declined.get(id) ?? [];
  const withdrawnBy = known.withdrawn.get(id) ?? [];
  const from = effectiveOn(known, id);
  const supersededByAct = supersedingAct(known, id);
  const state = stateOf(known, id, act, day, { from, signed: counterparts.length, declinedBy, withdrawnBy, supersededByAct });
  const isOpen = state === 'declined' || state === 'withdrawn' || (state === 'superseded' && !isFullySigned(known, id));
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
    ...(supersededByAct === undefined ? {} : { supersededBy: supersededByAct }),
    mayStillBind: isOpen && counterparts.length > 0,
  };
}

interface Standing {
  readonly from: string | undefined;
  readonly signed: number;
  readonly declinedBy: readonly PartyCode[];
  readonly withdrawnBy: readonly PartyCode[];
  readonly supersededByAct: Hash | undefined;
}

function stateOf(known: KnownActs, id: Hash, act: Act, day: string, standing: Standing): ActState {
  if (isFullySigned(known, id)) {
    const text = act.texts[0]?.text;
    const current = text === undefined ? [] : inForceOn(known, text, day);
    if (current.includes(id)) return current.length > 1 ? 'conflict' : 'inForce';
    const isEnded = standing.supersededByAct !== undefined && (standing.from === undefined || standing.from <= day || current.some((other) => ancestorsOf(known, other).has(id)));
    return isEnded ? 'superseded' : 'fullySigned';
  }
  if (standing.supersededByAct !== undefined) return 'superseded';
  if (standing.declinedBy.length > 0) return 'declined';
  if (standing.withdrawnBy.length > 0) return 'withdrawn';
  return standing.signed > 0 ? 'partlySigned' : 'proposed';
}

/** The latest fully signed act that supersedes this one, if any. */
function supersedingAct(known: KnownActs, id: Hash): Hash | undefined {
  const later = [...known.acts.keys()].filter((other) => isFullySigned(known, other) && ancestorsOf(known, other).has(id));
  return later.find((other) => !later.some((further) => ancestorsOf(known, further).has(other)));
}

/** A1: marks a consent that broke the chain rule or came after a decline was taken back nowhere; it counts all the same. */
function marked(known: KnownActs, consent: Consent | undefined): Counterpart | undefined {
  if (consent === undefined) return undefined;
  const { uses: _, ...counterpart } = consent;
  if (counterpart.contested !== undefined) return counterpart;
  const act = known.acts.get(consent.act);
  const ancestors = ancestorsOf(known, consent.act);
  for (const earlier of known.consents.get(consent.party) ?? []) {
    if (earlier.act === consent.act) break;
    const other = known.acts.get(earlier.act);
    if (act !== undefined && other !== undefined && sharesText(act, other) && !ancestors.has(earlier.act)) {
      return { ...counterpart, contested: 'chain' };
    }
  }
  if (known.declined.get(consent.act)?.includes(consent.party)) return { ...counterpart, contested: 'declined' };
  if (known.withdrawn.get(consent.act)?.includes(consent.party)) return { ...counterpart, contested: 'withdrawn' };
  return counterpart;
}

/** Adds whole days to a full date, by the civil calendar. */
export function addDays(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return civil(dayNumber(year, month, day) + days);
}

// Days since 0000-03-01, proleptic Gregorian; after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
function dayNumber(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function civil(days: number): string {
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
