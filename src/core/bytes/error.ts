/** Why bytes were refused. Stable: they stand in logs, in problem documents and in `docs/codes.md`. */
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
  'bytes.time',
  'bytes.date',
  'bytes.amount',
  'bytes.public-key',
  'bytes.signature',
] as const;

export type BytesCode = (typeof bytesCodes)[number];

/** Thrown by every decoder of `bytes/`, caught once at the edge of a room. The message never quotes the input. */
export class BytesError extends Error {
  override readonly name = 'BytesError';
  readonly code: BytesCode;

  constructor(code: BytesCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.code = code;
  }
}
