import { toHex } from '../bytes/codec.ts';
import type { Hash } from '../bytes/ids.ts';

const perBlock = 1024;

/**
 * The hashes of a feed's entries, 32 bytes each: a million take 32 MB, where strings would take three times that. The latest
 * stay strings until they fill a block, since turning them into bytes costs least for many at once.
 */
export class HashList {
  readonly #blocks: Uint8Array[] = [];
  #latest: Hash[] = [];

  get length(): number {
    return this.#blocks.length * perBlock + this.#latest.length;
  }

  push(hash: Hash): void {
    this.#latest.push(hash);
    if (this.#latest.length < perBlock) return;
    const block = new Uint8Array(perBlock * 32);
    block.setFromHex(this.#latest.join(''));
    this.#blocks.push(block);
    this.#latest = [];
  }

  /** The hash of entry `seq`, counted from 1. */
  at(seq: number): Hash | undefined {
    if (seq < 1 || seq > this.length) return undefined;
    const block = this.#blocks[Math.floor((seq - 1) / perBlock)];
    const within = (seq - 1) % perBlock;
    if (block === undefined) return this.#latest[within];
    return toHex(block.subarray(within * 32, within * 32 + 32)) as Hash;
  }
}
