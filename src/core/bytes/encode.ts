import { isKey } from './decode.ts';
import { BytesError } from './error.ts';
import type { Json } from './json.ts';
import { depthMax } from './limits.ts';
import { textFault } from './text-fault.ts';
import { bytesOf } from './utf8.ts';

/**
 * The canonical text (RFC 8785) of a value, keys sorted. Whatever strict decoding would refuse is refused here first.
 *
 * @throws BytesError `bytes.not-representable` for what JSON lacks (undefined, bigint, functions, class instances,
 *   cycles), else the code that decoding would give
 */
export function canonicalText(value: Json): string {
  return textAt(value, 1);
}

/** The canonical bytes of a value: UTF-8 of {@link canonicalText}. */
export function encodeCanonical(value: Json): Uint8Array<ArrayBuffer> {
  return bytesOf(canonicalText(value));
}

function textAt(value: unknown, depth: number): string {
  if (value === null || value === true || value === false) return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number') return number(value);
  if (typeof value !== 'object') throw new BytesError('bytes.not-representable', typeof value);
  if (depth > depthMax) throw new BytesError('bytes.too-deep', `more than ${depthMax} brackets`);
  // Array.from, since holes must be met and refused.
  if (Array.isArray(value)) return `[${Array.from(value, (row) => textAt(row, depth + 1)).join(',')}]`;
  return object(value as Readonly<Record<string, unknown>>, depth);
}

function quoted(text: string): string {
  const fault = textFault(text);
  if (fault !== undefined) throw new BytesError(fault);
  return JSON.stringify(text);
}

function number(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new BytesError('bytes.number');
  return String(value);
}

function object(record: Readonly<Record<string, unknown>>, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(record);
  const isPlain = prototype === null || prototype === Object.prototype;
  if (!isPlain || Object.getOwnPropertySymbols(record).length > 0) {
    throw new BytesError('bytes.not-representable', 'not a plain object');
  }
  const members = Object.keys(record)
    .sort()
    .map((key) => {
      if (!isKey(key)) throw new BytesError('bytes.key');
      return `"${key}":${textAt(record[key], depth + 1)}`;
    });
  return `{${members.join(',')}}`;
}
