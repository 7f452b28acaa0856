import { isAmount } from '../core/bytes/amount.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import { formatDate, formatPeriod } from './dates.ts';
import type { Language } from './languages.ts';
import { formatMoney, formatQuantity, unitNames } from './numbers.ts';

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
  const [, amount = '', of = ''] = /^(-?\d+(?:\.\d+)?) (\p{L}.*)$/u.exec(part) ?? [];
  if (!isAmount(amount)) return part;
  const [first = '', ...rest] = of.split(' ');
  const isMoney = /^[A-Z]{3}$/.test(first);
  // What begins with no code of a unit is a unit in somebody's own words, to its end.
  if (!isMoney && !Object.hasOwn(unitNames, first)) return formatQuantity({ amount, unit: of }, language);
  const figure = isMoney
    ? formatMoney({ amount, currency: first }, language)
    : formatQuantity({ amount, unit: first }, language);
  return rest.length === 0 ? figure : `${rest.join(' ')}: ${figure}`;
}
