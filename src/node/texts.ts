import type { Hash, SubjectId } from '../core/bytes/ids.ts';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { textKind } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { statementsOn, subjectsOf } from '../core/register/accounts.ts';
import { draftedFrom } from '../core/register/ask/review.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { actsOn, draftsOf, type InForce, inForce, textOf, textsOf } from '../core/register/texts.ts';
import { translationsOf } from '../core/register/translations.ts';
import type { ActView } from '../core/text/act.ts';
import type { DraftRef, TextView } from '../core/text/view.ts';
import { auditChange } from './accounts.ts';
import { type DraftChange, draftsOfText, saveDrafts, tidy, unsentByText, viewOf } from './drafts.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { recordedTexts } from './recorded.ts';

export interface TextBrief {
  readonly id: SubjectId;
  readonly kind: string;
  readonly title: Readonly<Record<string, string>>;
  readonly covers?: Json;
  readonly exercise: boolean;
  readonly state: 'draft' | 'onRecord' | ActView['state'];
  readonly counts?: TextView['counts'];
  readonly unsent: number;
  readonly acts: readonly Pick<ActView, 'id' | 'state' | 'awaits'>[];
}

const collection = 'text';

/** All texts: shared ones, those we began in private, and instruments on record. */
export async function listTexts(node: Node, programme: KnownProgramme): Promise<readonly TextBrief[]> {
  const register = await programme.register();
  const unsent = await unsentByText(node, programme);
  const begun = programme.seesPrivate
    ? await node.store.workspace.documents(collection, { prefix: `${programme.id}/` })
    : [];
  const ids = new Set([
    ...textsOf(register),
    ...recordedTexts(register),
    ...unsent.keys(),
    ...begun.map(({ id }) => id.slice(programme.id.length + 1) as SubjectId),
  ]);
  const texts: TextBrief[] = [];
  for (const id of ids) texts.push(await briefOf(node, programme, register, id, unsent.get(id) ?? 0));
  const recorded = subjectsOf(register, 'onRecord')
    .filter((id) => !ids.has(id))
    .flatMap((id) => recordedBrief(register, id));
  return [...texts, ...recorded].sort((one, other) => (coversText(one) < coversText(other) ? 1 : -1));
}

const coversText = (text: TextBrief): string =>
  isObject(text.covers) && typeof text.covers['from'] === 'string'
    ? text.covers['from'].replace('~', '')
    : text.id;

async function briefOf(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  id: SubjectId,
  unsent: number,
): Promise<TextBrief> {
  const today = programme.today();
  const acts = actsOn(register, id, today);
  const ref = openRef(register, id, today);
  const view = textOf(register, ref);
  const current = inForce(register, id, today)?.content?.head;
  const drafts = unsent === 0 ? [] : await draftsOfText(node, programme, ref);
  const known = (field: string): Json | undefined => {
    const draft = drafts.find((one) => one.item === id && one.field === field)?.value;
    return current?.[field] ?? valueOf(view, field) ?? draft;
  };
  const covers = known('covers');
  const latest = acts.at(-1);
  return {
    id,
    kind: view.kind,
    title: titleOfHead(register, id, known('title')),
    ...(covers === undefined || covers === null ? {} : { covers }),
    exercise: known('exercise') === true,
    state: acts.find((act) => act.state === 'inForce')?.state ?? latest?.state ?? 'draft',
    ...(view.closed ? {} : { counts: view.counts }),
    unsent,
    acts: acts.map(({ awaits, id: act, state }) => ({ id: act, state, awaits })),
  };
}

function recordedBrief(register: Register, id: SubjectId): readonly TextBrief[] {
  for (const party of register.ground.parties) {
    const said = statementsOn(register, party, id).find(
      (one) => one.kind === 'onRecord' && one.fields !== undefined,
    );
    if (said?.fields === undefined) continue;
    const { covers, exercise, title } = said.fields;
    return [
      {
        id,
        kind: 'onRecord',
        title: titleOf(title),
        ...(covers === undefined ? {} : { covers }),
        exercise: exercise === true,
        state: 'onRecord',
        unsent: 0,
        acts: [],
      },
    ];
  }
  return [];
}

/** The value all hold in a field of the head, else the first that anybody stated. */
export function valueOf(view: TextView, field: string): Json | undefined {
  const found = view.head.fields.find((one) => one.field === field);
  return found?.value ?? found?.positions.find((one) => one.value !== undefined)?.value;
}

/** What a text is called by its head as compared, and the translations for information of it. */
export function titleOfView(register: Register, view: TextView): Readonly<Record<string, string>> {
  const { text } = view.draft;
  return titleOfHead(register, text, valueOf(view, 'title'));
}

/** What a text is called by the title of its head, and the translations for information of it. */
export const titleOfHead = (
  register: Register,
  text: SubjectId,
  title: Json | undefined,
): Readonly<Record<string, string>> => ({
  ...translationsOf(register, text, text, 'title', title),
  ...titleOf(title),
});

/** What a line is called, and the translations for information of it. */
export function titleOfLine(
  register: Register,
  text: SubjectId,
  item: SubjectId,
  fields: Readonly<Record<string, Json>>,
): Readonly<Record<string, string>> {
  const field = fields['activity'] === undefined ? 'wording' : 'activity';
  return { ...translationsOf(register, text, item, field, fields[field]), ...titleOf(fields[field]) };
}

/** A prose or told value as text by language. */
export function titleOf(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The draft to show without being told which: the one on what is in force if somebody began it, else the latest open one. */
export function openRef(register: Register, text: SubjectId, today: string): DraftRef {
  const refs = draftsOf(register, text);
  const current = inForce(register, text, today)?.contentHash;
  const onCurrent = refs.find((ref) => ref.base !== undefined && ref.base === current);
  return onCurrent ?? refs.find((ref) => ref.base === undefined) ?? { text };
}

/** Everything the page of a text needs of the register. */
export interface TextParts {
  readonly register: Register;
  readonly view: TextView;
  readonly acts: readonly ActView[];
  readonly inForce: InForce | undefined;
  readonly others: readonly {
    readonly base?: Hash;
    readonly mode?: 'amendment' | 'correction';
    readonly closed: boolean;
  }[];
  readonly heads: readonly { readonly party: string; readonly seq: number }[];
}

/** @throws Refusal `request.not-found` */
export async function readText(
  node: Node,
  programme: KnownProgramme,
  text: string,
  ref: DraftRef | undefined,
): Promise<TextParts> {
  const register = await programme.register();
  if (!isSubjectId(text) || textKind(register.kinds, text) === undefined)
    throw new Refusal('request.not-found');
  const today = programme.today();
  const isKnown =
    textsOf(register).includes(text) ||
    recordedTexts(register).has(text) ||
    (await isBegun(node, programme, text)) ||
    (await unsentByText(node, programme)).has(text);
  if (!isKnown) throw new Refusal('request.not-found');
  const view = viewOf(register, ref ?? openRef(register, text, today));
  const refs = draftsOf(register, text);
  return {
    register,
    view,
    acts: actsOn(register, text, today),
    inForce: inForce(register, text, today),
    others: refs.map(({ base, mode }) => ({
      ...(base === undefined ? {} : { base }),
      ...(mode === undefined ? {} : { mode }),
      closed:
        base !== undefined && !register.contents.has(base)
          ? false
          : textOf(register, { text, ...(base === undefined ? {} : { base, mode: mode ?? 'amendment' }) })
              .closed,
    })),
    heads: register.ground.parties.map((party) => ({
      party,
      seq: effectOf(register, party)?.voice.applied ?? 0,
    })),
  };
}

async function isBegun(node: Node, programme: KnownProgramme, text: SubjectId): Promise<boolean> {
  return (
    programme.seesPrivate &&
    (await node.store.workspace.document(collection, `${programme.id}/${text}`)) !== null
  );
}

/**
 * Begins a text in private: its title and what else is given of its head become drafts; with `from`, so does what
 * {@link draftFrom} makes of a text in force.
 *
 * @throws Refusal `text.kind`, `text.exists`
 */
export async function beginText(
  node: Node,
  programme: KnownProgramme,
  account: string,
  given: {
    readonly kind: string;
    readonly suffix?: string | undefined;
    readonly title: Readonly<Record<string, string>>;
    /** Other fields of its head. */
    readonly fields?: Readonly<Record<string, Json>> | undefined;
    readonly from?: string | undefined;
  },
): Promise<SubjectId> {
  const register = await programme.register();
  const id = `${given.kind}.${given.suffix ?? node.now().toString(36)}`;
  const kind = isSubjectId(id) ? textKind(register.kinds, id) : undefined;
  if (!isSubjectId(id) || kind === undefined)
    throw new Refusal('text.kind', { errors: [{ path: 'kind', message: 'no such kind of text' }] });
  if (textsOf(register).includes(id) || (await isBegun(node, programme, id)))
    throw new Refusal('text.exists');
  const value = { by: account, at: node.time(), ...(given.from === undefined ? {} : { from: given.from }) };
  const outcome = await node.store.workspace.write([
    { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: 0 },
    auditChange(node, account, 'text.begun', { text: id }, programme.id),
  ]);
  if (!outcome.ok) throw new Refusal('text.exists');
  const title = Object.fromEntries(
    Object.entries(given.title).filter(([lang]) => register.ground.languages.includes(lang as never)),
  );
  const named = Object.keys(title).length === 0 ? {} : { title: tidy(title) };
  const head = Object.entries({ ...named, ...given.fields }).map(
    ([field, of]): DraftChange => ({ item: id, field, value: of, version: 0 }),
  );
  if (head.length > 0) await saveDrafts(node, programme, account, { text: id }, head);
  if (given.from !== undefined)
    await draftFrom(node, programme, account, { text: id }, given.from as SubjectId);
  return id;
}

/**
 * Prepares in private what another text in force gives this one to begin with: a review its lines with what our side
 * reported, a plan the lines that a review carries over. What we stated or prepared ourselves stays.
 *
 * @returns how many values were prepared
 * @throws Refusal `request.not-found`, `text.closed`
 */
export async function draftFrom(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  from: SubjectId,
): Promise<number> {
  const register = await programme.register();
  const asking = { register, day: programme.today(), sight: 'parties' } as const;
  const view = viewOf(register, ref);
  const prepared = new Set(
    (await draftsOfText(node, programme, ref)).map(({ field, item }) => `${item} ${field}`),
  );
  const isOurs = (item: SubjectId, field: string): boolean => {
    const ofItem = item === ref.text ? view.head : view.items.find((one) => one.id === item);
    const stands = field === 'in' ? ofItem?.inclusion : ofItem?.fields.find((one) => one.field === field);
    return stands?.positions.find(({ party }) => party === programme.party)?.source === 'stated';
  };
  const changes = draftedFrom(asking, ref.text, from, programme.party).flatMap(({ fields, item }) =>
    Object.entries(fields).flatMap(([field, value]): DraftChange[] =>
      prepared.has(`${item} ${field}`) || isOurs(item, field) ? [] : [{ item, field, value, version: 0 }],
    ),
  );
  if (changes.length > 0) await saveDrafts(node, programme, account, ref, changes);
  return changes.length;
}

/** An item as an act in force fixes it. */
export interface FixedLine {
  readonly text: SubjectId;
  readonly act: Hash;
  readonly number: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** The line of a subject in whichever text in force has it. */
export function lineOf(register: Register, subject: SubjectId, today: string): FixedLine | undefined {
  for (const text of textsOf(register)) {
    const current = inForce(register, text, today);
    const item = current?.content?.items.find((one) => one.id === subject);
    if (current !== undefined && item !== undefined)
      return { text, act: current.act, number: item.number, fields: item.fields };
  }
  return undefined;
}
