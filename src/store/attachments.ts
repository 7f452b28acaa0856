import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hash } from '../core/bytes/ids.ts';
import { syncDirectory } from './durable-file.ts';
import { StoreError } from './errors.ts';
import { type AttachmentWriter, attachmentBytesMax, type ByteRange, type StoredAttachment } from './store.ts';

const hashPattern = /^[0-9a-f]{64}$/;

/**
 * Attachments as files `ab/abcd…`, named by their SHA-256 and nothing else: a name that a partner chose never reaches the
 * disk. What is on its way in lies in `partial/<hash>.<size>`, and is believed only after its hash was computed.
 */
export class AttachmentFolder {
  readonly #root: string;
  readonly #partial: string;
  /** The latest writer of each file; an earlier one is refused, since a new connection has taken its place. */
  readonly #writers = new Map<Hash, PartialFile>();

  constructor(root: string) {
    this.#root = root;
    this.#partial = join(root, 'partial');
  }

  async write(hash: Hash, size: number): Promise<AttachmentWriter> {
    checkHash(hash);
    if (!Number.isSafeInteger(size) || size < 0)
      throw new StoreError('malformed', 'The declared size of an attachment is not a whole number.');
    if (size > attachmentBytesMax) {
      throw new StoreError(
        'attachment-too-large',
        `An attachment of ${size} bytes exceeds ${attachmentBytesMax}. Nothing was written.`,
      );
    }
    await mkdir(this.#partial, { recursive: true, mode: 0o700 });
    const path = join(this.#partial, `${hash}.${size}`);
    const target = join(this.#root, hash.slice(0, 2), hash);
    for (;;) {
      const former = this.#writers.get(hash);
      // What the former one is writing at this moment counts, and where it is moving the whole file to its place, that too.
      await former?.end();
      const held = await this.size(hash);
      if (held !== null) return heldFile(hash, held, size);
      const offset = (await sizeOf(path)) ?? 0;
      // Whoever began meanwhile is the former one now.
      if (this.#writers.get(hash) !== former) continue;
      const writer = new PartialFile(path, target, hash, size, offset, this.#writers);
      this.#writers.set(hash, writer);
      return writer;
    }
  }

  async read(hash: Hash, range?: ByteRange): Promise<AsyncIterable<Uint8Array>> {
    const size = await this.size(hash);
    if (size === null) throw new StoreError('attachment-missing', `Attachment ${hash} is not held here.`);
    const start = Math.max(0, range?.start ?? 0);
    const end = Math.min(size, range?.end ?? size);
    if (start >= end) return nothing();
    // `end` of a stream is inclusive.
    return createReadStream(this.#path(hash), { start, end: end - 1, highWaterMark: 256 * 1024 });
  }

  async size(hash: Hash): Promise<number | null> {
    checkHash(hash);
    return sizeOf(this.#path(hash));
  }

  async *all(): AsyncIterable<StoredAttachment> {
    for (const folder of await namesIn(this.#root, /^[0-9a-f]{2}$/)) {
      for (const name of await namesIn(join(this.#root, folder), hashPattern)) {
        const size = await sizeOf(join(this.#root, folder, name));
        if (size !== null) yield { hash: name as Hash, size };
      }
    }
  }

  #path(hash: Hash): string {
    return join(this.#root, hash.slice(0, 2), hash);
  }
}

class PartialFile implements AttachmentWriter {
  readonly #path: string;
  readonly #target: string;
  readonly #hash: Hash;
  readonly #size: number;
  readonly #writers: Map<Hash, PartialFile>;
  #offset: number;
  #done = false;
  #isEnded = false;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(
    path: string,
    target: string,
    hash: Hash,
    size: number,
    offset: number,
    writers: Map<Hash, PartialFile>,
  ) {
    this.#path = path;
    this.#target = target;
    this.#hash = hash;
    this.#size = size;
    this.#offset = Math.min(offset, size);
    this.#writers = writers;
  }

  get offset(): number {
    return this.#offset;
  }

  async write(offset: number, chunk: Uint8Array): Promise<number> {
    this.#expectCurrent();
    if (offset !== this.#offset) {
      throw new StoreError(
        'attachment-offset',
        `The next byte wanted is ${this.#offset}, not ${offset}. What came is kept.`,
      );
    }
    if (offset + chunk.length > this.#size) {
      await this.discard();
      throw new StoreError(
        'attachment-overrun',
        `More bytes came than the ${this.#size} that were declared. Nothing was kept.`,
      );
    }
    // Counted before the write ends, so that two writes at one place cannot both be taken.
    this.#offset += chunk.length;
    try {
      const writing = withFile(this.#path, 'a', (file) => file.writeFile(chunk));
      this.#writing = writing.catch(() => {});
      await writing;
    } catch (cause) {
      // How much of the chunk came to the file is known only by asking it again.
      this.#writers.delete(this.#hash);
      throw new StoreError(
        'failed',
        `The disk did not take the attachment (${messageOf(cause)}). What came before is kept.`,
        { cause },
      );
    }
    return this.#offset;
  }

  async finish(): Promise<void> {
    if (this.#done) return;
    this.#expectCurrent();
    const finishing = this.#finish();
    this.#writing = finishing.catch(() => {});
    return finishing;
  }

  async #finish(): Promise<void> {
    if (this.#offset < this.#size) {
      throw new StoreError(
        'attachment-incomplete',
        `${this.#size - this.#offset} bytes are missing. What came is kept.`,
      );
    }
    // An empty file has seen no write.
    if (this.#size === 0) await withFile(this.#path, 'a', () => Promise.resolve());
    if ((await hashOf(this.#path)) !== this.#hash) {
      await this.discard();
      throw new StoreError(
        'attachment-mismatch',
        'The bytes that came are not the file that was announced. Nothing was kept.',
      );
    }
    this.#expectCurrent();
    await withFile(this.#path, 'r+', (file) => file.sync());
    const folder = join(this.#target, '..');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(this.#path, this.#target);
    await syncDirectory(folder);
    await syncDirectory(join(folder, '..'));
    this.#done = true;
    this.#writers.delete(this.#hash);
  }

  /** Another takes over: resolves when nothing of this one is being written any more. */
  async end(): Promise<void> {
    this.#isEnded = true;
    await this.#writing;
  }

  async discard(): Promise<void> {
    if (this.#done || this.#isEnded || this.#writers.get(this.#hash) !== this) return;
    this.#writers.delete(this.#hash);
    await rm(this.#path, { force: true });
  }

  #expectCurrent(): void {
    if (this.#done || (!this.#isEnded && this.#writers.get(this.#hash) === this)) return;
    throw new StoreError(
      'attachment-superseded',
      'Another transfer of this file has taken over. What came is kept.',
    );
  }
}

/** The answer to a file that is here already. */
function heldFile(hash: Hash, held: number, declared: number): AttachmentWriter {
  if (held !== declared) {
    throw new StoreError(
      'attachment-mismatch',
      `Attachment ${hash} has ${held} bytes, not ${declared}. It is kept as it is.`,
    );
  }
  return {
    offset: held,
    write: (offset) =>
      Promise.reject(
        new StoreError('attachment-offset', `The file is held whole; nothing is wanted at ${offset}.`),
      ),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

function checkHash(hash: string): void {
  if (!hashPattern.test(hash))
    throw new StoreError('malformed', 'An attachment is named by 64 lower-case hex digits.');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(path: string, pattern: RegExp): Promise<string[]> {
  return (await readdir(path)).filter((name) => pattern.test(name)).sort();
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<unknown>,
): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // An empty range.
}
