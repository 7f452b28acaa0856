import { expect, test } from 'vitest';
import { allKinds } from '../../../core/kinds/catalogue.ts';
import { languages } from '../../../words/languages.ts';
import { loadMessages } from '../../../words/load.ts';
import { kindWordings, messageWordings, sift } from './wordings.ts';

const catalogues = new Map(
  await Promise.all(languages.map(async (lang) => [lang, await loadMessages(lang)] as const)),
);
const messages = messageWordings(catalogues, languages);
const labels = kindWordings([...allKinds.values()]);

test('every message stands in four languages, with a mark where a reader is still needed', () => {
  expect(messages.length).toBeGreaterThan(1000);
  const wanting = messages.filter(({ words }) => languages.some((lang) => !words[lang]));
  expect(wanting).toEqual([]);
  expect(messages.find(({ key }) => key === 'settings.title')?.doubted).toEqual(['lo']);
});

test('every label of a kind, its fields and codes stands with them, once', () => {
  expect(labels.length).toBeGreaterThan(500);
  expect(new Set(labels.map(({ key }) => key)).size).toBe(labels.length);
  expect(labels.find(({ key }) => key === 'plan')?.words.en).toBe('Cooperation plan');
});

test('words are found in any language, with or without marks', () => {
  expect(sift(messages, 'dang nhap', false).map(({ key }) => key)).toContain('signin.title');
  expect(sift(messages, 'ເຂົ້າສູ່ລະບົບ', false).length).toBeGreaterThan(0);
  expect(sift(messages, '', true).every(({ doubted }) => doubted.length > 0)).toBe(true);
});
