/** Sort keys between two others (T9): digits and small letters, compared as text. */
const digits = '0123456789abcdefghijklmnopqrstuvwxyz';

/** A key after `before` and before `after`; an empty one is open. */
export function placeBetween(before: string, after: string): string {
  let key = '';
  for (let index = 0; ; index += 1) {
    const low = index < before.length ? Math.max(0, digits.indexOf(before.charAt(index))) : 0;
    const bounded = after !== '' && after.startsWith(key);
    const high =
      bounded && index < after.length ? Math.max(0, digits.indexOf(after.charAt(index))) : digits.length;
    if (high - low > 1) {
      // At the open end keep close to the last key, so that keys stay short over many lines.
      const step = bounded ? (low + high) >> 1 : Math.min(low + 1, digits.length - 1);
      return key + digits.charAt(step);
    }
    key += digits.charAt(low);
    if (index > 60) return `${key}i`;
  }
}
