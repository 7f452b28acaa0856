import { decodeStrict } from '../bytes/decode.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import type { Hash, Lang, ProgrammeId } from '../bytes/ids.ts';
import { isHash, isLang, isSubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { contentBytesMax } from '../feed/limits.ts';
import { itemKind, type Kinds, textKind } from '../kinds/catalogue.ts';
import type { Kind } from '../kinds/declare.ts';
import { isObject } from '../kinds/value.ts';
import type { Content, ContentItem, ItemView, TextView } from './view.ts';

/** Why a draft has no content yet (T10). */
export class NotReady extends Error {
  readonly code = 'text.notReady';
}

/**
 * The canonical bytes of a draft on which nothing is open (T10): whole, with numbers and places fixed.
 * `declaration` is the hash of the kind's declaration, `declarationBytes` (A8).
 */
export function contentBytes(
  view: TextView,
  programme: ProgrammeId,
  languages: readonly Lang[],
  declaration: Hash,
): Uint8Array {
  if (!view.ready) throw new NotReady('the text has brackets, awaited, missing or unconfirmed fields');
  const { text, base, mode } = view.draft;
  return encodeCanonical({
    declaration,
    head: fieldsOf(view.head),
    items: view.items
      .filter((item) => item.state === 'in')
      .map((item) => ({ fields: fieldsOf(item), id: item.id, number: String(item.number) })),
    kind: view.kind,
    languages: [...languages],
    programme,
    text,
    ...(base === undefined ? {} : { base, mode: mode ?? 'amendment' }),
  });
}

function fieldsOf(item: ItemView): JsonObject {
  const fields: Record<string, Json> = {};
  for (const field of item.fields)
    if (field.value !== undefined && field.value !== null) fields[field.field] = field.value;
  return fields;
}

/** Decodes content as received. Throws BytesError on bytes that are not canonical, NotContent on another shape. */
export function parseContent(bytes: Uint8Array): Content {
  const { value } = decodeStrict(bytes, contentBytesMax);
  if (!isObject(value)) throw new NotContent('not an object');
  const { base, declaration, head, items, kind, languages, mode, programme, text } = value;
  if (!isHash(programme) || !isHash(declaration) || typeof kind !== 'string' || !isSubjectId(text))
    throw new NotContent('head');
  if (!Array.isArray(languages) || !languages.every(isLang) || !isObject(head) || !Array.isArray(items))
    throw new NotContent('shape');
  if (base !== undefined && (!isHash(base) || (mode !== 'amendment' && mode !== 'correction')))
    throw new NotContent('base');
  const known = base === undefined ? 7 : 9;
  if (Object.keys(value).length !== known) throw new NotContent('unknown keys');
  return {
    programme,
    kind,
    declaration,
    languages,
    text,
    head,
    items: (items as readonly Json[]).map(parseItem),
    ...(isHash(base) && (mode === 'amendment' || mode === 'correction') ? { base, mode } : {}),
  };
}

function parseItem(item: Json): ContentItem {
  if (!isObject(item) || Object.keys(item).length !== 3) throw new NotContent('item');
  const { fields, id, number } = item;
  if (!isObject(fields) || !isSubjectId(id) || typeof number !== 'string') throw new NotContent('item');
  return { id, number, fields };
}

export class NotContent extends Error {
  readonly code = 'text.notContent';
}

/**
 * The declaration of a text's kind and of the kinds its content uses, as canonical bytes: with it, what is shown for
 * signature is a function of the signed bytes alone (A8).
 */
export function declarationBytes(kinds: Kinds, view: TextView): Uint8Array {
  const kind = textKind(kinds, view.draft.text);
  if (kind === undefined) throw new Error(`not a text: ${view.draft.text}`);
  const used = new Map<string, Kind>();
  for (const item of view.items) {
    const declared = itemKind(kinds, kind, item.id);
    if (item.state === 'in' && declared !== undefined) used.set(declared.kind, declared);
  }
  const items = [...used.values()].sort((one, other) => (one.kind < other.kind ? -1 : 1));
  // Declarations are plain data of whole numbers and strings: the encoder refuses anything else.
  return encodeCanonical({ items: items.map(declared), text: declared(kind) });
}

/** Field order matters to a reader and canonical JSON has none, so fields go as a list. */
function declared(kind: Kind): Json {
  const { fields, ...rest } = kind;
  const list = Object.entries(fields).map(([name, field]) => ({ ...(field as unknown as JsonObject), name }));
  return { ...(rest as unknown as JsonObject), fields: list };
}
