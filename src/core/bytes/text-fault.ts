import type { BytesCode } from './error.ts';
import { isAssigned } from './unassigned.ts';

/** Latin with its marks and the currency and punctuation blocks in daily use, Lao: all assigned, checked by a test. */
const everyday =
  /^[\u0000-\u0377\u0e81\u0e82\u0e84\u0e86-\u0e8a\u0e8c-\u0ea3\u0ea5\u0ea7-\u0ebd\u0ec0-\u0ec4\u0ec8-\u0ece\u0ed0-\u0ed9\u1e00-\u1eff\u2000-\u2064]*$/;

/** Whether every code point of well-formed text has a character in Unicode 16 (B4). */
export function hasOnlyAssigned(text: string): boolean {
  if (everyday.test(text)) return true;
  for (const character of text) {
    if (!isAssigned(character.codePointAt(0) as number)) return false;
  }
  return true;
}

/** The first way in which text breaks B4, or undefined. */
export function textFault(text: string): BytesCode | undefined {
  if (!text.isWellFormed()) return 'bytes.surrogate';
  if (text.normalize('NFC') !== text) return 'bytes.not-nfc';
  if (!hasOnlyAssigned(text)) return 'bytes.unassigned';
  return undefined;
}
