import { createHash } from 'node:crypto';
import type { Hash, KeyId, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Founding, RunAppend, Store, StoredRun } from './store.ts';

/** The SHA-256 of bytes or text, as everywhere. */
export function sha(bytes: Uint8Array | string): Hash {
  return createHash('sha256').update(bytes).digest('hex') as Hash;
}

export const programme: ProgrammeId = sha('one programme');
export const vn = 'VN' as PartyCode;
export const la = 'LA' as PartyCode;

export function foundingOf(id: ProgrammeId = programme): Founding {
  const signature = (byte: number) => new Uint8Array(64).fill(byte);
  const signatures = [
    { party: la, signature: signature(1) },
    { party: vn, signature: signature(2) },
  ];
  return { programme: id, bytes: Buffer.from('{"name":{}}'), signatures };
}

/** A chain of runs: a storage sees lines, their hashes and their places, so that is all there is. */
export class Chain {
  seq: number;
  hash: Hash;
  readonly #feed: { programme: ProgrammeId; party: PartyCode; branch: number; parent?: number };

  constructor(
    feed: Partial<{ programme: ProgrammeId; party: PartyCode; branch: number; parent: number }> = {},
    at = 0,
    hash?: Hash,
  ) {
    this.#feed = { programme, party: vn, branch: 0, ...feed };
    this.seq = at;
    this.hash = hash ?? this.#feed.programme;
  }

  /** The next run, of so many entries. `text` makes the lines of one chain differ from those of another, or long. */
  run(entries = 1, text = ''): RunAppend {
    const first = this.seq + 1;
    const lines: Uint8Array[] = [];
    for (let i = 0; i < entries; i++) {
      this.seq++;
      const line = Buffer.from(JSON.stringify({ body: { text }, prev: this.hash, seq: this.seq }));
      this.hash = sha(line);
      lines.push(line);
    }
    const signature = createHash('sha512').update(this.hash).digest();
    const key = sha('a key').slice(0, 32) as KeyId;
    const { parent, ...feed } = this.#feed;
    const parted = parent === undefined ? {} : { parent };
    return { ...feed, ...parted, run: { lines, key, signature }, first, last: this.seq, lastHash: this.hash };
  }

  runs(count: number, entries = 1, text = ''): RunAppend[] {
    return Array.from({ length: count }, () => this.run(entries, text));
  }
}

/** What is read of a branch, as appends, to be compared with what was appended. */
export async function readBranch(
  store: Store,
  party: PartyCode = vn,
  branch = 0,
  from = 1,
): Promise<StoredRun[]> {
  const runs: StoredRun[] = [];
  for await (const stored of store.readRuns(programme, party, branch, from)) runs.push(stored);
  return runs;
}

/** A run in a form in which two can be compared whatever kind of byte array they are. */
export function plain(run: StoredRun): unknown {
  const lines = run.run.lines.map((line) => Buffer.from(line).toString());
  return {
    first: run.first,
    last: run.last,
    key: run.run.key,
    signature: Buffer.from(run.run.signature).toString('hex'),
    lines,
  };
}

/** The bytes of a stream, together. */
export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes a whole file. @returns its hash */
export async function putAttachment(store: Store, bytes: Uint8Array): Promise<Hash> {
  const writer = await store.writeAttachment(sha(bytes), bytes.length);
  await writer.write(0, bytes);
  await writer.finish();
  return sha(bytes);
}
