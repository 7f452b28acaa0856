import { isLanguage, type Language, pickLanguage } from '../../words/languages.ts';

const kept = 'counterpart.language';

/** The language chosen here before, else the first of the browser's that we speak. */
export function chosenLanguage(): Language {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(kept);
  } catch {
    // A browser that keeps nothing still shows a language.
  }
  return chosen && isLanguage(chosen) ? chosen : pickLanguage(navigator.languages.join(','), 'en');
}

export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(kept, language);
  } catch {
    // Shown for now.
  }
}
