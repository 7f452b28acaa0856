import { createHash, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Json } from '../core/bytes/json.ts';
import type { Register } from '../core/register/register.ts';
import { type PackedLine, packContentLine, packLine } from '../core/text/packed-line.ts';
import type { Content, ContentItem, ItemView, TextView } from '../core/text/view.ts';
import { type Bytes, bytesOf } from './http/written.ts';
import { stringOf } from './json-text.ts';
import { itemIn } from './view-index.ts';

/* The lines of a text in slices that are packed once and sent to everybody who may see them. */

/** In which order lines come: by place, or area after area, as a table shows them. */
export type TableOrder = 'place' | 'area';

export interface Slice {
  readonly tag: string;
  readonly count: number;
  /** Of its lines. */
  readonly ids: () => readonly string[];
  /** The lines in JSON, written when they are asked for. */
  readonly lines: () => Bytes;
  /** `{"lines":[…]}` packed by gzip. */
  readonly packed: () => Promise<Uint8Array<ArrayBuffer>>;
}
export interface TextTable {
  readonly head: PackedLine;
  readonly total: number;
  readonly slices: readonly Slice[];
}

/** A screenful, so that the first answer is small. */
const firstLines = 40;
/** As many as a slow reader parses in the time of a frame or two. */
const sliceLines = 400;

/** What a table is made of: it stays the same as long as both do. */
type Ground = readonly [view: TextView, content: Content | undefined];
interface Kept {
  readonly ground: Ground;
  readonly table: TextTable;
}
/** Tables of a register, by draft and order; the last so many. */
const keptMax = 16;
const keptTables = new WeakMap<Register, Map<string, Kept>>();

/** The table of a comparison; of the content in force when one is given. */
export function tableOf(
  register: Register,
  view: TextView,
  content: Content | undefined,
  order: TableOrder,
): TextTable {
  const { base = '', mode = '', text } = view.draft;
  const key = `${text} ${base} ${mode} ${content === undefined ? 'draft' : 'force'} ${order}`;
  const kept = keptTables.get(register) ?? new Map<string, Kept>();
  keptTables.set(register, kept);
  const before = kept.get(key);
  if (before?.ground[0] === view && before.ground[1] === content) return before.table;
  const table =
    content === undefined ? draftTable(view, order, before?.table) : forceTable(view, content, order);
  kept.delete(key);
  kept.set(key, { ground: [view, content], table });
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return table;
}

function draftTable(view: TextView, order: TableOrder, before: TextTable | undefined): TextTable {
  const items = order === 'place' ? view.items : byArea(view.items, (item) => areaOf(item));
  return {
    head: packLine(view.head),
    total: items.length,
    slices: cut(items, markOf, packLine, before),
  };
}

function forceTable(view: TextView, content: Content, order: TableOrder): TextTable {
  const parties = view.head.inclusion.positions.length;
  // Translations for information are outside what is signed: they come from the negotiation.
  const infoOf = (id: string): PackedLine['info'] => {
    const shared = itemIn(view, id as ContentItem['id']);
    const told = (shared?.fields ?? []).flatMap(({ field, info }) =>
      info === undefined ? [] : [[field, info] as const],
    );
    return told.length === 0 ? undefined : Object.fromEntries(told);
  };
  const items =
    order === 'place' ? content.items : byArea(content.items, ({ fields }) => stringOf(fields['area']));
  const pack = ({ fields, id, number }: ContentItem): PackedLine =>
    packContentLine({ id, number: Number(number), fields }, parties, infoOf(id));
  const mark = (item: ContentItem): string => {
    const shared = itemIn(view, item.id);
    return `${markOf(item)}.${shared === undefined ? 0 : markOf(shared)}`;
  };
  return {
    head: packContentLine({ id: content.text, fields: content.head }, parties, infoOf(content.text)),
    total: items.length,
    slices: cut(items, mark, pack, undefined),
  };
}

/** The groups in the order in which they first come. */
function byArea<Item>(items: readonly Item[], areaOf: (item: Item) => string): readonly Item[] {
  return [...Map.groupBy(items, areaOf).values()].flat();
}

function areaOf(item: ItemView): string {
  const area = item.fields.find(({ field }) => field === 'area');
  const value: Json | undefined =
    area?.value ?? area?.positions.find((one) => one.value !== undefined)?.value;
  return stringOf(value);
}

function cut<Item extends { readonly id: string }>(
  items: readonly Item[],
  mark: (item: Item) => string | number,
  pack: (item: Item) => PackedLine,
  before: TextTable | undefined,
): readonly Slice[] {
  const known = new Map(before?.slices.map((slice) => [slice.tag, slice]));
  const slices: Slice[] = [];
  for (let from = 0; from < items.length || slices.length === 0; ) {
    const to = Math.min(items.length, from + (from === 0 ? firstLines : sliceLines));
    const part = items.slice(from, to);
    const tag = tagOf(part.map(mark));
    slices.push(known.get(tag) ?? sliceOf(tag, part, pack));
    if (to === items.length) break;
    from = to;
  }
  return slices;
}

function sliceOf<Item extends { readonly id: string }>(
  tag: string,
  items: readonly Item[],
  pack: (item: Item) => PackedLine,
): Slice {
  let packed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  let written: Bytes | undefined;
  const lines = (): Bytes => bytesOf(JSON.stringify(items.map(pack)));
  return {
    tag,
    count: items.length,
    ids: () => items.map(({ id }) => id),
    // The first slice comes with every page; of the others what is packed is enough to keep.
    lines: () => (items.length > firstLines ? lines() : (written ??= lines())),
    packed: () => (packed ??= zip(JSON.stringify({ lines: items.map(pack) }))),
  };
}

const gzipped = promisify(gzip);
const zip = async (text: string): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await gzipped(text));

/** Items are made anew when they change, so which one it is says whether it is the same. */
const marks = new WeakMap<object, number>();
let lastMark = 0;
/** A tag of another life of this node means nothing here. */
const life = randomBytes(6).toString('hex');

function markOf(item: object): number {
  let mark = marks.get(item);
  if (mark === undefined) {
    mark = lastMark += 1;
    marks.set(item, mark);
  }
  return mark;
}

/** A tag of what is named in this life of the node. */
export const tagOf = (of: readonly (string | number)[]): string =>
  createHash('sha256')
    .update(`${life} ${of.join(' ')}`)
    .digest('base64url')
    .slice(0, 16);
