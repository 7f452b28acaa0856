import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import type { DraftRef } from './view.ts';

/** One value that a party stated, and those it stated before. `value` undefined: withdrawn (T2). */
export interface Stated {
  readonly seq: number;
  readonly value: Json | undefined;
  readonly taken: { readonly party: PartyCode; readonly seq: number } | undefined;
  readonly before: Stated | undefined;
}

/** Translations of one field for information, all languages that the party has given by then (T6). */
export interface StatedInfo {
  readonly seq: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly before: StatedInfo | undefined;
}

/** All that one party stated on one item of one draft: the latest by field. */
export interface StatedItem {
  readonly fields: Map<string, Stated>;
  /** Made with the first: most items have none, and an empty one of each would be a fiftieth of a long register. */
  info: Map<string, StatedInfo> | undefined;
  /** Raised by each change, so that a comparison knows what it has compared. */
  changes: number;
}

/** All that one party stated in one draft. */
export interface DraftBook {
  readonly draft: DraftRef;
  readonly items: Map<SubjectId, StatedItem>;
}

/** All positions of one party, by draft. Versions are kept: an acceptance may name any signed entry (T7). */
export type PositionBook = Map<string, DraftBook>;

/** A value that an acceptance takes, or a position states. */
export interface FieldValue {
  readonly item: SubjectId;
  readonly field: string;
  readonly value: Json;
}

/** What an acceptance covers: the whole draft, an item, or a field. */
export interface Scope {
  readonly item?: SubjectId;
  readonly field?: string;
}

/** Names a draft within its programme. */
export function draftKey(draft: DraftRef): string {
  return draft.base === undefined ? draft.text : `${draft.text} ${draft.base} ${draft.mode ?? 'amendment'}`;
}

/** Takes a party's own statement of a value (T1); `undefined` withdraws it. */
export function takePosition(
  stated: StatedItem,
  field: string,
  value: Json | undefined,
  seq: number,
  taken?: { readonly party: PartyCode; readonly seq: number },
): void {
  stated.fields.set(field, { seq, value, taken, before: stated.fields.get(field) });
  stated.changes++;
}

/** Takes translations for information (T6). An empty text removes one. */
export function takeInfo(
  stated: StatedItem,
  field: string,
  texts: Readonly<Record<string, string>>,
  seq: number,
): void {
  stated.info ??= new Map();
  const before = stated.info.get(field);
  const all = Object.entries({ ...before?.texts, ...texts }).filter(([, text]) => text !== '');
  stated.info.set(field, { seq, texts: Object.fromEntries(all), before });
  stated.changes++;
}

/** What a party stated on an item of a draft, to be added to. */
export function statedItem(book: PositionBook, draft: DraftRef, item: SubjectId): StatedItem {
  const key = draftKey(draft);
  let drafted = book.get(key);
  if (drafted === undefined) {
    drafted = { draft, items: new Map() };
    book.set(key, drafted);
  }
  let stated = drafted.items.get(item);
  if (stated === undefined) {
    stated = { fields: new Map(), info: undefined, changes: 0 };
    drafted.items.set(item, stated);
  }
  return stated;
}

/** The latest statement that has effect; `undefined` when there is none. */
export function latestOf<One extends { readonly seq: number; readonly before: One | undefined }>(
  stated: One | undefined,
  hasEffect: (seq: number) => boolean,
): One | undefined {
  let one = stated;
  while (one !== undefined && !hasEffect(one.seq)) one = one.before;
  return one;
}

/**
 * What a party had stated in a draft as of one of its entries, by item and field in ascending order (T7).
 * Withdrawn values are silence and are left out, as are fields that `isEach` says hold one value per party (T6).
 */
export function statedAsOf(
  book: PositionBook,
  draft: DraftRef,
  seq: number,
  scope: Scope,
  isEach: (item: SubjectId, field: string) => boolean,
): FieldValue[] {
  const drafted = book.get(draftKey(draft));
  if (drafted === undefined) return [];
  const values: FieldValue[] = [];
  const items = scope.item === undefined ? [...drafted.items.keys()].sort() : [scope.item];
  for (const item of items) {
    const fields = drafted.items.get(item)?.fields;
    if (fields === undefined) continue;
    for (const field of scope.field === undefined ? [...fields.keys()].sort() : [scope.field]) {
      if (isEach(item, field)) continue;
      const stated = latestOf(fields.get(field), (at) => at <= seq);
      if (stated?.value !== undefined) values.push({ item, field, value: stated.value });
    }
  }
  return values;
}

/** The list whose hash is an acceptance's digest (T7). */
export function digestList(values: readonly FieldValue[]): Json {
  return values.map(({ field, item, value }) => ({ field, item, value }));
}

/** The draft of a position's body. */
export function draftOf(body: {
  readonly text: SubjectId;
  readonly base?: Hash;
  readonly mode?: 'amendment' | 'correction';
}): DraftRef {
  return body.base === undefined
    ? { text: body.text }
    : { text: body.text, base: body.base, mode: body.mode ?? 'amendment' };
}
