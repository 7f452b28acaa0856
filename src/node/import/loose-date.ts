import { isPartialDate, partialDateText } from '../../core/bytes/partial-date.ts';
import { serialStart } from './xlsx-rows.ts';

/** Which of day and month comes first where a list writes both as numbers. */
export type DateOrder = 'dmy' | 'mdy';

export interface LooseDate {
  /** Partial date, as exact as the words are and no more. */
  readonly date: string;
  /** Why it is less exact than it looks. */
  readonly note?: 'ambiguous' | 'impossible-day';
}

const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'mangkon', 'ມັງກອນ'],
  ['february', 'feb', 'fevrier', 'fevr', 'ກຸມພາ'],
  ['march', 'mar', 'mars', 'ມີນາ'],
  ['april', 'apr', 'avril', 'avr', 'ເມສາ'],
  ['may', 'mai', 'ພຶດສະພາ'],
  ['june', 'jun', 'juin', 'ມິຖຸນາ'],
  ['july', 'jul', 'juillet', 'juil', 'ກໍລະກົດ'],
  ['august', 'aug', 'aout', 'ສິງຫາ'],
  ['september', 'sep', 'sept', 'septembre', 'ກັນຍາ'],
  ['october', 'oct', 'octobre', 'ຕຸລາ'],
  ['november', 'nov', 'novembre', 'ພະຈິກ'],
  ['december', 'dec', 'decembre', 'ທັນວາ'],
];
const monthOf = new Map(months.flatMap((names, at) => names.map((name) => [plain(name), at + 1] as const)));

/** A year of the Buddhist era is this far ahead. */
const buddhistOffset = 543;
const aboutWords = /^(?:~|c\.?|ca\.?|circa|about|approx\.?|around|vers|khoang|ປະມານ)\s*/;

/**
 * What a cell that should be a date says: `2021`, `03/2021`, `14.3.2021`, `March 2021`, `14 mars 2021`, `ngày 14 tháng 3 năm
 * 2021`, `c. 1977`, `1977?`, a serial day of a workbook, a year of the Buddhist era. What may mean two days keeps its year
 * alone, with a note; undefined when it says no date.
 */
export function looseDate(cell: string | number, order?: DateOrder): LooseDate | undefined {
  if (typeof cell === 'number') return dateOfNumber(cell);
  const words = plain(cell);
  if (words === '') return undefined;
  const about = aboutWords.test(words) || words.endsWith('?') ? '~' : '';
  const text = words.replace(aboutWords, '').replace(/\?$/, '').trim();
  const found = dateOfText(text, order);
  return found === undefined ? undefined : { ...found, date: about + found.date };
}

function dateOfNumber(value: number): LooseDate | undefined {
  if (Number.isInteger(value) && value >= 1000 && value < 3000) return dated(value);
  if (value < 1 || value > 2_958_465) return undefined;
  const day = new Date(serialStart + Math.floor(value) * 86_400_000).toISOString().slice(0, 10);
  return isPartialDate(day) ? { date: day } : undefined;
}

function dateOfText(text: string, order: DateOrder | undefined): LooseDate | undefined {
  const [, year, month, day] =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[t ]\d{1,2}:.*)?$/.exec(text) ?? [];
  if (year !== undefined) return dated(Number(year), numeral(month), numeral(day));
  const [, first, second, end] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined)
    return ordered(Number(first), Number(second), Number(end), order);
  const [, only, of] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (only !== undefined) return dated(Number(of), Number(only));
  const [, on, inMonth, inYear] =
    /^(?:ngay )?(?:(\d{1,2}) )?thang (\d{1,2})(?: nam |[-/ ])(\d{4})$/.exec(text) ?? [];
  if (inMonth !== undefined) return dated(Number(inYear), Number(inMonth), numeral(on));
  if (/^(?:nam |year |annee |ປີ )(\d{4})$/.test(text)) return dated(Number(text.slice(-4)));
  return withMonthName(text);
}

/** `14 march 2021`, `march 14, 2021`, `mars 2021`, `1er juillet 2019`. */
function withMonthName(text: string): LooseDate | undefined {
  const parts = text
    .replace(/[,.]/g, ' ')
    .split(/\s+/)
    .filter((part) => part !== '' && part !== 'de' && part !== 'of');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const month = parts.map((part) => monthOf.get(part)).find((found) => found !== undefined);
  const year = parts.find((part) => /^\d{4}$/.test(part));
  const day = parts
    .map((part) => /^(\d{1,2})(?:st|nd|rd|th|er)?$/.exec(part)?.[1])
    .find((found) => found !== undefined);
  if (month === undefined || year === undefined || (parts.length === 3) !== (day !== undefined))
    return undefined;
  return dated(Number(year), month, numeral(day));
}

function ordered(
  first: number,
  second: number,
  year: number,
  order: DateOrder | undefined,
): LooseDate | undefined {
  const isClear = first > 12 || second > 12 || first === second;
  if (!isClear && order === undefined) {
    const found = dated(year);
    return found === undefined ? undefined : { ...found, note: 'ambiguous' };
  }
  const isMonthFirst = isClear ? second > 12 : order === 'mdy';
  return isMonthFirst ? dated(year, first, second) : dated(year, second, first);
}

/** A day that the month does not have keeps the month; a month that the year does not have is no date. */
function dated(given: number, month?: number, day?: number): LooseDate | undefined {
  const year = given >= 2400 && given < 2700 ? given - buddhistOffset : given;
  const exact = partialDateText({
    about: false,
    year,
    ...(month ? { month } : {}),
    ...(month && day ? { day } : {}),
  });
  if (isPartialDate(exact)) return { date: exact };
  if (month === undefined || day === undefined) return undefined;
  const less = partialDateText({ about: false, year, month });
  return isPartialDate(less) ? { date: less, note: 'impossible-day' } : undefined;
}

const numeral = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

/** Lower case, without accents on Latin letters, spaces made one. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
