import { setImmediate as breath } from 'node:timers/promises';
import type { Hit } from '../api/ask.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { changesBetween } from '../core/register/ask/grouped.ts';
import { shownTexts, titleOfText } from '../core/register/ask/lines.ts';
import { spellingsOf } from '../core/register/ask/people.ts';
import type { Register } from '../core/register/register.ts';
import { queryTokens, queryWords, tokensOf } from '../words/tokens.ts';
import {
  type Doc,
  datedIn,
  docsOf,
  entriesOfDoc,
  subjectOf,
  textOfDoc,
  titleOfDoc,
  tokensOfDoc,
  wordsOfDoc,
} from './search-docs.ts';
import { addWords, noWords, renumbered, scoresOf, type Words } from './search-words.ts';
import { beginTurn } from './turns.ts';

/**
 * Words to docs. It follows the register: what is new gets the next numbers, and what is gone keeps its number without a
 * place. It lies in memory alone and may be behind: what was not read yet is not found, and is counted.
 */
interface Index {
  version: number;
  words: Words;
  /** The next number. */
  count: number;
  /** By kind of statement, what stands now, in the order in which it is shown. */
  readonly parts: Map<string, Part>;
  /** The last searches, by what was asked. */
  readonly found: Map<string, Found>;
  /** Docs that were read since the beginning. */
  read: number;
  /** While others have theirs. */
  turn: Promise<void> | undefined;
}

interface Part {
  readonly docs: readonly Doc[];
  /** The number of each; {@link unread} where it has none yet. */
  readonly numbers: number[];
  unread: number;
}

const unread = -1;

/** Docs that are gone are kept while they are fewer than those that stand, and for the first so many. */
const goneMax = 1_000;
/** Docs that a search waits for. */
const readMax = 5_000;
/** Searches whose answers are kept while the register stands. */
const foundMax = 64;

/** Indexes by register: a narrowed register has its own, without what it leaves out. */
const indexes = new WeakMap<Register, Index>();

export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly kinds: Readonly<Record<string, number>>;
  /** The words that were looked for, folded: of the query, and of each spelling of a person it names. */
  readonly words: readonly string[];
  /** Statements and lines of texts that were not looked through, since the node has started lately. */
  readonly unread: number;
}

/**
 * Finds what holds all words of a query, in any language, with or without accents; a name by any spelling of the person.
 * What holds whole words comes before what only begins with them. Of what was never read it waits for `most` docs; the
 * others are read beside, and counted as not looked through.
 */
export async function searchFor(
  asking: Asking,
  query: string,
  kind: string | undefined,
  limit: number,
  most = readMax,
): Promise<Found> {
  const index = await followed(asking, most);
  if (unreadIn(index) > 0) void readAll(asking, () => true);
  const key = JSON.stringify([query, kind, limit]);
  const known = index.found.get(key);
  if (known !== undefined) return known;
  if (index.found.size >= foundMax) index.found.clear();
  const found = searchIn(asking, index, query, kind, limit);
  index.found.set(key, found);
  return found;
}

/** Reads all that was not read, in the turns that nobody else needs. `goesOn` is asked before each. */
export const readAll = async (asking: Asking, goesOn: () => boolean): Promise<void> =>
  void (await followed(asking, Infinity, goesOn));

function searchIn(
  asking: Asking,
  index: Index,
  query: string,
  kind: string | undefined,
  limit: number,
): Found {
  const asked = [query, ...spellingsOf(asking, query)];
  const wanted = asked.map(queryTokens).filter((tokens) => tokens.length > 0);
  const scores = new Uint16Array(index.count);
  for (const tokens of wanted) takeBetter(scores, scoresOf(index.words, index.count, tokens));
  const kinds: Record<string, number> = {};
  /** The first of each score. */
  const best = new Map<number, Doc[]>();
  let total = 0;
  for (const { docs, numbers } of index.parts.values()) {
    for (let place = 0; place < numbers.length; place += 1) {
      const score = scores[numbers[place] ?? unread] ?? 0;
      if (score === 0) continue;
      const doc = docs[place] as Doc;
      kinds[doc.kind] = (kinds[doc.kind] ?? 0) + 1;
      if (kind !== undefined && doc.kind !== kind) continue;
      total += 1;
      const alike = best.get(score);
      if (alike === undefined) best.set(score, [doc]);
      else if (alike.length < limit) alike.push(doc);
    }
  }
  const words = new Set(wanted.flat());
  const shown = [...best].toSorted(([one], [other]) => other - one).flatMap(([, docs]) => docs);
  const hits = shown.slice(0, limit).map((doc) => hitOf(asking, doc, words));
  // Where nothing is found there is nothing to mark, and an answer that repeats the question tells of nothing.
  const sought = total === 0 ? [] : [...new Set(asked.flatMap(queryWords))];
  return { hits, total, kinds, words: sought, unread: unreadIn(index) };
}

function takeBetter(scores: Uint16Array, others: Uint16Array): void {
  for (let doc = 0; doc < scores.length; doc += 1)
    if ((others[doc] ?? 0) > (scores[doc] ?? 0)) scores[doc] = others[doc] ?? 0;
}

function hitOf(asking: Asking, doc: Doc, words: ReadonlySet<string>): Hit {
  const rows = wordsOfDoc(asking, doc);
  const holds = (text: string): boolean =>
    tokensOf(text).some((token) => words.has(token) || [...words].some((word) => token.startsWith(word)));
  // What was found by its number alone, or by the label of a code, has no line to show.
  const [field, found] = rows.find(([, one]) => holds(one)) ?? ['', ''];
  const text = textOfDoc(asking, doc);
  const head = text === undefined ? undefined : shownTexts(asking).find((one) => one.text === text);
  const dated = datedIn(asking, doc);
  return {
    subject: subjectOf(doc),
    kind: doc.kind,
    title: titleOfDoc(asking, doc),
    field,
    found: around(found),
    entries: entriesOfDoc(doc),
    ...(text === undefined ? {} : { text }),
    ...(head === undefined ? {} : { textTitle: titleOfText(asking, head) }),
    ...(dated === undefined ? {} : { dated }),
  };
}

const around = (text: string): string => (text.length > 240 ? `${text.slice(0, 240)}…` : text);

/** The index as the register stands, when so many docs at most were read for it. */
async function followed(asking: Asking, most: number, goesOn = (): boolean => true): Promise<Index> {
  const { register } = asking;
  const index: Index = indexes.get(register) ?? {
    version: -1,
    words: noWords(),
    count: 0,
    parts: new Map(),
    found: new Map(),
    read: 0,
    turn: undefined,
  };
  indexes.set(register, index);
  for (const before = index.read; ; ) {
    // Meanwhile others may have read, or said something.
    if (index.version !== register.version) follow(asking, index);
    const left = most - (index.read - before);
    if (unreadIn(index) === 0 || left <= 0 || !goesOn()) return index;
    // However many wait for it, it takes one turn after the other.
    if (index.turn === undefined) {
      readSome(asking, index, left);
      index.turn = breath().then(() => void (index.turn = undefined));
    }
    if (unreadIn(index) > 0) await index.turn;
  }
}

const unreadIn = ({ parts }: Index): number =>
  [...parts.values()].reduce((sum, part) => sum + part.unread, 0);

/** Gives all that stands its place; what is new has no number yet. */
function follow(asking: Asking, index: Index): void {
  let standing = 0;
  for (const [name, docs] of docsOf(asking)) {
    const before = index.parts.get(name);
    standing += docs.length;
    if (before?.docs === docs) continue;
    const numbers = numbersNow(before, docs);
    const unreadNow = numbers.reduce((sum, number) => (number === unread ? sum + 1 : sum), 0);
    index.parts.set(name, { docs, numbers, unread: unreadNow });
  }
  if (index.count > 2 * standing + goneMax) forget(index);
  index.version = asking.register.version;
  index.found.clear();
}

/** The numbers of docs that stand, as they were before. */
function numbersNow(before: Part | undefined, docs: readonly Doc[]): number[] {
  if (before === undefined) return docs.map(() => unread);
  const changes = changesBetween(before.docs, docs);
  if (changes === undefined) {
    const known = new Map(before.docs.map((doc, place) => [doc, before.numbers[place] ?? unread]));
    return docs.map((doc) => known.get(doc) ?? unread);
  }
  const numbers = [...before.numbers];
  for (const place of changes.gone.toReversed()) numbers.splice(place, 1);
  for (const place of changes.come) numbers.splice(place, 0, unread);
  return numbers;
}

/** Reads for one turn, so many docs at most. */
function readSome(asking: Asking, index: Index, most: number): void {
  const isOver = beginTurn();
  let read = 0;
  for (const part of index.parts.values()) {
    if (part.unread === 0) continue;
    const { docs, numbers } = part;
    for (
      let at = numbers.indexOf(unread);
      at >= 0 && read < most && !(read > 0 && isOver());
      at = numbers.indexOf(unread, at + 1)
    ) {
      addWords(index.words, index.count, tokensOfDoc(asking, docs[at] as Doc));
      numbers[at] = index.count;
      index.count += 1;
      part.unread -= 1;
      read += 1;
    }
  }
  index.read += read;
  index.found.clear();
}

/** Leaves out what is gone: what stands keeps the order of its numbers. */
function forget(index: Index): void {
  const stands = [...index.parts.values()].flatMap(({ numbers }) => numbers.filter((one) => one !== unread));
  const numberOf = new Map(
    [...new Set(stands)].sort((one, other) => one - other).map((one, at) => [one, at]),
  );
  index.words = renumbered(index.words, (number) => numberOf.get(number));
  index.count = numberOf.size;
  for (const { numbers } of index.parts.values())
    for (const [place, number] of numbers.entries()) numbers[place] = numberOf.get(number) ?? unread;
}
