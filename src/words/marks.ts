import type { Language } from './languages.ts';

/** What stands between thousands, and before decimals. */
export const marks: Readonly<Record<Language, { readonly group: string; readonly point: string }>> = {
  en: { group: ',', point: '.' },
  vi: { group: '.', point: ',' },
  lo: { group: '.', point: ',' },
  fr: { group: '\u202f', point: ',' },
};

/** Digits of a whole number in groups of three: `12000` is 12,000 in English. */
export const groupDigits = (digits: string, language: Language): string =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, marks[language].group);

/**
 * The plural category of a number as CLDR has it. Written out, for it is little, and a browser that sets up its Intl for a
 * language takes longer than for a screen's other words together.
 */
export function pluralOf(count: number, language: Language): 'one' | 'many' | 'other' {
  const size = Math.abs(count);
  if (language === 'en') return size === 1 ? 'one' : 'other';
  if (language !== 'fr') return 'other';
  if (size < 2) return 'one';
  return size % 1_000_000 === 0 ? 'many' : 'other';
}
