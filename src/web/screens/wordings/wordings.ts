import type { Kind, Label } from '../../../core/kinds/declare.ts';
import type { Messages } from '../../../words/format.ts';
import type { Language } from '../../../words/languages.ts';
import { toReview } from '../../../words/review.ts';

/** One wording in every language of the interface. */
export interface Wording {
  /** The message's key, or where in the declaration of a kind the label stands. */
  readonly key: string;
  readonly words: Readonly<Partial<Record<Language, string>>>;
  /** In which languages a native reader has not confirmed it yet. */
  readonly doubted: readonly Language[];
}

/** Messages of all catalogues, key by key. */
export function messageWordings(
  catalogues: ReadonlyMap<Language, Messages>,
  order: readonly Language[],
): readonly Wording[] {
  const doubts = new Map(
    [...catalogues].map(([lang, messages]) => [lang, new Set<string>(toReview(lang, messages))]),
  );
  const keys = Object.keys(catalogues.get('en') ?? {}) as (keyof Messages)[];
  return keys.map((key) => ({
    key,
    words: Object.fromEntries([...catalogues].map(([lang, messages]) => [lang, messages[key]])),
    doubted: order.filter((lang) => doubts.get(lang)?.has(key)),
  }));
}

/** The labels of the kinds: each object with `label` or a label of its own, under the path to it. All their Lao needs a reader. */
export function kindWordings(kinds: Iterable<Kind>): readonly Wording[] {
  const found: Wording[] = [];
  const look = (at: unknown, path: string): void => {
    if (typeof at !== 'object' || at === null) return;
    if (isLabel(at)) {
      found.push({ key: path.replace(/\.label$/, ''), words: at, doubted: ['lo'] });
      return;
    }
    for (const [name, inner] of Object.entries(at)) look(inner, `${path}.${name}`);
  };
  for (const kind of kinds) look(kind, kind.kind);
  return found;
}

const isLabel = (value: object): value is Label =>
  'en' in value && 'vi' in value && Object.values(value).every((word) => typeof word === 'string');

/** Those that hold the words sought, in their key or any language. */
export function sift(wordings: readonly Wording[], sought: string, onlyDoubted: boolean): readonly Wording[] {
  const needle = folded(sought.trim());
  return wordings.filter(
    ({ doubted, key, words }) =>
      (!onlyDoubted || doubted.length > 0) &&
      (needle === '' || [key, ...Object.values(words)].some((text) => folded(text).includes(needle))),
  );
}

/** Without case and diacritics of Latin letters. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase();
