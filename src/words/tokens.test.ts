import { expect, test } from 'vitest';
import { queryTokens, tokensOf } from './tokens.ts';

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
