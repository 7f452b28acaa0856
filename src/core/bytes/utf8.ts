import { BytesError } from './error.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of well-formed text. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** The text of bytes that are strictly UTF-8; a byte order mark stays in the text. Throws `bytes.not-utf8`. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new BytesError('bytes.not-utf8');
  }
}
