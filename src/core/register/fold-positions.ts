import { decodeStrict } from '../bytes/decode.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import { bytesOf } from '../bytes/utf8.ts';
import type { Entry } from '../feed/entry.ts';
import { entryBytesMax } from '../feed/limits.ts';
import { isObject, valueFault } from '../kinds/value.ts';
import { fieldOf, fieldsOf, mayStandIn } from '../text/compare.ts';
import {
  digestList,
  type StatedItem,
  statedAsOf,
  statedItem,
  takeInfo,
  takePosition,
} from '../text/positions.ts';
import { readAccept, readConfirm, readDraft, readPosition, readWithdraw } from './body.ts';
import type { FoldContext, Said, Voice } from './voice.ts';

export function applyPosition(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readPosition(entry.body);
  if (body === undefined) return 'inert.body';
  const { draft, item } = body;
  const declared = fieldsOf(context.kinds, draft.text, item);
  if (declared === undefined) return `inert.kind: ${item}`;
  for (const name in body.fields) {
    const field = declared(name);
    if (field === undefined) return `inert.field: ${name}`;
    const fault = valueFault(field, body.fields[name] ?? null, context.languages);
    if (fault !== undefined) return `inert.value: ${name} ${fault}`;
  }
  for (const name in body.info) {
    if (declared(name)?.type !== 'prose') return `inert.field: ${name}`;
    if (Object.keys(body.info[name] ?? {}).some((lang) => context.languages.includes(lang)))
      return `inert.language: ${name}`;
  }
  // Made with the first value: an item of which nothing is stated is not there.
  let stated: StatedItem | undefined;
  for (const name in body.fields) {
    stated ??= statedItem(voice.positions, draft, item);
    takePosition(stated, name, body.fields[name] ?? null, entry.seq);
  }
  for (const name in body.info) {
    stated ??= statedItem(voice.positions, draft, item);
    takeInfo(stated, name, body.info[name] ?? {}, entry.seq);
  }
  context.touched(draft.text);
  return undefined;
}

export function applyWithdraw(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readWithdraw(entry.body);
  if (body === undefined) return 'inert.body';
  if (!mayStandIn(context.kinds, body.draft.text, body.item)) return `inert.kind: ${body.item}`;
  for (const field of body.fields) {
    if (fieldOf(context.kinds, body.draft.text, body.item, field) === undefined)
      return `inert.field: ${field}`;
  }
  for (const field of body.fields)
    takePosition(statedItem(voice.positions, body.draft, body.item), field, undefined, entry.seq);
  context.touched(body.draft.text);
  return undefined;
}

export function applyAccept(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readAccept(entry.body);
  if (body === undefined) return 'inert.body';
  const { draft } = body;
  if (!mayStandIn(context.kinds, draft.text, body.item ?? draft.text))
    return `inert.kind: ${body.item ?? draft.text}`;
  const other = causalPast(voice, body.party, body.at, context);
  if (other === undefined) return 'inert.cause';
  const isEach = (item: SubjectId, field: string): boolean =>
    fieldOf(context.kinds, draft.text, item, field)?.each === true;
  const values = statedAsOf(other.positions, draft, body.at.seq, body, isEach);
  if (hashOf(digestList(values), context.crypto) !== body.digest) return 'inert.digest';
  const taken = { party: body.party, seq: body.at.seq };
  for (const { item, field, value } of values)
    takePosition(statedItem(voice.positions, draft, item), field, value, entry.seq, taken);
  context.touched(draft.text);
  return undefined;
}

/** T12: makes one's own what the other party recorded as one's position. */
export function applyConfirm(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readConfirm(entry.body);
  if (body === undefined) return 'inert.body';
  const other = causalPast(voice, body.party, body.at, context);
  if (other === undefined) return 'inert.cause';
  const said = recordedAt(other, body.at.seq);
  if (said?.attributed?.party !== voice.party || said.fields === undefined) return 'inert.cause';
  const { base, mode, text, values } = said.fields;
  if (hashOf(said.fields, context.crypto) !== body.digest) return 'inert.digest';
  const draft = readDraft({
    ...(base === undefined ? {} : { base }),
    ...(mode === undefined ? {} : { mode }),
    text: text ?? null,
  });
  if (draft === undefined || !Array.isArray(values)) return 'inert.body';
  const stated: { readonly field: string; readonly value: Json }[] = [];
  for (const row of values as readonly Json[]) {
    if (!isObject(row) || typeof row['field'] !== 'string' || typeof row['value'] !== 'string')
      return 'inert.body';
    const field = fieldOf(context.kinds, draft.text, said.subject, row['field']);
    if (field === undefined) return `inert.field: ${row['field']}`;
    const value = parsed(row['value']);
    if (value === undefined || valueFault(field, value, context.languages) !== undefined)
      return `inert.value: ${row['field']}`;
    stated.push({ field: row['field'], value });
  }
  for (const { field, value } of stated)
    takePosition(statedItem(voice.positions, draft, said.subject), field, value, entry.seq);
  context.touched(draft.text);
  return undefined;
}

function parsed(text: string): Json | undefined {
  const decoded = attempt(() => decodeStrict(bytesOf(text), entryBytesMax));
  return decoded instanceof BytesError ? undefined : decoded.value;
}

function recordedAt(voice: Voice, seq: number): Said | undefined {
  for (const subject of voice.saidOf.get('recorded') ?? []) {
    for (let said = voice.said.get(subject); said !== undefined; said = said.before)
      if (said.seq === seq) return said;
  }
  return undefined;
}

/** The branch of another feed that holds that entry, if this feed had cited it or a later one by now (T7). */
function causalPast(
  voice: Voice,
  party: PartyCode,
  at: { readonly seq: number; readonly hash: Hash },
  context: FoldContext,
): Voice | undefined {
  const cited = voice.cited.get(party);
  if (cited === undefined || cited.seq < at.seq) return undefined;
  const other = context.holding(party, cited.seq, cited.hash);
  return other?.hashes.at(at.seq) === at.hash ? other : undefined;
}
