import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hash } from '../core/bytes/ids.ts';
import { attachmentBytesMax } from '../store/store.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';

/**
 * Keeps a file whose hash is known only when its last byte has come: it goes to the node's folder as it comes, is counted
 * and hashed there, then kept under its hash.
 *
 * @param size as declared, in bytes
 * @throws Refusal `attachment.too-large`, `attachment.size`
 */
export async function keepUpload(node: Node, body: AsyncIterable<Uint8Array>, size: number): Promise<Hash> {
  if (size > attachmentBytesMax) throw new Refusal('attachment.too-large');
  const folder = join(node.config.dir, 'uploads');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomBytes(12).toString('hex'));
  try {
    const hash = await spool(path, body, size);
    const writer = await node.store.writeAttachment(hash, size);
    if (writer.offset < size) {
      for await (const chunk of createReadStream(path, { start: writer.offset })) {
        await writer.write(writer.offset, chunk as Uint8Array);
      }
    }
    await writer.finish();
    return hash;
  } finally {
    await rm(path, { force: true });
  }
}

async function spool(path: string, body: AsyncIterable<Uint8Array>, size: number): Promise<Hash> {
  const digest = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let counted = 0;
  try {
    for await (const chunk of body) {
      counted += chunk.length;
      if (counted > size) throw new Refusal('attachment.size');
      digest.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  if (counted !== size) throw new Refusal('attachment.size');
  return digest.digest('hex') as Hash;
}
