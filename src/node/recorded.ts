import { randomBytes } from 'node:crypto';
import { canonicalText } from '../core/bytes/encode.ts';
import { hashOf } from '../core/bytes/hash.ts';
import { isHash, isSubjectId, type PartyCode, type SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Head } from '../core/feed/entry.ts';
import { itemKind, textKind } from '../core/kinds/catalogue.ts';
import { isObject, valueFault } from '../core/kinds/value.ts';
import { statementsOn, subjectsOf } from '../core/register/accounts.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { fieldOf } from '../core/text/compare.ts';
import type { DraftRef } from '../core/text/view.ts';
import { tidy, viewOf } from './drafts.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import type { KnownProgramme } from './programmes.ts';
import { fieldIn } from './view-index.ts';

/** What a partner wrote in a letter or a workbook, written down by us; never theirs until they confirm it (S4, T12). */
export interface Recorded {
  /** Whose position it is said to be, and who wrote it down. */
  readonly party: string;
  readonly by: string;
  /** Entry of ours; 0 while the programme is only prepared. */
  readonly seq: number;
  readonly item: SubjectId;
  readonly letter: string;
  readonly values: Readonly<Record<string, Json>>;
}

const collection = 'recorded';

/** Records a partner's written position. Founded: a statement, at once. Prepared: kept, and stated after the founding. */
export async function recordPosition(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  given: {
    readonly party: string;
    readonly letter: string;
    readonly item: string;
    readonly values: Readonly<Record<string, Json>>;
  },
): Promise<number | undefined> {
  const register = await programme.register();
  if (!programme.parties.some((one) => one.code === given.party) || given.party === programme.party) {
    throw new Refusal('text.kind', { errors: [{ path: 'party', message: 'not a partner' }] });
  }
  const values = Object.entries(given.values).map(([name, raw]) => {
    const field = fieldOf(register.kinds, ref.text, given.item as SubjectId, name);
    const value = tidy(raw);
    const wrong = field === undefined ? 'no such field' : valueFault(field, value, register.ground.languages);
    if (wrong !== undefined)
      throw new Refusal('text.kind', { errors: [{ path: `values.${name}`, message: wrong }] });
    return { field: name, value: canonicalText(value) };
  });
  const letter = tidy(given.letter);
  const body: JsonObject = {
    kind: 'recorded',
    subject: given.item,
    facet: `${ref.text.toLowerCase()}.${randomBytes(4).toString('hex')}`.slice(0, 80),
    fields: { letter, ...draftFields(ref), values },
    attributed: { party: given.party, source: letter },
  };
  if (programme.running !== undefined)
    return (await programme.running.append(() => [{ type: 'statement', body }])).seq;
  const id = `${programme.id}/${randomBytes(6).toString('hex')}`;
  await node.store.workspace.write([
    { op: 'putDocument', collection, id, value: { body, by: account, at: node.time() }, expected: 0 },
  ]);
  return undefined;
}

/** The draft that a record is on, as its fields name it; what names no base is on the first version. */
const draftFields = ({ base, mode, text }: DraftRef): JsonObject =>
  base === undefined ? { text } : { text, base, mode: mode ?? 'amendment' };

function isOn(fields: JsonObject | undefined, ref: DraftRef): boolean {
  const wanted = draftFields(ref);
  return (['text', 'base', 'mode'] as const).every((name) => fields?.[name] === wanted[name]);
}

/** What partners recorded as our positions and we have not made our own, by the line of the text (T12). */
export interface RecordedOfUs {
  readonly text: SubjectId;
  readonly item: SubjectId;
  readonly by: PartyCode;
  readonly count: number;
}

/** Records of us that wait for our word: of drafts that are open, and other than what we state ourselves. */
export function recordedOfUs(register: Register, us: PartyCode): readonly RecordedOfUs[] {
  const found = new Map<string, RecordedOfUs>();
  for (const by of register.ground.parties.filter((party) => party !== us)) {
    for (const item of subjectsOf(register, 'recorded')) {
      for (const one of statementsOn(register, by, item)) {
        const ref = one.kind === 'recorded' && one.attributed?.party === us ? refIn(one.fields) : undefined;
        if (ref === undefined || !one.hasEffect || !isOpen(register, ref, us, item, one.fields ?? {}))
          continue;
        const key = `${by} ${ref.text} ${item}`;
        found.set(key, { text: ref.text, item, by, count: (found.get(key)?.count ?? 0) + 1 });
      }
    }
  }
  return [...found.values()];
}

function refIn(fields: JsonObject | undefined): DraftRef | undefined {
  const { base, mode, text } = fields ?? {};
  if (!isSubjectId(text)) return undefined;
  if (base === undefined) return { text };
  return isHash(base) ? { text, base, mode: mode === 'correction' ? 'correction' : 'amendment' } : undefined;
}

function isOpen(
  register: Register,
  ref: DraftRef,
  us: PartyCode,
  item: SubjectId,
  fields: JsonObject,
): boolean {
  if (textKind(register.kinds, ref.text) === undefined) return false;
  if (ref.base !== undefined && !register.contents.has(ref.base)) return false;
  const view = viewOf(register, ref);
  if (view.closed) return false;
  const rows = Array.isArray(fields['values']) ? (fields['values'] as readonly JsonObject[]) : [];
  return rows.some(({ field, value }) => {
    const position = fieldIn(view, item, stringOf(field))?.positions.find((one) => one.party === us);
    return position?.source !== 'stated' || canonicalText(position.value ?? null) !== value;
  });
}

/** States what was recorded before the founding, once there is a feed. */
export async function stateRecorded(node: Node, programme: KnownProgramme): Promise<number> {
  if (programme.running === undefined) return 0;
  const kept = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  if (kept.length === 0) return 0;
  const { party, running } = programme;
  const register = await running.register();
  // A crash behind the append leaves them here too: said once, they are not said again.
  const unsaid = kept
    .map(({ value }) => (value as unknown as { body: JsonObject }).body)
    .filter(
      ({ facet, subject }) =>
        !statementsOn(register, party, subject as SubjectId).some(
          (one) => one.kind === 'recorded' && one.facet === facet,
        ),
    );
  if (unsaid.length > 0) await running.append(() => unsaid.map((body) => ({ type: 'statement', body })));
  await node.store.workspace.write(
    kept.map(({ id }) => ({ op: 'deleteDocument' as const, collection, id, expected: 'any' as const })),
  );
  return kept.length;
}

/**
 * Makes our own what a partner recorded as our position (T12). It stands in our name only from then on.
 *
 * @throws Refusal `request.not-found` when there is no such record of ours, `text.closed`
 */
export async function confirmRecorded(
  programme: Programme,
  ref: DraftRef,
  by: string,
  seq: number,
): Promise<Head> {
  return programme.append((register) => {
    const voice = effectOf(register, by as PartyCode)?.voice;
    const hash = voice?.hashes.at(seq);
    const said = [...itemsOf(register, ref)]
      .flatMap((item) => statementsOn(register, by as PartyCode, item))
      .find((one) => one.kind === 'recorded' && one.seq === seq);
    const isOurs = said?.attributed?.party === programme.party && isOn(said.fields, ref);
    if (!isOurs || hash === undefined || said.fields === undefined) throw new Refusal('request.not-found');
    if (viewOf(register, ref).closed) throw new Refusal('text.closed');
    const digest = hashOf(said.fields, programme.crypto);
    return [{ type: 'confirm', body: { party: by, at: { hash, seq }, digest } }];
  });
}

/** Recorded positions on a draft, ours and theirs of us, newest first. */
export async function recordedOn(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  ref: DraftRef,
): Promise<readonly Recorded[]> {
  const prepared = programme.seesPrivate
    ? await node.store.workspace.documents(collection, { prefix: `${programme.id}/` })
    : [];
  const kept = prepared.flatMap(({ value }) =>
    recordedOf((value as unknown as { body: JsonObject }).body, 0, programme.party, ref),
  );
  const items = [...itemsOf(register, ref)];
  const stated = register.ground.parties.flatMap((party) =>
    items
      .flatMap((item) => statementsOn(register, party, item))
      .filter((one) => one.kind === 'recorded' && one.fields !== undefined)
      .flatMap(({ attributed, fields, seq, subject }) =>
        recordedOf(
          { subject, fields: fields ?? {}, attributed: { party: attributed?.party ?? '' } },
          seq,
          party,
          ref,
        ),
      ),
  );
  return [...kept, ...stated];
}

/** Texts on which somebody recorded a position: they are there although nobody has stated one yet. */
export function recordedTexts(register: Register): ReadonlySet<SubjectId> {
  const texts = subjectsOf(register, 'recorded').flatMap((subject) =>
    register.ground.parties.flatMap((party) =>
      statementsOn(register, party, subject).flatMap(({ fields, kind }) =>
        kind === 'recorded' && isSubjectId(fields?.['text']) ? [fields['text']] : [],
      ),
    ),
  );
  return new Set(texts);
}

/** The head of a text and the items of it that somebody recorded a position on. */
function itemsOf(register: Register, ref: DraftRef): ReadonlySet<SubjectId> {
  const kind = textKind(register.kinds, ref.text);
  const recorded = subjectsOf(register, 'recorded').filter(
    (subject) => kind !== undefined && itemKind(register.kinds, kind, subject) !== undefined,
  );
  return new Set([ref.text, ...recorded]);
}

function recordedOf(body: JsonObject, seq: number, by: string, ref: DraftRef): Recorded[] {
  const { attributed, fields, subject } = body;
  if (!isObject(fields) || !isObject(attributed) || !Array.isArray(fields['values'])) return [];
  if (!isOn(fields, ref)) return [];
  const values = Object.fromEntries(
    (fields['values'] as readonly JsonObject[]).map((row) => [
      stringOf(row['field']),
      parsed(stringOf(row['value'])),
    ]),
  );
  return [
    {
      party: stringOf(attributed['party']),
      by,
      seq,
      item: subject as SubjectId,
      letter: stringOf(fields['letter']),
      values,
    },
  ];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
