import type { Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { itemKind, type Kinds, kindName, textKind } from '../kinds/catalogue.ts';
import { type Field, type Fields, label, type TextKind } from '../kinds/declare.ts';
import { isObject, isSame } from '../kinds/value.ts';
import { draftKey, latestOf, type PositionBook, type StatedItem } from './positions.ts';
import type { Content, DraftRef, FieldState, FieldView, ItemView, PositionView, TextView } from './view.ts';

/** One party's positions and which of its entries have effect. */
export interface PartyPositions {
  readonly party: PartyCode;
  readonly book: PositionBook;
  readonly hasEffect: (seq: number) => boolean;
}

/** All that the comparison of a draft depends on. */
export interface Comparison {
  readonly draft: DraftRef;
  readonly kinds: Kinds;
  /** Authentic languages, in the founding's order. */
  readonly languages: readonly Lang[];
  /** In the founding's order: the first listed keeps when acceptances cross (T8). */
  readonly parties: readonly PartyPositions[];
  /** The content in force that an amendment or correction starts from. */
  readonly base?: Content;
  /** Another act on the same base is fully signed (T11). */
  readonly closed: boolean;
  /** Items of the comparison before, if nothing differs but positions: what is unchanged is taken over. */
  readonly kept?: KeptItems;
}

/** Items as compared, with what they were compared from. */
export type KeptItems = Map<SubjectId, KeptItem>;
interface KeptItem {
  readonly stated: readonly (StatedItem | undefined)[];
  readonly changes: readonly number[];
  readonly counts: Counts;
  view: ItemView;
}

type Counts = { -readonly [state in keyof TextView['counts']]: number };

const inclusionField: Field = {
  type: 'flag',
  label: label('In the text', 'Đưa vào văn bản', 'ຢູ່ໃນເອກະສານ', 'Dans le texte'),
};
/** The item's place, a sort key (T9). */
export const placeField: Field = {
  type: 'words',
  label: label('Place in the text', 'Thứ tự', 'ລຳດັບ', 'Place dans le texte'),
};

/** Compares the positions of all parties in one draft (T1 to T9). The text is this comparison. */
export function compareText(comparison: Comparison): TextView {
  const { draft, kinds } = comparison;
  const kind = textKind(kinds, draft.text);
  if (kind === undefined) throw new Error(`not a text: ${draft.text}`);
  const blanks: Blanks = new Map();
  const head = compareItem(comparison, blanks, draft.text, kind.fields, kind.kind, comparison.base?.head);
  const items = compareItems(comparison, blanks, kind);
  const counts = noCounts();
  for (const { state } of head.fields) count(counts, state);
  for (const item of items) for (const state in counts) add(counts, item.counts, state as keyof Counts);
  const open = counts.bracket + counts.awaits + counts.stale + counts.missing;
  return {
    draft,
    kind: kind.kind,
    head,
    items: arrange(items),
    closed: comparison.closed,
    counts,
    ready: open === 0,
  };
}

const noCounts = (): Counts => ({ agreed: 0, bracket: 0, awaits: 0, stale: 0, missing: 0, struck: 0 });

function add(counts: Counts, more: Counts, state: keyof Counts): void {
  counts[state] += more[state];
}

/** T4: an item of which it is open whether it is in the text counts once, whatever is said of its fields. */
function countsOf(item: ItemView): Counts {
  const counts = noCounts();
  if (item.state === 'struck') counts.struck++;
  else if (item.state === 'bracket') counts.bracket++;
  else {
    if (item.state === 'awaits') counts.awaits++;
    for (const { state } of item.fields) if (item.state === 'in' || state !== 'awaits') count(counts, state);
  }
  return counts;
}

function count(counts: Counts, state: FieldState): void {
  if (state === 'crossed') counts.bracket++;
  else if (state !== 'empty' && state !== 'each') counts[state]++;
}

/** Views of fields that nobody has spoken of, made once in a comparison. */
type Blanks = Map<Field, FieldView>;

function compareItems(comparison: Comparison, blanks: Blanks, kind: TextKind): KeptItem[] {
  const { base, draft, kept, kinds, parties } = comparison;
  const baseItems = new Map((base?.items ?? []).map((item) => [item.id, item.fields]));
  const books = parties.map(({ book }) => book.get(draftKey(draft))?.items);
  const ids = new Set(baseItems.keys());
  for (const [index, book] of books.entries()) {
    const { hasEffect } = parties[index] as PartyPositions;
    for (const [id, stated] of book ?? []) if (!ids.has(id) && isSpokenOf(stated, hasEffect)) ids.add(id);
  }
  ids.delete(draft.text);
  const items: KeptItem[] = [];
  for (const id of ids) {
    const stated = books.map((book) => book?.get(id));
    const before = kept?.get(id);
    if (before !== undefined && isUnchanged(before, stated)) {
      items.push(before);
      continue;
    }
    const declared = itemKind(kinds, kind, id);
    if (declared === undefined) continue;
    const view = compareItem(comparison, blanks, id, declared.fields, declared.kind, baseItems.get(id));
    const item = { stated, changes: stated.map((one) => one?.changes ?? 0), counts: countsOf(view), view };
    kept?.set(id, item);
    items.push(item);
  }
  return items;
}

/** Something was said of the item that has effect, be it a withdrawal. */
function isSpokenOf(stated: StatedItem, hasEffect: (seq: number) => boolean): boolean {
  for (const one of stated.fields.values()) if (latestOf(one, hasEffect) !== undefined) return true;
  return false;
}

function isUnchanged(before: KeptItem, stated: readonly (StatedItem | undefined)[]): boolean {
  return stated.every(
    (one, index) => one === before.stated[index] && (one?.changes ?? 0) === before.changes[index],
  );
}

/** The head of the text, or one of its items. */
function compareItem(
  comparison: Comparison,
  blanks: Blanks,
  id: SubjectId,
  fields: Fields,
  kind: string,
  baseItem: Readonly<Record<string, Json>> | undefined,
): ItemView {
  const isHead = id === comparison.draft.text;
  const key = draftKey(comparison.draft);
  const stated = comparison.parties.map(({ book }) => book.get(key)?.items.get(id));
  const compare = (name: string, field: Field): FieldView => {
    const base = baseItem === undefined ? undefined : name === 'in' ? true : (baseItem[name] ?? null);
    return compareField(comparison, blanks, stated, name, field, base);
  };
  const inclusion = compare('in', inclusionField);
  const views: FieldView[] = [];
  for (const name in fields) views.push(compare(name, fields[name] as Field));
  if (!isHead) views.push(compare('place', placeField));
  return { id, kind, state: isHead ? 'in' : inclusionState(inclusion), inclusion, fields: views };
}

/** T4. An item that nobody includes is not in the text. */
function inclusionState(inclusion: FieldView): ItemView['state'] {
  const values = inclusion.positions.map((position) => position.value);
  if (values.every((value) => value === true)) return 'in';
  if (!values.includes(true)) return 'struck';
  return values.includes(false) || values.includes(null) ? 'bracket' : 'awaits';
}

function compareField(
  comparison: Comparison,
  blanks: Blanks,
  stated: readonly (StatedItem | undefined)[],
  name: string,
  field: Field,
  base: Json | undefined,
): FieldView {
  const isBlank =
    base === undefined && !stated.some((item) => item?.fields.has(name) || item?.info?.has(name));
  const blank = isBlank ? blanks.get(field) : undefined;
  if (blank?.field === name) return blank;
  const positions = comparison.parties.map(({ party, hasEffect }, index): PositionView => {
    const latest = latestOf(stated[index]?.fields.get(name), hasEffect);
    if (latest?.value !== undefined) {
      const position = { party, source: 'stated', value: latest.value, seq: latest.seq } as const;
      return latest.taken === undefined ? position : { ...position, taken: latest.taken };
    }
    return base === undefined || field.each
      ? { party, source: 'silent' }
      : { party, source: 'base', value: base };
  });
  const view = { field: name, positions, ...stateOf(comparison, field, positions) };
  if (isBlank) blanks.set(field, view);
  const info = isBlank ? undefined : infoOf(comparison, stated, name);
  return info === undefined ? view : { ...view, info };
}

function stateOf(
  comparison: Comparison,
  field: Field,
  positions: readonly PositionView[],
): Pick<FieldView, 'state' | 'value' | 'stale' | 'awaits'> {
  if (field.each) return { state: 'each' };
  const spoken = positions.filter((position) => position.source !== 'silent');
  const first = spoken[0];
  if (first === undefined) return { state: field.required ? 'missing' : 'empty' };
  const isProse = field.type === 'prose';
  const isEqual = isProse ? isSameProse : isSame;
  if (!spoken.every((position) => isEqual(position.value, first.value)))
    return { state: isCrossed(spoken) ? 'crossed' : 'bracket' };
  if (spoken.length < positions.length) {
    return {
      state: 'awaits',
      awaits: positions.filter(({ source }) => source === 'silent').map(({ party }) => party),
    };
  }
  const value = first.value ?? null;
  if (value === null) return { state: field.required ? 'missing' : 'empty', value };
  const stale = isProse ? staleLanguages(comparison.languages, spoken) : [];
  return stale.length > 0 ? { state: 'stale', value, stale } : { state: 'agreed', value };
}

/** Equal wording in every language; which languages are confirmed is compared apart (T5). */
function isSameProse(one: Json | undefined, other: Json | undefined): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  const { stale: _, ...wording } = one;
  const { stale: __, ...otherWording } = other;
  return isSame(wording, otherWording);
}

function staleLanguages(languages: readonly Lang[], spoken: readonly PositionView[]): Lang[] {
  return languages.filter((lang) =>
    spoken.some(({ value }) => {
      if (!isObject(value)) return false;
      const { stale } = value;
      return value[lang] === undefined || (Array.isArray(stale) && stale.includes(lang));
    }),
  );
}

/** T8: two parties each hold what they took from the other. */
function isCrossed(spoken: readonly PositionView[]): boolean {
  return spoken.some((one) =>
    spoken.some(
      (other) =>
        one.taken?.party === other.party && other.taken?.party === one.party && one.party !== other.party,
    ),
  );
}

/** The first-listed party's translation wins, so that every node shows the same one. */
function infoOf(
  { parties }: Comparison,
  stated: readonly (StatedItem | undefined)[],
  field: string,
): Readonly<Record<string, string>> | undefined {
  let info: Readonly<Record<string, string>> | undefined;
  for (const [index, { hasEffect }] of parties.entries()) {
    const latest = latestOf(stated[index]?.info?.get(field), hasEffect);
    if (latest !== undefined) info = { ...latest.texts, ...info };
  }
  return info;
}

/** Orders items by place, ties by id, and numbers those that are not struck (T9). */
function arrange(items: KeptItem[]): ItemView[] {
  const rows = items.map((item) => ({ item, place: placeOf(item.view) }));
  rows.sort((one, other) => {
    if (one.place !== other.place) return one.place < other.place ? -1 : 1;
    return one.item.view.id < other.item.view.id ? -1 : 1;
  });
  let number = 0;
  for (const { item } of rows) {
    if (item.view.state === 'struck') continue;
    number++;
    if (item.view.number !== number) item.view = { ...item.view, number };
  }
  return rows.map(({ item }) => item.view);
}

/** The place all hold, or the first that somebody holds. */
function placeOf(item: ItemView): string {
  const place = item.fields.at(-1);
  const value =
    place?.value ?? place?.positions.find((position) => typeof position.value === 'string')?.value;
  return typeof value === 'string' ? value : '';
}

/** The fields of a text's head or of an item's kind, `in` and `place` included; none when the item may not stand there. */
export function fieldOf(kinds: Kinds, text: SubjectId, item: SubjectId, name: string): Field | undefined {
  return fieldsOf(kinds, text, item)?.(name);
}

/** The same for all fields of one item; undefined when it may not stand there. */
export function fieldsOf(
  kinds: Kinds,
  text: SubjectId,
  item: SubjectId,
): ((name: string) => Field | undefined) | undefined {
  const kind = textKind(kinds, text);
  if (kind === undefined) return undefined;
  const declared = item === text ? kind : itemKind(kinds, kind, item);
  if (declared === undefined) return undefined;
  const { fields } = declared;
  return (name) => {
    if (declared !== kind && name === 'in') return inclusionField;
    if (declared !== kind && name === 'place') return placeField;
    return Object.hasOwn(fields, name) ? fields[name] : undefined;
  };
}

/** True when the text is of a declared kind and that item, or its head, may stand in it. */
export function mayStandIn(kinds: Kinds, text: SubjectId, item: SubjectId): boolean {
  return fieldsOf(kinds, text, item) !== undefined;
}

/** True when the id names a text of a declared kind. */
export const isText = (kinds: Kinds, id: string): boolean => kinds.get(kindName(id))?.of === 'text';
