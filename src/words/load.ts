import { type Messages, type Translate, translateWith } from './format.ts';
import type { Language } from './languages.ts';

/** The translator of a language, fetching only that catalogue. */
export async function loadTranslator(language: Language): Promise<Translate> {
  const { messages } = await catalogue[language]();
  return translateWith(language, messages);
}

/** The same for screens, without what only the command line says: each is a file of its own that the app fetches. */
export async function loadScreenTranslator(language: Language): Promise<Translate> {
  const { screen } = await screens[language]();
  // No screen asks for a message of the command line; the catalogue's test holds that they begin with `cli.`.
  return translateWith(language, screen as Messages);
}

/** All messages of a language as they are written, for a page that shows the catalogues themselves. */
export async function loadMessages(language: Language): Promise<Messages> {
  return (await catalogue[language]()).messages;
}

const catalogue: Record<Language, () => Promise<{ messages: Messages }>> = {
  en: () => import('./messages/en/messages.ts'),
  vi: () => import('./messages/vi/messages.ts'),
  lo: () => import('./messages/lo/messages.ts'),
  fr: () => import('./messages/fr/messages.ts'),
};

const screens = {
  en: () => import('./messages/en/screen.ts'),
  vi: () => import('./messages/vi/screen.ts'),
  lo: () => import('./messages/lo/screen.ts'),
  fr: () => import('./messages/fr/screen.ts'),
};
