import { toHex } from '../bytes/codec.ts';
import type { Hash } from '../bytes/ids.ts';

const perBlock = 4096;

/** The hashes of a feed's entries, 32 bytes each: a million take 32 MB, where strings would take three times that. */
export class HashList {
  readonly #blocks: Uint8Array[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(hash: Hash): void {
    const within = this.#length % perBlock;
    if (within === 0) this.#blocks.push(new Uint8Array(perBlock * 32));
    const block = this.#blocks.at(-1) as Uint8Array;
    const from = within * 32;
    for (let at = 0; at < 32; at++) block[from + at] = (nibble(hash, 2 * at) << 4) | nibble(hash, 2 * at + 1);
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

/** The value of one lower-case hex digit; a loop over digits is five times as fast as slices of the string. */
function nibble(hex: string, at: number): number {
  const code = hex.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
