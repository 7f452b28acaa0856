import type { FileRef } from '../../api/schema.ts';
import { toHex } from '../../core/bytes/codec.ts';

/** A picture as it lies here until it is sent: its bytes, and how a statement will name it. */
export interface Picture {
  readonly ref: FileRef;
  readonly bytes: ArrayBuffer;
}

/** Longest side of a photo that is sent, in pixels. */
export const longestSide = 1_600;
const quality = 0.8;

/** The file is no picture that this browser can read. */
export class NoPicture extends Error {}

/**
 * A photo made small: at most 1,600 pixels, drawn anew. What the camera wrote beside the picture (place, device, time) does
 * not come along, since only the pixels do; nor does the name of the file.
 *
 * @throws NoPicture
 */
export async function reducePhoto(file: Blob, name: string): Promise<Picture> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    throw new NoPicture('not a picture');
  }
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new NoPicture('nothing to draw on');
  // A transparent picture would turn black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return pictureOf(canvas, name, 'image/jpeg', 'jpg');
}

/** What was drawn on a canvas. */
export async function pictureOf(
  canvas: HTMLCanvasElement,
  name: string,
  type: 'image/jpeg' | 'image/png',
  ending: string,
): Promise<Picture> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
  if (!blob) throw new NoPicture('nothing was drawn');
  const bytes = await blob.arrayBuffer();
  const hash = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return { bytes, ref: { hash, name: `${name}.${ending}`, size: bytes.byteLength, type } };
}
