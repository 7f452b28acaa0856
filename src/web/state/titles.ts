import { isLanguage } from '../../words/languages.ts';
import { loadTranslator } from '../../words/load.ts';

/** The title of minutes on a line, in that language: a proposal that anyone may change. */
export async function minutesTitle(lang: string, about: string): Promise<string> {
  const t = await loadTranslator(isLanguage(lang) ? lang : 'en');
  return t('app.minutesOn', { about: about.length > 160 ? `${about.slice(0, 157)}…` : about });
}
