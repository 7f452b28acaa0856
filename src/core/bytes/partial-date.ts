import { BytesError } from './error.ts';

/** A date known to the year, the month or the day. */
export interface PartialDate {
  /** "About": written `~` in front. */
  readonly about: boolean;
  /** 1 to 9999. */
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const form = /^(~?)([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;

/** Reads `2021`, `2021-03`, `2021-03-14`, with `~` in front for "about". Throws `bytes.date`; 2026-02-30 is refused. */
export function parsePartialDate(text: string): PartialDate {
  const parts = form.exec(text);
  if (parts === null) throw new BytesError('bytes.date');
  const about = parts[1] === '~';
  const year = Number(parts[2]);
  if (year === 0) throw new BytesError('bytes.date');
  if (parts[3] === undefined) return { about, year };
  const month = Number(parts[3]);
  if (month < 1 || month > 12) throw new BytesError('bytes.date');
  if (parts[4] === undefined) return { about, year, month };
  const day = Number(parts[4]);
  if (day < 1 || day > daysIn(year, month)) throw new BytesError('bytes.date');
  return { about, year, month, day };
}

export function isPartialDate(text: unknown): text is string {
  if (typeof text !== 'string') return false;
  try {
    daysOf(text);
    return true;
  } catch {
    return false;
  }
}

/** A whole day, `2021-03-14`, without "about". */
export function isFullDate(text: unknown): text is string {
  return typeof text === 'string' && text.length === 10 && isPartialDate(text);
}

/** The text of a partial date, as {@link parsePartialDate} reads it. */
export function partialDateText(date: PartialDate): string {
  const parts = [String(date.year).padStart(4, '0'), two(date.month), two(date.day)];
  return (date.about ? '~' : '') + parts.filter((part) => part !== '').join('-');
}

/** Dates that were read before: those of a register come again and again. */
const known = new Map<string, readonly [first: string, last: string]>();
const knownMax = 10_000;

/** First and last day that a partial date may mean, as full dates. "About" does not widen it. Throws `bytes.date`. */
export function daysOf(text: string): readonly [first: string, last: string] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const { year, month, day } = parsePartialDate(text);
  const lastMonth = month ?? 12;
  const days = [
    partialDateText({ about: false, year, month: month ?? 1, day: day ?? 1 }),
    partialDateText({ about: false, year, month: lastMonth, day: day ?? daysIn(year, lastMonth) }),
  ] as const;
  if (known.size >= knownMax) known.clear();
  known.set(text, days);
  return days;
}

/** Order for lists: by first day, the shorter span first, then the exact before "about". Negative, 0 or positive. */
export function comparePartialDates(one: string, other: string): number {
  const [first, last] = daysOf(one);
  const [otherFirst, otherLast] = daysOf(other);
  if (first !== otherFirst) return first < otherFirst ? -1 : 1;
  if (last !== otherLast) return last < otherLast ? -1 : 1;
  return Number(one.startsWith('~')) - Number(other.startsWith('~'));
}

/** Days of a month of the Gregorian calendar, the month counted from 1. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function two(part: number | undefined): string {
  return part === undefined ? '' : String(part).padStart(2, '0');
}
