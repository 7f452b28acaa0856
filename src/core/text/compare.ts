import type { Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { itemKind, kindName, textKind, type Kinds } from '../kinds/catalogue.ts';
import type { Field, Fields, TextKind } from '../kinds/declare.ts';
import { label } from '../kinds/declare.ts';
import { isObject } from '../kinds/value.ts';
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
}

const inclusionField: Field = { type: 'flag', label: label('In the text', 'Đưa vào văn bản', 'ຢູ່ໃນເອກະສານ', 'Dans le texte') };
/** The item's place, a sort key (T9). */
export const placeField: Field = { type: 'words', label: label('Place in the text', 'Thứ tự', 'ລຳດັບ', 'Place dans le texte') };

/** Compares the positions of all parties in one draft (T1 to T9). The text is this comparison. */
export function compareText(comparison: Comparison): TextView {
  const { draft, kinds } = comparison;
  const kind = textKind(kinds, draft.text);
  if (kind === undefined) throw new Error(`not a text: ${draft.text}`);
  const head = compareItem(comparison, draft.text, kind.fields, kind.kind, comparison.base?.head, true);
  const items = arrange(compareItems(comparison, kind));
  const counts = { agreed: 0, bracket: 0, awaits: 0, stale: 0, missing: 0, struck: 0 };
  for (const field of head.fields) count(counts, field.state);
  for (const item of items) {
    if (item.state === 'struck') counts.struck++;
    else if (item.state === 'bracket') counts.bracket++;
    else {
      if (item.state === 'awaits') counts.awaits++;
      for (const field of item.fields) if (item.state === 'in' || field.state !== 'awaits') count(counts, field.state);
    }
  }
  const open = counts.bracket + counts.awaits + counts.stale + counts.missing;
  return { draft, kind: kind.kind, head, items, closed: comparison.closed, counts, ready: open === 0 };
}

function count(counts: Record<'agreed' | 'bracket' | 'awaits' | 'stale' | 'missing', number>, state: FieldState): void {
  if (state === 'crossed') counts.bracket++;
  else if (state !== 'empty' && state !== 'each') counts[state]++;
}

function compareItems(comparison: Comparison, kind: TextKind): ItemView[] {
  const baseItems = new Map((comparison.base?.items ?? []).map((item) => [item.id, item.fields]));
  const ids = new Set(baseItems.keys());
  for (const { book } of comparison.parties) {
    for (const id of book.get(draftKey(comparison.draft))?.items.keys() ?? []) ids.add(id);
  }
  ids.delete(comparison.draft.text);
  const items: ItemView[] = [];
  for (const id of ids) {
    const declared = itemKind(comparison.kinds, kind, id);
    if (declared !== undefined) items.push(compareItem(comparison, id, declared.fields, declared.kind, baseItems.get(id), false));
  }
  return items;
}

function compareItem(
  comparison: Comparison,
  id: SubjectId,
  fields: Fields,
  kind: string,
  baseItem: Readonly<Record<string, Json>> | undefined,
  isHead: boolean,
): ItemView {
  const key = draftKey(comparison.draft);
  const stated = comparison.parties.map(({ book }) => book.get(key)?.items.get(id));
  const baseOf = (field: string): Json | undefined => {
    if (baseItem === undefined) return undefined;
    return field === 'in' ? true : (baseItem[field] ?? null);
  };
  const inclusion = compareField(comparison, stated, 'in', inclusionField, baseOf('in'));
  const views: FieldView[] = [];
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined) views.push(compareField(comparison, stated, name, field, baseOf(name)));
  }
  if (!isHead) views.push(compareField(comparison, stated, 'place', placeField, baseOf('place')));
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
  stated: readonly (StatedItem | undefined)[],
  name: string,
  field: Field,
  base: Json | undefined,
): FieldView {
  const positions = comparison.parties.map(({ party, hasEffect }, index): PositionView => {
    const latest = latestOf(stated[index]?.fields.get(name), hasEffect);
    if (latest?.value !== undefined) {
      const position = { party, source: 'stated', value: latest.value, seq: latest.seq } as const;
      return latest.taken === undefined ? position : { ...position, taken: latest.taken };
    }
    return base === undefined || field.each ? { party, source: 'silent' } : { party, source: 'base', value: base };
  });
  const info = infoOf(stated, name);
  const view = { field: name, positions, ...(info === undefined ? {} : { info }), ...stateOf(comparison, field, positions) };
  return view;
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
  const same = spoken.every((position) => isSame(position.value, first.value, isProse));
  if (!same) return { state: isCrossed(spoken) ? 'crossed' : 'bracket' };
  if (spoken.length < positions.length) {
    return { state: 'awaits', awaits: positions.filter((position) => position.source === 'silent').map(({ party }) => party) };
  }
  const value = first.value ?? null;
  if (value === null) return { state: field.required ? 'missing' : 'empty', value };
  const stale = isProse ? staleLanguages(comparison.languages, spoken) : [];
  return stale.length > 0 ? { state: 'stale', value, stale } : { state: 'agreed', value };
}

/** Equal as canonical values; `stale` marks in prose are compared apart (T5). */
function isSame(one: Json | undefined, other: Json | undefined, isProse: boolean): boolean {
  if (one === other) return true;
  if (isProse && isObject(one) && isObject(other)) return proseText(one) === proseText(other);
  return JSON.stringify(one) === JSON.stringify(other);
}

const proseText = (prose: Json): string => JSON.stringify(prose, (key, value: unknown) => (key === 'stale' ? undefined : value));

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
    spoken.some((other) => one.taken?.party === other.party && other.taken?.party === one.party && one.party !== other.party),
  );
}

/** The first-listed party's translation wins, so that every node shows the same one. */
function infoOf(stated: readonly (StatedItem | undefined)[], field: string): Record<string, string> | undefined {
  let info: Record<string, string> | undefined;
  for (const item of stated) {
    const texts = item?.info.get(field);
    if (texts === undefined) continue;
    info ??= {};
    for (const [lang, text] of texts) info[lang] ??= text;
  }
  return info;
}

/** Orders items by place, ties by id, and numbers those that are not struck (T9). */
function arrange(items: ItemView[]): ItemView[] {
  const places = new Map(items.map((item) => [item.id, placeOf(item)]));
  const sorted = items.sort((one, other) => {
    const [place, otherPlace] = [places.get(one.id) ?? '', places.get(other.id) ?? ''];
    if (place !== otherPlace) return place < otherPlace ? -1 : 1;
    return one.id < other.id ? -1 : 1;
  });
  let number = 0;
  return sorted.map((item) => (item.state === 'struck' ? item : { ...item, number: ++number }));
}

function placeOf(item: ItemView): string {
  const place = item.fields.at(-1);
  const value = place?.value ?? place?.positions.find((position) => position.source !== 'silent')?.value;
  return typeof value === 'string' ? value : '';
}

/** The fields of a text's head or of an item's kind, `in` and `place` included; none when the item may not stand there. */
export function fieldOf(kinds: Kinds, text: SubjectId, item: SubjectId, name: string): Field | undefined {
  const kind = textKind(kinds, text);
  if (kind === undefined) return undefined;
  if (item === text) return Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (name === 'in') return inclusionField;
  if (name === 'place') return placeField;
  const declared = itemKind(kinds, kind, item);
  return declared !== undefined && Object.hasOwn(declared.fields, name) ? declared.fields[name] : undefined;
}

/** True when the id names a text of a declared kind. */
export const isText = (kinds: Kinds, id: string): boolean => kinds.get(kindName(id))?.of === 'text';
