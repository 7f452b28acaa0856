import { type Asking, askedOnce } from '../core/register/ask/asking.ts';
import type { Question, Row } from '../core/register/ask/question.ts';
import { type Bytes, bytesOf } from './http/written.ts';
import { completed } from './narrowed.ts';

/*
 * Rows as JSON, written once: a row is a new object when it changes, so its text stands as long as it does. What a row is
 * completed with depends on more than the row, so the text of a completed row stands for one register of one version, one
 * day and one sight: who may not see something never gets what was written for somebody who may.
 */

/** Bytes of text that are kept, of all lists together. */
export const rowTextsMax = 32 * 1024 * 1024;

interface Kept {
  readonly text: Bytes;
  /** What it was completed for; undefined where the question completes nothing. */
  readonly state: object | undefined;
}

/** The younger half is filled; then it becomes the older one, out of which what is read again comes back. */
export class RowTexts {
  readonly #halfMax: number;
  #younger = new Map<Row, Kept>();
  #older = new Map<Row, Kept>();
  #youngerBytes = 0;
  #olderBytes = 0;

  constructor(bytesMax: number) {
    this.#halfMax = bytesMax / 2;
  }

  /** Bytes that are kept now. */
  get bytes(): number {
    return this.#youngerBytes + this.#olderBytes;
  }

  /** Rows with all that their question gives of those that are shown, each in JSON. */
  of(asking: Asking, question: Question, rows: readonly Row[]): readonly Bytes[] {
    const state = question.later && askedOnce(asking, `texts of ${question.question}`, (): object => ({}));
    const texts = rows.map((row) => this.#known(row, state));
    const missing = rows.filter((_, at) => texts[at] === undefined);
    if (missing.length === 0) return texts as Bytes[];
    const made = completed(asking, question, missing).map((row) => bytesOf(JSON.stringify(row)));
    for (const [at, text] of made.entries()) this.#keep(missing[at] as Row, { text, state });
    let next = 0;
    return texts.map((text) => text ?? (made[next++] as Bytes));
  }

  #known(row: Row, state: object | undefined): Bytes | undefined {
    const young = this.#younger.get(row);
    if (young !== undefined) return young.state === state ? young.text : undefined;
    const old = this.#older.get(row);
    if (old === undefined || old.state !== state) return undefined;
    this.#older.delete(row);
    this.#olderBytes -= old.text.length;
    this.#keep(row, old);
    return old.text;
  }

  #keep(row: Row, kept: Kept): void {
    const before = this.#younger.get(row)?.text.length ?? 0;
    this.#younger.set(row, kept);
    this.#youngerBytes += kept.text.length - before;
    if (this.#youngerBytes <= this.#halfMax) return;
    [this.#older, this.#olderBytes] = [this.#younger, this.#youngerBytes];
    this.#younger = new Map();
    this.#youngerBytes = 0;
  }
}
