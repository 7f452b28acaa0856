/** Where two wordings part: what they share at the beginning and at the end, by words. */
export interface Parted {
  readonly before: string;
  readonly middles: readonly [string, string];
  readonly after: string;
}

export function partWordings(a: string, b: string): Parted {
  const { after, before, left, right } = partAt(spacedWords(a), spacedWords(b));
  // Words without spaces between them are told apart only where both sides have such, and differ.
  const isFiner =
    (isUnspaced(left[0]) && isUnspaced(right[0])) || (isUnspaced(left.at(-1)) && isUnspaced(right.at(-1)));
  const inner = isFiner ? partAt(left.flatMap(words), right.flatMap(words)) : undefined;
  return {
    before: [...before, ...(inner?.before ?? [])].join(''),
    middles: [(inner?.left ?? left).join(''), (inner?.right ?? right).join('')],
    after: [...(inner?.after ?? []), ...after].join(''),
  };
}

type Words = readonly string[];

function partAt(a: Words, b: Words): Readonly<Record<'before' | 'left' | 'right' | 'after', Words>> {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return {
    before: a.slice(0, start),
    left: a.slice(start, a.length - end),
    right: b.slice(start, b.length - end),
    after: a.slice(a.length - end),
  };
}

/** Words as spaces and signs part them; a number keeps its marks. */
const spacedWords = (text: string): Words =>
  text.match(/(?:[\p{L}\p{M}\p{N}]|(?<=\p{N})[.,](?=\p{N})|(?<=\p{L})['’](?=\p{L}))+|\s+|[^]/gu) ?? [];

/** Lao, Thai, Khmer, Burmese, Chinese and Japanese write their words without spaces. */
const isUnspaced = (word: string | undefined): boolean =>
  word !== undefined && /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/.test(word);

/** Made when it is first asked for: the dictionary that it reads takes a slow machine a tenth of a second and more. */
let segmenter: Intl.Segmenter | undefined;
function words(word: string): Words {
  if (!isUnspaced(word)) return [word];
  segmenter ??= new Intl.Segmenter('lo', { granularity: 'word' });
  return [...segmenter.segment(word)].map((one) => one.segment);
}
