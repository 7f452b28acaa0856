import type { Hit } from '../api/ask.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { kindName } from '../core/kinds/catalogue.ts';
import type { Field, Fields, FieldType, Label } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { titleOf } from '../core/register/ask/divergences.ts';
import { shownTexts, titleOfText, wordsOfLine } from '../core/register/ask/lines.ts';
import { type Matter, mattersOf } from '../core/register/ask/matters.ts';
import { spellingsOf } from '../core/register/ask/people.ts';
import type { Register } from '../core/register/register.ts';
import { queryTokens, tokensOf } from '../words/tokens.ts';

/** One thing that can be found: a statement of anybody on a subject, a text, an item of a text. */
interface Doc {
  readonly subject: string;
  readonly kind: string;
  readonly text?: string;
  readonly matter?: Matter;
  /** Fields of its kind. */
  readonly declared: Fields;
  readonly title: () => Readonly<Record<string, string>>;
  readonly entries: readonly { readonly party: PartyCode; readonly seq: number }[];
  /** What stands in its fields, for the line that is shown. */
  readonly values: () => readonly (readonly [field: string, text: string])[];
}

/** Words to the docs that hold them. Docs are numbered in order; a word's numbers ascend. */
interface Index {
  readonly version: number;
  readonly docs: readonly Doc[];
  readonly byToken: ReadonlyMap<string, readonly number[]>;
  /** All words in order, for beginnings of words. */
  readonly tokens: readonly string[];
  /** The last searches, by what was asked. */
  readonly found: Map<string, Found>;
}

/** Searches whose answers are kept while the register stands. */
const foundMax = 64;

/** Words that one beginning may stand for, so that one letter does not search everything. */
const beginningsMax = 2_000;

/** Indexes by register: a narrowed register has its own, without what it leaves out. */
const indexes = new WeakMap<Register, Index>();
/** Words of what was indexed before, by what it says: a new statement costs one text, not all of them. */
const tokensBefore = new WeakMap<object, readonly string[]>();

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/**
 * Finds what holds all words of a query, in any language, with or without accents; a name by any spelling of the person.
 * What holds whole words comes before what only begins with them.
 */
export function searchFor(asking: Asking, query: string, kind: string | undefined, limit: number): Found {
  const index = indexOf(asking);
  const key = JSON.stringify([query, kind, limit]);
  const known = index.found.get(key);
  if (known !== undefined) return known;
  if (index.found.size >= foundMax) index.found.clear();
  const found = searchIn(asking, index, query, kind, limit);
  index.found.set(key, found);
  return found;
}

function searchIn(
  asking: Asking,
  index: Index,
  query: string,
  kind: string | undefined,
  limit: number,
): Found {
  const wanted = [query, ...spellingsOf(asking, query)]
    .map(queryTokens)
    .filter((tokens) => tokens.length > 0);
  const scores = new Map<number, number>();
  for (const tokens of wanted)
    for (const [doc, score] of docsWith(index, tokens))
      scores.set(doc, Math.max(score, scores.get(doc) ?? 0));
  const words = new Set(wanted.flat());
  const all = [...scores].map(([doc, score]) => ({ doc: index.docs[doc] as Doc, at: doc, score }));
  const kinds: Record<string, number> = {};
  for (const { doc } of all) kinds[doc.kind] = (kinds[doc.kind] ?? 0) + 1;
  const left = kind === undefined ? all : all.filter(({ doc }) => doc.kind === kind);
  left.sort((one, other) => other.score - one.score || one.at - other.at);
  return { hits: left.slice(0, limit).map(({ doc }) => hitOf(doc, words)), total: left.length, kinds };
}

/** Docs that hold every word, with how well: 2 for each whole word, 1 for the beginning of one. */
function docsWith(index: Index, tokens: readonly string[]): Map<number, number> {
  const last = tokens.length - 1;
  const lists = tokens.map((token, at) => {
    const whole = index.byToken.get(token) ?? [];
    const longer =
      at === last ? beginningWith(index.tokens, token).flatMap((one) => index.byToken.get(one) ?? []) : [];
    return { whole, longer: [...new Set(longer)].sort((one, other) => one - other) };
  });
  // The rarest word first: what it does not stand in need not be looked at.
  lists.sort((one, other) => one.whole.length + one.longer.length - other.whole.length - other.longer.length);
  const [rarest, ...others] = lists;
  const found = new Map<number, number>();
  for (const doc of rarest?.longer ?? []) found.set(doc, 1);
  for (const doc of rarest?.whole ?? []) found.set(doc, 2);
  for (const [doc, score] of found) {
    let sum = score;
    for (const { longer, whole } of others) {
      const more = holds(whole, doc) ? 2 : holds(longer, doc) ? 1 : 0;
      sum = more === 0 ? 0 : sum + more;
      if (sum === 0) break;
    }
    if (sum === 0) found.delete(doc);
    else found.set(doc, sum);
  }
  return found;
}

/** Whether an ascending list holds a number. */
function holds(list: readonly number[], wanted: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}

function beginningWith(tokens: readonly string[], beginning: string): readonly string[] {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let at = low; at < tokens.length && found.length < beginningsMax; at++) {
    const token = tokens[at] ?? '';
    if (!token.startsWith(beginning)) break;
    if (token !== beginning) found.push(token);
  }
  return found;
}

function hitOf({ entries, kind, subject, text, title, values }: Doc, words: ReadonlySet<string>): Hit {
  const rows = values();
  const [field, found] = rows.find(([, one]) => tokensOf(one).some((token) => words.has(token))) ??
    rows[0] ?? ['', ''];
  return {
    subject,
    kind,
    title: title(),
    field,
    found: around(found),
    entries: [...entries],
    ...(text === undefined ? {} : { text }),
  };
}

const around = (text: string): string => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

function indexOf(asking: Asking): Index {
  const { register } = asking;
  const known = indexes.get(register);
  if (known?.version === register.version) return known;
  const docs = [...texts(asking), ...statements(asking)];
  const byToken = new Map<string, number[]>();
  for (const [at, doc] of docs.entries()) {
    for (const token of new Set(tokensOfDoc(doc))) {
      const list = byToken.get(token);
      if (list === undefined) byToken.set(token, [at]);
      else list.push(at);
    }
  }
  const index = {
    version: register.version,
    docs,
    byToken,
    tokens: [...byToken.keys()].sort(),
    found: new Map(),
  };
  indexes.set(register, index);
  return index;
}

/** The words of a statement are kept with what it says, which never changes. */
function tokensOfDoc(doc: Doc): readonly string[] {
  const { matter } = doc;
  if (matter === undefined)
    return [...tokensOf(doc.subject), ...doc.values().flatMap(([, text]) => tokensOf(text))];
  const said = [...matter.sides, ...matter.attributed].flatMap(({ accounts, fields }) => [
    fields,
    ...accounts.map((one) => one.fields),
  ]);
  const sources = [...matter.sides, ...matter.attributed].flatMap(({ accounts, attributed }) => [
    ...accounts.map((one) => one.source),
    attributed?.source ?? '',
  ]);
  return [
    ...tokensOf(matter.subject),
    ...sources.flatMap(tokensOf),
    ...said.flatMap((fields) => {
      const known = tokensBefore.get(fields);
      if (known !== undefined) return known;
      const tokens = tokensIn(fields, doc.declared);
      tokensBefore.set(fields, tokens);
      return tokens;
    }),
  ];
}

function tokensIn(fields: JsonObject, declared: Fields): readonly string[] {
  return [
    ...new Set(
      Object.entries(fields).flatMap(([name, value]) => textsIn(value, declared[name]).flatMap(tokensOnce)),
    ),
  ];
}

function statements(asking: Asking): Doc[] {
  return [...asking.register.kinds.values()].flatMap((kind) =>
    kind.of !== 'statement'
      ? []
      : mattersOf(asking, kind.kind).map((matter) => {
          const said = [...matter.sides, ...matter.attributed];
          return {
            subject: matter.subject,
            kind: kind.kind,
            matter,
            declared: kind.fields,
            title: () => titleOf(asking, matter.subject, matter),
            entries: said.map(({ party, seq }) => ({ party, seq })),
            values: () =>
              said
                .flatMap(({ accounts, fields }) => [fields, ...accounts.map((one) => one.fields)])
                .flatMap((one) => valuesOf(one, kind.fields)),
          };
        }),
  );
}

/** Texts by their head and each of their items, as in force and as negotiated. */
function texts(asking: Asking): Doc[] {
  const { kinds } = asking.register;
  return shownTexts(asking).flatMap(({ head, lines, text }): Doc[] => {
    const declared = kinds.get(kindName(text))?.fields ?? {};
    const ofHead: Doc = {
      subject: text,
      kind: kindName(text),
      declared,
      title: () => titleOfText(asking, { head, text }),
      entries: [],
      values: () => [
        ...valuesOf(head, declared),
        ...translated(asking, { fields: head, item: text, text }, 'title'),
      ],
    };
    const items = lines.map((line): Doc => {
      const { fields, item, kind } = line;
      const called = fields['activity'] === undefined ? 'wording' : 'activity';
      const named = kinds.get(kind)?.fields ?? {};
      return {
        subject: item,
        kind,
        text,
        declared: named,
        title: () => wordsOfLine(asking, line, called),
        entries: [],
        values: () => [...valuesOf(fields, named), ...translated(asking, line, called)],
      };
    });
    return [ofHead, ...items];
  });
}

/** What is found of a name in languages that are not authentic. */
const translated = (asking: Asking, line: Parameters<typeof wordsOfLine>[1], field: string) => {
  const authentic = titleIn(line.fields[field]);
  return Object.entries(wordsOfLine(asking, line, field)).flatMap(([lang, words]) =>
    lang in authentic ? [] : [[field, words] as const],
  );
};

const titleIn = (value: Json | undefined): Readonly<Record<string, string>> =>
  isObject(value)
    ? (Object.fromEntries(
        Object.entries(value).filter(([lang, text]) => lang !== 'stale' && typeof text === 'string'),
      ) as Record<string, string>)
    : {};

const valuesOf = (fields: JsonObject, declared: Fields): (readonly [string, string])[] =>
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

/** Words of short texts that many statements share, such as labels of codes and sources. */
const shared = new Map<string, readonly string[]>();
const sharedMax = 20_000;

function tokensOnce(text: string): readonly string[] {
  const known = shared.get(text);
  if (known !== undefined) return known;
  const tokens = tokensOf(text);
  if (text.length <= 200) {
    if (shared.size >= sharedMax) shared.clear();
    shared.set(text, tokens);
  }
  return tokens;
}
