import { isAmount } from '../core/bytes/amount.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import { formatDate, formatPeriod } from './dates.ts';
import type { Language } from './languages.ts';
import { formatMoney, formatQuantity } from './numbers.ts';

/**
 * A value that a question of the register gives without a language of its own (`core/register/ask/plain.ts`), as a reader
 * expects it: `2021-02-18 – 2021-02-24` as a period, `1000 tonne gạo; 5 box` as figures. Anything else stands as it is, and
 * so does a number alone: it may be a year.
 */
export const plainIn = (text: string, language: Language): string =>
  text
    .split('; ')
    .map((part) => partIn(part, language))
    .join('; ');

function partIn(part: string, language: Language): string {
  const [from = '', to = '', ...more] = part.split(' – ');
  if (more.length === 0 && to !== '' && isPartialDate(from) && isPartialDate(to))
    return formatPeriod({ from, to }, language);
  if (part.includes('-') && isPartialDate(part)) return formatDate(part, language);
  const [, amount = '', unit = '', what = ''] = /^(-?\d+(?:\.\d+)?) (\p{L}+)(?: (.+))?$/u.exec(part) ?? [];
  if (!isAmount(amount)) return part;
  const figure = /^[A-Z]{3}$/.test(unit)
    ? formatMoney({ amount, currency: unit }, language)
    : formatQuantity({ amount, unit }, language);
  return what === '' ? figure : `${what}: ${figure}`;
}
