import { expect, test } from 'vitest';
import { markedPieces, queryTokens, queryWords, tokensOf } from './tokens.ts';

const found = (text: string, query: string): boolean => {
  const tokens = new Set(tokensOf(text));
  const wanted = queryTokens(query);
  return wanted.every(
    (token, at) =>
      tokens.has(token) || (at === wanted.length - 1 && [...tokens].some((one) => one.startsWith(token))),
  );
};

test.each([
  ['Tuần tra chung biên giới Việt Nam – Lào', 'tuan tra bien gioi'],
  ['Đối thoại chính sách quốc phòng', 'doi thoai quoc phong'],
  ['ການລາດຕະເວນຮ່ວມຊາຍແດນ', 'ລາດຕະເວນ'],
  ['ການລາດຕະເວນຮ່ວມຊາຍແດນ', 'ຊາຍແດນ'],
  ['Procès-verbal de l’accord sur les frontières', 'proces accord'],
  ['Échange d’expériences', 'experience'],
  ['Defence cooperation plan for 2021', 'plan 2021'],
  ['ປີ ໒໐໒໑', '2021'],
  ['EXERCISE 12/ĐN', '12/đn'],
])('%s is found by %s', (text, query) => {
  expect(found(text, query)).toBe(true);
});

test.each([
  ['Tuần tra chung', 'tuan hop'],
  ['ການລາດຕະເວນ', 'ຊາຍແດນ'],
  ['plan for 2021', 'plan 2022'],
])('%s is not found by %s', (text, query) => {
  expect(found(text, query)).toBe(false);
});

test('what was looked for is marked where it stands: whole words of any accent, a run of Lao among others', () => {
  const marked = (text: string, query: string): string =>
    markedPieces(text, queryWords(query))
      .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
      .join('');
  expect(marked('Phối hợp vận chuyển gạo, l’accord', 'van accord')).toBe(
    'Phối hợp [vận] chuyển gạo, [l’accord]',
  );
  expect(marked('rice, price', 'ric')).toBe('[rice], price');
  expect(marked('ການຮ່ວມມືດ້ານປ້ອງກັນປະເທດ', 'ຮ່ວມມື')).toBe('ການ[ຮ່ວມມື]ດ້ານປ້ອງກັນປະເທດ');
  // ຳ is folded into two signs, and a tone may be typed before its vowel.
  expect(marked('ກົມກຳລັງ ຄໍານໍາ', 'ກຳລັງ ຄຳ')).toBe('ກົມ[ກຳລັງ] [ຄໍາ]ນໍາ');
  expect(marked('ສອງ', 'ຝ່າຍ')).toBe('ສອງ');
  expect(marked('', 'x')).toBe('');
});
