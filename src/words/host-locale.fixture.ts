import type { Language } from './languages.ts';

/** Whose plural rules and digits Intl has for a language. Chromium has no Lao; like Vietnamese it has one plural form, and writes 12.000,5. */
export const hostLocale: Readonly<Record<Language, string>> = { en: 'en-GB', vi: 'vi', lo: 'vi', fr: 'fr' };
