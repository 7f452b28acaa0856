import { BytesError } from './error.ts';
import type { Json } from './json.ts';
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
  walk(value, isSound);
  if (JSON.stringify(value) !== text) throw new BytesError('bytes.not-canonical');
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

function walk(value: Json, sound: boolean): void {
  if (typeof value === 'string') {
    if (!sound) checkText(value);
  } else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new BytesError('bytes.number');
  } else if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) walk(value[at] as Json, sound);
  } else if (typeof value === 'object' && value !== null) {
    const record = value as { readonly [key: string]: Json };
    let before = '';
    for (const key in record) {
      if (key <= before) throw new BytesError('bytes.key', 'keys are not in ascending order');
      checkKey(key);
      before = key;
      walk(record[key] as Json, sound);
    }
  }
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
