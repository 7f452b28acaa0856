import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Redline } from '../api/redline.ts';
import { isSubjectId, type SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { itemKind, kindName, textKind } from '../core/kinds/catalogue.ts';
import type { Field, Fields, ItemKind, TextKind } from '../core/kinds/declare.ts';
import { isObject, isSame, valueFault } from '../core/kinds/value.ts';
import type { Register } from '../core/register/register.ts';
import type { DraftRef } from '../core/text/view.ts';
import { type Language, languages } from '../words/languages.ts';
import { draftsOfText, tidy, viewOf } from './drafts.ts';
import { ImportRefused } from './import/limits.ts';
import { type Cell, readSheet } from './import/xlsx-rows.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { redlineOf, type Side, sideOf } from './redline.ts';
import { readCell, unneutralised, writeCell } from './workbook-cells.ts';

/*
 * A partner without a node gets the plan as a workbook and sends it back. What went out is remembered here, so that what
 * comes back is read as their changes, shown as a redline, and recorded only when somebody says so.
 */

const collection = 'workbook';
/** Most bytes of a returned workbook, and of a part of it once inflated; most rows. */
export const workbookBytesMax = 32 * 1024 * 1024;
const returnedRowsMax = 10_000;

/** A workbook to send: the first row and column name fields and lines, and are hidden. */
export interface PartnerSheet {
  readonly title: string;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many of them are lines of the text. */
  readonly lines: number;
}

interface Column {
  readonly key: string;
  readonly label: string;
  readonly field: string;
  readonly lang?: string;
}
type Cells = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Makes the sheet of a text's lines as our side holds them, and remembers what is in it. */
export async function sendWorkbook(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  language: Language,
): Promise<PartnerSheet> {
  const register = await programme.register();
  const side = await ourSide(node, programme, register, ref);
  const columns = columnsOf(register, ref, language, side);
  const cells = cellsOf(register, ref, columns, side, language);
  const id = randomBytes(6).toString('hex');
  const value = { text: ref.text, lang: language, sent: cells, by: account, at: node.time() } as JsonObject;
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: 0 },
  ]);
  const kind = kindOf(register, ref);
  const { [ref.text]: head = {}, ...lines } = cells;
  // What the text says of itself stands above its lines: a row for each of its fields, the value in the first column.
  const above = headCells(register, ref, language).map(({ key, label }) => [
    `${ref.text}#${key}`,
    '',
    label,
    head[key] ?? '',
    ...columns.slice(1).map(() => ''),
  ]);
  const below = Object.entries(lines).map(([item, row], at) => [
    item,
    String(at + 1),
    itemKind(register.kinds, kind, item)?.label[language] ?? '',
    ...columns.map(({ key }) => row[key] ?? ''),
  ]);
  const rows = [...above, ...below];
  return {
    title: `${kind.label[language]} · ${ref.text}`,
    keys: [`workbook:${id}`, 'number', 'kind', ...columns.map(({ key }) => key)],
    labels: ['', ...headings[language], ...columns.map(({ label }) => label)],
    rows,
    lines: below.length,
  };
}

const headings: Readonly<Record<Language, readonly [string, string]>> = {
  en: ['No.', 'Kind'],
  vi: ['Số', 'Loại'],
  lo: ['ລຳດັບ', 'ປະເພດ'],
  fr: ['N°', 'Nature'],
};

/** One line of theirs, as far as it differs from what went out. */
export interface TheirPosition {
  readonly item: SubjectId;
  readonly values: Readonly<Record<string, Json>>;
}
export interface ReturnedWorkbook {
  /** Their changes against what our side holds now. */
  readonly redline: readonly Redline[];
  readonly positions: readonly TheirPosition[];
  /** Cells that were changed and cannot be taken: `value`, `list`, `kind`, `column`. */
  readonly faults: readonly {
    readonly row: number;
    readonly column: string;
    readonly reason: string;
    readonly value: string;
  }[];
  readonly rows: number;
  /** It is one that we sent; otherwise it is compared with what stands now. */
  readonly known: boolean;
}

/**
 * Reads a returned workbook and says what it changes. Nothing is written.
 *
 * @throws Refusal `workbook.refused` for a formula, a document type, a bomb or a file that is no workbook of ours
 */
export async function readWorkbook(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  body: AsyncIterable<Uint8Array>,
): Promise<ReturnedWorkbook> {
  const folder = join(node.config.dir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(12).toString('hex'));
  try {
    await pipeline(Readable.from(body), counted(), createWriteStream(path, { mode: 0o600 }));
    const rows: { readonly number: number; readonly cells: readonly (Cell | undefined)[] }[] = [];
    const take = (cells: readonly (Cell | undefined)[], number: number): void => {
      if (rows.length >= returnedRowsMax)
        throw new ImportRefused('import.large', `more than ${returnedRowsMax} rows`);
      rows.push({ number, cells });
    };
    await readSheet(path, undefined, take, { formulas: 'refuse', partBytes: workbookBytesMax });
    return await changesIn(node, programme, ref, rows);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new Refusal('workbook.refused', { detail: error.message, current: { code: error.code } });
  } finally {
    await rm(path, { force: true });
  }
}

function counted(): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      if (bytes > workbookBytesMax) done(new ImportRefused('import.large', 'the file is too large'));
      else done(null, chunk);
    },
  });
}

async function changesIn(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  rows: readonly { readonly number: number; readonly cells: readonly (Cell | undefined)[] }[],
): Promise<ReturnedWorkbook> {
  const register = await programme.register();
  const [keyRow, , , ...lines] = rows;
  const keys = (keyRow?.cells ?? []).map((cell) => String(cell ?? ''));
  const [, id = ''] = /^workbook:([0-9a-f]{12})$/.exec(keys[0] ?? '') ?? [];
  if (id === '') throw new ImportRefused('import.form', 'its first row does not name a workbook of ours');
  const kept = await node.store.workspace.document(collection, `${programme.id}/${id}`);
  const stored = isObject(kept?.value) && kept.value['text'] === ref.text ? kept.value : undefined;
  const side = await ourSide(node, programme, register, ref);
  const language = (stored?.['lang'] ?? 'en') as Language;
  const columns = columnsOf(register, ref, language, side);
  const sent = (stored?.['sent'] ?? cellsOf(register, ref, columns, side, language)) as Cells;
  const faults: ReturnedWorkbook['faults'][number][] = [];
  const positions = new Map<SubjectId, Record<string, Json>>();
  const seen = new Set<string>();
  const kind = kindOf(register, ref);
  for (const [at, { cells, number }] of lines.entries()) {
    const named = String(cells[0] ?? '').trim();
    const isEmpty = keys.every((_, column) => column === 0 || String(cells[column] ?? '').trim() === '');
    if (isEmpty) continue;
    const ofHead = named.startsWith(`${ref.text}#`) ? named.slice(ref.text.length + 1) : undefined;
    if (ofHead !== undefined) {
      const cell = cells[3] ?? '';
      // Its value has one place; what stands elsewhere in its row would be lost.
      const beside = keys.findIndex((_, at) => at > 3 && String(cells[at] ?? '').trim() !== '');
      if (beside >= 0) {
        const value = String(cells[beside] ?? '').slice(0, 120);
        faults.push({ row: number, column: keys[beside] ?? '', reason: 'column', value });
      }
      if (unneutralised(String(cell)).trim() === (sent[ref.text]?.[ofHead] ?? '').trim()) continue;
      const values = positions.get(ref.text) ?? {};
      const held = side.items.get(ref.text)?.fields ?? {};
      const fault = takeCell(register, kind, ofHead, cell, held, values);
      if (fault !== undefined)
        faults.push({ row: number, column: ofHead, reason: fault, value: String(cell).slice(0, 120) });
      if (Object.keys(values).length > 0) positions.set(ref.text, values);
      continue;
    }
    const isOurs = named !== ref.text && Object.hasOwn(sent, named);
    const declared = isOurs
      ? itemKind(register.kinds, kind, named)
      : kindCalled(register, kind, String(cells[2] ?? ''));
    if (declared === undefined || (named !== '' && !isOurs)) {
      faults.push({
        row: number,
        column: 'kind',
        reason: 'kind',
        value: String(cells[2] ?? named).slice(0, 120),
      });
      continue;
    }
    const item = (isOurs ? named : `${declared.kind}.wb-${id}-${at + 1}`) as SubjectId;
    seen.add(item);
    const values: Record<string, Json> = isOurs ? {} : { in: true };
    const held = side.items.get(item)?.fields ?? {};
    for (const [column, key] of keys.entries()) {
      if (column < 3 || key === '') continue;
      const cell = cells[column] ?? '';
      const before = sent[named]?.[key] ?? '';
      if (unneutralised(String(cell)).trim() === before.trim()) continue;
      const fault = takeCell(register, declared, key, cell, held, values);
      if (fault !== undefined)
        faults.push({ row: number, column: key, reason: fault, value: String(cell).slice(0, 120) });
    }
    if (Object.keys(values).length > 0) positions.set(item, values);
  }
  for (const item of Object.keys(sent))
    if (item !== ref.text && !seen.has(item)) positions.set(item as SubjectId, { in: false });
  const after = new Map(side.items);
  for (const [item, values] of positions) {
    if (values['in'] === false) after.delete(item);
    else after.set(item, { ...side.items.get(item), fields: { ...side.items.get(item)?.fields, ...values } });
  }
  return {
    redline: redlineOf(register, ref.text, side, { items: after }),
    positions: [...positions].map(([item, values]) => ({ item, values })),
    faults,
    rows: lines.filter(({ cells }) => !String(cells[0] ?? '').startsWith(`${ref.text}#`)).length,
    known: stored !== undefined,
  };
}

/** Takes one changed cell into the values of its line. @returns why it cannot be taken */
function takeCell(
  register: Register,
  kind: ItemKind | TextKind,
  key: string,
  cell: Cell,
  held: Readonly<Record<string, Json>>,
  values: Record<string, Json>,
): string | undefined {
  const [name = '', lang] = key.split('.');
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
  if (field === undefined) return 'column';
  let value: Json | undefined;
  if (field.type === 'prose') {
    if (lang === undefined || !register.ground.languages.includes(lang as never)) return 'column';
    const before = values[name] ?? held[name];
    const { stale: _, ...texts } = isObject(before) ? before : {};
    const text = tidy(unneutralised(String(cell)).trim());
    const rest = Object.fromEntries(Object.entries(texts).filter(([one]) => one !== lang));
    value = text === '' ? rest : { ...rest, [lang]: text };
    if (Object.keys(value).length === 0) value = null;
  } else value = readCell(field, cell);
  if (value === undefined) return isList(field) ? 'list' : 'value';
  const tidied = tidy(value);
  if (valueFault(field, tidied, register.ground.languages) !== undefined) return 'value';
  if (!isSame(held[name] ?? null, tidied)) values[name] = tidied;
  return undefined;
}

const isList = ({ type }: Field): boolean =>
  ['rows', 'files', 'codes', 'parties', 'subject', 'subjects', 'told', 'hash'].includes(type);

function kindCalled(register: Register, text: TextKind, name: string): ItemKind | undefined {
  const wanted = name.trim().toLowerCase();
  for (const kind of register.kinds.values()) {
    if (kind.of !== 'item' || itemKind(register.kinds, text, `${kind.kind}.x`) === undefined) continue;
    if (kind.kind === name.trim() || languages.some((one) => kind.label[one].toLowerCase() === wanted))
      return kind;
  }
  return undefined;
}

/** What our side holds; before the founding, when nothing can be sent, what it has prepared. */
async function ourSide(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  ref: DraftRef,
): Promise<Side> {
  const drafts = programme.running === undefined ? await draftsOfText(node, programme, ref) : [];
  const side = sideOf(register, programme.party, viewOf(register, ref), drafts, 'ours');
  const place = (fields: Readonly<Record<string, Json>>): string => stringOf(fields['place']);
  const isHead = (id: string): number => (id === ref.text ? 0 : 1);
  const items = [...side.items].sort(
    ([id, one], [otherId, other]) =>
      isHead(id) - isHead(otherId) || (place(one.fields) < place(other.fields) ? -1 : 1),
  );
  return { items: new Map(items) };
}

function kindOf(register: Register, ref: DraftRef): TextKind {
  const kind = textKind(register.kinds, ref.text);
  if (kind === undefined) throw new Refusal('request.not-found');
  return kind;
}

/** Columns of the kinds that stand in a text: prose once for each authentic language; not our own file numbers. */
function columnsOf(register: Register, ref: DraftRef, language: Language, side: Side): readonly Column[] {
  const columns = new Map<string, Column>();
  const kinds = new Set([...side.items.keys()].map((item) => kindName(item)));
  for (const name of kinds) {
    const kind = itemKind(register.kinds, kindOf(register, ref), `${name}.x`);
    for (const column of columnsIn(register, kind?.fields ?? {}, language))
      if (!columns.has(column.key)) columns.set(column.key, column);
  }
  return [...columns.values()];
}

/** What a text says of itself, as its rows name it. */
const headCells = (register: Register, ref: DraftRef, language: Language): readonly Column[] =>
  columnsIn(register, kindOf(register, ref).fields, language);

/** Prose once for each authentic language; the label of records says what their parts are. */
function columnsIn(register: Register, fields: Fields, language: Language): readonly Column[] {
  return Object.entries(fields).flatMap(([field, declared]): Column[] => {
    const { each, label, type } = declared;
    if (each === true) return [];
    const of =
      declared.type === 'rows'
        ? ` (${Object.values(declared.columns)
            .map((column) => column.label[language])
            .join(' | ')})`
        : '';
    if (type !== 'prose') return [{ key: field, label: `${label[language]}${of}`, field }];
    return register.ground.languages.map((lang) => ({
      key: `${field}.${lang}`,
      label: `${label[language]} (${lang})`,
      field,
      lang,
    }));
  });
}

function cellsOf(
  register: Register,
  ref: DraftRef,
  columns: readonly Column[],
  side: Side,
  language: Language,
): Cells {
  const kind = kindOf(register, ref);
  return Object.fromEntries(
    [...side.items].map(([item, { fields }]) => {
      const isHead = item === ref.text;
      const declared = isHead
        ? kind.fields
        : isSubjectId(item)
          ? itemKind(register.kinds, kind, item)?.fields
          : undefined;
      const row = (isHead ? headCells(register, ref, language) : columns).flatMap(
        ({ field, key, lang }): [string, string][] => {
          const type = declared?.[field];
          const value = fields[field];
          if (type === undefined || value === undefined) return [];
          const text =
            lang === undefined
              ? writeCell(type, value, language)
              : isObject(value) && typeof value[lang] === 'string'
                ? value[lang]
                : '';
          return text === '' ? [] : [[key, text]];
        },
      );
      return [item, Object.fromEntries(row)];
    }),
  );
}
