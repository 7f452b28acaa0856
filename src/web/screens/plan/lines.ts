import type { TablePage } from '../../../api/text-table.ts';
import type { Draft, TextPage } from '../../../api/texts.ts';
import type { PartyCode } from '../../../core/bytes/ids.ts';
import type { Json } from '../../../core/bytes/json.ts';
import type { Field, Fields, Kind } from '../../../core/kinds/declare.ts';
import { type PackedLine, shapeOf, unpackField, valuesOf } from '../../../core/text/packed-line.ts';
import type { FieldState, ItemView } from '../../../core/text/view.ts';
import { staleIn, wordsIn } from '../../fields/prose.ts';
import { isEmpty, sameValue } from '../../fields/same.ts';

/** A text as this side sees it: what is shared, with our unsent changes laid over it. */

export interface CellPosition {
  readonly party: string;
  readonly ours: boolean;
  /** `unsent`: changed here and not sent. */
  readonly source: PositionView['source'] | 'unsent';
  readonly value: unknown;
  readonly seq?: number | undefined;
}

export interface FieldCell {
  readonly field: string;
  readonly declared: Field;
  readonly state: FieldState;
  /** Ours first. */
  readonly positions: readonly CellPosition[];
  /** What all hold, if they do; else ours, else the first that somebody stated. */
  readonly value: unknown;
  readonly stale: readonly string[];
  readonly awaits: readonly string[];
  readonly info: Readonly<Record<string, string>>;
  readonly draft?: Draft | undefined;
}

export interface Line {
  readonly id: string;
  readonly kind: Kind | undefined;
  readonly state: ItemView['state'];
  readonly number?: number | undefined;
  /** Only here so far. */
  readonly isNew: boolean;
  readonly unsent: number;
  readonly inclusion: FieldCell;
  readonly fields: ReadonlyMap<string, FieldCell>;
  /** What stands in a field, without making its cell. */
  readonly valueOf: (field: string) => unknown;
  /** What is shared of a field, without our unsent change. */
  readonly sharedIn: (field: string) => FieldView | undefined;
  /** Every value that anybody holds in it, with translations: what a search looks through. */
  readonly said: () => readonly (readonly [string, unknown])[];
  readonly place: string;
  /** Fields on which something is to be done by anybody. */
  readonly open: number;
}

export interface Text {
  readonly head: Line;
  readonly lines: readonly Line[];
}

export interface Setting {
  readonly kinds: ReadonlyMap<string, Kind>;
  /** Authentic languages. */
  readonly languages: readonly string[];
  /** In the founding's order. */
  readonly parties: readonly string[];
  readonly ours: string;
}

const inclusionField: Field = { type: 'flag', label: { en: '', vi: '', lo: '', fr: '' } };
const placeField: Field = { type: 'words', label: { en: '', vi: '', lo: '', fr: '' } };
export const openStates: ReadonlySet<FieldState> = new Set([
  'bracket',
  'crossed',
  'awaits',
  'stale',
  'missing',
]);

/** A text as the node packs it: its lines as far as they have come. */
export interface PackedText {
  readonly head: PackedLine;
  readonly lines: readonly PackedLine[];
  /** Whose voices the lines have. */
  readonly parties: TablePage['parties'];
  readonly drafts: readonly Draft[];
  /** Lines that are only on record may be among what a partner's letters say. */
  readonly recorded?: readonly { readonly item: string }[];
  /** All lines are here: a draft on none of them is a new line of ours. */
  readonly complete: boolean;
}

/** Lays our drafts over the shared view. A line that nothing of ours touches stays the same object. */
export function layOver(text: PackedText, setting: Setting): Text {
  const drafts = new Map<string, Map<string, Draft>>();
  for (const draft of text.drafts) {
    const ofItem = drafts.get(draft.item) ?? new Map<string, Draft>();
    ofItem.set(draft.field, draft);
    drafts.set(draft.item, ofItem);
  }
  const parties = text.parties as readonly PartyCode[];
  const made = madeLines.get(setting) ?? new WeakMap<PackedLine, Line>();
  madeLines.set(setting, made);
  const lineFor = (item: PackedLine): Line => {
    const own = drafts.get(item.id);
    if (own !== undefined) return lineOf(item, own, setting, parties, false);
    let line = made.get(item);
    if (line === undefined) {
      line = lineOf(item, undefined, setting, parties, false);
      made.set(item, line);
    }
    return line;
  };
  const head = lineOf(text.head, drafts.get(text.head.id), setting, parties, true);
  const lines = text.lines.map(lineFor);
  // A line of which only a partner's letter speaks is there to be confirmed, or taken up, before anybody states it.
  const others = new Set([...drafts.keys(), ...(text.recorded ?? []).map(({ item }) => item)]);
  if (text.complete && others.size > 0) {
    for (const { id } of [text.head, ...text.lines]) others.delete(id);
    for (const id of others) lines.push(lineOf(silentItem(id), drafts.get(id), setting, parties, false));
  }
  return { head, lines: lines.sort((a, b) => compareText(a.place, b.place) || compareText(a.id, b.id)) };
}

const madeLines = new WeakMap<Setting, WeakMap<PackedLine, Line>>();

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The shapes as the API sends them. */
type FieldView = TextPage['view']['head']['inclusion'];
type PositionView = FieldView['positions'][number];

const silentItem = (id: string): PackedLine => ({ id, state: 'struck', fields: {} });

function lineOf(
  item: PackedLine,
  drafts: ReadonlyMap<string, Draft> | undefined,
  setting: Setting,
  parties: readonly PartyCode[],
  isHead: boolean,
): Line {
  // The kind is what an id begins with.
  const kind = setting.kinds.get(item.id.slice(0, item.id.indexOf('.')));
  const shapeIn = (name: string): string | undefined => {
    for (const shape in item.fields) if (Object.hasOwn(item.fields[shape] ?? {}, name)) return shape;
    return undefined;
  };
  const sharedIn = (name: string): FieldView | undefined => {
    const shape = shapeIn(name);
    return shape === undefined
      ? undefined
      : unpackField(name, shape, item.fields[shape]?.[name] ?? null, parties, item.info?.[name]);
  };
  const viewOf = (name: string): FieldView =>
    sharedIn(name) ?? { field: name, state: 'empty', positions: [] };
  const fields = once((): ReadonlyMap<string, FieldCell> => {
    const declared: Fields = { ...kind?.fields, ...(isHead ? {} : { place: placeField }) };
    return new Map(
      Object.entries(declared).map(([name, field]) => [
        name,
        cellOf(viewOf(name), field, drafts?.get(name), setting),
      ]),
    );
  });
  const inclusion = once(() => cellOf(viewOf('in'), inclusionField, drafts?.get('in'), setting));
  const state = isHead ? 'in' : drafts?.has('in') ? inclusionState(inclusion()) : (item.state ?? 'in');
  const ours = parties.indexOf(setting.ours as PartyCode);
  const valueOf = (name: string): unknown => {
    if (drafts) return fields().get(name)?.value;
    const shape = shapeIn(name);
    return shape === undefined ? undefined : valueIn(item.fields[shape]?.[name] ?? null, shape, ours);
  };
  const place = isHead ? '' : valueOf('place');
  const inclusionShape = shapeIn('in');
  const silent =
    inclusionShape === undefined ||
    shapeOf(inclusionShape).voices.every((voice) => voice.source === 'silent');
  return {
    id: item.id,
    kind,
    state,
    number: item.number,
    isNew: !isHead && silent && drafts !== undefined,
    unsent: drafts?.size ?? 0,
    get inclusion() {
      return inclusion();
    },
    get fields() {
      return fields();
    },
    valueOf,
    sharedIn,
    said: () => [
      ...saidIn(item),
      ...[...(drafts?.values() ?? [])].map((draft) => [draft.field, draft.value] as const),
    ],
    place: typeof place === 'string' ? place : '',
    open:
      state === 'struck' ? 0 : (drafts ? openIn(fields().values()) : openOf(item)) + (state === 'in' ? 0 : 1),
  };
}

function saidIn(item: PackedLine): (readonly [string, unknown])[] {
  const said: (readonly [string, unknown])[] = [];
  for (const [shape, fields] of Object.entries(item.fields))
    for (const [field, value] of Object.entries(fields))
      if (field !== 'in') for (const one of valuesOf(shapeOf(shape), value)) said.push([field, one]);
  for (const [field, info] of Object.entries(item.info ?? {})) said.push([field, info]);
  return said;
}

function openOf(item: PackedLine): number {
  let open = 0;
  for (const shape in item.fields) {
    if (!openStates.has(shapeOf(shape).state)) continue;
    for (const field in item.fields[shape]) if (field !== 'in') open += 1;
  }
  return open;
}

/** What a reader finds in a field that nobody changed here: ours, else what somebody stated. */
function valueIn(packed: Json, text: string, ours: number): unknown {
  const shape = shapeOf(text);
  if (shape.values === 1) return packed;
  const own = shape.voices[ours];
  const voice = own && own.source !== 'silent' ? own : shape.voices.find(({ source }) => source !== 'silent');
  return voice && valuesOf(shape, packed)[voice.at];
}

function openIn(cells: Iterable<{ readonly state: FieldState }>): number {
  let open = 0;
  for (const cell of cells) if (openStates.has(cell.state)) open += 1;
  return open;
}

/** Of thousands of lines a few are in sight: what only those need is made when it is asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function inclusionState(inclusion: FieldCell): ItemView['state'] {
  const values = inclusion.positions.map((position) => position.value);
  if (!values.includes(true)) return 'struck';
  if (values.every((value) => value === true)) return 'in';
  return values.includes(false) || values.includes(null) ? 'bracket' : 'awaits';
}

function cellOf(view: FieldView, declared: Field, draft: Draft | undefined, setting: Setting): FieldCell {
  const shared = new Map<string, PositionView>(view.positions.map((position) => [position.party, position]));
  const positions = setting.parties
    .map((party): CellPosition => {
      const position = shared.get(party);
      const ours = party === setting.ours;
      const stands: CellPosition = {
        party,
        ours,
        source: position?.source ?? 'silent',
        value: position?.value,
        seq: position?.seq,
      };
      return ours && draft ? overlaid(stands, draft, shared) : stands;
    })
    .toSorted((a, b) => Number(b.ours) - Number(a.ours));
  const spoken = positions.filter((position) => position.source !== 'silent');
  const changed = draft !== undefined && (draft.value !== undefined || draft.accept || draft.withdraw);
  // What nobody changed here is as the node compared it; the rest is compared again with our change in it (T3, T5).
  const judged = changed
    ? judge(declared, spoken, positions, setting)
    : { state: view.state, stale: view.stale ?? [] };
  return {
    field: view.field,
    declared,
    state: judged.state,
    positions,
    value: positions[0]?.source === 'silent' ? spoken[0]?.value : positions[0]?.value,
    stale: judged.stale,
    awaits: positions.filter((position) => position.source === 'silent').map((position) => position.party),
    info: { ...view.info, ...draft?.info },
    draft,
  };
}

function overlaid(
  stands: CellPosition,
  draft: Draft,
  shared: ReadonlyMap<string, PositionView>,
): CellPosition {
  if (draft.accept) return { ...stands, source: 'unsent', value: shared.get(draft.accept.party)?.value };
  if (draft.withdraw) return { ...stands, source: 'silent', value: undefined };
  if (draft.value === undefined) return stands;
  return { ...stands, source: 'unsent', value: draft.value };
}

function judge(
  declared: Field,
  spoken: readonly CellPosition[],
  positions: readonly CellPosition[],
  setting: Setting,
): { state: FieldState; stale: readonly string[] } {
  if (declared.each) return { state: 'each', stale: [] };
  const first = spoken[0];
  if (!first) return { state: declared.required ? 'missing' : 'empty', stale: [] };
  const prose = declared.type === 'prose';
  const same = spoken.every((position) =>
    prose
      ? setting.languages.every((lang) => wordsIn(position.value, lang) === wordsIn(first.value, lang)) &&
        isEmpty(position.value) === isEmpty(first.value)
      : sameValue(position.value, first.value),
  );
  if (!same) return { state: 'bracket', stale: [] };
  if (spoken.length < positions.length) return { state: 'awaits', stale: [] };
  if (isEmpty(first.value)) return { state: declared.required ? 'missing' : 'empty', stale: [] };
  const stale = prose
    ? setting.languages.filter(
        (lang) =>
          wordsIn(first.value, lang) === '' ||
          spoken.some((position) => staleIn(position.value).includes(lang)),
      )
    : [];
  return { state: stale.length > 0 ? 'stale' : 'agreed', stale };
}

/** Kinds that a line of a text may have. */
export function admittedKinds(
  text: Kind | undefined,
  kinds: ReadonlyMap<string, Kind>,
): readonly Extract<Kind, { of: 'item' }>[] {
  const admitted = text?.of === 'text' ? text.items : [];
  return [...kinds.values()].filter(
    (kind): kind is Extract<Kind, { of: 'item' }> =>
      kind.of === 'item' &&
      (admitted.includes(kind.kind) || (kind.activity && admitted.includes('*activity'))),
  );
}

/** The first prose field of a kind: what a line is called by. */
export function mainField(kind: Kind | undefined): string | undefined {
  if (!kind) return undefined;
  let main = mainFields.get(kind);
  if (main === undefined) {
    main = Object.entries(kind.fields).find(([, field]) => field.type === 'prose')?.[0] ?? '';
    mainFields.set(kind, main);
  }
  return main || undefined;
}
const mainFields = new WeakMap<Kind, string>();

/** How many values of a party on a line "accept all remaining" would take. */
export function acceptableIn(line: Line, party: string): number {
  let known = acceptableKnown.get(line);
  if (known?.party !== party) {
    const cells = line.open === 0 && line.unsent === 0 ? [] : [line.inclusion, ...line.fields.values()];
    known = { party, count: cells.filter((cell) => isAcceptable(cell, party)).length };
    acceptableKnown.set(line, known);
  }
  return known.count;
}
const acceptableKnown = new WeakMap<Line, { readonly party: string; readonly count: number }>();

function isAcceptable(cell: FieldCell, party: string): boolean {
  const theirs = cell.positions.find((position) => position.party === party);
  const ours = cell.positions[0];
  return (
    theirs?.source === 'stated' &&
    cell.state !== 'each' &&
    (ours?.source === 'silent' || !sameValue(ours?.value, theirs.value))
  );
}
