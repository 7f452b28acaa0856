import { fromBase64, toBase64 } from '../bytes/codec.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import { isKeyId, isPartyCode, type KeyId } from '../bytes/ids.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import type { Founding, FoundingSignature } from '../feed/founding.ts';
import type { ExchangeCode } from './codes.ts';

/*
 * The roots' signatures as plain text, in exports and pouches: a line `<party> TAB <key id> TAB <base64>` for each, in
 * the order of the founding.
 */

/** The lines of a founding's signatures. */
export function signatureLines(founding: Founding, signatures: readonly FoundingSignature[]): string {
  return founding.parties
    .flatMap(({ party, rootId }) =>
      signatures
        .filter((row) => row.party === party)
        .map((row) => `${party}\t${rootId}\t${toBase64(row.signature)}\n`),
    )
    .join('');
}

/** A line read, its key id not yet compared with the founding's. */
export interface SignatureLine extends FoundingSignature {
  readonly key: KeyId;
}

/** Reads the lines; whether they are those of the founding, compare with {@link signatureLines}. Throws `code`. */
export function readSignatureLines(bytes: Uint8Array, code: ExchangeCode): readonly SignatureLine[] {
  const text = attempt(() => textOf(bytes));
  if (text instanceof BytesError || !text.endsWith('\n')) throw new BytesError(code, 'lines');
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => {
      const [party, key, base64, ...more] = line.split('\t');
      if (!isPartyCode(party) || !isKeyId(key) || base64 === undefined || more.length > 0) {
        throw new BytesError(code, 'line');
      }
      const signature = attempt(() => fromBase64(base64, 64));
      if (signature instanceof BytesError) throw new BytesError(code, 'signature');
      return { party, key, signature };
    });
}

/** A founding and its signatures in one piece: its line, then those lines. */
export function foundingFile(
  founding: Founding,
  bytes: Uint8Array,
  signatures: readonly FoundingSignature[],
): Uint8Array<ArrayBuffer> {
  const lines = bytesOf(`\n${signatureLines(founding, signatures)}`);
  const file = new Uint8Array(bytes.length + lines.length);
  file.set(bytes);
  file.set(lines, bytes.length);
  return file;
}

/** Takes that piece apart. Throws `code`. */
export function splitFoundingFile(
  file: Uint8Array,
  code: ExchangeCode,
): { readonly bytes: Uint8Array; readonly signatures: readonly SignatureLine[] } {
  const at = file.indexOf(0x0a);
  if (at < 0) throw new BytesError(code, 'lines');
  return { bytes: file.subarray(0, at), signatures: readSignatureLines(file.subarray(at + 1), code) };
}
