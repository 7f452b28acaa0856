import { expect, test } from 'vitest';
import { oursFirst, pickTextLanguage } from './pick-language.ts';

const title = { en: 'Plan', lo: 'ແຜນ', stale: ['vi'], vi: 'Kế hoạch' };
const founding = ['vi', 'lo'];
const vn = oursFirst(founding, 'vi');
const la = oursFirst(founding, 'lo');

test('a text is read in the language of the screen if it is written in it', () => {
  expect(pickTextLanguage(title, 'lo', vn)).toBe('lo');
  expect(pickTextLanguage(title, 'en', la)).toBe('en');
});

test('else each side reads its own authentic language first, whatever the order of the keys', () => {
  expect(pickTextLanguage(title, 'fr', vn)).toBe('vi');
  expect(pickTextLanguage(title, 'fr', la)).toBe('lo');
  expect(pickTextLanguage({ lo: 'ແຜນ', vi: '' }, 'fr', vn)).toBe('lo');
});

test('what is in none of the authentic languages is read in English, else in any', () => {
  expect(pickTextLanguage({ de: 'Plan', en: 'Plan' }, 'fr', vn)).toBe('en');
  expect(pickTextLanguage({ de: 'Plan' }, 'fr', vn)).toBe('de');
  expect(pickTextLanguage({ stale: ['vi'] }, 'fr', vn)).toBeUndefined();
});
