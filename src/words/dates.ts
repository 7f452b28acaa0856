import { daysIn, isPartialDate, type PartialDate, parsePartialDate } from '../core/bytes/partial-date.ts';
import type { Language } from './languages.ts';
import { asciiDigits, laoDigits } from './numbers.ts';

/** How dates are written beside the language's own way. */
export interface DateStyle {
  /** `long` for sentences and documents (default), `short` for cells. */
  readonly form?: 'long' | 'short';
  /** Years of the Buddhist era, in Lao only. */
  readonly buddhistEra?: boolean;
  /** The year of the Buddhist era as Laos counts it behind the Christian one, in every language: how a treaty dates. */
  readonly bothEras?: boolean;
  /** The digits ໐ to ໙, in Lao only. */
  readonly laoDigits?: boolean;
}

/** A span of partial dates; one end may be open. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/**
 * A partial date as a reader expects it, never more precise than it is known: `2021-03` is "March 2021",
 * `~2021-03` "about March 2021". The names are ours, because Chromium has none for Lao. Throws `bytes.date`.
 */
export function formatDate(text: string, language: Language, style: DateStyle = {}): string {
  return digits(about(parsePartialDate(text), language, style), language, style);
}

/** A period with what its ends share said once: "4–6 December 2020". Throws `bytes.date`. */
export function formatPeriod(period: Period, language: Language, style: DateStyle = {}): string {
  const { from, to } = period;
  if (from === undefined || to === undefined || from === to) {
    const only = from ?? to;
    if (only === undefined) return '';
    const one = parsePartialDate(only);
    if (from !== undefined && to !== undefined) return formatDate(from, language, style);
    const date = about(one, language, style);
    const open = from === undefined ? openEnd[language].until : openEnd[language].since;
    return digits(open(date, one, style), language, style);
  }
  return digits(span(parsePartialDate(from), parsePartialDate(to), language, style), language, style);
}

/**
 * An asserted time (`2026-11-21T08:00:00Z`) in a time zone of IANA, to the minute: "21 November 2026, 15:00".
 * Throws a RangeError when the time or the zone is none.
 */
export function formatTime(
  time: string,
  language: Language,
  timeZone: string,
  style: DateStyle = {},
): string {
  const { date, clock } = inZone(time, timeZone);
  const day = about(date, language, style);
  const joined = style.form === 'short' ? `${day} ${clock}` : withClock[language](day, clock);
  return digits(joined, language, style);
}

/** The day that a time falls on in a zone, as a partial date. */
export const dayInZone = (time: string, timeZone: string): string => inZone(time, timeZone).text;

/** The day of the week of a full date: "Friday", "Thứ Sáu", "ວັນສຸກ", "vendredi". Throws `bytes.date`. */
export function weekday(day: string, language: Language): string {
  const { year, month, day: number } = parsePartialDate(day);
  if (month === undefined || number === undefined) throw new RangeError('a weekday needs a whole date');
  return weekdayNames[language][dayOfWeek(year, month, number)] ?? '';
}

/** Sunday first. */
export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  vi: ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  lo: ['ວັນອາທິດ', 'ວັນຈັນ', 'ວັນອັງຄານ', 'ວັນພຸດ', 'ວັນພະຫັດ', 'ວັນສຸກ', 'ວັນເສົາ'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
};

/** January first, as they stand in a date. */
export const monthNames: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  vi: Array.from({ length: 12 }, (_, month) => `tháng ${month + 1}`),
  lo: 'ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
};

/**
 * Reads what a person types into a date field: `4/12/2020`, `12/2020`, `2020`, `2020-12-04`, with `~` or "about" in
 * front; Lao digits too. Day before month in all four languages. A year from 2400 on is one of the Buddhist era.
 * Gives the partial date, or undefined when it is none.
 */
export function readDate(typed: string): string | undefined {
  const text = asciiDigits(typed.normalize('NFKC')).trim().toLowerCase();
  const parts = /^(~|about |khoảng |ປະມານ ?|vers )?\s*([0-9][0-9/.-]*)$/.exec(text);
  const numbers = parts?.[2]?.split(/[/.-]/) ?? [];
  if (numbers.length > 3 || numbers.some((one) => one === '' || one.length > 4)) return undefined;
  const [year = '', month, day] = numbers[0]?.length === 4 ? numbers : numbers.toReversed();
  if (year.length !== 4) return undefined;
  const western = Number(year) >= 2400 ? Number(year) - buddhistOffset : Number(year);
  const two = [month, day].filter((one) => one !== undefined).map((one) => one.padStart(2, '0'));
  const date = (parts?.[1] === undefined ? '' : '~') + [String(western).padStart(4, '0'), ...two].join('-');
  return isPartialDate(date) ? date : undefined;
}

const buddhistOffset = 543;
const frenchOrdinal = (day: number): string => (day === 1 ? '1er' : String(day));

/** A date with "about" where it is meant. */
function about(date: PartialDate, language: Language, style: DateStyle): string {
  const plain = style.form === 'short' ? shortDate(date, language, style) : longDate(date, language, style);
  if (!date.about) return plain;
  if (style.form === 'short') return `~ ${plain}`;
  if (language === 'fr') return date.day === undefined ? `vers ${plain}` : `vers le ${plain}`;
  if (language === 'lo') return `ປະມານ${plain}`;
  return `${language === 'vi' ? 'khoảng' : 'about'} ${plain}`;
}

function longDate(date: PartialDate, language: Language, style: DateStyle): string {
  const { month, day } = date;
  const year = yearText(date.year, language, style);
  const name = month === undefined ? '' : (monthNames[language][month - 1] ?? '');
  if (language === 'vi') {
    if (month === undefined) return `năm ${year}`;
    return day === undefined ? `${name} năm ${year}` : `ngày ${day} ${name} năm ${year}`;
  }
  if (language === 'lo') {
    if (month === undefined) return `ປີ ${year}`;
    return day === undefined ? `ເດືອນ${name} ${year}` : `ວັນທີ ${day} ${name} ${year}`;
  }
  if (month === undefined) return year;
  if (day === undefined) return `${name} ${year}`;
  return `${language === 'fr' ? frenchOrdinal(day) : day} ${name} ${year}`;
}

function shortDate(date: PartialDate, language: Language, style: DateStyle): string {
  const year = yearText(date.year, language, style);
  if (date.month === undefined) return year;
  if (language === 'en') {
    const name = (monthNames.en[date.month - 1] ?? '').slice(0, 3);
    return [date.day, name, year].filter((part) => part !== undefined).join(' ');
  }
  const month = String(date.month).padStart(2, '0');
  return date.day === undefined
    ? `${month}/${year}`
    : `${String(date.day).padStart(2, '0')}/${month}/${year}`;
}

function yearText(year: number, language: Language, style: DateStyle): string {
  if (style.bothEras === true) {
    const other = year + buddhistOffset;
    return `${year} (${style.form === 'short' ? other : inBuddhistEra[language](other)})`;
  }
  if (language !== 'lo' || style.buddhistEra !== true) return String(year);
  return style.form === 'short' ? String(year + buddhistOffset) : `ພ.ສ. ${year + buddhistOffset}`;
}

const inBuddhistEra: Record<Language, (year: number) => string> = {
  en: (year) => `${year} of the Buddhist era`,
  vi: (year) => `năm ${year} theo Phật lịch Lào`,
  lo: (year) => `ພ.ສ. ${year}`,
  fr: (year) => `${year} de l’ère bouddhique`,
};

/** Two ends that differ. What they share is said once, where both are exact to the same unit. */
function span(from: PartialDate, to: PartialDate, language: Language, style: DateStyle): string {
  const exact = !from.about && !to.about;
  if (exact && style.form !== 'short') {
    if (from.year === to.year && from.month === to.month && from.day !== undefined && to.day !== undefined)
      return sameMonth[language](from.day, to.day, longDate(to, language, style), to);
    if (from.year === to.year && from.month !== undefined && to.month !== undefined && !from.day && !to.day)
      return sameYear[language](monthNames[language][from.month - 1] ?? '', longDate(to, language, style));
  }
  const [start, end] = [about(from, language, style), about(to, language, style)];
  if (style.form === 'short' || !exact) return `${start} – ${end}`;
  return apart[language](start, end, from, to);
}

const sameMonth: Record<Language, (from: number, to: number, end: string, date: PartialDate) => string> = {
  en: (from, _to, end) => `${from}–${end}`,
  vi: (from, _to, end) => `từ ngày ${from} đến ${end}`,
  lo: (from, to, end) => end.replace(`ວັນທີ ${to} `, `ວັນທີ ${from} ຫາ ${to} `),
  fr: (from, _to, end) => `du ${frenchOrdinal(from)} au ${end}`,
};

const sameYear: Record<Language, (month: string, end: string) => string> = {
  en: (month, end) => `${month}–${end}`,
  vi: (month, end) => `từ ${month} đến ${end}`,
  lo: (month, end) => `ເດືອນ${month} ຫາ ${end}`,
  fr: (month, end) => `${frenchFrom(month, false)} à ${end}`,
};

const apart: Record<Language, (start: string, end: string, from: PartialDate, to: PartialDate) => string> = {
  en: (start, end) => `${start} – ${end}`,
  vi: (start, end) => `từ ${start} đến ${end}`,
  lo: (start, end) => `${start} ຫາ ${end}`,
  fr: (start, end, from, to) =>
    `${frenchFrom(start, from.day !== undefined)} ${to.day === undefined ? 'à' : 'au'} ${end}`,
};

const openEnd: Record<
  Language,
  Record<'since' | 'until', (date: string, parsed: PartialDate, style: DateStyle) => string>
> = {
  en: { since: (date) => `from ${date}`, until: (date) => `until ${date}` },
  vi: { since: (date) => `từ ${date}`, until: (date) => `đến ${date}` },
  lo: { since: (date) => `ຕັ້ງແຕ່${date}`, until: (date) => `ຈົນເຖິງ${date}` },
  fr: {
    since: (date, parsed) => `à partir ${frenchFrom(date, parsed.day !== undefined && !parsed.about)}`,
    until: (date, parsed) =>
      parsed.day === undefined || parsed.about ? `jusqu’à ${date}` : `jusqu’au ${date}`,
  },
};

/** "du 4 mars", "de mars", "d’avril". */
function frenchFrom(date: string, day: boolean): string {
  if (day) return `du ${date}`;
  return /^[aeiouyàâéèêîôû]/i.test(date) ? `d’${date}` : `de ${date}`;
}

const withClock: Record<Language, (day: string, clock: string) => string> = {
  en: (day, clock) => `${day}, ${clock}`,
  vi: (day, clock) => `${clock}, ${day}`,
  lo: (day, clock) => `${day} ເວລາ ${clock}`,
  fr: (day, clock) => `${day} à ${clock}`,
};

/** The wall clock of a zone. Only digits are taken from Intl, in a locale that every host has. */
function inZone(time: string, timeZone: string): { date: PartialDate; clock: string; text: string } {
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
      .formatToParts(new Date(time))
      .map((part) => [part.type, part.value]),
  );
  const text = `${(parts.get('year') ?? '').padStart(4, '0')}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
  return {
    date: parsePartialDate(text),
    clock: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`,
    text,
  };
}

/** 0 for Sunday, by counting days of the Gregorian calendar. */
function dayOfWeek(year: number, month: number, day: number): number {
  let days = day;
  for (let before = 1; before < month; before++) days += daysIn(year, before);
  const past = year - 1;
  return (past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + days) % 7;
}

const digits = (text: string, language: Language, style: DateStyle): string =>
  language === 'lo' && style.laoDigits === true ? laoDigits(text) : text;
