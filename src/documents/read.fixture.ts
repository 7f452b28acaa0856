import { inflateRawSync, inflateSync } from 'node:zlib';

/* Reads documents back, for tests. */

/** A part of a ZIP, by its central directory. */
export function partOf(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip);
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (;;) {
    const [nameLength, extra, note] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) === name) break;
    at += 46 + nameLength + extra + note;
  }
  const local = bytes.readUInt32LE(at + 42);
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
  return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
}

/** What the cells of a Word document say, each row of a table a list. */
export const wordRows = (xml: string): readonly (readonly string[])[] =>
  [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
      [...cell.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''),
    ),
  );

/** Every letter that a PDF says its glyphs stand for, by the ToUnicode maps of its fonts (ISO 32000, 9.10.3). */
export function pdfLetters(pdf: Uint8Array): ReadonlySet<string> {
  const bytes = Buffer.from(pdf);
  const letters = new Set<string>();
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    if (bytes.toString('latin1', at - 3, at) === 'end') continue;
    const end = bytes.indexOf('endstream', at);
    const text = inflated(bytes.subarray(at + 7, end));
    if (!text.includes('beginbf')) continue;
    for (const [, hex = ''] of text.matchAll(/^<[0-9a-fA-F]+> <([0-9a-fA-F]+)>$/gm))
      for (const letter of Buffer.from(hex, 'hex').swap16().toString('utf16le')) letters.add(letter);
    for (const [, from = '', to = '', first = ''] of text.matchAll(
      /^<([0-9a-fA-F]+)> <([0-9a-fA-F]+)> <([0-9a-fA-F]{4})>$/gm,
    ))
      for (let step = 0; step <= Number.parseInt(to, 16) - Number.parseInt(from, 16); step += 1)
        letters.add(String.fromCodePoint(Number.parseInt(first, 16) + step));
  }
  return letters;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return bytes.toString('latin1');
  }
}
