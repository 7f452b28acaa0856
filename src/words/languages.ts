/** The four languages of the interface, and how languages are called in each of them. */

/** A language in which every screen, document and command speaks. */
export type Language = 'en' | 'vi' | 'lo' | 'fr';

/** In the order in which they are offered. */
export const languages: readonly Language[] = ['vi', 'lo', 'fr', 'en'];

/** Whether the interface speaks this language. */
export const isLanguage = (code: string): code is Language => Object.hasOwn(ownNames, code);

/** The language in its own words, for a menu: `Tiếng Việt`. */
export const ownName = (language: Language): string => ownNames[language];

/**
 * The name of a language as it stands inside a sentence of `reader`: "Lao to confirm", "bản tiếng Lào".
 * Vietnamese and Lao messages write the word for "language" themselves. An unknown code names itself.
 */
export function languageName(code: string, reader: Language): string {
  return Object.hasOwn(names[reader], code) ? (names[reader][code] ?? code) : code;
}

/** The value for the `lang` attribute of text in this language (BCP 47). */
export const langTag = (code: string): string => (/^[a-z]{2,3}$/.test(code) ? code : 'und');

/** The value for the `dir` attribute. ISO 639 codes of right-to-left languages; all four of ours are left to right. */
export const direction = (code: string): 'ltr' | 'rtl' => (rightToLeft.has(code) ? 'rtl' : 'ltr');

/**
 * The first language of `wanted` (an Accept-Language header or `navigator.languages` joined by commas) that the
 * interface speaks, by descending weight; else `otherwise`.
 */
export function pickLanguage(wanted: string, otherwise: Language): Language {
  const ranges = wanted.split(',').map((range, order) => {
    const [tag = '', ...parameters] = range.trim().split(';');
    const weight = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
    return { code: tag.toLowerCase().split('-')[0] ?? '', order, weight: Number(weight ?? 1) };
  });
  const best = ranges
    .filter((range) => range.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
    .find((range) => isLanguage(range.code));
  return best && isLanguage(best.code) ? best.code : otherwise;
}

const ownNames: Record<Language, string> = { en: 'English', vi: 'Tiếng Việt', lo: 'ພາສາລາວ', fr: 'Français' };

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'fa',
  'he',
  'ps',
  'ur',
  'yi',
  'dv',
  'ckb',
  'sd',
  'ug',
]);

const names: Record<Language, Record<string, string>> = {
  en: {
    en: 'English',
    vi: 'Vietnamese',
    lo: 'Lao',
    fr: 'French',
    th: 'Thai',
    km: 'Khmer',
    zh: 'Chinese',
    ru: 'Russian',
  },
  vi: { en: 'Anh', vi: 'Việt', lo: 'Lào', fr: 'Pháp', th: 'Thái', km: 'Khmer', zh: 'Trung', ru: 'Nga' },
  lo: { en: 'ອັງກິດ', vi: 'ຫວຽດນາມ', lo: 'ລາວ', fr: 'ຝຣັ່ງ', th: 'ໄທ', km: 'ຂະເໝນ', zh: 'ຈີນ', ru: 'ລັດເຊຍ' },
  fr: {
    en: 'anglais',
    vi: 'vietnamien',
    lo: 'lao',
    fr: 'français',
    th: 'thaï',
    km: 'khmer',
    zh: 'chinois',
    ru: 'russe',
  },
};
