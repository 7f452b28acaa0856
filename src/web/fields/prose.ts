import { visibleText } from '../../core/bytes/name.ts';

/** A prose value: all authentic languages together, with those not confirmed since another changed (T5). */
export interface Prose {
  readonly [lang: string]: string | readonly string[] | undefined;
  readonly stale?: readonly string[];
}

export function asProse(value: unknown): Prose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Prose) : {};
}

export function wordsIn(value: unknown, lang: string): string {
  const text = asProse(value)[lang];
  return typeof text === 'string' ? text : '';
}

/** As it is shown: what one sees is what is there (B5). */
export const shownIn = (value: unknown, lang: string): string => visibleText(wordsIn(value, lang));

export const staleIn = (value: unknown): readonly string[] => asProse(value).stale ?? [];

export interface ProseEdit {
  readonly texts: Readonly<Record<string, string>>;
  /** Languages whose writer says: still right as it stands. */
  readonly confirmed: ReadonlySet<string>;
}

/**
 * The value that an edit leads to. A language that did not change while another did must be confirmed, or it is stale;
 * one that is stale stays so until it is changed or confirmed.
 */
export function editProse(before: unknown, edit: ProseEdit, languages: readonly string[]): Prose | null {
  const texts = Object.fromEntries(languages.map((lang) => [lang, clean(edit.texts[lang] ?? '')]));
  if (languages.every((lang) => texts[lang] === '')) return null;
  const changed = new Set(languages.filter((lang) => texts[lang] !== wordsIn(before, lang)));
  const was = new Set(staleIn(before));
  // To mend a stale language follows the others; it does not put them in doubt.
  const moved = [...changed].some((lang) => !was.has(lang));
  const stale = languages.filter((lang) => {
    if (texts[lang] === '' || edit.confirmed.has(lang) || changed.has(lang)) return false;
    return was.has(lang) || moved;
  });
  const value: Record<string, string | readonly string[]> = {};
  for (const lang of languages) if (texts[lang]) value[lang] = texts[lang];
  if (stale.length > 0) value['stale'] = stale.toSorted();
  return value;
}

/** Languages that would be stale by this edit: the writer is asked about them. */
export function asksAbout(
  before: unknown,
  texts: Readonly<Record<string, string>>,
  languages: readonly string[],
): readonly string[] {
  return staleIn(editProse(before, { texts, confirmed: new Set() }, languages));
}

const clean = (text: string): string => text.normalize('NFC').replaceAll('\r\n', '\n').trim();

/** The same said so that the node takes it as it stands: without `stale` it would mark what stayed as unconfirmed again. */
export const lookedAt = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !('stale' in value) ? { ...value, stale: [] } : value;
