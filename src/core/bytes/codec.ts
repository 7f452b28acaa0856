import { BytesError } from './error.ts';

const hexDigits = '0123456789abcdef';
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += (hexDigits[byte >> 4] as string) + (hexDigits[byte & 15] as string);
  return text;
}

/** Bytes of lower-case hex of even length. Throws `bytes.hex`. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) throw new BytesError('bytes.hex');
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1)
    bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

/** RFC 4648 base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const rest = bytes.length - at;
    const group = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += (base64Digits[group >> 18] as string) + (base64Digits[(group >> 12) & 63] as string);
    text += rest > 1 ? (base64Digits[(group >> 6) & 63] as string) : '=';
    text += rest > 2 ? (base64Digits[group & 63] as string) : '=';
  }
  return text;
}

/**
 * Bytes of RFC 4648 base64 in its one canonical form: padded, no space, unused bits zero. Throws `bytes.base64`.
 *
 * @param length the only length accepted, if given
 */
export function fromBase64(text: string, length?: number): Uint8Array<ArrayBuffer> {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    throw new BytesError('bytes.base64');
  }
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, into = 0; at < text.length; at += 4, into += 3) {
    const group =
      (valueAt(text, at) << 18) |
      (valueAt(text, at + 1) << 12) |
      (valueAt(text, at + 2) << 6) |
      valueAt(text, at + 3);
    // Writes past the end are dropped by the array.
    bytes[into] = group >> 16;
    bytes[into + 1] = (group >> 8) & 255;
    bytes[into + 2] = group & 255;
  }
  if (length !== undefined && bytes.length !== length)
    throw new BytesError('bytes.base64', `not ${length} bytes`);
  if (toBase64(bytes) !== text) throw new BytesError('bytes.base64', 'unused bits are set');
  return bytes;
}

const base64Values = new Map(Array.from(base64Digits, (digit, value) => [digit, value]));

function valueAt(text: string, at: number): number {
  return base64Values.get(text[at] as string) ?? 0;
}

/** Whether two byte strings are equal. Not in constant time: for public bytes only. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** One byte string after the other. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
