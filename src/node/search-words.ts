/** Words to the numbers of the docs that hold them. */
export interface Words {
  /** Ascending for each word. */
  readonly byToken: Map<string, number[]>;
  /** All words but the latest in order, for beginnings of words; and the latest, which have none. */
  sorted: readonly string[];
  latest: string[];
}

export const noWords = (): Words => ({ byToken: new Map(), sorted: [], latest: [] });

/** Words that are looked through one by one before they are put in order among the others. */
const latestMax = 4_096;

/** Words that one beginning may stand for, so that one letter does not search everything. */
const beginningsMax = 2_000;

/** Takes in the words of a doc; its number is higher than any before. */
export function addWords(words: Words, number: number, tokens: Iterable<string>): void {
  for (const token of tokens) {
    const docs = words.byToken.get(token);
    if (docs !== undefined) {
      // A word may stand in it twice.
      if (docs.at(-1) !== number) docs.push(number);
    } else {
      words.byToken.set(token, [number]);
      words.latest.push(token);
    }
  }
  if (words.latest.length < latestMax) return;
  words.sorted = merged(words.sorted, words.latest.sort());
  words.latest = [];
}

/**
 * How well each doc below `count` holds words: 2 for each whole one, 1 for the beginning that the last of them may be; 0 where one is
 * missing. A word that half of all docs hold costs a walk through its numbers, no more.
 */
export function scoresOf(words: Words, count: number, tokens: readonly string[]): Uint16Array {
  const [scores, held] = [new Uint16Array(count), new Uint16Array(count)];
  for (const [at, token] of tokens.entries()) {
    const note = (docs: readonly number[], score: number): void => {
      for (const doc of docs) {
        if (held[doc] !== at) continue;
        held[doc] = at + 1;
        scores[doc] = (scores[doc] ?? 0) + score;
      }
    };
    note(words.byToken.get(token) ?? none, 2);
    if (at === tokens.length - 1)
      for (const longer of beginningWith(words, token)) note(words.byToken.get(longer) ?? none, 1);
  }
  for (let doc = 0; doc < count; doc += 1) if (held[doc] !== tokens.length) scores[doc] = 0;
  return scores;
}

const none: readonly number[] = [];

/** The words with new numbers for the docs; those without one are gone, and words that no doc holds. Numbers keep their order. */
export function renumbered(words: Words, numberOf: (doc: number) => number | undefined): Words {
  const byToken = new Map<string, number[]>();
  for (const [token, docs] of words.byToken) {
    const kept = docs.flatMap((doc) => numberOf(doc) ?? []);
    if (kept.length > 0) byToken.set(token, kept);
  }
  const isKept = (token: string): boolean => byToken.has(token);
  return { byToken, sorted: words.sorted.filter(isKept), latest: words.latest.filter(isKept) };
}

function beginningWith({ latest, sorted }: Words, beginning: string): readonly string[] {
  const isLonger = (token: string): boolean => token.startsWith(beginning) && token !== beginning;
  const found: string[] = [];
  for (let at = placeOf(sorted, beginning); at < sorted.length && found.length < beginningsMax; at += 1) {
    const token = sorted[at] ?? '';
    if (!token.startsWith(beginning)) break;
    if (isLonger(token)) found.push(token);
  }
  const more = latest.filter(isLonger);
  return more.length === 0 ? found : merged(found, more.sort()).slice(0, beginningsMax);
}

/** Where a word stands among words in order, or would stand. */
function placeOf(tokens: readonly string[], token: string): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] ?? '') < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Two lists in order as one. */
function merged(one: readonly string[], other: readonly string[]): string[] {
  const all: string[] = [];
  let at = 0;
  for (const token of other) {
    while (at < one.length && (one[at] ?? '') < token) all.push(one[at++] ?? '');
    all.push(token);
  }
  while (at < one.length) all.push(one[at++] ?? '');
  return all;
}
