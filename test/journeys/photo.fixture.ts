import type { Page } from 'playwright-core';

/* Photos as cameras make them: with what they write beside the picture. */

/** A JPEG of this size whose Exif segment names a place. What it shows does not grow small when it is drawn anew. */
export async function withPlace(page: Page, width: number, height: number): Promise<Buffer> {
  const plain = await page.evaluate(
    async ([wide, high]) => {
      const tile = new OffscreenCanvas(128, 128);
      const grain = new ImageData(128, 128);
      crypto.getRandomValues(grain.data.subarray(0));
      for (let at = 3; at < grain.data.length; at += 4) grain.data[at] = 255;
      tile.getContext('2d')!.putImageData(grain, 0, 0);
      const canvas = new OffscreenCanvas(wide, high);
      const pen = canvas.getContext('2d')!;
      pen.fillStyle = pen.createPattern(tile, 'repeat')!;
      pen.fillRect(0, 0, wide, high);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.6 });
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 8192)
        text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      return btoa(text);
    },
    [width, height] as const,
  );
  const bytes = Buffer.from(plain, 'base64');
  return Buffer.concat([bytes.subarray(0, 2), exifSegment(), bytes.subarray(2)]);
}

/** APP1 with a directory that points to GPS latitude 18° N (TIFF 6.0, Exif 2.3). */
function exifSegment(): Buffer {
  const tiff = Buffer.alloc(8 + 18 + 42 + 24);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: number, count: number, value: number): void => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(count, at + 4);
    tiff.writeUInt32BE(value, at + 8);
  };
  tiff.writeUInt16BE(1, 8);
  entry(10, 0x8825, 4, 1, 26);
  tiff.writeUInt16BE(2, 26);
  entry(28, 1, 2, 2, 0x4e00_0000);
  entry(40, 2, 5, 3, 68);
  for (const [at, value] of [18, 1, 0, 1, 0, 1].entries()) tiff.writeUInt32BE(value, 68 + at * 4);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** Width and height of a JPEG, from its frame header. */
export function jpegSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at);
    if (marker >= 0xffc0 && marker <= 0xffc3)
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
  }
  throw new Error('no frame header');
}
