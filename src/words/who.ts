import type { Language } from './languages.ts';

/*
 * Who spoke, or to whom, as published records write it: `both`, `both MNDs`, `VN MND`, `VN+LA`. The few phrases that come
 * again are said in the reader's language; anything else stands as it was written.
 */

const phrases: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  both: { en: 'both', vi: 'cả hai bên', lo: 'ທັງສອງຝ່າຍ', fr: 'les deux' },
  'both MNDs': {
    en: 'both ministries',
    vi: 'hai bộ quốc phòng',
    lo: 'ສອງກະຊວງປ້ອງກັນປະເທດ',
    fr: 'les deux ministères',
  },
  three: { en: 'the three', vi: 'cả ba bên', lo: 'ທັງສາມຝ່າຍ', fr: 'les trois' },
  'three MNDs': {
    en: 'the three ministries',
    vi: 'ba bộ quốc phòng',
    lo: 'ສາມກະຊວງປ້ອງກັນປະເທດ',
    fr: 'les trois ministères',
  },
  MND: { en: 'ministry', vi: 'bộ quốc phòng', lo: 'ກະຊວງປ້ອງກັນປະເທດ', fr: 'ministère' },
  'both academies': { en: 'both academies', vi: 'hai học viện', lo: 'ສອງວິທະຍາຄານ', fr: 'les deux académies' },
  'agencies of both': {
    en: 'agencies of both',
    vi: 'cơ quan của hai bên',
    lo: 'ໜ່ວຍງານຂອງສອງຝ່າຍ',
    fr: 'organismes des deux',
  },
  'authorities of both': {
    en: 'authorities of both',
    vi: 'chính quyền hai bên',
    lo: 'ອຳນາດການປົກຄອງຂອງສອງຝ່າຍ',
    fr: 'autorités des deux',
  },
  'border posts of both': {
    en: 'border posts of both',
    vi: 'đồn biên phòng hai bên',
    lo: 'ປ້ອມຊາຍແດນຂອງສອງຝ່າຍ',
    fr: 'postes frontière des deux',
  },
};

/** One of those phrases in a language, also behind the code of a party; anything else as it stands. */
export function whoIn(text: string, language: Language): string {
  if (Object.hasOwn(phrases, text)) return phrases[text]?.[language] ?? text;
  const [, party = '', rest = ''] = /^([A-Z]{2,8}) (.+)$/.exec(text) ?? [];
  return Object.hasOwn(phrases, rest) ? `${party} ${phrases[rest]?.[language] ?? rest}` : text;
}

/** Columns of answers and fields of statements that say who, where they are words. */
export const saysWho = (name: string): boolean => name === 'by' || name === 'to';
