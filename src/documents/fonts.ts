import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/* The type of documents: Noto Serif and Noto Sans for every Latin letter, with the Lao of each. */

const { resolve } = createRequire(import.meta.url);

/** TrueType files, upright and bold of each family, in one order. */
export function documentFonts(): readonly Buffer[] {
  const latin = [
    '@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf',
    '@expo-google-fonts/noto-serif/700Bold/NotoSerif_700Bold.ttf',
    '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
    '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  ].map((path) => readFileSync(resolve(path)));
  const lao = ['noto-serif-lao', 'noto-sans-lao'].flatMap((family) =>
    ['400', '700'].map((weight) =>
      trueTypeOf(readFileSync(resolve(`@fontsource/${family}/files/${family}-lao-${weight}-normal.woff`))),
    ),
  );
  return [...latin, ...lao];
}

/** The tables of a WOFF 1.0 file as the TrueType file they came from (W3C, WOFF File Format 1.0, §4 and §5). */
export function trueTypeOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 << power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * count - (16 << power), 10);
  const parts: Buffer[] = [head];
  let place = head.length;
  for (let at = 0; at < count; at += 1) {
    const entry = 44 + 20 * at;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes, { maxOutputLength: length }) : bytes;
    const row = 12 + 16 * at;
    woff.copy(head, row, entry, entry + 4);
    woff.copy(head, row + 4, entry + 16, entry + 20);
    head.writeUInt32BE(place, row + 8);
    head.writeUInt32BE(length, row + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    place += length + padding.length;
  }
  return Buffer.concat(parts);
}
