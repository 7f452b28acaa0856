import { hash as digest } from 'node:crypto';
import type { Hash } from '../core/bytes/ids.ts';
import { StoreError } from '../store/errors.ts';
import { type AttachmentWriter, attachmentBytesMax, type StoredAttachment } from '../store/store.ts';
import type { SimDisk } from './disk.ts';

const hashForm = /^[0-9a-f]{64}$/;
const folder = 'attachments/';

/** Attachments on a simulated disk, as `src/store/attachments.ts` keeps them on a real one. All of it happens at once. */
export class SimAttachments {
  readonly #disk: SimDisk;
  /** The latest writer of each file; an earlier one is refused. */
  readonly #writers = new Map<Hash, SimPartial>();

  constructor(disk: SimDisk) {
    this.#disk = disk;
  }

  write(hash: Hash, size: number): SimPartial | Held {
    if (!Number.isSafeInteger(size) || size < 0)
      throw new StoreError('malformed', 'The declared size of an attachment is not a whole number.');
    if (size > attachmentBytesMax)
      throw new StoreError(
        'attachment-too-large',
        `An attachment of ${size} bytes exceeds ${attachmentBytesMax}.`,
      );
    const held = this.size(hash);
    if (held === size) return new Held(size);
    if (held !== null)
      throw new StoreError(
        'attachment-mismatch',
        `Attachment ${hash} has ${held} bytes, not ${size}. It is kept.`,
      );
    const writer = new SimPartial(this.#disk, hash, size, this.#writers);
    this.#writers.set(hash, writer);
    return writer;
  }

  /** @throws StoreError `attachment-missing` */
  read(hash: Hash, start: number, end: number): Uint8Array {
    expectHash(hash);
    const bytes = this.#disk.read(`${folder}${hash}`, Math.max(0, start), end);
    if (bytes === undefined)
      throw new StoreError('attachment-missing', `Attachment ${hash} is not held here.`);
    return bytes;
  }

  size(hash: Hash): number | null {
    expectHash(hash);
    return this.#disk.size(`${folder}${hash}`) ?? null;
  }

  all(): StoredAttachment[] {
    return this.#disk.list(folder).map((name) => ({
      hash: name.slice(folder.length) as Hash,
      size: this.#disk.size(name) ?? 0,
    }));
  }
}

/** What {@link AttachmentWriter} asks, at once. */
export interface Writing {
  readonly offset: number;
  write(offset: number, chunk: Uint8Array): number;
  finish(): void;
  discard(): void;
}

/** A file that is here already. */
class Held implements Writing {
  readonly offset: number;

  constructor(size: number) {
    this.offset = size;
  }

  write(offset: number): never {
    throw new StoreError('attachment-offset', `The file is held whole; nothing is wanted at ${offset}.`);
  }

  finish(): void {
    // It is here.
  }

  discard(): void {
    // What is held whole stays.
  }
}

class SimPartial implements Writing {
  readonly #disk: SimDisk;
  readonly #hash: Hash;
  readonly #size: number;
  readonly #writers: Map<Hash, SimPartial>;
  readonly #name: string;
  #isDone = false;

  constructor(disk: SimDisk, hash: Hash, size: number, writers: Map<Hash, SimPartial>) {
    this.#disk = disk;
    this.#hash = hash;
    this.#size = size;
    this.#writers = writers;
    this.#name = `partial/${hash}.${size}`;
  }

  get offset(): number {
    if (this.#isDone) return this.#size;
    return Math.min(this.#disk.size(this.#name) ?? 0, this.#size);
  }

  write(offset: number, chunk: Uint8Array): number {
    this.#expectCurrent();
    if (offset !== this.offset)
      throw new StoreError('attachment-offset', `The next byte wanted is ${this.offset}, not ${offset}.`);
    if (offset + chunk.length > this.#size) {
      this.discard();
      throw new StoreError(
        'attachment-overrun',
        `More bytes came than the ${this.#size} declared. Nothing was kept.`,
      );
    }
    if (this.#disk.size(this.#name) === undefined) this.#disk.create(this.#name);
    this.#disk.append(this.#name, chunk);
    return this.offset;
  }

  finish(): void {
    if (this.#isDone) return;
    this.#expectCurrent();
    const missing = this.#size - this.offset;
    if (missing > 0)
      throw new StoreError('attachment-incomplete', `${missing} bytes are missing. What came is kept.`);
    if (this.#disk.size(this.#name) === undefined) this.#disk.create(this.#name);
    if (digest('sha256', this.#disk.read(this.#name) ?? '') !== this.#hash) {
      this.discard();
      throw new StoreError('attachment-mismatch', 'The bytes that came are not the file that was announced.');
    }
    this.#disk.sync(this.#name);
    this.#disk.rename(this.#name, `${folder}${this.#hash}`);
    this.#disk.syncNames();
    this.#isDone = true;
    this.#writers.delete(this.#hash);
  }

  discard(): void {
    if (this.#isDone || this.#writers.get(this.#hash) !== this) return;
    this.#writers.delete(this.#hash);
    this.#disk.remove(this.#name);
  }

  #expectCurrent(): void {
    if (this.#isDone || this.#writers.get(this.#hash) === this) return;
    throw new StoreError(
      'attachment-superseded',
      'Another transfer of this file has taken over. What came is kept.',
    );
  }
}

function expectHash(hash: string): void {
  if (!hashForm.test(hash))
    throw new StoreError('malformed', 'An attachment is named by 64 lower-case hex digits.');
}

/** The asynchronous face of a writing, through which its store lets faults in. */
export function writerOf(
  writing: Writing,
  through: <Value>(work: () => Value) => Promise<Value>,
): AttachmentWriter {
  return {
    get offset() {
      return writing.offset;
    },
    write: (offset, chunk) => through(() => writing.write(offset, chunk)),
    finish: () => through(() => writing.finish()),
    discard: () => through(() => writing.discard()),
  };
}
