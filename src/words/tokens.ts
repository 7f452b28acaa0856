import { fold } from './sort.ts';

/** Longest word that is kept, in code units: what is longer is cut, in texts and in what is looked for alike. */
export const tokenLengthMax = 40;

const lao = /[\u0e80-\u0eff]/;
const segmenter = new Intl.Segmenter('lo', { granularity: 'word' });

/**
 * The words of a text as search compares them: folded, elisions dropped (`l’accord` is found by `accord`), Lao, which has
 * no spaces, by the words that the dictionary of the host finds and by pairs of signs, so that a word that it does not
 * know is found too.
 */
export function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const part of fold(text).split(/[^\p{L}\p{M}\p{N}'’]+/u)) {
    const word = part.replace(/^(?:qu|[cdjlmnst])['’](?=.)/, '').replace(/['’]/g, '');
    if (word === '') continue;
    if (!lao.test(word)) tokens.push(word.slice(0, tokenLengthMax));
    else tokens.push(...laoTokens(word));
  }
  return tokens;
}

/** What a query asks for: all of these words, the last one perhaps not typed to its end. */
export function queryTokens(query: string): readonly string[] {
  return fold(query)
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map((part) => part.replace(/^(?:qu|[cdjlmnst])['’](?=.)/, '').replace(/['’]/g, ''))
    .flatMap((word) =>
      word === '' ? [] : lao.test(word) ? laoPairs(word) : [word.slice(0, tokenLengthMax)],
    );
}

/** The same phrases come again and again, and the dictionary is slow. */
const laoBefore = new Map<string, readonly string[]>();
const laoBeforeMax = 10_000;

function laoTokens(word: string): readonly string[] {
  const before = laoBefore.get(word);
  if (before !== undefined) return before;
  const found = [...segmenter.segment(word)].flatMap(({ isWordLike, segment }) =>
    isWordLike === true ? [segment] : [],
  );
  const tokens = [...found, ...laoPairs(word)];
  if (laoBefore.size >= laoBeforeMax) laoBefore.clear();
  laoBefore.set(word, tokens);
  return tokens;
}

/** Pairs of neighbouring signs of a run of Lao; a single sign stands for itself. */
function laoPairs(word: string): readonly string[] {
  const signs = Array.from(word);
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
}
