import type { Label } from '../../core/kinds/declare.ts';
import type { Arguments, MessageKey, Translate } from '../../words/format.ts';
import { type Language, languageName } from '../../words/languages.ts';
import { loadScreenTranslator } from '../../words/load.ts';
import { chosenLanguage, keepLanguage } from './chosen-language.ts';
import { pickTextLanguage } from './pick-language.ts';

/** The language of the screen, and the words in it. */

class Words {
  language = $state<Language>('en');
  translate = $state.raw<Translate>();
  /** What a name falls back to: our side's own language, then the other authentic ones. */
  order = $state.raw<readonly string[]>([]);
}
const words = new Words();

/** The sentence for a key, in the language of the screen. */
export function t(key: MessageKey, args?: Arguments): string {
  return words.translate ? words.translate(key, args) : '';
}

export const screenLanguage = (): Language => words.language;

/** The translator itself, for whoever makes keys of codes. */
export function translator(): Translate {
  if (!words.translate) throw new Error('no language yet');
  return words.translate;
}

/** A label of a declaration in the language of the screen. */
export const labelOf = (
  label: { readonly [Lang in keyof Label]?: string | undefined } | undefined,
): string => (label ? (label[words.language] ?? label.en ?? Object.values(label)[0] ?? '') : '');

/** A title that is a message, or a label of a declaration that has none. */
export const titled = (title: MessageKey | Label): string =>
  typeof title === 'string' ? t(title) : labelOf(title);

/** The name of a language inside a sentence. */
export const languageCalled = (code: string): string => languageName(code, words.language);

/** One of several languages of a name: the screen's, else our own, else the next authentic one, else English. */
export function nameIn(names: Readonly<Record<string, string>> | undefined): string {
  if (!names) return '';
  return names[langOf(names) ?? ''] ?? '';
}

/** Which language `nameIn` chose, for the `lang` attribute. */
export function nameLang(names: Readonly<Record<string, string>> | undefined): string | undefined {
  if (!names) return undefined;
  const chosen = langOf(names);
  return chosen === words.language ? undefined : chosen;
}

/** The language to read a name or a prose value in; `order` is the programme's, ours first, where one is known. */
export const langOf = (
  names: Readonly<Record<string, unknown>>,
  order: readonly string[] = words.order,
): string | undefined => pickTextLanguage(names, words.language, order);

export function setLanguageOrder(order: readonly string[]): void {
  words.order = order;
}

export async function useLanguage(language: Language): Promise<void> {
  words.translate = await loadScreenTranslator(language);
  words.language = language;
  document.documentElement.lang = language;
  keepLanguage(language);
}

/** The language chosen here before, else the first of the browser's that we speak. */
export const startLanguage = (): Promise<void> => useLanguage(chosenLanguage());
