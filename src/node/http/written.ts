/*
 * Where an answer is written before it is packed. A buffer for each would be memory beside the heap that is garbage at once: so
 * much of it that the collector goes through the whole register again and again, tens of milliseconds at a time.
 */

let page = Buffer.allocUnsafeSlow(256 * 1024);
/** A longer answer gets a buffer of its own. */
const pageMax = 4 * 1024 * 1024;

/** Text whose characters are the bytes of its UTF-8. */
export type Bytes = string & { readonly bytes: unique symbol };

export const bytesOf = (text: string): Bytes => Buffer.from(text).toString('latin1') as Bytes;

/** Parts one after the other. What is given back is good until the next call. */
export function written(parts: readonly Bytes[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > page.length && length <= pageMax) page = Buffer.allocUnsafeSlow(Math.min(pageMax, length * 2));
  const into = length > pageMax ? Buffer.allocUnsafeSlow(length) : page;
  let at = 0;
  for (const part of parts) at += into.write(part, at, 'latin1');
  // A Buffer's own `slice` would share its memory with what is written next.
  return new Uint8Array(into.buffer, 0, length);
}
