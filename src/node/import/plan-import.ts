import { encodeCanonical } from '../../core/bytes/encode.ts';
import { isSubjectId, type PartyCode, type SubjectId } from '../../core/bytes/ids.ts';
import type { Json, JsonObject } from '../../core/bytes/json.ts';
import { normaliseInput } from '../../core/bytes/name.ts';
import { hasOnlyAssigned } from '../../core/bytes/text-fault.ts';
import { entryBytesMax } from '../../core/feed/limits.ts';
import { statementKind } from '../../core/kinds/catalogue.ts';
import { isObject, isSame } from '../../core/kinds/value.ts';
import { statementsOn } from '../../core/register/accounts.ts';
import { readStatement } from '../../core/register/body.ts';
import { statementFault } from '../../core/register/fold.ts';
import type { Register } from '../../core/register/register.ts';
import { agreementBody } from './agreement-row.ts';
import { incidentBody, isOfPersons, withCounts } from './incident-row.ts';
import type { ImportAs, Mapping } from './mapping.ts';
import { flatEvent, recordBodies } from './record-source.ts';
import { readRows, type SourceRow } from './source-rows.ts';

/** Why a row was not taken, or was taken with less than it seems to say. */
export interface RowNote {
  readonly row: number;
  readonly column: string;
  /** Stable: `missing`, `date`, `json`, `value.long`, `duplicate`, `ambiguous` … */
  readonly reason: string;
  /** What stands there, cut. */
  readonly value: string;
}

/** What an import will do: nothing is written yet. */
export interface ImportPlan {
  readonly rows: number;
  /** Rows that become statements. */
  readonly taken: number;
  readonly statements: readonly JsonObject[];
  /** Statements by kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Rows that cannot be taken. */
  readonly faults: readonly RowNote[];
  /** Rows that say again what another says, or say it less exactly than it looks; they are no faults. */
  readonly notes: readonly RowNote[];
  /** Statements that are in the register word for word: left as they are. */
  readonly known: number;
}

/** What one row comes to. */
export interface RowResult {
  readonly bodies: readonly JsonObject[];
  readonly faults: readonly Omit<RowNote, 'row'>[];
  readonly notes: readonly Omit<RowNote, 'row'>[];
}

/** What the frame of an entry takes beside its body, at most. */
const frameBytes = 1_000;

/**
 * Reads a file and says what taking it in would do, row by row: statements of ours, faults with row, column and reason,
 * and what is there twice. Rows that say the same of one thing become one statement; rows that differ become its accounts,
 * none preferred (S3).
 *
 * @throws ImportRefused for a file or mapping that cannot be read at all
 */
export async function planImport(
  path: string,
  as: ImportAs,
  mapping: Mapping,
  register: Register,
  own: PartyCode,
): Promise<ImportPlan> {
  return planRows((take) => readRows(path, mapping, as, take), as, mapping, register, own);
}

/** The same of rows that `read` gives one by one. */
export async function planRows(
  read: (take: (row: SourceRow) => void) => Promise<void>,
  as: ImportAs,
  mapping: Mapping,
  register: Register,
  own: PartyCode,
): Promise<ImportPlan> {
  const collected = new Map<string, { body: JsonObject; row: number }>();
  const faults: RowNote[] = [];
  const notes: RowNote[] = [];
  let [rows, taken] = [0, 0];
  await read((source) => {
    rows += 1;
    const { row } = source;
    const result = rowResult(source, as, mapping, register);
    const wrong = [...result.faults, ...result.bodies.flatMap((body) => bodyFaults(body, register))];
    for (const fault of wrong) faults.push({ row, ...fault });
    if (wrong.length > 0) return;
    for (const note of result.notes) notes.push({ row, ...note });
    let isNew = false;
    for (const body of result.bodies) {
      const key = JSON.stringify([body['kind'], body['subject'], body['facet'] ?? '']);
      const known = collected.get(key);
      if (known === undefined) {
        collected.set(key, { body, row });
        isNew = true;
      } else if (as === 'incidents') {
        known.body = withCounts(known.body, body);
        isNew = true;
      } else if (isShared(body)) continue;
      else if (isSame(known.body['fields'], body['fields']))
        notes.push({ row, column: 'id', reason: 'duplicate', value: `row ${known.row}` });
      else {
        known.body = withAccount(known.body, body);
        notes.push({ row, column: 'id', reason: 'account', value: `row ${known.row}` });
        isNew = true;
      }
    }
    if (isNew) taken += 1;
  });
  const all = [...collected.values()].map(({ body }) => body);
  const statements = all.filter((body) => !isKnown(register, own, body));
  const kinds: Record<string, number> = {};
  for (const body of statements) {
    const kind = textOf(body['kind']);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { rows, taken, statements, kinds, faults, notes, known: all.length - statements.length };
}

function rowResult(source: SourceRow, as: ImportAs, mapping: Mapping, register: Register): RowResult {
  if ('unreadable' in source) return fault('', 'json', '');
  if (as === 'incidents' && 'json' in source) {
    const persons = Object.keys(source.json).find((name) => isOfPersons(name));
    if (persons !== undefined) return fault(persons, 'persons', '');
  }
  if (as === 'incidents')
    return incidentBody('json' in source ? flat(source.json) : source, mapping, register);
  const parties = [...register.ground.parties].sort();
  if ('json' in source)
    return as === 'record'
      ? recordBodies(tidy(source.json) as JsonObject, parties)
      : agreementBody(flat(source.json), mapping);
  return as === 'record' ? flatEvent(source, mapping) : agreementBody(source, mapping);
}

/** A line of JSON as flat cells by field. */
function flat(json: JsonObject) {
  const cells = new Map<string, string | number>();
  for (const [name, value] of Object.entries(json))
    if (typeof value === 'string' || typeof value === 'number') cells.set(name, value);
  return { cells, heading: (field: string): string => field };
}

export const fault = (column: string, reason: string, value: string): RowResult => ({
  bodies: [],
  faults: [{ column, reason, value: value.slice(0, 120) }],
  notes: [],
});

/** What would make an entry inert or refused: its field and why. */
function bodyFaults(body: JsonObject, register: Register): Omit<RowNote, 'row'>[] {
  const read = readStatement(body);
  const kind = read && statementKind(register.kinds, read.kind);
  const subject = body['subject'];
  if (!isSubjectId(subject)) return [{ column: 'id', reason: 'id', value: textOf(subject) }];
  if (read === undefined || kind === undefined)
    return [{ column: 'kind', reason: 'kind', value: textOf(body['kind'] ?? '') }];
  const text = JSON.stringify(body);
  if (!hasOnlyAssigned(text)) return [{ column: '', reason: 'text', value: '' }];
  const found = statementFault(kind, read, register.ground.languages);
  if (found !== undefined) {
    const [, column = '', reason = ''] = /^inert\.\w+: (\w+) ?(.*)$/.exec(found) ?? [];
    return [{ column, reason: reason === '' ? 'missing' : reason, value: textOf(read.fields[column]) }];
  }
  return encodeCanonical(body).length + frameBytes > entryBytesMax
    ? [{ column: '', reason: 'large', value: '' }]
    : [];
}

/** Both rows as accounts of one statement, each with its source; what they share stays in its fields. */
function withAccount(known: JsonObject, other: JsonObject): JsonObject {
  const [one, two] = [known['fields'], other['fields']] as [JsonObject, JsonObject];
  const accounts = Array.isArray(known['accounts'])
    ? (known['accounts'] as readonly JsonObject[])
    : [accountOf(one)];
  return { ...known, accounts: [...accounts, accountOf(two)] };
}

function accountOf({ source, ...fields }: JsonObject): JsonObject {
  return { source: typeof source === 'string' ? source : 'list', fields };
}

/** Mechanisms and posts are named by many rows: the first that names one says it, and what we have said of it stays. */
const isShared = ({ kind }: JsonObject): boolean => kind === 'mechanism' || kind === 'post';

/** We say the same already. */
function isKnown(register: Register, own: PartyCode, body: JsonObject): boolean {
  const { facet, fields, kind, subject } = body;
  const latest = statementsOn(register, own, subject as SubjectId).find(
    (one) => one.kind === kind && one.facet === facet && one.attributed === undefined,
  );
  const accounts = body['accounts'] ?? [];
  if (isShared(body)) return latest?.fields !== undefined;
  return (
    latest?.fields !== undefined &&
    isSame(latest.fields, fields) &&
    isSame(
      latest.accounts.map((one) => ({ source: one.source, fields: one.fields })),
      accounts,
    )
  );
}

function tidy(value: Json): Json {
  if (typeof value === 'string') return normaliseInput(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map(tidy);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, tidy(one)]));
}

const textOf = (value: Json | undefined): string =>
  (typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, 120);
