import type { Json } from '../../bytes/json.ts';
import { daysOf, isPartialDate } from '../../bytes/partial-date.ts';
import { isObject } from '../../kinds/value.ts';

/** The last day that a partial date or period may reach to; undefined when it has no end. */
export function lastDayOf(value: Json | undefined): string | undefined {
  if (isObject(value)) return lastDayOf(value['to'] ?? value['from']);
  return isPartialDate(value) ? daysOf(value)[1] : undefined;
}

/** The first day that a partial date or period may begin on. */
export function firstDayOf(value: Json | undefined): string | undefined {
  if (isObject(value)) return firstDayOf(value['from'] ?? value['to']);
  return isPartialDate(value) ? daysOf(value)[0] : undefined;
}

/** How exactly a date is known. */
export const precisionOf = (date: string): 'day' | 'month' | 'year' =>
  date.replace('~', '').length === 10 ? 'day' : date.replace('~', '').length === 7 ? 'month' : 'year';

/** Days from one full date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Whole months added to a full date; the last day of a shorter month where that day is not there. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) + months;
  const first = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const [, last] = daysOf(first);
  const same = `${first}-${String(day).padStart(2, '0')}`;
  return same < last ? same : last;
}

/** Sorts by a text that is computed once for each; ascending by code unit. Equal ones keep their order. */
export function sortedBy<Of>(list: readonly Of[], keyOf: (one: Of) => string): Of[] {
  const keyed = list.map((one) => [keyOf(one), one] as const);
  keyed.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return keyed.map(([, one]) => one);
}

/** The same the other way round: what has no key comes last. */
export const newestFirst = <Of>(list: readonly Of[], keyOf: (one: Of) => string): Of[] =>
  sortedBy(list.toReversed(), keyOf).reverse();

/** Order of partial dates as `comparePartialDates` has it, as a text to sort by; what has no date comes last. */
export function dateKey(date: string | undefined): string {
  if (!isPartialDate(date)) return '9999-99';
  const [first, last] = daysOf(date);
  return `${first} ${last} ${date.startsWith('~') ? 1 : 0}`;
}

/** Whether a partial date may fall into another, as a month into its year. */
export const mayFallIn = (date: string, span: string): boolean => fallingIn(span)(date);

/** The same for many dates, one after the other. */
export function fallingIn(span: string): (date: string) => boolean {
  const [from, to] = daysOf(span);
  return (date) => {
    const [first, last] = daysOf(date);
    return first <= to && last >= from;
  };
}
