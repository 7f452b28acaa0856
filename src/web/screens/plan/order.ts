import { isLanguage, type Language } from '../../../words/languages.ts';
import { comparerOf, laoSortKey } from '../../../words/sort.ts';
import { wordsIn } from '../../fields/prose.ts';
import { isEmpty } from '../../fields/same.ts';
import { showValue } from '../../fields/show.ts';
import type { Line } from './lines.ts';
import type { Sort } from './view-state.ts';

/*
 * Lines in the order of a column: texts as their language has it, dates by time, counts by number. Chromium knows no Lao, so
 * Lao goes by our own keys. What is empty comes last, whichever way one sorts; equals stay in the order of the plan.
 */

type Key = string | number;

export function sortLines(
  lines: readonly Line[],
  sort: Sort,
  language: Language,
  names: (subject: string) => string,
): readonly Line[] {
  const [field = '', lang] = sort.column.split('.');
  const spoken = lang !== undefined && isLanguage(lang) ? lang : language;
  const compareKeys = comparerFor(spoken);
  const keyed = lines.map((line) => ({ line, key: keyOf(line, field, lang, spoken, names) }));
  const full = keyed.filter((one) => one.key !== undefined) as { line: Line; key: Key }[];
  const empty = keyed.filter((one) => one.key === undefined);
  const way = sort.down ? -1 : 1;
  full.sort((one, other) => way * compareKeys(one.key, other.key));
  return [...full, ...empty].map(({ line }) => line);
}

function comparerFor(language: Language): (one: Key, other: Key) => number {
  // A Lao text is made a key once: to compare two texts makes two keys each time.
  const compareText = language === 'lo' ? byUnits : comparerOf(language);
  return (one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : compareText(String(one), String(other));
}

const byUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function keyOf(
  line: Line,
  field: string,
  lang: string | undefined,
  language: Language,
  names: (subject: string) => string,
): Key | undefined {
  if (field === 'number') return line.number;
  const value = line.valueOf(field);
  const declared = line.kind?.fields[field];
  if (declared === undefined || isEmpty(value)) return undefined;
  const made = textOrNumber(value, declared.type);
  if (made !== undefined) return made;
  const text = lang === undefined ? showValue(declared, value, { names, language }) : wordsIn(value, lang);
  if (text === '') return undefined;
  return language === 'lo' ? laoSortKey(text) : text;
}

/** Of what is no text in a language. */
function textOrNumber(value: unknown, type: string): Key | undefined {
  switch (type) {
    case 'count':
      return typeof value === 'number' ? value : undefined;
    case 'amount':
      return typeof value === 'string' ? Number(value) : undefined;
    case 'date':
      return typeof value === 'string' ? value.replace('~', '') : undefined;
    case 'period': {
      const { from = '', to = '' } = value as { from?: string; to?: string };
      return `${(from || to).replace('~', '')} ${to.replace('~', '')}`;
    }
    default:
      return undefined;
  }
}
