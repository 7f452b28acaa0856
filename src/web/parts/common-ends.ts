/** Where two wordings part: what they share at the beginning and at the end, by words. */
export interface Parted {
  readonly before: string;
  readonly middles: readonly [string, string];
  readonly after: string;
}

export function partWordings(a: string, b: string): Parted {
  const left = wordsOf(a);
  const right = wordsOf(b);
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < left.length - start &&
    end < right.length - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1;
  return {
    before: left.slice(0, start).join(''),
    middles: [left.slice(start, left.length - end).join(''), right.slice(start, right.length - end).join('')],
    after: left.slice(left.length - end).join(''),
  };
}

/** Made when it is first asked for: the dictionary that it reads takes a slow machine a tenth of a second. */
let segmenter: Intl.Segmenter | undefined;
function wordsOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('lo', { granularity: 'word' });
  return [...segmenter.segment(text)].map((one) => one.segment);
}
