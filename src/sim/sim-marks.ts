import type { ProgrammeId } from '../core/bytes/ids.ts';
import { StoreError } from '../store/errors.ts';
import type { Watermark } from '../store/store.ts';
import type { SimDisk } from './disk.ts';

/** The high-water marks in a file of their own on a simulated disk, replaced whole by each change. */
export class SimMarks {
  readonly #disk: SimDisk;
  readonly #name: string;
  readonly #marks = new Map<ProgrammeId, Watermark>();
  /** False when the file is there but is not what this class writes. */
  readonly isReadable: boolean;

  constructor(disk: SimDisk, name: string) {
    this.#disk = disk;
    this.#name = name;
    const bytes = disk.read(name);
    const marks = bytes === undefined ? [] : decode(bytes);
    for (const mark of marks ?? []) this.#marks.set(mark.programme, mark);
    this.isReadable = marks !== undefined;
    // What is seen may stand in the page cache alone; a mark that guards signing must be durable.
    if (marks !== undefined && marks.length > 0) this.#store();
  }

  all(): Watermark[] {
    return [...this.#marks.values()];
  }

  /** @throws StoreError `watermark-lower`, `failed` */
  raise(mark: Watermark): void {
    const held = this.#marks.get(mark.programme);
    if (held !== undefined && (held.seq > mark.seq || (held.seq === mark.seq && held.hash !== mark.hash)))
      throw new StoreError(
        'watermark-lower',
        `Entry ${held.seq} was published already. Nothing was published.`,
      );
    this.replace(mark);
  }

  replace(mark: Watermark): void {
    if (!this.isReadable)
      throw new StoreError('failed', 'The high-water marks cannot be read, so none can be raised.');
    this.#marks.set(mark.programme, mark);
    this.#store();
  }

  #store(): void {
    const next = `${this.#name}.next`;
    this.#disk.create(next);
    this.#disk.append(next, Buffer.from(JSON.stringify(this.all())));
    this.#disk.sync(next);
    this.#disk.rename(next, this.#name);
    this.#disk.syncNames();
  }
}

function decode(bytes: Uint8Array): Watermark[] | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as Watermark[];
  } catch {
    return undefined;
  }
}
