import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { kindName } from '../core/kinds/catalogue.ts';
import type { Field, Fields, FieldType, Label } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { titleOf } from '../core/register/ask/divergences.ts';
import { type Line, lineOf, shownTexts, titleOfText, wordsOfLine } from '../core/register/ask/lines.ts';
import { type Matter, mattersOf, valueOf } from '../core/register/ask/matters.ts';
import { tokensOf } from '../words/tokens.ts';

/* What can be found: what is said on a subject, a text, an item of a text. Each is the same object as long as it says the same. */

/** A text by its head, or an item of it, as in force or as negotiated. */
interface TextDoc {
  readonly kind: string;
  readonly text: SubjectId;
  /** Absent of a text itself. */
  readonly item?: SubjectId;
  readonly fields: JsonObject;
  /** What is found of its name in languages that are not authentic. */
  readonly told: readonly Value[];
}

export type Doc = Matter | TextDoc;

/** What stands in a field. */
export type Value = readonly [field: string, text: string];

const isMatter = (doc: Doc): doc is Matter => 'sides' in doc;

/** Everything that can be found, by the kind of statement; what texts say comes first. */
export const docsOf = (asking: Asking): readonly (readonly [part: string, docs: readonly Doc[]])[] => [
  ['text', texts(asking)],
  ...[...asking.register.kinds.values()].flatMap(({ kind, of }) =>
    of === 'statement' ? [[kind, mattersOf(asking, kind)] as const] : [],
  ),
];

function texts(asking: Asking): readonly TextDoc[] {
  return shownTexts(asking).flatMap(({ head, lines, text }) => [
    textDoc({
      kind: kindName(text),
      text,
      fields: head,
      told: translated(asking, { fields: head, item: text, text }, 'title'),
    }),
    ...lines.map((line) => {
      const { fields, item, kind } = line;
      return textDoc({ kind, text, item, fields, told: translated(asking, line, calledIn(fields)) });
    }),
  ]);
}

const calledIn = (fields: JsonObject): string => (fields['activity'] === undefined ? 'wording' : 'activity');

/** The object that stood for the same before. */
function textDoc(doc: TextDoc): TextDoc {
  const key = JSON.stringify([doc.text, doc.item, doc.told]);
  const known = textDocs.get(doc.fields) ?? new Map<string, TextDoc>();
  textDocs.set(doc.fields, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, doc);
  return doc;
}
const textDocs = new WeakMap<JsonObject, Map<string, TextDoc>>();

/** What is found of a name in languages that are not authentic. */
function translated(
  asking: Asking,
  line: Pick<Line, 'fields' | 'item' | 'text'>,
  field: string,
): readonly Value[] {
  const authentic = titleIn(line.fields[field]);
  return Object.entries(wordsOfLine(asking, line, field)).flatMap(([lang, words]) =>
    lang in authentic ? [] : [[field, words] as const],
  );
}

export const subjectOf = (doc: Doc): SubjectId => (isMatter(doc) ? doc.subject : (doc.item ?? doc.text));

/** The text in which an item stands, or the item of which something is said. */
export function textOfDoc(asking: Asking, doc: Doc): SubjectId | undefined {
  if (isMatter(doc)) return lineOf(asking, doc.subject)?.text;
  return doc.item === undefined ? undefined : doc.text;
}

/** The first date or period of its kind that is told. */
export function datedIn({ register }: Asking, doc: Doc): { field: string; value: Json } | undefined {
  for (const [field, { type }] of Object.entries(register.kinds.get(doc.kind)?.fields ?? {})) {
    if (type !== 'date' && type !== 'period') continue;
    const value = (isMatter(doc) ? valueOf(doc, field) : doc.fields[field]) ?? null;
    if (value !== null) return { field, value };
  }
  return undefined;
}

export function titleOfDoc(asking: Asking, doc: Doc): Readonly<Record<string, string>> {
  if (isMatter(doc)) return titleOf(asking, doc.subject, doc);
  const { fields, item, text } = doc;
  if (item === undefined) return titleOfText(asking, { head: fields, text });
  return wordsOfLine(asking, { fields, item, text }, calledIn(fields));
}

/** Where a statement stands in the feeds; nothing for what is in a text. */
export const entriesOfDoc = (doc: Doc): { readonly party: PartyCode; readonly seq: number }[] =>
  isMatter(doc) ? [...doc.sides, ...doc.attributed].map(({ party, seq }) => ({ party, seq })) : [];

/** What stands in its fields, for the line that is shown. */
export function valuesOfDoc({ register }: Asking, doc: Doc): readonly Value[] {
  const declared = register.kinds.get(doc.kind)?.fields ?? {};
  if (!isMatter(doc)) return [...valuesOf(doc.fields, declared), ...doc.told];
  return saidIn(doc).flatMap((fields) => valuesOf(fields, declared));
}

/** What people wrote in it, field by field: no ids, dates or labels of codes. */
export function wordsOfDoc({ register }: Asking, doc: Doc): readonly Value[] {
  const declared = register.kinds.get(doc.kind)?.fields ?? {};
  const said = isMatter(doc) ? saidIn(doc) : [doc.fields];
  return said.flatMap((fields) =>
    Object.entries(fields).flatMap(([name, value]) =>
      writtenIn(value, declared[name]).map((text) => [name, text] as const),
    ),
  );
}

function writtenIn(value: Json | undefined, field: Field | FieldType | undefined): readonly string[] {
  if (field?.type === 'rows' && Array.isArray(value))
    return (value as readonly Json[]).flatMap((row) =>
      isObject(row) ? Object.entries(row).flatMap(([name, one]) => writtenIn(one, field.columns[name])) : [],
    );
  return written.has(field?.type ?? '') ? textsIn(value, field) : [];
}
const written: ReadonlySet<string> = new Set(['prose', 'told', 'words', 'files']);

/** All words of it. */
export function tokensOfDoc(asking: Asking, doc: Doc): readonly string[] {
  const texts = valuesOfDoc(asking, doc).map(([, text]) => text);
  if (!isMatter(doc)) return [...tokensOf(subjectOf(doc)), ...texts.flatMap(tokensOnce)];
  const sources = [...doc.sides, ...doc.attributed].flatMap(({ accounts, attributed }) => [
    ...accounts.map((one) => one.source),
    attributed?.source ?? '',
  ]);
  return [...tokensOf(doc.subject), ...[...sources, ...texts].flatMap(tokensOnce)];
}

const saidIn = ({ attributed, sides }: Matter): readonly JsonObject[] =>
  [...sides, ...attributed].flatMap(({ accounts, fields }) => [fields, ...accounts.map((one) => one.fields)]);

const titleIn = (value: Json | undefined): Readonly<Record<string, string>> =>
  isObject(value)
    ? (Object.fromEntries(
        Object.entries(value).filter(([lang, text]) => lang !== 'stale' && typeof text === 'string'),
      ) as Record<string, string>)
    : {};

const valuesOf = (fields: JsonObject, declared: Fields): readonly Value[] =>
  Object.entries(fields).flatMap(([name, value]) =>
    textsIn(value, declared[name]).map((text) => [name, text] as const),
  );

/** What people wrote in a value: prose, words, references, names, labels of codes; no hashes and no numbers of files. */
function textsIn(value: Json | undefined, field: Field | FieldType | undefined): readonly string[] {
  if (value === undefined || value === null || field === undefined) return [];
  if (field.type === 'prose' || field.type === 'told') return Object.values(titleIn(value));
  if (typeof value === 'string') {
    if (field.type === 'code') return labelsOf(field.codes[value]);
    return field.type === 'hash' ? [] : [value];
  }
  if (field.type === 'codes' && Array.isArray(value))
    return (value as readonly Json[]).flatMap((one) =>
      typeof one === 'string' ? labelsOf(field.codes[one]) : [],
    );
  if (field.type === 'files' && Array.isArray(value))
    return (value as readonly Json[]).flatMap((one) =>
      isObject(one) && typeof one['name'] === 'string' ? [one['name']] : [],
    );
  if (field.type === 'rows' && Array.isArray(value))
    return (value as readonly Json[]).flatMap((row) =>
      isObject(row) ? Object.entries(row).flatMap(([name, one]) => textsIn(one, field.columns[name])) : [],
    );
  if (Array.isArray(value)) return (value as readonly Json[]).filter((one) => typeof one === 'string');
  if (!isObject(value)) return [];
  return Object.values(value).filter((one) => typeof one === 'string');
}

const labelsOf = (label: Label | undefined): readonly string[] =>
  label === undefined ? [] : [label.en, label.vi, label.lo, label.fr];

/** Words of short texts that many statements share, such as labels of codes and sources; what holds a number is seldom shared. */
const shared = new Map<string, readonly string[]>();
const sharedMax = 20_000;

function tokensOnce(text: string): readonly string[] {
  if (text.length > 80 || /\d/.test(text)) return tokensOf(text);
  const known = shared.get(text);
  if (known !== undefined) return known;
  const tokens = tokensOf(text);
  if (shared.size >= sharedMax) shared.clear();
  shared.set(text, tokens);
  return tokens;
}
