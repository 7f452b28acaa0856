import type { Settled, Sitting } from '../api/sitting.ts';
import { decodeStrict } from '../core/bytes/decode.ts';
import { canonicalText } from '../core/bytes/encode.ts';
import { isSubjectId, type PartyCode, type SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { isObject, isSame, valueFault } from '../core/kinds/value.ts';
import type { Register } from '../core/register/register.ts';
import { fieldOf } from '../core/text/compare.ts';
import type { DraftRef, TextView } from '../core/text/view.ts';
import { type Draft, draftsOfText, prepareAcceptance, saveDrafts, undoDrafts, viewOf } from './drafts.ts';
import { fingerprint } from './founding.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { fieldIn, itemIn } from './view-index.ts';

/*
 * Both delegations at one table, in front of the node of one of them. A bracket settled there becomes a private draft of that
 * node's party where its position changes, and a line of the sheet. The other party opens the sheet on its own node, where it
 * becomes drafts of its own: each side confirms by sending its submission, and says nothing for the other.
 */

const collection = 'sitting';
const sheetForm = 'sitting 1';
/** Most bytes of a sheet. */
const sheetBytesMax = 4_000_000;

interface Line {
  readonly item: SubjectId;
  readonly field: string;
  readonly value: Json;
}
interface Kept extends Line {
  readonly as: Settled['as'];
  readonly at: string;
  /** The field at which it was settled: `in` for all of a line that one side alone had stated. */
  readonly with: string;
}
export interface Choice {
  readonly item: string;
  readonly field: string;
  readonly as: Settled['as'] | 'open';
  readonly party?: string | undefined;
  readonly value?: Json | undefined;
}

const keyOf = (programme: KnownProgramme, ref: DraftRef): string =>
  `${programme.id}/${ref.text}/${ref.base === undefined ? 'first' : `${ref.mode ?? 'amendment'}-${ref.base}`}`;

async function keptOf(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
): Promise<{ readonly lines: readonly Kept[]; readonly version: number }> {
  const document = await node.store.workspace.document(collection, keyOf(programme, ref));
  if (document === null || !isObject(document.value)) return { lines: [], version: 0 };
  return { lines: document.value['lines'] as unknown as readonly Kept[], version: document.version };
}

/** What was settled in a draft of a text, and its sheet. */
export async function sittingOf(node: Node, programme: KnownProgramme, ref: DraftRef): Promise<Sitting> {
  const view = viewOf(await programme.register(), ref);
  const { lines } = await keptOf(node, programme, ref);
  const settled = lines.map((line): Settled => {
    const { as, at, field, item, value } = line;
    const positions = fieldIn(view, item, field)?.positions ?? [];
    const holders = positions.filter((one) => one.source === 'stated' && isSame(one.value, value));
    return { item, field, as, value, at, holders: holders.map(({ party }) => party) };
  });
  if (lines.length === 0) return { settled };
  const text = canonicalText({
    counterpart: sheetForm,
    programme: programme.id,
    party: programme.party,
    day: programme.today(),
    ...(ref.base === undefined ? {} : { base: ref.base, mode: ref.mode ?? 'amendment' }),
    text: ref.text,
    lines: lines.map(({ field, item, value }) => ({ field, item, value })),
  });
  return { settled, sheet: { text, fingerprint: printOf(node, text) } };
}

const printOf = (node: Node, text: string): ReturnType<typeof fingerprint> =>
  fingerprint(node.crypto.sha256(new TextEncoder().encode(text)));

/**
 * Settles one field, or opens it again. What changes our position becomes a draft before the sitting says so.
 *
 * @throws Refusal `request.invalid` when there is no such wording; those of saving a draft
 */
export async function settleField(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  choice: Choice,
): Promise<Sitting> {
  const register = await programme.register();
  const view = viewOf(register, ref);
  if (view.closed) throw new Refusal('text.closed');
  const { item } = choice;
  if (!isSubjectId(item)) throw new Refusal('request.not-found');
  const before = await keptOf(node, programme, ref);
  const was = before.lines.filter((line) => line.item === item && line.with === choice.field);
  // Opened again, or settled otherwise: what the table prepared for us is taken back first.
  if (choice.as !== 'new')
    for (const { as, field } of was)
      if (as !== 'ours') await undoDrafts(node, programme, ref, { item, field });
  const rest = before.lines.filter((line) => !was.includes(line));
  const made =
    choice.as === 'open' ? [] : await settle(node, programme, account, ref, view, { ...choice, item });
  const replaced = new Set(made.map((line) => `${line.item} ${line.field}`));
  await keep(node, programme, ref, before.version, [
    ...rest.filter((line) => !replaced.has(`${line.item} ${line.field}`)),
    ...made.map(
      (line): Kept => ({ ...line, as: choice.as as Settled['as'], at: node.time(), with: choice.field }),
    ),
  ]);
  return sittingOf(node, programme, ref);
}

async function keep(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  version: number,
  lines: readonly Kept[],
): Promise<void> {
  const value = { lines: lines as unknown as readonly Json[] };
  const outcome = await node.store.workspace.write([
    { op: 'putDocument', collection, id: keyOf(programme, ref), value, expected: version },
  ]);
  if (!outcome.ok) throw new Refusal('draft.stale', { current: [] });
  programme.running?.tell('workspace', [ref.text]);
}

/** Prepares our part of what was settled. @returns the lines that it makes in the sheet */
async function settle(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  view: TextView,
  { as, field, item, party, value }: Choice & { readonly item: SubjectId },
): Promise<readonly Line[]> {
  const drafts = await draftsOfText(node, programme, ref);
  const draft = drafts.find((one) => one.item === item && one.field === field);
  if (as === 'new') {
    if (value === undefined) throw noWording();
    const change = { item, field, value, version: draft?.version ?? 0 };
    const [saved] = await saveDrafts(node, programme, account, ref, [change]);
    return [{ item, field, value: saved?.value ?? value }];
  }
  const side = (as === 'theirs' ? party : programme.party) as PartyCode | undefined;
  const fields = [field, ...(field === 'in' ? alongWith(view, drafts, programme.party, side, item) : [])];
  const lines = fields.flatMap((one): Line[] => {
    const held = heldBy(view, drafts, programme.party, side, item, one);
    return held === undefined ? [] : [{ item, field: one, value: held }];
  });
  if (lines.length === 0) throw noWording();
  if (as === 'theirs')
    for (const line of lines) await accept(node, programme, account, ref, side ?? '', item, line.field);
  return lines;
}

const noWording = (): Refusal =>
  new Refusal('request.invalid', { errors: [{ path: 'as', message: 'there is no such wording' }] });

/** A line that comes into the text brings what one side alone has said of it. */
function alongWith(
  view: TextView,
  drafts: readonly Draft[],
  us: PartyCode,
  side: PartyCode | undefined,
  item: SubjectId,
): readonly string[] {
  if (item === view.draft.text || heldBy(view, drafts, us, side, item, 'in') !== true) return [];
  const alone = (itemIn(view, item)?.fields ?? []).filter(({ positions }) => {
    const isStated = positions.some((one) => one.party === side && one.source === 'stated');
    return isStated && positions.some((one) => one.party !== side && one.source === 'silent');
  });
  const drafted = side === us ? drafts.filter((one) => one.item === item).map((one) => one.field) : [];
  return [...new Set([...alone.map((one) => one.field), ...drafted])].filter((one) => one !== 'in');
}

/** What a side holds in a field: for us the unsent draft before what we stated. */
function heldBy(
  view: TextView,
  drafts: readonly Draft[],
  us: PartyCode,
  side: PartyCode | undefined,
  item: SubjectId,
  field: string,
): Json | undefined {
  const positions = fieldIn(view, item, field)?.positions ?? [];
  const draft = side === us ? drafts.find((one) => one.item === item && one.field === field) : undefined;
  if (draft?.withdraw) return undefined;
  const from = draft?.accept?.party ?? side;
  if (draft?.value !== undefined) return draft.value;
  const position = positions.find((one) => one.party === from);
  return position === undefined || position.source === 'silent' ? undefined : (position.value ?? null);
}

async function accept(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  party: string,
  item: SubjectId,
  field: string,
): Promise<void> {
  try {
    await prepareAcceptance(node, programme, account, ref, { party, item, field });
  } catch (error) {
    // We hold it already: only an unsent change of ours stood in its way.
    if (!(error instanceof Refusal) || error.code !== 'draft.nothing') throw error;
    await undoDrafts(node, programme, ref, { item, field });
  }
}

/** Puts a sitting away. Drafts that were made at it stay. */
export async function endSitting(node: Node, programme: KnownProgramme, ref: DraftRef): Promise<Sitting> {
  const { version } = await keptOf(node, programme, ref);
  if (version > 0) await keep(node, programme, ref, version, []);
  return sittingOf(node, programme, ref);
}

export interface Sheet {
  readonly party: string;
  readonly day: string;
  readonly fingerprint: ReturnType<typeof fingerprint>;
  readonly lines: readonly (Line & {
    readonly ours?: Json;
    readonly standing: 'held' | 'prepared' | 'differs';
  })[];
}

/**
 * What a sheet would change in our position. Nothing is written.
 *
 * @throws Refusal `sheet.refused` for what is no sheet, or one of another text, or holds what a field cannot
 */
export async function readSheet(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  given: string,
): Promise<Sheet> {
  const text = given.trim();
  const register = await programme.register();
  const view = viewOf(register, ref);
  const sheet = decodeSheet(text);
  const isOfText =
    sheet['programme'] === programme.id &&
    sheet['text'] === ref.text &&
    sheet['base'] === ref.base &&
    (ref.base === undefined || sheet['mode'] === (ref.mode ?? 'amendment'));
  if (!isOfText) throw refused('it is of another text');
  const drafts = await draftsOfText(node, programme, ref);
  const lines = Array.isArray(sheet['lines']) ? (sheet['lines'] as readonly Json[]) : [];
  return {
    party: stringOf(sheet['party']),
    day: stringOf(sheet['day']),
    fingerprint: printOf(node, text),
    lines: lines.map((one, at) => {
      const line = lineOf(register, ref, one, at);
      const { field, item, value } = line;
      const ours = heldBy(view, drafts, programme.party, programme.party, item, field);
      const stated = fieldIn(view, item, field)?.positions.find((other) => other.party === programme.party);
      const isDrafted = drafts.some((other) => other.item === item && other.field === field);
      const isHeld = stated?.source === 'stated' && isSame(stated.value ?? null, value) && !isDrafted;
      const isOurs = ours !== undefined && isSame(ours, value);
      return {
        ...line,
        ...(ours === undefined ? {} : { ours }),
        standing: isHeld ? 'held' : isOurs && isDrafted ? 'prepared' : 'differs',
      };
    }),
  };
}

const refused = (detail: string): Refusal => new Refusal('sheet.refused', { detail });

function decodeSheet(text: string): JsonObject {
  let value: Json;
  try {
    value = decodeStrict(new TextEncoder().encode(text), sheetBytesMax).value;
  } catch {
    throw refused('it was changed or cut');
  }
  if (!isObject(value) || value['counterpart'] !== sheetForm) throw refused('it is no sheet');
  return value;
}

function lineOf(register: Register, ref: DraftRef, line: Json, at: number): Line {
  if (!isObject(line)) throw refused(`line ${at + 1}`);
  const { field, item, value } = line;
  const declared =
    typeof item === 'string' && isSubjectId(item) && typeof field === 'string'
      ? fieldOf(register.kinds, ref.text, item, field)
      : undefined;
  if (
    declared === undefined ||
    value === undefined ||
    valueFault(declared, value, register.ground.languages) !== undefined
  )
    throw refused(`line ${at + 1}`);
  return { item: item as SubjectId, field: field as string, value };
}

/** Prepares what a sheet says as our own drafts. @returns how many */
export async function takeSheet(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  given: string,
): Promise<number> {
  const { lines } = await readSheet(node, programme, ref, given);
  const register = await programme.register();
  const drafts = await draftsOfText(node, programme, ref);
  const changes = lines
    .filter((line) => line.standing === 'differs')
    .map(({ field, item, value }) => ({
      item,
      field,
      // Both delegations looked at every language of it: none is left unconfirmed unless the sheet says so.
      value:
        isObject(value) && isProse(register, ref, item, field) && value['stale'] === undefined
          ? { ...value, stale: [] }
          : value,
      version: drafts.find((one) => one.item === item && one.field === field)?.version ?? 0,
    }));
  if (changes.length > 0) await saveDrafts(node, programme, account, ref, changes);
  return changes.length;
}

const isProse = (register: Register, ref: DraftRef, item: SubjectId, field: string): boolean =>
  fieldOf(register.kinds, ref.text, item, field)?.type === 'prose';
