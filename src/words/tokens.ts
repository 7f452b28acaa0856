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

/** The words of a query as it was typed, folded; a run of Lao is one. */
export const queryWords = (query: string): readonly string[] =>
  fold(query)
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map((part) => part.replace(/^(?:qu|[cdjlmnst])['’](?=.)/, '').replace(/['’]/g, ''))
    .filter((word) => word !== '');

/** What a query asks for: all of these words, the last one perhaps not typed to its end. */
export const queryTokens = (query: string): readonly string[] =>
  queryWords(query).flatMap((word) => (lao.test(word) ? laoPairs(word) : [word.slice(0, tokenLengthMax)]));

/** A text in pieces, those marked that hold words looked for (`queryWords`): whole words, or a run of signs in Lao. */
export function markedPieces(
  text: string,
  words: readonly string[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const isSought = (part: string): boolean =>
    !lao.test(part) && tokensOf(part).some((token) => words.some((word) => token.startsWith(word)));
  const laoWords = words.filter((word) => lao.test(word));
  const pieces = text
    .split(/([\p{L}\p{M}\p{N}'’]+)/u)
    .flatMap((part) =>
      lao.test(part) ? laoPieces(part, laoWords) : [{ text: part, isMarked: isSought(part) }],
    );
  return pieces.filter((piece) => piece.text !== '');
}

function laoPieces(
  part: string,
  words: readonly string[],
): readonly { readonly text: string; readonly isMarked: boolean }[] {
  const folded = fold(part);
  const [found] = words
    .map((word) => ({ at: folded.indexOf(word), word }))
    .filter(({ at }) => at >= 0)
    .toSorted((one, other) => one.at - other.at || other.word.length - one.word.length);
  if (found === undefined) return [{ text: part, isMarked: false }];
  // Folding may write one sign as two: the place in the text is where so much of it has been folded.
  const placeOf = (length: number): number => {
    let place = 0;
    while (place < part.length && fold(part.slice(0, place)).length < length) place += 1;
    return place;
  };
  const [from, to] = [placeOf(found.at), placeOf(found.at + found.word.length)];
  return [
    { text: part.slice(0, from), isMarked: false },
    { text: part.slice(from, to), isMarked: true },
    ...laoPieces(part.slice(to), to > from ? words : []),
  ];
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
