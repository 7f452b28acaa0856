/** Why `bytes/` refuses. Stable: the codes stand in logs and in problem documents. Other rooms keep lists of their own. */
export const bytesCodes = [
  'bytes.too-large',
  'bytes.not-utf8',
  'bytes.bom',
  'bytes.too-deep',
  'bytes.not-json',
  'bytes.key',
  'bytes.number',
  'bytes.surrogate',
  'bytes.not-nfc',
  'bytes.unassigned',
  'bytes.not-canonical',
  'bytes.not-representable',
  'bytes.hex',
  'bytes.base64',
  'bytes.hash',
  'bytes.key-id',
  'bytes.party',
  'bytes.subject',
  'bytes.language',
  'bytes.date',
  'bytes.amount',
  'bytes.public-key',
] as const;

export type BytesCode = (typeof bytesCodes)[number];

/**
 * Thrown by every decoder of core, caught once at the edge of its room. `code` is one of the room's list (`bytesCodes`,
 * `feedCodes`, `exchangeCodes`); `detail` never quotes the input, which may be private.
 */
export class BytesError extends Error {
  override readonly name = 'BytesError';
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** Runs a decoder whose refusal is an answer: its value, or the error thrown. Anything else thrown is a bug and passes. */
export function attempt<Value>(decode: () => Value): Value | BytesError {
  try {
    return decode();
  } catch (error) {
    if (error instanceof BytesError) return error;
    throw error;
  }
}
