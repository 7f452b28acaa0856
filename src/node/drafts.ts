import { encodeCanonical } from '../core/bytes/encode.ts';
import { type Hash, isSubjectId, type Lang, type PartyCode, type SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { normaliseInput } from '../core/bytes/name.ts';
import type { Field } from '../core/kinds/declare.ts';
import { isObject, valueFault } from '../core/kinds/value.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { textOf } from '../core/register/texts.ts';
import { fieldOf, isText } from '../core/text/compare.ts';
import { statedAsOf } from '../core/text/positions.ts';
import type { DraftRef, TextView } from '../core/text/view.ts';
import type { DraftKey, Change as StoreChange, Draft as StoredDraft } from '../store/workspace.ts';
import type { Node } from './node.ts';
import { colleaguesOf } from './people.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { fieldIn } from './view-index.ts';

/* Positions being prepared: private, in the workspace, until they are sent on purpose. */

/** One private change of one field. */
export interface Draft {
  readonly item: SubjectId;
  readonly field: string;
  readonly value?: Json;
  /** Takes back our statement (T2). */
  readonly withdraw?: true;
  /** Takes a party's stated value as of that entry (T7). */
  readonly accept?: { readonly party: PartyCode; readonly seq: number };
  /** Translations for information (T6). */
  readonly info?: Readonly<Record<string, string>>;
  readonly version: number;
  /** Account. */
  readonly by: string;
  readonly at: string;
}

export interface DraftChange {
  readonly item: string;
  readonly field: string;
  readonly value?: Json | undefined;
  readonly withdraw?: true | undefined;
  /** Nothing is prepared any more. */
  readonly drop?: true | undefined;
  readonly accept?: { readonly party: string; readonly seq: number } | undefined;
  readonly info?: Readonly<Record<string, string>> | undefined;
  /** Of the draft that was edited; 0 when there was none. */
  readonly version: number;
}

/** Most bytes of one value in an entry: leaves room for its frame. */
const valueBytesMax = 60_000;

/** The private changes of one draft of a text, by item and field. */
export async function draftsOfText(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
): Promise<readonly Draft[]> {
  if (!programme.seesPrivate) return [];
  const stored = await node.store.workspace.drafts({ programme: programme.id, text: ref.text });
  return stored.filter((one) => isOf(one, ref)).map(draftOfStored);
}

/** How many private changes a programme has, by text. */
export async function unsentByText(
  node: Node,
  programme: KnownProgramme,
): Promise<ReadonlyMap<SubjectId, number>> {
  const counts = new Map<SubjectId, number>();
  if (!programme.seesPrivate) return counts;
  for (const { text } of await node.store.workspace.drafts({ programme: programme.id }))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

export function draftOfStored(stored: StoredDraft): Draft {
  const { author, field, item, time, value, version } = stored;
  const { accept, info, withdraw, ...rest } = isObject(value) ? value : {};
  return {
    item,
    field,
    version,
    by: author,
    at: time,
    ...('value' in rest ? { value: rest['value'] ?? null } : {}),
    ...(withdraw === true ? { withdraw } : {}),
    ...(isObject(accept) ? { accept: accept as unknown as NonNullable<Draft['accept']> } : {}),
    ...(isObject(info) ? { info: info as Readonly<Record<string, string>> } : {}),
  };
}

function isOf(stored: StoredDraft, ref: DraftRef): boolean {
  const key = keyOf(ref);
  return stored.base === key.base && stored.mode === key.mode;
}

function keyOf(ref: DraftRef): Pick<DraftKey, 'text' | 'base' | 'mode'> {
  return {
    text: ref.text,
    base: ref.base ?? null,
    mode: ref.base === undefined ? 'first' : (ref.mode ?? 'amendment'),
  };
}

/**
 * Saves private changes, all or none.
 *
 * Prose is held for all authentic languages together (T5). When a change says nothing of `stale`, the languages whose text
 * stayed while another's changed are marked unconfirmed; `stale: []` says that all of them were looked at.
 *
 * @throws Refusal `text.kind`, `text.closed`, `draft.stale` with both values in `current`
 */
export async function saveDrafts(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  changes: readonly DraftChange[],
): Promise<readonly Draft[]> {
  const register = await programme.register();
  const view = viewOf(register, ref);
  if (view.closed) throw new Refusal('text.closed');
  const before = new Map(
    (await draftsOfText(node, programme, ref)).map((draft) => [`${draft.item} ${draft.field}`, draft]),
  );
  const writes = changes.map((change, at): DraftWrite => {
    if (change.drop === true) {
      const key = {
        programme: programme.id,
        ...keyOf(ref),
        item: change.item as SubjectId,
        field: change.field,
      };
      return { op: 'deleteDraft', key, expected: change.version };
    }
    const checked = checkChange(
      register,
      programme.party,
      view,
      before.get(`${change.item} ${change.field}`),
      change,
      at,
    );
    const draft = {
      programme: programme.id,
      ...keyOf(ref),
      item: change.item as SubjectId,
      field: change.field,
      value: checked,
      author: account,
      time: node.time(),
    };
    return { op: 'putDraft', draft, expected: change.version };
  });
  return write(node, programme, ref, writes);
}

type DraftWrite = Extract<StoreChange, { op: 'putDraft' | 'deleteDraft' }>;
const placeOf = (write: DraftWrite): Pick<DraftKey, 'item' | 'field'> =>
  write.op === 'putDraft' ? write.draft : write.key;

async function write(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  writes: readonly DraftWrite[],
): Promise<readonly Draft[]> {
  const outcome = await node.store.workspace.write(writes);
  if (!outcome.ok) {
    const who = await colleaguesOf(node);
    const current = outcome.stale.flatMap(({ change, current: stands }) => {
      const write = writes[change];
      if (write === undefined) return [];
      const { field, item } = placeOf(write);
      const saved = stands === null ? undefined : draftOfStored(stands as StoredDraft);
      const writer = who(saved?.by);
      const theirs =
        saved === undefined
          ? null
          : ({ ...saved, ...(writer === undefined ? {} : { writer }) } as unknown as JsonObject);
      return [{ item, field, yours: write.op === 'putDraft' ? write.draft.value : null, theirs }];
    });
    throw new Refusal('draft.stale', { current });
  }
  programme.running?.tell('workspace', [ref.text]);
  const places = new Set(writes.map(placeOf).map(({ field, item }) => `${item} ${field}`));
  return (await draftsOfText(node, programme, ref)).filter((draft) =>
    places.has(`${draft.item} ${draft.field}`),
  );
}

function checkChange(
  register: Register,
  party: PartyCode,
  view: TextView,
  before: Draft | undefined,
  change: DraftChange,
  at: number,
): JsonObject {
  const { item } = change;
  const fault = (message: string, path = ''): Refusal =>
    new Refusal('text.kind', { errors: [{ path: `changes.${at}${path}`, message }] });
  if (!isSubjectId(item)) throw fault('not an item', '.item');
  const field = fieldOf(register.kinds, view.draft.text, item, change.field);
  if (field === undefined) throw fault('this text has no such item or field', '.field');
  const info = checkInfo(register, field, change.info, fault);
  if (change.withdraw === true) return { withdraw: true };
  if (change.accept !== undefined) {
    const { party: other, seq } = change.accept;
    const stated = effectOf(register, other as PartyCode)?.voice.applied ?? 0;
    if (other === party || seq > stated) throw fault('nothing is stated there', '.accept');
    return { accept: { party: other, seq } };
  }
  if (change.value === undefined) {
    // Translations alone leave what is prepared for the value as it is.
    const { accept, value, withdraw } = before ?? {};
    const kept: JsonObject = {
      ...(value === undefined ? {} : { value }),
      ...(accept === undefined ? {} : { accept: { ...accept } }),
      ...(withdraw === undefined ? {} : { withdraw }),
    };
    return info === undefined ? kept : { ...kept, info };
  }
  const given = tidy(change.value);
  const value =
    field.type === 'prose'
      ? withStale(
          register.ground.languages,
          given,
          before?.value ?? statedOrBase(party, view, item, change.field),
        )
      : given;
  const wrong = valueFault(field, value, register.ground.languages);
  if (wrong !== undefined) throw fault(wrong, '.value');
  if (encodeCanonical(value).length > valueBytesMax) throw fault('value.long', '.value');
  const kept = info ?? before?.info;
  return kept === undefined ? { value } : { value, info: { ...kept } };
}

function checkInfo(
  register: Register,
  field: Field,
  info: DraftChange['info'],
  fault: (message: string, path: string) => Refusal,
): JsonObject | undefined {
  if (info === undefined) return undefined;
  if (field.type !== 'prose') throw fault('only prose has translations', '.info');
  const authentic = Object.keys(info).find((lang) => register.ground.languages.includes(lang as Lang));
  if (authentic !== undefined) throw fault(`${authentic} is authentic, not for information`, '.info');
  return tidy({ ...info }) as JsonObject;
}

/** Text as records keep it, at any depth. */
export function tidy(value: Json): Json {
  if (typeof value === 'string') return normaliseInput(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(tidy);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one)]));
  return value;
}

/** T5: a language whose text stayed while another's changed is unconfirmed, unless the change says otherwise. */
function withStale(languages: readonly Lang[], value: Json, before: Json | undefined): Json {
  if (!isObject(value)) return value;
  const { stale, ...texts } = value;
  for (const lang of languages) if (texts[lang] === '') delete (texts as Record<string, Json>)[lang];
  if (Object.keys(texts).length === 0) return null;
  if (stale !== undefined) return Array.isArray(stale) && stale.length === 0 ? texts : { ...texts, stale };
  if (!isObject(before)) return texts;
  const known = before;
  const earlier = Array.isArray(known['stale']) ? (known['stale'] as readonly Json[]) : [];
  const changed = languages.filter((lang) => known[lang] !== texts[lang]);
  if (changed.length === 0) return earlier.length === 0 ? texts : { ...texts, stale: earlier };
  const unconfirmed = languages
    .filter((lang) => !changed.includes(lang) && texts[lang] !== undefined && known[lang] !== undefined)
    .sort();
  return unconfirmed.length === 0 ? texts : { ...texts, stale: unconfirmed };
}

/** What an edit of ours starts from: our position, else what anybody stated or the base has. */
function statedOrBase(party: PartyCode, view: TextView, item: SubjectId, field: string): Json | undefined {
  const positions = fieldIn(view, item, field)?.positions ?? [];
  return (
    positions.find((one) => one.party === party && one.value !== undefined) ??
    positions.find((one) => one.value !== undefined)
  )?.value;
}

/** The comparison of a draft. @throws Refusal `request.not-found` for what is no text */
export function viewOf(register: Register, ref: DraftRef): TextView {
  if (!isText(register.kinds, ref.text)) throw new Refusal('request.not-found');
  if (ref.base !== undefined && !register.contents.has(ref.base))
    throw new Refusal('request.not-found', { detail: 'the content it starts from is not here' });
  return textOf(register, ref);
}

/** Which draft an address names. */
export function refOf(
  text: string,
  base: string | undefined,
  mode: 'amendment' | 'correction' | undefined,
): DraftRef {
  if (!isSubjectId(text)) throw new Refusal('request.not-found');
  return base === undefined ? { text } : { text, base: base as Hash, mode: mode ?? 'amendment' };
}

/** Drops private changes: all, of an item, or of a field. @returns how many */
export async function undoDrafts(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  scope: { readonly item?: string | undefined; readonly field?: string | undefined },
): Promise<number> {
  const gone = (await draftsOfText(node, programme, ref)).filter(
    (draft) =>
      (scope.item === undefined || draft.item === scope.item) &&
      (scope.field === undefined || draft.field === scope.field),
  );
  await node.store.workspace.write(
    gone.map(({ field, item }) => ({
      op: 'deleteDraft' as const,
      key: { programme: programme.id, ...keyOf(ref), item, field },
      expected: 'any' as const,
    })),
  );
  if (gone.length > 0) programme.running?.tell('workspace', [ref.text]);
  return gone.length;
}

/**
 * Prepares to take what a party stated, in a field, an item, or all that remains open. Private until it is sent.
 *
 * @param upTo an entry of theirs that the screen showed; what they stated after it is not taken
 * @throws Refusal `draft.nothing`, `programme.not-founded`
 */
export async function prepareAcceptance(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  wanted: {
    readonly party: string;
    readonly item?: string | undefined;
    readonly field?: string | undefined;
    readonly upTo?: number | undefined;
  },
): Promise<readonly Draft[]> {
  if (programme.running === undefined) throw new Refusal('programme.not-founded');
  const register = await programme.register();
  const view = viewOf(register, ref);
  if (view.closed) throw new Refusal('text.closed');
  const party = wanted.party as PartyCode;
  const voice = effectOf(register, party)?.voice;
  if (voice === undefined || party === programme.party) throw new Refusal('draft.nothing');
  const seq = Math.min(wanted.upTo ?? voice.applied, voice.applied);
  const scope = {
    ...(wanted.item === undefined ? {} : { item: wanted.item as SubjectId }),
    ...(wanted.field === undefined ? {} : { field: wanted.field }),
  };
  const isEach = (item: SubjectId, field: string): boolean =>
    fieldOf(register.kinds, ref.text, item, field)?.each === true;
  const mine = new Map(
    (await draftsOfText(node, programme, ref)).map((draft) => [`${draft.item} ${draft.field}`, draft]),
  );
  const writes = statedAsOf(voice.positions, ref, seq, scope, isEach).flatMap(({ field, item, value }) => {
    const draft = mine.get(`${item} ${field}`);
    // Of all that remains, what we have prepared ourselves stays ours; a field asked for by name is taken.
    if (wanted.field === undefined && draft !== undefined) return [];
    if (holds(view, programme.party, item, field, value)) return [];
    const key = { programme: programme.id, ...keyOf(ref), item, field };
    const content = { ...key, value: { accept: { party, seq } }, author: account, time: node.time() };
    return [{ op: 'putDraft' as const, draft: content, expected: draft?.version ?? 0 }];
  });
  if (writes.length === 0) throw new Refusal('draft.nothing');
  return write(node, programme, ref, writes);
}

/** Whether a party's stated position is that value already. */
function holds(view: TextView, party: PartyCode, item: SubjectId, field: string, value: Json): boolean {
  const position = fieldIn(view, item, field)?.positions.find((other) => other.party === party);
  return position?.source === 'stated' && JSON.stringify(position.value) === JSON.stringify(value);
}
