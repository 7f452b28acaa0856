import { BytesError } from './error.ts';
import type { Json, JsonObject } from './json.ts';
import { depthMax, keyLengthMax } from './limits.ts';
import { hasOnlyAssigned, textFault } from './text-fault.ts';
import { textOf } from './utf8.ts';

/** Decoded bytes. Refusal is thrown, so this is always ok; the shape keeps room for what else a caller wants to know. */
export interface Decoded {
  readonly ok: true;
  readonly value: Json;
}

/**
 * Decodes canonical JSON (RFC 8785, whole numbers only) and refuses every other form of it (B1 to B4), cheapest test
 * first: size, UTF-8, byte order mark, depth, JSON, keys and numbers, text, and at last that encoding gives the same
 * bytes. That last test alone catches duplicate keys, spaces, `1.0`, `-0`, needless escapes and what else there is.
 *
 * @param limit most bytes this kind of record may have
 * @throws BytesError `bytes.*`
 */
export function decodeStrict(bytes: Uint8Array, limit: number): Decoded {
  if (bytes.length > limit) {
    throw new BytesError('bytes.too-large', `${bytes.length} of at most ${limit} bytes`);
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) throw new BytesError('bytes.bom');
  const text = textOf(bytes);
  return { ok: true, value: decodeText(text, text.length === bytes.length, depthMax) };
}

/**
 * The part of {@link decodeStrict} behind the reading of UTF-8, for a record or a part of one.
 *
 * @param isAscii whether the text is known to be of ASCII only
 * @param depth how many brackets the text may nest
 * @throws BytesError `bytes.*`
 */
export function decodeText(text: string, isAscii: boolean, depth: number): Json {
  if (isTooDeep(text, depth)) throw new BytesError('bytes.too-deep', `more than ${depthMax} brackets`);
  const value = parse(text);
  // An escaped surrogate or mark hides from a test of the whole text; then each string is tested by itself.
  const isSound = !text.includes('\\u') && (isAscii || isSoundText(text));
  // Without a backslash nothing is escaped, and the length alone tells; see `lengthOf`.
  const length = lengthOf(value, isSound);
  const isExact = !text.includes('\\') && length > 0;
  const isCanonical = isExact ? length === text.length : JSON.stringify(value) === text;
  if (!isCanonical) throw new BytesError('bytes.not-canonical');
  return value;
}

/** Brackets outside strings, counted before the parser sees them. Few brackets in all need no closer look. */
function isTooDeep(text: string, depth: number): boolean {
  let opened = 0;
  for (let at = text.indexOf('{'); at >= 0 && opened <= depth; at = text.indexOf('{', at + 1)) opened += 1;
  for (let at = text.indexOf('['); at >= 0 && opened <= depth; at = text.indexOf('[', at + 1)) opened += 1;
  return opened > depth && depthOf(text) > depth;
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) quoted = !quoted;
    else if (quoted) at += code === 0x5c ? 1 : 0;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The parser's message quotes the input, which may be private.
    throw new BytesError('bytes.not-json');
  }
}

/**
 * Whether all text of a record is sound (B4) at one glance. Quotes and brackets compose with no mark, so a record in
 * NFC has only strings in NFC; the contrary does not hold, and then each string is tested by itself.
 */
function isSoundText(text: string): boolean {
  return text.normalize('NFC') === text && hasOnlyAssigned(text);
}

/**
 * Checks keys, numbers and, unless all text is known to be sound, strings; and counts how long the canonical text is if
 * nothing in it is escaped. Any other text of the value is longer: a space, a key given twice, `1.0` and `-0` all add.
 * Only an exponent may save more than it costs, and only where it stands for two zeros or more; for such numbers the
 * count is made NaN, and the text has to be compared.
 */
function lengthOf(value: Json, isSound: boolean): number {
  if (typeof value === 'string') {
    if (!isSound) checkText(value);
    return value.length + 2;
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new BytesError('bytes.number');
    return lengthOfNumber(value);
  }
  if (value === null || value === true) return 4;
  if (value === false) return 5;
  let length = 1;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) length += 1 + lengthOf(value[at] as Json, isSound);
    return Math.max(length, 2);
  }
  const record = value as JsonObject;
  let before = '';
  for (const key in record) {
    if (key <= before) throw new BytesError('bytes.key', 'keys are not in ascending order');
    checkKey(key);
    before = key;
    length += key.length + 4 + lengthOf(record[key] as Json, isSound);
  }
  return Math.max(length, 2);
}

function lengthOfNumber(value: number): number {
  if (value !== 0 && value % 100 === 0) return Number.NaN;
  if (value >= 0 && value < 10) return 1;
  return String(value).length;
}

function checkText(text: string): void {
  const fault = textFault(text);
  if (fault !== undefined) throw new BytesError(fault);
}

const knownKeys = new Set<string>();
const knownKeysMax = 4096;

function checkKey(key: string): void {
  if (knownKeys.has(key)) return;
  if (!isKey(key)) throw new BytesError('bytes.key');
  if (knownKeys.size < knownKeysMax) knownKeys.add(key);
}

/** Whether a key may stand in a record (B3). Integer-like ones and `__proto__` fail by their first character. */
export function isKey(key: string): boolean {
  return key.length <= keyLengthMax && /^[a-z][A-Za-z0-9-]*$/.test(key) && key !== 'constructor';
}
