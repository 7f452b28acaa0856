import type { Json } from '../core/bytes/json.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import {
  countIn,
  datedColumn,
  type Facet,
  facetsFrom,
  facetValues,
  fits,
  tallyOf,
  textOfRow,
} from '../core/register/ask/narrow.ts';
import type { Answer, Question, Row } from '../core/register/ask/question.ts';
import type { Language } from '../words/languages.ts';
import { fold } from '../words/sort.ts';
import { inTurns } from './turns.ts';
import { valueText } from './value-text.ts';

/* Narrowing on the node: a list of a hundred thousand lines reaches the screen by what one looks for, a slice at a time. */

/** What one looks for in an answer. */
export interface Narrowing {
  readonly words: string;
  readonly chosen: Readonly<Record<string, string>>;
  readonly newest: boolean;
}

export const everything: Narrowing = { words: '', chosen: {}, newest: false };

/** Reads `column:value;column:value`. What is not of that form asks for nothing. */
export const chosenIn = (where: string): Narrowing['chosen'] =>
  Object.fromEntries(
    where.split(';').flatMap((part) => {
      const at = part.indexOf(':');
      return at < 1 ? [] : [[part.slice(0, at), part.slice(at + 1)]];
    }),
  );

/** What was looked for in an answer; kept as long as the answer is. */
const narrowedBefore = new WeakMap<Answer, Map<string, Promise<readonly Row[]>>>();
const narrowingsMax = 12;

/** The lines of an answer that are left, the oldest or the newest first; rows are not yet complete. */
export function narrowed(
  asking: Asking,
  question: Question,
  answer: Answer,
  narrowing: Narrowing,
  language: Language,
): readonly Row[] | Promise<readonly Row[]> {
  const { chosen, newest, words } = narrowing;
  const isNarrow = fold(words).trim() !== '' || Object.values(chosen).some((value) => value !== '');
  if (!isNarrow && !newest) return answer.rows;
  const known = narrowedBefore.get(answer) ?? new Map<string, Promise<readonly Row[]>>();
  narrowedBefore.set(answer, known);
  const key = JSON.stringify([words, chosen, newest, language]);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= narrowingsMax) known.clear();
  const made = (async () => {
    const left = isNarrow ? await siftIn(asking, question, answer.rows, narrowing, language) : answer.rows;
    return newest ? newestFirst(left, datedColumn(question.columns)) : left;
  })();
  known.set(key, made);
  return made;
}

/** Rows with all that their question gives of those that are shown. */
export const completed = (asking: Asking, question: Question, rows: readonly Row[]): readonly Row[] =>
  question.later === undefined ? rows : question.later.complete(asking, rows);

async function siftIn(
  asking: Asking,
  question: Question,
  rows: readonly Row[],
  { chosen, words }: Narrowing,
  language: Language,
): Promise<readonly Row[]> {
  const { columns } = question;
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const needsLater = question.later?.columns.some((column) => (chosen[column] ?? '') !== '') === true;
  const left: Row[] = [];
  await inTurns(rows, (some) => {
    const whole = needsLater ? completed(asking, question, some) : some;
    for (const [at, row] of some.entries()) {
      if (!fits(whole[at] as Row, columns, chosen)) continue;
      if (wanted.length === 0) left.push(row);
      else if (question.found) {
        const found = question.found(row, words);
        if (found !== undefined) left.push(found);
      } else {
        const text = textOf(row, question, language);
        if (wanted.every((word) => text.includes(word))) left.push(row);
      }
    }
  });
  return left;
}

/** What rows say, folded: they stand through many versions of the register. */
const textsBefore = new Map<Language, WeakMap<Row, string>>();

function textOf(row: Row, { columns }: Question, language: Language): string {
  const known = textsBefore.get(language) ?? new WeakMap<Row, string>();
  textsBefore.set(language, known);
  const before = known.get(row);
  if (before !== undefined) return before;
  const text = fold(textOfRow(row, columns, (field, value) => valueText(field, value as Json, language)));
  known.set(row, text);
  return text;
}

/** The newest date first; lines of one date in their order; what has no date last. */
function newestFirst(rows: readonly Row[], column: string | undefined): readonly Row[] {
  if (column === undefined) return rows;
  const dates = Map.groupBy(rows, (row) => (row[column] ?? '') as string);
  const undated = dates.get('') ?? [];
  dates.delete('');
  const inOrder = [...dates].sort(([one], [other]) => (bare(one) < bare(other) ? 1 : -1));
  return [...inOrder.flatMap(([, all]) => all), ...undated];
}

const bare = (date: string): string => date.replace('~', '');

export interface Facets {
  readonly facets: readonly Pick<Facet, 'column' | 'values'>[];
  readonly years: readonly {
    readonly year: string;
    readonly count: number;
    readonly parts: Readonly<Record<string, number>>;
  }[];
}

const facetsBefore = new WeakMap<Answer, Promise<Facets['facets']>>();

/** By what an answer can be narrowed, counted over all of it; and what is left of it by year. */
export async function facetsIn(
  asking: Asking,
  question: Question,
  answer: Answer,
  narrowing: Narrowing,
  given: { readonly split: string | undefined; readonly language: Language },
): Promise<Facets> {
  const counting = facetsBefore.get(answer) ?? countFacets(asking, question, answer.rows);
  facetsBefore.set(answer, counting);
  const left = await narrowed(asking, question, answer, { ...narrowing, newest: false }, given.language);
  return { facets: await counting, years: await yearsOf(question, left, given.split) };
}

async function countFacets(
  asking: Asking,
  question: Question,
  rows: readonly Row[],
): Promise<Facets['facets']> {
  const tally = tallyOf(question.columns);
  await inTurns(rows, (some) => {
    for (const row of completed(asking, question, some)) countIn(tally, row);
  });
  return facetsFrom(tally).map(({ column, values }) => ({ column, values }));
}

async function yearsOf(
  { columns }: Question,
  rows: readonly Row[],
  split: string | undefined,
): Promise<Facets['years']> {
  const dated = datedColumn(columns);
  const field = split === undefined ? undefined : columns[split];
  if (dated === undefined) return [];
  const years = new Map<string, { count: number; parts: Record<string, number> }>();
  await inTurns(rows, (some) => {
    for (const row of some) {
      const date = row[dated];
      if (typeof date !== 'string') continue;
      const year = bare(date).slice(0, 4);
      const found = years.get(year) ?? { count: 0, parts: {} };
      years.set(year, found);
      found.count += 1;
      for (const value of field === undefined ? [] : facetValues(field, row[split ?? '']))
        found.parts[value] = (found.parts[value] ?? 0) + 1;
    }
  });
  return [...years].sort(([one], [other]) => (one < other ? -1 : 1)).map(([year, all]) => ({ year, ...all }));
}
