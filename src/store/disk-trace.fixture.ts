import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a process asked of the disk, from a log of `strace`, and the disk as a power cut would have left it at any moment: a
 * write lasts once an fsync of its file that began after it has returned, a name once its directory was synced. Everything
 * else may be there, in part, or not.
 */
export const straceArguments = [
  '-f -y --seccomp-bpf -qq -xx -s 100000000 -e',
  'trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,unlink,mkdir',
].flatMap((part) => part.split(' '));

type Event =
  | { readonly kind: 'create'; readonly path: string; readonly empties: boolean }
  | { readonly kind: 'write'; readonly path: string; readonly at: number | undefined; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'mkdir'; readonly path: string }
  | { readonly kind: 'syncing' | 'synced'; readonly path: string; readonly process: string }
  | { readonly kind: 'said'; readonly line: string };

/** The events below a folder, and what the process said, in the order of their beginning. */
export function readTrace(log: string, root: string): Event[] {
  const events: Event[] = [];
  const open = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, process = '', rest = ''] = /^(\d+) +(.*)$/s.exec(line) ?? [];
    const resumed = /^<\.\.\. (\w+) resumed>/.exec(rest);
    const call = resumed?.[1] ?? /^\w+/.exec(rest)?.[0] ?? '';
    const unfinished = rest.endsWith('<unfinished ...>');
    // The arguments stand where the call began.
    const text = resumed === null ? rest : (open.get(process) ?? '');
    if (unfinished) open.set(process, rest);
    const [first = '', second = ''] = [...text.matchAll(/[<"]((?:\\x[0-9a-f]{2})*)[">]/g)].map(
      (match) => match[1] ?? '',
    );
    // Such as the search for a file that is not there.
    if (/ = -1 /.test(rest)) continue;
    const path = bytesOf(first).toString();
    if (call === 'fsync' || call === 'fdatasync') {
      if (resumed === null) events.push({ kind: 'syncing', path, process });
      if (!unfinished) events.push({ kind: 'synced', path, process });
    } else if (resumed === null) events.push(...eventOf(call, path, second, text));
  }
  return events.filter(
    (event) => event.kind === 'said' || event.path === root || event.path.startsWith(`${root}/`),
  );
}

function eventOf(call: string, path: string, second: string, text: string): Event[] {
  const other = bytesOf(second);
  // After the last quoted argument.
  const number = Number(/", (?:\d+, )?(\d+)(?:\)| <)/.exec(text)?.[1]);
  switch (call) {
    case 'openat':
      return text.includes('O_CREAT')
        ? [{ kind: 'create', path: other.toString(), empties: text.includes('O_TRUNC') }]
        : [];
    case 'write':
      if (text.startsWith('write(1<')) return [{ kind: 'said', line: other.toString().trim() }];
      return [{ kind: 'write', path, at: undefined, bytes: other }];
    case 'pwrite64':
      return [{ kind: 'write', path, at: number, bytes: other }];
    case 'ftruncate':
      return [{ kind: 'truncate', path, size: Number(/>, (\d+)/.exec(text)?.[1]) }];
    case 'rename':
      return [{ kind: 'rename', path, to: other.toString() }];
    case 'unlink':
    case 'mkdir':
      return [{ kind: call, path }];
    default:
      return [];
  }
}

function bytesOf(escaped: string): Buffer {
  return Buffer.from(escaped.replaceAll('\\x', ''), 'hex');
}

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

interface File {
  size: number;
  readonly changes: Change[];
  /** How many of the changes last. */
  lasting: number;
}

interface NameChange {
  readonly directory: string;
  readonly apply: (names: Map<string, File | 'directory'>) => void;
  lasting: boolean;
}

const sector = 512;

/** A disk that begins as the folder stands now. */
export class TracedDisk {
  readonly #first = new Map<string, File | 'directory'>();
  /** Names as the process sees them. */
  readonly #names: Map<string, File | 'directory'>;
  readonly #changes: NameChange[] = [];
  readonly #syncing = new Map<string, () => void>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
    this.#first.set(root, 'directory');
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      this.#first.set(path, entry.isDirectory() ? 'directory' : fileOf(readFileSync(path)));
    }
    this.#names = new Map(this.#first);
  }

  play(event: Event): void {
    switch (event.kind) {
      case 'create':
        return this.#create(event.path, event.empties);
      case 'write': {
        const file = this.#file(event.path);
        return change(file, { at: event.at ?? file.size, bytes: event.bytes });
      }
      case 'truncate':
        return change(this.#file(event.path), { size: event.size });
      case 'rename': {
        const { path, to } = event;
        const file = this.#file(path);
        return this.#name(to, (names) => {
          names.set(to, file);
          names.delete(path);
        });
      }
      case 'unlink':
        return this.#name(event.path, (names) => names.delete(event.path));
      case 'mkdir':
        if (this.#names.has(event.path)) return;
        return this.#name(event.path, (names) => names.set(event.path, 'directory'));
      case 'syncing':
        this.#syncing.set(event.process, this.#sync(event.path));
        return;
      case 'synced':
        return this.#syncing.get(event.process)?.();
      case 'said':
    }
  }

  /** Writes the folder elsewhere as the cut leaves it. `keeps` decides for each thing not yet durable whether it got there. */
  cut(to: string, keeps: () => boolean): void {
    const names = new Map(this.#first);
    const lost = new Set<string>();
    for (const { directory, apply, lasting } of this.#changes) {
      // The names of one directory last in their order.
      if (lasting || (!lost.has(directory) && keeps())) apply(names);
      else lost.add(directory);
    }
    for (const [path, file] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const target = join(to, path.slice(this.#root.length));
      if (file === 'directory') mkdirSync(target, { recursive: true });
      // SQLite makes its shared index anew; a file whose directory is lost is lost with it.
      else if (!path.endsWith('-shm') && names.has(dirname(path)))
        writeFileSync(target, contentOf(file, keeps));
    }
  }

  #create(path: string, empties: boolean): void {
    const file = this.#names.get(path);
    if (file === undefined) {
      const fresh = fileOf(Buffer.alloc(0));
      this.#name(path, (names) => names.set(path, fresh));
    } else if (empties && file !== 'directory') change(file, { size: 0 });
  }

  #file(path: string): File {
    const file = this.#names.get(path);
    if (file === undefined || file === 'directory') throw new Error(`no file: ${path}`);
    return file;
  }

  #name(path: string, apply: NameChange['apply']): void {
    this.#changes.push({ directory: dirname(path), apply, lasting: false });
    apply(this.#names);
  }

  /** @returns what to do when the sync has come back: only what stood before it began lasts */
  #sync(path: string): () => void {
    const file = this.#names.get(path);
    if (file !== 'directory' && file !== undefined) {
      const count = file.changes.length;
      return () => {
        file.lasting = Math.max(file.lasting, count);
      };
    }
    const before = this.#changes.filter((each) => each.directory === path);
    return () => {
      for (const each of before) each.lasting = true;
    };
  }
}

function fileOf(bytes: Buffer): File {
  return { size: bytes.length, changes: [{ at: 0, bytes }], lasting: 1 };
}

function change(file: File, made: Change): void {
  file.changes.push(made);
  file.size = 'size' in made ? made.size : Math.max(file.size, made.at + made.bytes.length);
}

/** What lasts, and of the rest what `keeps` lets through, by sectors. */
function contentOf(file: File, keeps: () => boolean): Buffer {
  let bytes = Buffer.alloc(0);
  const put = (at: number, part: Buffer) => {
    if (bytes.length < at + part.length)
      bytes = Buffer.concat([bytes, Buffer.alloc(at + part.length - bytes.length)]);
    part.copy(bytes, at);
  };
  for (const [index, made] of file.changes.entries()) {
    const lasts = index < file.lasting;
    if ('size' in made) {
      if (!lasts && !keeps()) continue;
      put(made.size, Buffer.alloc(0));
      bytes = bytes.subarray(0, made.size);
    } else if (lasts) put(made.at, made.bytes);
    else
      for (let at = 0; at < made.bytes.length; at += sector) {
        if (keeps()) put(made.at + at, made.bytes.subarray(at, at + sector));
      }
  }
  return bytes;
}
