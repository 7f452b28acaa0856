import { toHex } from '../bytes/codec.ts';
import type { Hash } from '../bytes/ids.ts';

const perBlock = 1024;
const hashBytes = 32;

/** The value of a hex digit, by its character code. */
const digits = new Uint8Array(128);
for (let value = 0; value < 16; value++) digits[value.toString(16).charCodeAt(0)] = value;

/** The hashes of a feed's entries, 32 bytes each: a million take 32 MB, where strings would take three times that. */
export class HashList {
  readonly #blocks: Uint8Array[] = [];
  /** The last block. */
  #open = new Uint8Array();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Hash): void {
    let to = (this.#length % perBlock) * hashBytes;
    if (to === 0) {
      this.#open = new Uint8Array(perBlock * hashBytes);
      this.#blocks.push(this.#open);
    }
    const block = this.#open;
    for (let at = 0; at < 2 * hashBytes; at += 2) {
      const high = digits[hash.charCodeAt(at)] ?? 0;
      block[to++] = (high << 4) | (digits[hash.charCodeAt(at + 1)] ?? 0);
    }
    this.#length += 1;
  }

  /** The hash of entry `seq`, counted from 1. */
  at(seq: number): Hash | undefined {
    if (seq < 1 || seq > this.#length) return undefined;
    const from = ((seq - 1) % perBlock) * hashBytes;
    const block = this.#blocks[Math.floor((seq - 1) / perBlock)];
    return block && (toHex(block.subarray(from, from + hashBytes)) as Hash);
  }
}
