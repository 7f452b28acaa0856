import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { SimDisk } from './disk.ts';

/** Length and checksum of a record, 4 bytes each, little endian. */
const headBytes = 8;

/**
 * A file of records on a simulated disk, each whole or not there. What follows the first broken record was never
 * acknowledged, since each record is synced before the next one begins.
 */
export class SimLog<Record> {
  readonly #disk: SimDisk;
  readonly #name: string;

  constructor(disk: SimDisk, name: string) {
    this.#disk = disk;
    this.#name = name;
  }

  /**
   * Reads what is there and writes it anew: what a process sees may stand in the page cache alone, if an fsync had failed
   * before, and what is shown must be durable.
   */
  recover(): Record[] {
    const disk = this.#disk;
    const bytes = disk.read(this.#name) ?? new Uint8Array();
    const { records, end } = recordsIn(bytes);
    const next = `${this.#name}.next`;
    disk.create(next);
    disk.append(next, bytes.slice(0, end));
    disk.sync(next);
    disk.rename(next, this.#name);
    disk.syncNames();
    return records as Record[];
  }

  /** Writes one record. It is durable when this returns. @throws DiskFailure */
  write(record: Record): void {
    this.#disk.append(this.#name, framed(record));
    this.#disk.sync(this.#name);
  }
}

function framed(record: unknown): Uint8Array {
  const payload = serialize(record);
  const bytes = Buffer.alloc(headBytes + payload.length);
  bytes.writeUInt32LE(payload.length, 0);
  bytes.writeUInt32LE(crc32(payload), 4);
  bytes.set(payload, headBytes);
  return bytes;
}

function recordsIn(bytes: Uint8Array): { readonly records: unknown[]; readonly end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const records: unknown[] = [];
  let end = 0;
  while (end + headBytes <= bytes.length) {
    const size = view.getUint32(end, true);
    const payload = bytes.subarray(end + headBytes, end + headBytes + size);
    // A hole reads as zeros, and the checksum of nothing is 0.
    if (size === 0 || payload.length < size || crc32(payload) !== view.getUint32(end + 4, true)) break;
    records.push(deserialize(payload));
    end += headBytes + size;
  }
  return { records, end };
}
