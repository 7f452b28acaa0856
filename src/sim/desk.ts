import { toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { signRecord } from '../core/bytes/ed25519.ts';
import type { Hash, SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Item } from '../core/feed/build-run.ts';
import type { Head } from '../core/feed/entry.ts';
import { allKinds, itemKind, statementKind, textKind } from '../core/kinds/catalogue.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { inForce, knownActs, textOf } from '../core/register/texts.ts';
import { counterpartPayload } from '../core/register/voice.ts';
import type { Capacity } from '../core/text/act.ts';
import type { DraftRef } from '../core/text/view.ts';
import type { Account } from '../node/accounts.ts';
import { keepBytes } from '../node/contents.ts';
import type { Draft } from '../node/drafts.ts';
import { entriesOf } from '../node/entries-of-drafts.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { consentBar, proposeAct, turnAgainst } from '../node/signing.ts';
import { makeStatement, retractStatement } from '../node/statements.ts';
import type { PartyKeys } from './party-keys.ts';
import type { Random } from './random.ts';
import { fieldsToFill, type Ground, valueFor } from './values.ts';

/** What somebody at a desk has before them. */
export interface Desk {
  readonly programme: Programme;
  readonly keys: PartyKeys;
  readonly ground: Ground;
  readonly random: Random;
  /** Told before a counterpart is signed, whatever comes of it. */
  readonly onConsent: (act: Hash) => void;
  /** A fault built in on purpose: consents although the chain rule forbids it. */
  readonly ignoresChainRule: boolean;
}

/** The texts that are negotiated, each with the items that may stand in it. */
export const texts = new Map<SubjectId, readonly SubjectId[]>([
  ['plan.y2027' as SubjectId, ['visit.a', 'patrol.b'] as SubjectId[]],
  ['minutes.one' as SubjectId, ['point.a', 'settlement.b'] as SubjectId[]],
  ['minutes.two' as SubjectId, ['point.c'] as SubjectId[]],
]);

/** All that statements may speak of. */
export const subjects: readonly string[] = [...texts.keys(), ...[...texts.values()].flat()];

/** States positions on the head of a text or one of its items, now and then on everything at once. */
export function statePositions(desk: Desk): Promise<Head> {
  const { programme, random } = desk;
  return programme.append((register) => {
    const ref = pickDraft(register, random);
    const all = [ref.text, ...(texts.get(ref.text) ?? [])];
    const items = random.oneIn(3) ? all : [random.pick(all)];
    return entriesOf(
      register,
      ref,
      items.flatMap((item) => positionsOn(desk, ref, item)),
    );
  });
}

/** Takes what another party has stated: of a draft, an item or a field (T7). */
export function acceptPositions({ programme, random }: Desk): Promise<Head> {
  return programme.append((register) => {
    const ref = pickDraft(register, random);
    const party = random.pick(programme.partners());
    const voice = effectOf(register, party)?.voice;
    if (voice === undefined || voice.waiting.length > 0) throw new Refusal('draft.nothing');
    const seq = random.oneIn(4) ? random.between(1, voice.applied) : voice.applied;
    const drafts = acceptable(register, ref).map((place) => draftAt({ ...place, accept: { party, seq } }));
    const narrowed = random.oneIn(2) ? drafts : drafts.filter(({ item }) => item === drafts[0]?.item);
    const stated = narrowed.filter((draft) => isStatedBy(register, ref, draft, party, seq));
    return entriesOf(register, ref, stated);
  });
}

/** Takes back one of our own statements (T2). */
export function withdrawPosition({ programme, random }: Desk): Promise<Head> {
  return programme.append((register) => {
    const ref = pickDraft(register, random);
    const ours = acceptable(register, ref).filter((place) =>
      isStatedBy(register, ref, draftAt(place), programme.party, Number.POSITIVE_INFINITY),
    );
    if (ours.length === 0) throw new Refusal('draft.nothing');
    return entriesOf(register, ref, [draftAt({ ...random.pick(ours), withdraw: true })]);
  });
}

/** Reports on an activity, comments, notifies; a report may name a file. */
export async function report(desk: Desk): Promise<Head> {
  const { ground, programme, random } = desk;
  const register = await programme.register();
  const kind = random.pick(['report', 'report', 'comment', 'notification']);
  const subject =
    kind === 'notification' ? random.pick([...texts.keys()]) : (random.pick(subjects) as SubjectId);
  const act = random.pick([undefined, ...knownActs(register).acts.keys()]);
  const facet = kind === 'notification' ? act : random.pick([undefined, 'first', 'second']);
  const declared = statementKind(register.kinds, kind);
  const names = fieldsToFill(declared?.fields ?? {}, random);
  const fields: Record<string, Json> = {};
  for (const name of names) {
    const field = declared?.fields[name];
    if (field === undefined) continue;
    const isFull = kind === 'notification' && name === 'date';
    fields[name] = isFull ? '2026-12-01' : valueFor(field, ground, random);
  }
  if (kind === 'report' && random.oneIn(4)) fields['files'] = [await newFile(desk)];
  const attributed = random.oneIn(6)
    ? { party: random.pick(programme.partners()), source: 'a letter' }
    : undefined;
  const version = latestOwn(register, programme, {
    kind,
    subject,
    facet,
    isAttributed: attributed !== undefined,
  });
  return makeStatement(programme, { kind, subject, facet, fields, attributed, version });
}

/** Takes one of our statements back (S1). */
export async function retract({ programme, random }: Desk): Promise<Head> {
  const register = await programme.register();
  const subject = random.pick(subjects) as SubjectId;
  const said = effectOf(register, programme.party)?.voice.said.get(subject);
  if (said?.fields === undefined || said.attributed !== undefined) throw new Refusal('request.not-found');
  const { facet, kind } = said;
  const version = latestOwn(register, programme, { kind, subject, facet, isAttributed: false });
  return retractStatement(programme, { kind, subject, facet, version });
}

/** Proposes what all agree on as an act (A3, T10). */
export async function propose({ programme, random }: Desk): Promise<Hash> {
  const register = await programme.register();
  const drafts = [...texts.keys()].flatMap((text) => draftsOn(register, text));
  const ready = drafts.filter((ref) => isReady(register, ref));
  const effective = random.pick([{ on: 'signature' }, { date: '2027-01-01' }, { daysAfter: 30 }] as const);
  return proposeAct(programme, random.pick(ready.length > 0 ? ready : drafts), { effective });
}

/** Signs an act, if the rules let us (A4). */
export function consent(desk: Desk): Promise<Head> {
  const { programme, random } = desk;
  return programme.append(async (register) => {
    const known = knownActs(register);
    const free: Hash[] = [];
    for (const id of known.acts.keys()) {
      const bar = await consentBar(programme, register, accountOf(desk), id);
      if (bar === undefined || (desk.ignoresChainRule && bar === 'chain')) free.push(id);
    }
    if (free.length === 0) throw new Refusal('sign.barred');
    const act = random.pick(free);
    const level = known.acts.get(act)?.level ?? 'signatory';
    desk.onConsent(act);
    return [counterpart(desk, act, level)];
  });
}

/** Declines or withdraws an act (A7). */
export async function turnDown({ programme, random }: Desk): Promise<Head> {
  const acts = [...knownActs(await programme.register()).acts.keys()];
  if (acts.length === 0) throw new Refusal('request.not-found');
  return turnAgainst(programme, random.pick(acts), random.pick(['decline', 'rescind'] as const));
}

/** Our signature on an act as an entry, by the key of its level. */
export function counterpart(
  { keys, programme }: Pick<Desk, 'keys' | 'programme'>,
  act: Hash,
  level: 'desk' | 'signatory',
): Item {
  const key = keys.consenting(level);
  const payload = counterpartPayload(
    programme.id,
    programme.party,
    act,
    capacity as unknown as Json,
    'personal',
  );
  const sig = toBase64(signRecord(key.sign, recordTypes.counterpart, payload));
  return {
    type: 'counterpart',
    body: { act, capacity: capacity as unknown as Json, key: key.id, sig, strength: 'personal' },
  };
}

const capacity: Capacity = {
  name: 'A. Signatory',
  post: { en: 'Minister' },
  place: 'Na Meo',
  date: '2026-12-01',
};

/** An account of somebody who signs everything for this party: what the signing room asks of it is the key. */
function accountOf({ keys }: Desk): Account {
  return {
    id: 'signatory',
    name: 'signatory',
    roles: ['desk', 'signatory'],
    post: {},
    disabled: false,
    signingKey: toBase64(keys.consenting('signatory').public),
    version: 1,
  };
}

/** The first version of a text, or an amendment or correction of what is in force. */
function draftsOn(register: Register, text: SubjectId): DraftRef[] {
  const base = inForce(register, text, '9999-12-31');
  if (base?.content === undefined) return [{ text }];
  return [
    { text, base: base.contentHash, mode: 'amendment' },
    { text, base: base.contentHash, mode: 'correction' },
    { text },
  ];
}

function pickDraft(register: Register, random: Random): DraftRef {
  const [first = { text: 'plan.y2027' as SubjectId }, ...rest] = draftsOn(
    register,
    random.pick([...texts.keys()]),
  );
  return rest.length > 0 && random.oneIn(4) ? random.pick(rest) : first;
}

function isReady(register: Register, ref: DraftRef): boolean {
  const view = textOf(register, ref);
  return view.ready && !view.closed;
}

/** Positions on one item, each field as a draft of it. */
function positionsOn({ ground, random }: Desk, ref: DraftRef, item: SubjectId): Draft[] {
  const kind = textKind(allKinds, ref.text);
  const isHead = item === ref.text;
  const fields = isHead ? kind?.fields : kind && itemKind(allKinds, kind, item)?.fields;
  const stated = fieldsToFill(fields ?? {}, random).map((field) => {
    const declared = fields?.[field];
    return draftAt({
      item,
      field,
      value: declared === undefined ? null : valueFor(declared, ground, random),
    });
  });
  return isHead ? stated : [draftAt({ item, field: 'in', value: !random.oneIn(5) }), ...stated];
}

interface Place {
  readonly item: SubjectId;
  readonly field: string;
}

/** Every field that somebody has stated in a draft. */
function acceptable(register: Register, ref: DraftRef): Place[] {
  const view = textOf(register, ref);
  return [view.head, ...view.items].flatMap((item) =>
    [item.inclusion, ...item.fields]
      .filter(
        ({ positions, state }) => state !== 'each' && positions.some(({ source }) => source === 'stated'),
      )
      .map(({ field }) => ({ item: item.id, field })),
  );
}

function isStatedBy(register: Register, ref: DraftRef, place: Place, party: string, seq: number): boolean {
  const view = textOf(register, ref);
  const item = [view.head, ...view.items].find(({ id }) => id === place.item);
  const field = [item?.inclusion, ...(item?.fields ?? [])].find((one) => one?.field === place.field);
  const position = field?.positions.find((one) => one.party === party);
  return position?.source === 'stated' && (position.seq ?? 0) <= seq;
}

function draftAt(change: Place & Partial<Pick<Draft, 'value' | 'withdraw' | 'accept'>>): Draft {
  return { ...change, version: 1, by: 'desk', at: '2026-11-21T08:00:00Z' };
}

function latestOwn(
  register: Register,
  { party }: Programme,
  said: {
    readonly kind: string;
    readonly subject: SubjectId;
    readonly facet: string | undefined;
    readonly isAttributed: boolean;
  },
): number {
  const effect = effectOf(register, party);
  for (let one = effect?.voice.said.get(said.subject); one !== undefined; one = one.before) {
    const isSame =
      one.kind === said.kind &&
      one.facet === said.facet &&
      (one.attributed !== undefined) === said.isAttributed;
    if (isSame) return one.fields === undefined ? 0 : one.seq;
  }
  return 0;
}

/** A small file, held before anything names it. */
async function newFile({ programme, random }: Desk): Promise<JsonObject> {
  const bytes = random.bytes(random.between(0, 40));
  const hash = programme.crypto.sha256(bytes);
  await keepBytes(programme.store, hash, bytes);
  return { hash, name: 'note.txt', size: bytes.length, type: 'text/plain' };
}
