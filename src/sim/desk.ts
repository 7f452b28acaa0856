import type { Hash, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Head } from '../core/feed/entry.ts';
import { allKinds, itemKind, textKind } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { inForce, textOf } from '../core/register/texts.ts';
import type { DraftRef, FieldView } from '../core/text/view.ts';
import type { Draft } from '../node/drafts.ts';
import { entriesOf } from '../node/entries-of-drafts.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import type { Bar } from './flaws.ts';
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
  /** Never leaves the list of parties: it neither proposes nor signs a list without this one. Undefined for a liar. */
  readonly stays: PartyCode | undefined;
  /** Faults built in on purpose: what bars its consent, and it consents all the same. */
  readonly ignores: readonly Bar[];
}

/** The texts that are negotiated, each with the items that may stand in it. */
export const texts = new Map<SubjectId, readonly SubjectId[]>([
  ['plan.y2027' as SubjectId, ['visit.a'] as SubjectId[]],
  ['minutes.one' as SubjectId, ['point.a', 'settlement.b'] as SubjectId[]],
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

/**
 * Closes what is open in a draft as an experienced desk does: where somebody has stated a value, the first listed who did
 * keeps and we follow (T8); where nobody has, we state one.
 */
export function settleDraft(desk: Desk): Promise<Head> {
  const { programme, random } = desk;
  return programme.append((register) => {
    const ref = pickDraft(register, random);
    const { head, items } = textOf(register, ref);
    const drafts = [head, ...items].flatMap((item) =>
      [...(item === head ? [] : [item.inclusion]), ...item.fields].flatMap((view) =>
        settled(desk, ref, item.id, view),
      ),
    );
    return entriesOf(register, ref, drafts);
  });
}

function settled(
  desk: Desk,
  ref: DraftRef,
  item: SubjectId,
  { field, positions, state }: FieldView,
): Draft[] {
  if (state === 'agreed' || state === 'empty' || state === 'each') return [];
  const ours = positions.find(({ party }) => party === desk.programme.party);
  const [first] = positions.filter(({ source }) => source !== 'silent');
  const value = state === 'missing' ? undefined : first?.value;
  if (value === undefined) return positionsOn(desk, ref, item).filter((draft) => draft.field === field);
  if (isObject(value) && value['stale'] !== undefined) {
    const { stale: _, ...confirmed } = value;
    return [draftAt({ item, field, value: confirmed })];
  }
  return first === ours ? [] : [draftAt({ item, field, value })];
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

/** The first version of a text, or an amendment or correction of what is in force. */
export function draftsOn(register: Register, text: SubjectId): DraftRef[] {
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
