import type { Random } from './random.ts';

/** The machine went down in the middle of an operation. Who catches it is dead: nothing may come of it. */
export class MachineDown extends Error {
  constructor() {
    super('the machine is down');
  }
}

/** The disk refused an operation (EIO). */
export class DiskFailure extends Error {
  constructor(what: string) {
    super(`EIO: ${what}`);
  }
}

/** How a machine goes down: the process alone, so that what it wrote stays in the page cache, or the power. */
export type Downfall = 'kill' | 'power';

/** One write that has not reached the disk. `isLost`: a failed fsync dropped it; the page is clean, no later fsync writes it. */
interface PendingWrite {
  readonly at: number;
  /** Absent: the file ends at `at`. */
  readonly bytes?: Uint8Array;
  isLost: boolean;
}

/** A file: what is on the disk, what the processes see, and the writes between the two. */
interface SimFile {
  durable: Content;
  seen: Content;
  writes: PendingWrite[];
}

/** Bytes that grow by appending without being copied each time. */
class Content {
  #buffer: Uint8Array;
  #length: number;

  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#buffer = bytes.slice();
    this.#length = bytes.length;
  }

  get length(): number {
    return this.#length;
  }

  slice(start = 0, end = this.#length): Uint8Array {
    return this.#buffer.slice(start, Math.min(end, this.#length));
  }

  /** A gap before `at` reads as zeros. */
  apply({ at, bytes }: PendingWrite): void {
    const end = at + (bytes?.length ?? 0);
    if (end > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.#buffer.length, 256));
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    if (bytes === undefined) {
      if (at < this.#length) this.#buffer.fill(0, at, this.#length);
      this.#length = Math.min(at, this.#length);
    } else {
      this.#buffer.set(bytes, at);
      this.#length = Math.max(end, this.#length);
    }
  }
}

/** A change of names that has not reached the disk. */
type PendingName =
  | { readonly op: 'link'; readonly name: string; readonly file: SimFile }
  | { readonly op: 'rename'; readonly from: string; readonly to: string }
  | { readonly op: 'unlink'; readonly name: string };

/** Everything on a disk at one moment, as a copy of the folder has it. */
export type DiskCopy = ReadonlyMap<string, Uint8Array>;

/**
 * A disk as a log of writes with sync points. Writes are seen at once and are on the disk only after `sync` of their file;
 * names only after `syncNames`. When the power goes, of what was not synced nothing, all, a beginning or any part is kept,
 * as the seed says; names keep their order, as in a journal. A failed `sync` loses writes without a trace, as Linux does:
 * they are still seen, and no later `sync` writes them.
 */
export class SimDisk {
  readonly #random: Random;
  #files = new Map<string, SimFile>();
  #durableNames = new Map<string, SimFile>();
  #names: PendingName[] = [];
  #isDown = false;
  #boot = 1;
  #operationsLeft = Number.POSITIVE_INFINITY;
  #downfall: Downfall = 'power';
  #syncsLeft = Number.POSITIVE_INFINITY;
  /** Called when the machine goes down. */
  onDown: () => void = () => {};
  /** Counted since the beginning, for the world's figures and for placing faults. */
  operations = 0;
  syncs = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Counts the starts: what runs on an earlier one is dead. */
  get boot(): number {
    return this.#boot;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /** What a process sees of a file, as a copy; undefined if there is none of that name. */
  read(name: string, start = 0, end = Number.POSITIVE_INFINITY): Uint8Array | undefined {
    this.#expectUp();
    return this.#files.get(name)?.seen.slice(start, end);
  }

  size(name: string): number | undefined {
    this.#expectUp();
    return this.#files.get(name)?.seen.length;
  }

  /** Names that begin so, in order. */
  list(prefix: string): string[] {
    this.#expectUp();
    return [...this.#files.keys()].filter((name) => name.startsWith(prefix)).sort();
  }

  /** Makes a file, empty; one of that name loses its content. */
  create(name: string): void {
    this.#operate();
    const known = this.#files.get(name);
    if (known !== undefined) {
      this.#cut(known, 0);
      return;
    }
    const file: SimFile = { durable: new Content(), seen: new Content(), writes: [] };
    this.#files.set(name, file);
    this.#names.push({ op: 'link', name, file });
  }

  /** Writes behind the end of a file, which exists. */
  append(name: string, bytes: Uint8Array): void {
    this.#operate();
    const file = this.#file(name);
    const write: PendingWrite = { at: file.seen.length, bytes: bytes.slice(), isLost: false };
    file.writes.push(write);
    file.seen.apply(write);
  }

  /** Ends a file after `size` bytes. */
  truncate(name: string, size: number): void {
    this.#operate();
    this.#cut(this.#file(name), size);
  }

  rename(from: string, to: string): void {
    this.#operate();
    const file = this.#file(from);
    this.#files.delete(from);
    this.#files.set(to, file);
    this.#names.push({ op: 'rename', from, to });
  }

  /** Removes a file, if there is one. */
  remove(name: string): void {
    this.#operate();
    if (this.#files.delete(name)) this.#names.push({ op: 'unlink', name });
  }

  /** Makes the bytes of a file durable. @throws DiskFailure after which it is unknown what was kept */
  sync(name: string): void {
    this.#operate();
    const file = this.#file(name);
    if (this.#syncFails()) {
      for (const write of file.writes) write.isLost ||= !this.#random.oneIn(4);
      throw new DiskFailure(`fsync of ${name}`);
    }
    for (const write of file.writes) if (!write.isLost) file.durable.apply(write);
    file.writes = file.writes.filter(({ isLost }) => isLost);
  }

  /** Makes the names durable, as an fsync of the directory does. @throws DiskFailure */
  syncNames(): void {
    this.#operate();
    if (this.#syncFails()) throw new DiskFailure('fsync of the directory');
    for (const change of this.#names.splice(0)) applyName(this.#durableNames, change);
  }

  /** The machine goes down before the operation that comes after `operations` more. */
  goDownAfter(operations: number, how: Downfall): void {
    this.#operationsLeft = operations;
    this.#downfall = how;
  }

  /** The sync that comes after `syncs` more fails. */
  failSyncAfter(syncs: number): void {
    this.#syncsLeft = syncs;
  }

  /** Takes back all faults that were set and have not come. */
  keepSound(): void {
    this.#operationsLeft = Number.POSITIVE_INFINITY;
    this.#syncsLeft = Number.POSITIVE_INFINITY;
  }

  /** The machine goes down now. */
  goDown(how: Downfall): void {
    if (this.#isDown) return;
    this.#isDown = true;
    if (how === 'power') this.#losePower();
    this.onDown();
  }

  /** The machine starts again. Faults that were set and have not come may still come. */
  start(): void {
    this.#isDown = false;
    this.#boot += 1;
  }

  /** A copy of all files, as processes see them. */
  copy(): DiskCopy {
    return new Map([...this.#files].map(([name, { seen }]) => [name, seen.slice()]));
  }

  /** Puts a copy back, durably, in the place of all files that `isReplaced` names; the others stay. */
  putBack(copy: DiskCopy, isReplaced: (name: string) => boolean = () => true): void {
    const files = [...this.#files].filter(([name]) => !isReplaced(name));
    for (const [name, bytes] of copy) {
      if (!isReplaced(name)) continue;
      files.push([name, { durable: new Content(bytes), seen: new Content(bytes), writes: [] }]);
    }
    this.#files = new Map(files);
    this.#durableNames = new Map(files);
    this.#names = [];
  }

  #expectUp(): void {
    if (this.#isDown) throw new MachineDown();
  }

  /** Counts an operation that changes the disk; the machine may go down instead. */
  #operate(): void {
    this.#expectUp();
    if (this.#operationsLeft <= 0) {
      this.#operationsLeft = Number.POSITIVE_INFINITY;
      this.goDown(this.#downfall);
      throw new MachineDown();
    }
    this.#operationsLeft -= 1;
    this.operations += 1;
  }

  #syncFails(): boolean {
    this.syncs += 1;
    this.#syncsLeft -= 1;
    if (this.#syncsLeft >= 0) return false;
    this.#syncsLeft = Number.POSITIVE_INFINITY;
    return true;
  }

  #file(name: string): SimFile {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`ENOENT: ${name}`);
    return file;
  }

  #cut(file: SimFile, size: number): void {
    const write: PendingWrite = { at: size, isLost: false };
    file.writes.push(write);
    file.seen.apply(write);
  }

  #losePower(): void {
    const files = new Set([...this.#durableNames.values(), ...this.#files.values()]);
    for (const file of files) {
      for (const write of this.#kept(file.writes)) file.durable.apply(write);
      file.seen = new Content(file.durable.slice());
      file.writes = [];
    }
    const keptNames = this.#random.below(this.#names.length + 1);
    for (const change of this.#names.slice(0, keptNames)) applyName(this.#durableNames, change);
    this.#names = [];
    this.#files = new Map(this.#durableNames);
  }

  /** Which pending writes reach the disk all the same: none, all, a beginning with the last torn, or any of them. */
  #kept(writes: readonly PendingWrite[]): PendingWrite[] {
    const pending = writes.filter(({ isLost }) => !isLost);
    switch (this.#random.below(4)) {
      case 0:
        return [];
      case 1:
        return pending;
      case 2: {
        const whole = this.#random.below(pending.length + 1);
        const kept = pending.slice(0, whole);
        const next = pending[whole];
        return next === undefined ? kept : [...kept, this.#torn(next)];
      }
      default:
        return pending.filter(() => this.#random.oneIn(2));
    }
  }

  #torn(write: PendingWrite): PendingWrite {
    if (write.bytes === undefined) return write;
    return { ...write, bytes: write.bytes.slice(0, this.#random.below(write.bytes.length + 1)) };
  }
}

function applyName(names: Map<string, SimFile>, change: PendingName): void {
  if (change.op === 'link') names.set(change.name, change.file);
  else if (change.op === 'unlink') names.delete(change.name);
  else {
    const file = names.get(change.from);
    names.delete(change.from);
    if (file !== undefined) names.set(change.to, file);
  }
}
