/** Words to the numbers of the docs that hold them, ascending. */
export interface Words {
  readonly byToken: ReadonlyMap<string, readonly number[]>;
  /** All words in order, for beginnings of words. */
  readonly tokens: readonly string[];
}

/** Words that one beginning may stand for, so that one letter does not search everything. */
const beginningsMax = 2_000;

/** Docs that hold every word, with how well: 2 for each whole word, 1 for the beginning of one. */
export function docsWith(index: Words, tokens: readonly string[]): Map<number, number> {
  const last = tokens.length - 1;
  const lists = tokens.map((token, at) => {
    const whole = index.byToken.get(token) ?? [];
    const longer =
      at === last ? beginningWith(index.tokens, token).flatMap((one) => index.byToken.get(one) ?? []) : [];
    return { whole, longer: Int32Array.from(new Set(longer)).sort() };
  });
  // The rarest word first: what it does not stand in need not be looked at.
  lists.sort((one, other) => one.whole.length + one.longer.length - other.whole.length - other.longer.length);
  const [rarest, ...others] = lists;
  const found = new Map<number, number>();
  for (const doc of rarest?.longer ?? []) found.set(doc, 1);
  for (const doc of rarest?.whole ?? []) found.set(doc, 2);
  for (const [doc, score] of found) {
    let sum = score;
    for (const { longer, whole } of others) {
      const more = holds(whole, doc) ? 2 : holds(longer, doc) ? 1 : 0;
      sum = more === 0 ? 0 : sum + more;
      if (sum === 0) break;
    }
    if (sum === 0) found.delete(doc);
    else found.set(doc, sum);
  }
  return found;
}

/** Whether an ascending list holds a number. */
function holds(list: ArrayLike<number>, wanted: number): boolean {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return list[low] === wanted;
}

/** Where a word stands among words in order, or would stand. */
export function placeOf(tokens: readonly string[], token: string): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] ?? '') < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

function beginningWith(tokens: readonly string[], beginning: string): readonly string[] {
  const found: string[] = [];
  for (let at = placeOf(tokens, beginning); at < tokens.length && found.length < beginningsMax; at++) {
    const token = tokens[at] ?? '';
    if (!token.startsWith(beginning)) break;
    if (token !== beginning) found.push(token);
  }
  return found;
}
