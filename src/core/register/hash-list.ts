import { toHex } from '../bytes/codec.ts';
import type { Hash } from '../bytes/ids.ts';

const perBlock = 4096;
const first = 16;

/** The hashes of a feed's entries, 32 bytes each: a million take 32 MB, where strings would take three times that. */
export class HashList {
  readonly #blocks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Hash): void {
    const within = this.#length % perBlock;
    if (within === 0) this.#blocks.push(new Uint8Array((this.#length === 0 ? first : perBlock) * 32));
    let block = this.#blocks.at(-1) as Uint8Array;
    if (within * 32 === block.length) {
      // Only the first block begins small: most feeds are short.
      const larger = new Uint8Array(block.length * 2);
      larger.set(block);
      this.#blocks[this.#blocks.length - 1] = larger;
      block = larger;
    }
    block.subarray(within * 32, within * 32 + 32).setFromHex(hash);
    this.#length++;
  }

  /** The hash of entry `seq`, counted from 1. */
  at(seq: number): Hash | undefined {
    if (seq < 1 || seq > this.#length) return undefined;
    const block = this.#blocks[Math.floor((seq - 1) / perBlock)] as Uint8Array;
    const from = ((seq - 1) % perBlock) * 32;
    return toHex(block.subarray(from, from + 32)) as Hash;
  }
}
