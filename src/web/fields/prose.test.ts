import { expect, test } from 'vitest';
import { asksAbout, editProse } from './prose.ts';
import { isEmpty, sameValue } from './same.ts';

const languages = ['vi', 'lo'];
const none = new Set<string>();

test('T5: changing one language leaves the other to be confirmed', () => {
  const before = { vi: 'Tuần tra', lo: 'ລາດຕະເວນ' };
  const texts = { vi: 'Tuần tra chung', lo: 'ລາດຕະເວນ' };
  expect(editProse(before, { texts, confirmed: none }, languages)).toEqual({ ...texts, stale: ['lo'] });
  expect(asksAbout(before, texts, languages)).toEqual(['lo']);
  expect(editProse(before, { texts, confirmed: new Set(['lo']) }, languages)).toEqual(texts);
});

test('T5: both changed, or a first wording, leaves nothing stale', () => {
  const texts = { vi: 'a', lo: 'b' };
  expect(editProse({ vi: 'x', lo: 'y' }, { texts, confirmed: none }, languages)).toEqual(texts);
  expect(editProse(null, { texts, confirmed: none }, languages)).toEqual(texts);
});

test('T5: a stale language stays so until somebody changes or confirms it, which puts no other in doubt', () => {
  const before = { vi: 'a', lo: 'b', stale: ['lo'] };
  const texts = { vi: 'a', lo: 'b' };
  expect(editProse(before, { texts, confirmed: none }, languages)).toEqual(before);
  expect(editProse(before, { texts, confirmed: new Set(['lo']) }, languages)).toEqual(texts);
  expect(editProse(before, { texts: { vi: 'a', lo: 'c' }, confirmed: none }, languages)).toEqual({
    vi: 'a',
    lo: 'c',
  });
});

test('a language not yet written is left out; none at all is empty', () => {
  expect(editProse(null, { texts: { vi: ' a ', lo: '' }, confirmed: none }, languages)).toEqual({ vi: 'a' });
  expect(editProse({ vi: 'a' }, { texts: {}, confirmed: none }, languages)).toBeNull();
});

test('values are the same whatever the order of their keys', () => {
  expect(sameValue({ vi: 'a', lo: 'b' }, { lo: 'b', vi: 'a' })).toBe(true);
  expect(sameValue([{ a: 1 }], [{ a: 1 }])).toBe(true);
  expect(sameValue([1, 2], [2, 1])).toBe(false);
  expect(sameValue({ vi: 'a' }, { vi: 'a', stale: ['vi'] })).toBe(false);
  expect(sameValue(null, undefined)).toBe(true);
  expect(sameValue(null, {})).toBe(false);
  expect([isEmpty([]), isEmpty(''), isEmpty(null), isEmpty(0), isEmpty(false)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
