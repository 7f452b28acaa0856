/** A date as far as it is known: `2021`, `2021-03`, `2021-03-14`, `~` in front for "about". */
export interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly about: boolean;
}

export const noDate: DateParts = { year: '', month: '', day: '', about: false };

export function partsOf(value: unknown): DateParts {
  if (typeof value !== 'string') return noDate;
  const found = /^(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!found) return noDate;
  const plain = (text: string | undefined): string => (text === undefined ? '' : String(Number(text)));
  return { year: found[2] ?? '', month: plain(found[3]), day: plain(found[4]), about: found[1] === '~' };
}

export type DateFault = 'year' | 'month' | 'day';

/** The date that the parts make: null when all are empty, or the part at fault. */
export function dateOf(parts: DateParts): { readonly value: string | null } | { readonly fault: DateFault } {
  const year = parts.year.trim();
  const month = parts.month.trim();
  const day = parts.day.trim();
  if (year === '' && month === '' && day === '') return { value: null };
  if (!/^[12]\d{3}$/.test(year)) return { fault: 'year' };
  const about = parts.about ? '~' : '';
  if (month === '') return day === '' ? { value: about + year } : { fault: 'month' };
  if (!/^\d{1,2}$/.test(month) || Number(month) < 1 || Number(month) > 12) return { fault: 'month' };
  const yearMonth = `${about}${year}-${month.padStart(2, '0')}`;
  if (day === '') return { value: yearMonth };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!/^\d{1,2}$/.test(day) || Number(day) < 1 || Number(day) > last) return { fault: 'day' };
  return { value: `${yearMonth}-${day.padStart(2, '0')}` };
}
