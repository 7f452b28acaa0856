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
import { docsWith, placeOf, type Words } from './search-words.ts';

/** One thing that can be found: a statement of anybody on a subject, a text, an item of a text. */
interface Doc {
  readonly subject: string;
  readonly kind: string;
  readonly text?: string;
  readonly matter?: Matter;
  /** Fields of its kind. */
  readonly declared: Fields;
  readonly title: (asking: Asking) => Readonly<Record<string, string>>;
  readonly entries: readonly { readonly party: PartyCode; readonly seq: number }[];
  /** What stands in its fields, for the line that is shown. */
  readonly values: () => readonly (readonly [field: string, text: string])[];
}

/** What makes one doc, and what it is made of: the same object as long as the doc says the same. */
interface Source {
  readonly of: object;
  readonly make: () => Doc;
}

/**
 * Words to the docs that hold them; a word's numbers ascend. It follows the register: what is new gets the next numbers, and
 * what is gone keeps its number without a place, until so much is gone that all is made anew.
 */
interface Index extends Words {
  version: number;
  readonly docs: Doc[];
  /** The number of what a doc is made of. */
  readonly numbers: Map<object, number>;
  /** In which order docs stand now; below 0 what is gone. */
  places: Int32Array;
  /** The other way round: which doc stands in each place. */
  standing: readonly number[];
  readonly byToken: Map<string, number[]>;
  readonly tokens: string[];
  /** The last searches, by what was asked. */
  readonly found: Map<string, Found>;
}

/** Docs that are gone are kept while they are fewer than those that stand, and for the first so many. */
const goneMax = 1_000;

/** Searches whose answers are kept while the register stands. */
const foundMax = 64;

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
  const kinds: Record<string, number> = {};
  /** Places by score. Half of all docs may hold a word: of them only those that are shown are put in order. */
  const byScore = new Map<number, number[]>();
  let total = 0;
  for (const [doc, score] of scores) {
    const place = index.places[doc] ?? -1;
    const of = index.docs[doc]?.kind ?? '';
    if (place < 0) continue;
    kinds[of] = (kinds[of] ?? 0) + 1;
    if (kind !== undefined && of !== kind) continue;
    total += 1;
    const alike = byScore.get(score);
    if (alike === undefined) byScore.set(score, [place]);
    else alike.push(place);
  }
  const hits: Hit[] = [];
  for (const score of [...byScore.keys()].toSorted((one, other) => other - one)) {
    if (hits.length >= limit) break;
    for (const place of Int32Array.from(byScore.get(score) ?? [])
      .sort()
      .subarray(0, limit - hits.length))
      hits.push(hitOf(asking, index.docs[index.standing[place] ?? -1] as Doc, words));
  }
  return { hits, total, kinds };
}

function hitOf(
  asking: Asking,
  { entries, kind, subject, text, title, values }: Doc,
  words: ReadonlySet<string>,
): Hit {
  const rows = values();
  const [field, found] = rows.find(([, one]) => tokensOf(one).some((token) => words.has(token))) ??
    rows[0] ?? ['', ''];
  return {
    subject,
    kind,
    title: title(asking),
    field,
    found: around(found),
    entries: [...entries],
    ...(text === undefined ? {} : { text }),
  };
}

const around = (text: string): string => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

function indexOf(asking: Asking): Index {
  const { register } = asking;
  let index = indexes.get(register);
  if (index?.version === register.version) return index;
  const sources = [...texts(asking), ...statements(asking)];
  const isWorn = (index?.docs.length ?? 0) > 2 * sources.length + goneMax;
  if (index === undefined || isWorn) {
    index = {
      version: 0,
      docs: [],
      numbers: new Map(),
      places: new Int32Array(),
      standing: [],
      byToken: new Map(),
      tokens: [],
      found: new Map(),
    };
    indexes.set(register, index);
  }
  follow(index, sources);
  index.version = register.version;
  return index;
}

/** Takes in what is new, and gives all that stands its place. */
function follow(index: Index, sources: readonly Source[]): void {
  const { byToken, docs, numbers, tokens } = index;
  const standing: number[] = [];
  const taken = new Set<number>();
  const fresh: string[] = [];
  for (const { make, of } of sources) {
    let number = numbers.get(of);
    // Two docs may be made of one object, as a line that two texts hold.
    if (number === undefined || taken.has(number)) {
      number = docs.length;
      const doc = make();
      docs.push(doc);
      numbers.set(of, number);
      for (const token of new Set(tokensOfDoc(doc))) {
        const list = byToken.get(token);
        if (list !== undefined) list.push(number);
        else {
          byToken.set(token, [number]);
          fresh.push(token);
        }
      }
    }
    taken.add(number);
    standing.push(number);
  }
  index.standing = standing;
  index.places = new Int32Array(docs.length).fill(-1);
  for (const [place, number] of standing.entries()) index.places[number] = place;
  if (numbers.size > sources.length + goneMax)
    for (const [of, number] of numbers) if ((index.places[number] ?? -1) < 0) numbers.delete(of);
  // To put a few where they belong costs less than to put all in order.
  if (fresh.length < 64) for (const token of fresh) tokens.splice(placeOf(tokens, token), 0, token);
  else {
    for (const token of fresh) tokens.push(token);
    tokens.sort();
  }
  index.found.clear();
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

function statements(asking: Asking): Source[] {
  return [...asking.register.kinds.values()].flatMap((kind) =>
    kind.of !== 'statement'
      ? []
      : mattersOf(asking, kind.kind).map((matter) => ({
          of: matter,
          make: () => docOf(matter, kind.kind, kind.fields),
        })),
  );
}

function docOf(matter: Matter, kind: string, declared: Fields): Doc {
  const said = [...matter.sides, ...matter.attributed];
  return {
    subject: matter.subject,
    kind,
    matter,
    declared,
    title: (asking) => titleOf(asking, matter.subject, matter),
    entries: said.map(({ party, seq }) => ({ party, seq })),
    values: () =>
      said
        .flatMap(({ accounts, fields }) => [fields, ...accounts.map((one) => one.fields)])
        .flatMap((one) => valuesOf(one, declared)),
  };
}

/** One object as long as a line says the same, in the languages for information too, which its fields do not hold. */
function groundOf(fields: JsonObject, told: readonly (readonly [string, string])[]): object {
  const said = JSON.stringify(told);
  const known = grounds.get(fields);
  if (known?.said === said) return known.of;
  const of = {};
  grounds.set(fields, { said, of });
  return of;
}
const grounds = new WeakMap<JsonObject, { readonly said: string; readonly of: object }>();

/** Texts by their head and each of their items, as in force and as negotiated. */
function texts(asking: Asking): Source[] {
  const { kinds } = asking.register;
  return shownTexts(asking).flatMap(({ head, lines, text }): Source[] => {
    const declared = kinds.get(kindName(text))?.fields ?? {};
    const headTold = translated(asking, { fields: head, item: text, text }, 'title');
    const ofHead = (): Doc => ({
      subject: text,
      kind: kindName(text),
      declared,
      title: () => titleOfText(asking, { head, text }),
      entries: [],
      values: () => [...valuesOf(head, declared), ...headTold],
    });
    const items = lines.map((line): Source => {
      const { fields, item, kind } = line;
      const called = fields['activity'] === undefined ? 'wording' : 'activity';
      const told = translated(asking, line, called);
      const named = kinds.get(kind)?.fields ?? {};
      const make = (): Doc => ({
        subject: item,
        kind,
        text,
        declared: named,
        title: () => wordsOfLine(asking, line, called),
        entries: [],
        values: () => [...valuesOf(fields, named), ...told],
      });
      return { of: groundOf(fields, told), make };
    });
    return [{ of: groundOf(head, headTold), make: ofHead }, ...items];
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
