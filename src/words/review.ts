import type { MessageKey, Messages } from './format.ts';
import type { Language } from './languages.ts';

/**
 * Which messages still need a native reader. Everything in Lao does, but for the wordings that the glossary gives
 * without a question mark; in the other languages, whatever uses a term that the glossary doubts. A new message is
 * listed by itself. The labels of `core/kinds` are outside this catalogue: all their Lao needs a reader too.
 */
export function toReview(language: Language, messages: Messages): readonly MessageKey[] {
  const keys = Object.keys(messages) as MessageKey[];
  if (language === 'lo') return keys.filter((key) => !settledLao.has(messages[key]));
  const doubts = doubtful[language];
  return keys.filter((key) => doubts.some((term) => messages[key].toLowerCase().includes(term)));
}

/** Whole Lao wordings that the glossary gives without doubt. */
export const settledLao: ReadonlySet<string> = new Set([
  'ຝ່າຍ',
  'ແຜນການຮ່ວມມື',
  'ລົງນາມ',
  'ເຂົ້າສູ່ລະບົບ',
  'ກົນໄກການຮ່ວມມື',
  'ບົດບັນທຶກກອງປະຊຸມ',
  'ອະນຸຍາດໃຫ້ເຜີຍແຜ່',
  'ຂັ້ນຮອງລັດຖະມົນຕີ',
]);

/** Terms that the glossary gives with a question mark, in lower case. */
export const doubtful: Readonly<Record<Exclude<Language, 'lo'>, readonly string[]>> = {
  en: [],
  vi: [
    'phương án',
    'trùng khớp',
    'văn kiện ghi nhận',
    'thông báo kết quả',
    'gói trao đổi',
    'phạm vi phổ biến',
  ],
  fr: ['pli d’échange', 'pli '],
};
