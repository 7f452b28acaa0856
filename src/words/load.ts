import { type Messages, type Translate, translateWith } from './format.ts';
import type { Language } from './languages.ts';

/** The translator of a language, fetching only that catalogue: for the browser, where each is a file of its own. */
export async function loadTranslator(language: Language): Promise<Translate> {
  const { messages } = await catalogue[language]();
  return translateWith(language, messages);
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
