import { expect, test } from 'vitest';
import {
  direction,
  isLanguage,
  langTag,
  languageName,
  languages,
  ownName,
  pickLanguage,
} from './languages.ts';

test('each language has a name in each language', () => {
  expect(languageName('lo', 'vi')).toBe('Lào');
  expect(languageName('vi', 'lo')).toBe('ຫວຽດນາມ');
  expect(languageName('fr', 'fr')).toBe('français');
  expect(languageName('xx', 'en')).toBe('xx');
  expect(languageName('constructor', 'en')).toBe('constructor');
  expect(languages.map(ownName)).toEqual(['Tiếng Việt', 'ພາສາລາວ', 'Français', 'English']);
});

test('tags and direction for the lang and dir attributes', () => {
  expect(langTag('lo')).toBe('lo');
  expect(langTag('"><script>')).toBe('und');
  expect(direction('lo')).toBe('ltr');
  expect(direction('ar')).toBe('rtl');
});

test('the language a browser asks for is taken by weight', () => {
  expect(pickLanguage('lo-LA,lo;q=0.9,en;q=0.8', 'en')).toBe('lo');
  expect(pickLanguage('de, fr-CH;q=0.5, vi;q=0.9', 'en')).toBe('vi');
  expect(pickLanguage('de;q=0.7, fr;q=0', 'vi')).toBe('vi');
  expect(pickLanguage('', 'lo')).toBe('lo');
  expect(isLanguage('constructor')).toBe(false);
});
