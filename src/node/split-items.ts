import { encodeCanonical } from '../core/bytes/encode.ts';
import type { Item } from '../core/feed/build-run.ts';

/** What an entry has beside its body and heads, at most: names, hashes, key, time. */
const frameBytes = 700;

/** Parts items so that each part fits one run. One batch is written together, whatever its number of runs. */
export function splitItems(
  items: readonly Item[],
  entriesMax: number,
  bytesMax: number,
): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  let size = 0;
  for (const item of items) {
    const bytes = encodeCanonical(item.body).length + frameBytes + (item.heads?.length ?? 0) * 120;
    const part = parts.at(-1) as Item[];
    if (part.length > 0 && (part.length === entriesMax || size + bytes > bytesMax)) {
      parts.push([item]);
      size = bytes;
    } else {
      part.push(item);
      size += bytes;
    }
  }
  return parts;
}
