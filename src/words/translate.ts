import { type Translate, translateWith } from './format.ts';
import type { Language } from './languages.ts';
import { messages as en } from './messages/en/messages.ts';
import { messages as fr } from './messages/fr/messages.ts';
import { messages as lo } from './messages/lo/messages.ts';
import { messages as vi } from './messages/vi/messages.ts';

/** All catalogues. A browser loads one at a time instead, by `loadTranslator`. */
export const catalogues = { en, vi, lo, fr };

/** The translator of a language, made once: `t('plan.send', { party })`. */
export function createTranslator(language: Language): Translate {
  let translate = made.get(language);
  if (!translate) {
    translate = translateWith(language, catalogues[language]);
    made.set(language, translate);
  }
  return translate;
}

const made = new Map<Language, Translate>();
