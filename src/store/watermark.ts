import { readFile } from 'node:fs/promises';
import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { replaceFile } from './durable-file.ts';
import { StoreError } from './errors.ts';
import type { Watermark } from './store.ts';

/**
 * The high-water marks, in a file of their own: a database put back from a backup does not carry them back with it (F9).
 * Marks raised while a write is under way share the next one.
 */
export class WatermarkFile {
  readonly #path: string;
  readonly #marks: Map<ProgrammeId, Watermark>;
  /** The write under way, or the last one; and the one that will follow it, carrying all marks set until then. */
  #writing: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  private constructor(path: string, marks: Map<ProgrammeId, Watermark>) {
    this.#path = path;
    this.#marks = marks;
  }

  /** @throws StoreError `folder-unreadable` when the file is there but is not what this class writes */
  static async open(path: string): Promise<WatermarkFile> {
    const marks = new Map<ProgrammeId, Watermark>();
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        return new WatermarkFile(path, marks);
      throw error;
    }
    for (const mark of decode(text)) marks.set(mark.programme, mark);
    return new WatermarkFile(path, marks);
  }

  all(): Watermark[] {
    return [...this.#marks.values()];
  }

  /** @throws StoreError `watermark-lower` */
  async raise(mark: Watermark): Promise<void> {
    const held = this.#marks.get(mark.programme);
    if (held !== undefined && (held.seq > mark.seq || (held.seq === mark.seq && held.hash !== mark.hash))) {
      const message = `Entry ${held.seq} was published already; ${mark.seq} cannot be signed beside or below it. Nothing was published.`;
      throw new StoreError('watermark-lower', message);
    }
    await this.replace(mark);
  }

  /** Sets the mark, whatever stood. */
  async replace(mark: Watermark): Promise<void> {
    const { programme, party, seq, hash, continued } = mark;
    this.#marks.set(programme, { programme, party, seq, hash, ...(continued && { continued }) });
    if (this.#waiting === undefined) {
      // A failed write fails all later ones: nothing after it may be published.
      const turn: Promise<void> = this.#writing.then(() => {
        this.#waiting = undefined;
        this.#writing = turn;
        return replaceFile(this.#path, encode(this.all()));
      });
      this.#waiting = turn;
    }
    await this.#waiting;
  }
}

function encode(marks: readonly Watermark[]): string {
  return `${JSON.stringify({ format: 1, marks }, null, 1)}\n`;
}

function decode(text: string): Watermark[] {
  const unreadable =
    'The file of high-water marks cannot be read. Nothing was changed; signing is locked until partners confirm the head.';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StoreError('folder-unreadable', unreadable, { cause });
  }
  const marks: unknown =
    typeof value === 'object' && value !== null && 'marks' in value ? value.marks : undefined;
  if (!Array.isArray(marks)) throw new StoreError('folder-unreadable', unreadable);
  return marks.map((mark: Record<string, unknown>) => {
    const { programme, party, seq, hash, continued } = mark;
    const whole = typeof programme === 'string' && typeof party === 'string' && isPlace({ seq, hash });
    if (!whole || (continued !== undefined && !isPlace(continued)))
      throw new StoreError('folder-unreadable', unreadable);
    return {
      programme: programme as ProgrammeId,
      party: party as PartyCode,
      seq: seq as number,
      hash: hash as Hash,
      ...(isPlace(continued) && { continued }),
    };
  });
}

function isPlace(value: unknown): value is { seq: number; hash: Hash } {
  if (typeof value !== 'object' || value === null || !('seq' in value) || !('hash' in value)) return false;
  return Number.isSafeInteger(value.seq) && typeof value.hash === 'string';
}
