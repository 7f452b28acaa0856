import { formatDate, formatPeriod, formatTime, monthNames, readDate } from '../../words/dates.ts';
import type { Language } from '../../words/languages.ts';
import { formatAmount, formatMoney, formatQuantity, formatSize, readAmount } from '../../words/numbers.ts';
import { screenLanguage } from './words.svelte.ts';

/** Dates and numbers as the language of the screen writes them. What is none is shown as it stands: records hold such. */

export function showDate(
  value: string,
  form: 'long' | 'short' = 'long',
  language: Language = screenLanguage(),
  bothEras = false,
): string {
  return orAsItIs(value, () => formatDate(value, language, { form, bothEras }));
}

export function showPeriod(
  period: Readonly<Record<string, unknown>>,
  form: 'long' | 'short' = 'long',
  language: Language = screenLanguage(),
  bothEras = false,
): string {
  const { from, to } = period;
  const ends = {
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof to === 'string' ? { to } : {}),
  };
  return orAsItIs(Object.values(ends).join(' – '), () => formatPeriod(ends, language, { form, bothEras }));
}

/** A time in the reader's own zone. */
export function showTime(time: string | undefined): string {
  if (time === undefined) return '';
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return orAsItIs(time, () => formatTime(time, screenLanguage(), zone, { form: 'short' }));
}

export const showAmount = (amount: unknown, language: Language = screenLanguage()): string => {
  const text = typeof amount === 'number' ? String(amount) : typeof amount === 'string' ? amount : '';
  return text === '' ? '' : orAsItIs(text, () => formatAmount(text, language));
};

export function showMeasure(
  measure: Readonly<Record<string, unknown>>,
  language: Language = screenLanguage(),
): string {
  const { amount, unit, currency } = measure;
  if (typeof amount !== 'string') return typeof unit === 'string' ? unit : '';
  if (typeof currency === 'string')
    return orAsItIs(amount, () => formatMoney({ amount, currency }, language));
  if (typeof unit === 'string') return orAsItIs(amount, () => formatQuantity({ amount, unit }, language));
  return showAmount(amount, language);
}

export const showSize = (bytes: number): string => formatSize(bytes, screenLanguage());
export const monthName = (month: number): string => monthNames[screenLanguage()][month - 1] ?? String(month);
export const amountTyped = (typed: string): string | undefined => readAmount(typed, screenLanguage());
export const dateTyped = (typed: string): string | undefined => readDate(typed);

function orAsItIs(text: string, format: () => string): string {
  try {
    return format();
  } catch {
    return text;
  }
}
