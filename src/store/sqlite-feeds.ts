import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Hash, KeyId, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import {
  blockBytes,
  blockEntries,
  cutBlocks,
  lastLine,
  openBlock,
  type PackedRun,
  runChecksum,
  sealBlock,
  unpackRun,
} from './block.ts';
import { StoreError } from './errors.ts';
import type { Appended, Branch, Founding, FoundingSignature, Receipt } from './store.ts';

/** Format of feeds.sqlite. */
export const feedsFormat = 1;

/**
 * Keys begin with the programme, and the counter in its row orders appends: nothing relies on row ids, so that the same
 * tables serve in PostgreSQL. `branch` is derived from `block` and `tail`; `rebuildFolder` makes it again.
 */
export const feedsSchema = `
  CREATE TABLE programme (
    programme TEXT NOT NULL PRIMARY KEY,
    founding BLOB NOT NULL,
    counter INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE founding_signature (
    programme TEXT NOT NULL REFERENCES programme,
    party TEXT NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (programme, party)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE branch (
    programme TEXT NOT NULL REFERENCES programme,
    party TEXT NOT NULL,
    branch INTEGER NOT NULL,
    parent INTEGER,
    parted_at INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    change INTEGER NOT NULL,
    tail_entries INTEGER NOT NULL,
    tail_bytes INTEGER NOT NULL,
    PRIMARY KEY (programme, party, branch)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tail (
    programme TEXT NOT NULL,
    party TEXT NOT NULL,
    branch INTEGER NOT NULL,
    last INTEGER NOT NULL,
    first INTEGER NOT NULL,
    hash TEXT NOT NULL,
    key TEXT NOT NULL,
    signature BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    lines BLOB NOT NULL,
    PRIMARY KEY (programme, party, branch, last)
  ) STRICT;
  CREATE TABLE block (
    programme TEXT NOT NULL,
    party TEXT NOT NULL,
    branch INTEGER NOT NULL,
    last INTEGER NOT NULL,
    first INTEGER NOT NULL,
    hash TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (programme, party, branch, last)
  ) STRICT;
  CREATE TABLE receipt (
    programme TEXT NOT NULL REFERENCES programme,
    signer TEXT NOT NULL,
    party TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL,
    note BLOB NOT NULL,
    PRIMARY KEY (programme, signer, party)
  ) STRICT, WITHOUT ROWID;
`;

/** A run on its way to the writer's thread. */
export interface PackedAppend {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly branch: number;
  readonly parent: number | null;
  readonly packed: PackedRun;
  readonly lastHash: Hash;
}

export interface PackedBatch {
  readonly foundings: readonly Founding[];
  readonly runs: readonly PackedAppend[];
  readonly receipts: readonly Receipt[];
}

/** Names one chain of one feed. */
export interface BranchKey {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly branch: number;
}

interface BranchRow {
  party: PartyCode;
  branch: number;
  parent: number | null;
  parted_at: number;
  seq: number;
  hash: Hash;
  change: number;
  tail_entries: number;
  tail_bytes: number;
}

interface TailRow {
  first: number;
  last: number;
  hash: Hash;
  key: KeyId;
  signature: Uint8Array;
  checksum: number;
  lines: Uint8Array;
}

const ofBranch = 'programme = ? AND party = ? AND branch = ?';
const tailColumns = 'first, last, hash, key, signature, checksum, lines';

/** The questions to feeds.sqlite; works on a connection of the writer or of a reader. */
export class FeedReader {
  protected readonly db: DatabaseSync;
  readonly #block: StatementSync;
  readonly #tail: StatementSync;
  readonly #branches: StatementSync;
  readonly #branch: StatementSync;

  constructor(db: DatabaseSync) {
    this.db = db;
    this.#block = db.prepare(`SELECT first, bytes FROM block WHERE ${ofBranch} AND last >= ? ORDER BY last LIMIT 1`);
    this.#tail = db.prepare(`SELECT ${tailColumns} FROM tail WHERE ${ofBranch} AND last >= ? ORDER BY last LIMIT ?`);
    this.#branches = db.prepare('SELECT * FROM branch WHERE programme = ? ORDER BY party, branch');
    this.#branch = db.prepare(`SELECT * FROM branch WHERE ${ofBranch}`);
  }

  /** The next stretch of a branch from the run that holds `from` on: a block's runs, or some of the tail's; empty at the end. */
  runsFrom(key: BranchKey, from: number, tailRows = 64): PackedRun[] {
    // Both tables in one snapshot: between two statements the writer may seal the rows that we are about to read.
    const own = !this.db.isTransaction;
    if (own) this.db.exec('BEGIN');
    try {
      const block = this.#block.get(key.programme, key.party, key.branch, from) as { first: number; bytes: Uint8Array } | undefined;
      if (block !== undefined) return openBlock(block.bytes, block.first).filter((run) => run.last >= from);
      const rows = this.#tail.all(key.programme, key.party, key.branch, from, tailRows) as unknown as TailRow[];
      return rows.map(checkedRun);
    } finally {
      if (own) this.db.exec('COMMIT');
    }
  }

  branches(programme: ProgrammeId): Branch[] {
    const rows = this.#branches.all(programme) as unknown as BranchRow[];
    return rows.map(({ party, branch, parent, parted_at: partedAt, seq, hash, change }) => {
      return { party, branch, parent, partedAt, seq, hash, change };
    });
  }

  programmes(only?: ProgrammeId): Founding[] {
    const where = only === undefined ? '' : 'WHERE programme = ?';
    const values = only === undefined ? [] : [only];
    const rows = this.db
      .prepare(`SELECT programme, founding FROM programme ${where} ORDER BY programme`)
      .all(...values) as unknown as { programme: ProgrammeId; founding: Uint8Array }[];
    const signatures = this.db.prepare(
      'SELECT party, signature FROM founding_signature WHERE programme = ? ORDER BY party',
    );
    return rows.map(({ programme, founding }) => ({
      programme,
      bytes: founding,
      signatures: signatures.all(programme).map((row) => ({ ...row })) as unknown as FoundingSignature[],
    }));
  }

  receipts(programme: ProgrammeId): Receipt[] {
    const rows = this.db
      .prepare('SELECT programme, signer, party, seq, hash, note FROM receipt WHERE programme = ? ORDER BY signer, party')
      .all(programme);
    return rows.map((row) => ({ ...row })) as unknown as Receipt[];
  }

  protected branchRow(key: BranchKey): BranchRow | undefined {
    return this.#branch.get(key.programme, key.party, key.branch) as BranchRow | undefined;
  }
}

function checkedRun(row: TailRow): PackedRun {
  const { first, last, key, signature, lines } = row;
  const packed = { first, last, key, signature, lines };
  if (runChecksum(packed) !== row.checksum) {
    throw new StoreError('corrupt', `The run at entries ${first} to ${last} was changed on the disk.`);
  }
  return packed;
}

/** Writes to feeds.sqlite, inside a transaction of the caller. */
export class FeedWriter extends FeedReader {
  /** Branches whose tail may fill a block: sealed between the groups of writes. */
  readonly #full = new Map<string, BranchKey>();
  readonly #insertTail: StatementSync;
  readonly #insertBlock: StatementSync;
  readonly #deleteTail: StatementSync;
  readonly #putBranch: StatementSync;
  readonly #count: StatementSync;

  constructor(db: DatabaseSync) {
    super(db);
    this.#insertTail = db.prepare(
      `INSERT INTO tail (programme, party, branch, ${tailColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertBlock = db.prepare(
      'INSERT INTO block (programme, party, branch, first, last, hash, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    this.#deleteTail = db.prepare(`DELETE FROM tail WHERE ${ofBranch} AND last <= ?`);
    this.#putBranch = db.prepare(`
      INSERT INTO branch (programme, party, branch, parent, parted_at, seq, hash, change, tail_entries, tail_bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (programme, party, branch) DO UPDATE SET
        seq = excluded.seq, hash = excluded.hash, change = excluded.change,
        tail_entries = excluded.tail_entries, tail_bytes = excluded.tail_bytes`);
    this.#count = db.prepare('UPDATE programme SET counter = counter + 1 WHERE programme = ? RETURNING counter');
  }

  /** @throws StoreError when the batch does not fit; the caller then rolls back */
  append(batch: PackedBatch): Appended {
    for (const founding of batch.foundings) this.#putFounding(founding);
    let appended = 0;
    const changes = new Map<ProgrammeId, number>();
    // Consecutive runs of one branch go together: a large import is sealed at once instead of row by row.
    for (let i = 0; i < batch.runs.length; ) {
      const start = batch.runs[i] as PackedAppend;
      let end = i + 1;
      while (end < batch.runs.length && sameBranch(start, batch.runs[end] as PackedAppend)) end++;
      appended += this.#appendToBranch(start, batch.runs.slice(i, end), changes);
      i = end;
    }
    for (const receipt of batch.receipts) this.#putReceipt(receipt);
    return { appended, held: batch.runs.length - appended };
  }

  #appendToBranch(key: BranchKey, runs: readonly PackedAppend[], changes: Map<ProgrammeId, number>): number {
    let row = this.branchRow(key);
    const fresh: PackedAppend[] = [];
    for (const run of runs) {
      row ??= this.#newBranch(run);
      if (run.packed.first <= row.seq) this.#expectHeld(run);
      else if (run.packed.first > row.seq + 1) throw gap(run, row.seq);
      else {
        if (row.seq === row.parted_at && row.parent !== run.parent) throw misplaced(run);
        fresh.push(run);
        row = { ...row, seq: run.packed.last, hash: run.lastHash };
      }
    }
    if (row === undefined || fresh.length === 0) return 0;
    const change = changes.get(key.programme) ?? this.#nextChange(key.programme);
    changes.set(key.programme, change);
    this.#store(key, { ...row, change }, fresh);
    return fresh.length;
  }

  /** Adds runs to the tail, or, when they fill blocks by themselves, seals what is full. */
  #store(key: BranchKey, row: BranchRow, fresh: readonly PackedAppend[]): void {
    const hashes = new Map(fresh.map((run) => [run.packed.last, run.lastHash]));
    let rest = fresh.map((run) => run.packed);
    let entries = row.tail_entries;
    let bytes = row.tail_bytes;
    if (entryCount(rest) >= blockEntries || byteCount(rest) >= blockBytes) {
      const tail = this.#tailOf(key);
      for (const stored of tail) hashes.set(stored.last, stored.hash);
      this.#deleteTail.run(key.programme, key.party, key.branch, row.seq);
      rest = this.#seal(key, [...tail.map(checkedRun), ...rest], hashes);
      entries = 0;
      bytes = 0;
    }
    for (const run of rest) {
      const hash = hashes.get(run.last) as Hash;
      const { first, last, key: signer, signature, lines } = run;
      const sum = runChecksum(run);
      this.#insertTail.run(key.programme, key.party, key.branch, first, last, hash, signer, signature, sum, lines);
    }
    entries += entryCount(rest);
    bytes += byteCount(rest);
    this.#writeBranch(key, row, entries, bytes);
  }

  /** To be called once after opening: a crash may have come between an append and its sealing. */
  findFull(): void {
    const rows = this.db
      .prepare('SELECT programme, party, branch FROM branch WHERE tail_entries >= ? OR tail_bytes >= ?')
      .all(blockEntries, blockBytes) as unknown as BranchKey[];
    for (const key of rows) this.#full.set(`${key.programme} ${key.party} ${key.branch}`, { ...key });
  }

  /** Whether a tail waits to be sealed. */
  get hasFull(): boolean {
    return this.#full.size > 0;
  }

  /** Seals the full blocks of one waiting tail. @returns about how many bytes that wrote */
  sealNext(): number {
    const [waiting] = this.#full;
    if (waiting === undefined) return 0;
    const [name, key] = waiting;
    this.#full.delete(name);
    const row = this.branchRow(key);
    if (row === undefined) return 0;
    const tail = this.#tailOf(key);
    const rest = this.#seal(key, tail.map(checkedRun), new Map(tail.map((run) => [run.last, run.hash])));
    const firstLeft = rest[0]?.first ?? row.seq + 1;
    this.#deleteTail.run(key.programme, key.party, key.branch, firstLeft - 1);
    this.#writeBranch(key, row, entryCount(rest), byteCount(rest));
    return row.tail_bytes;
  }

  #seal(key: BranchKey, runs: readonly PackedRun[], hashes: ReadonlyMap<number, Hash>): PackedRun[] {
    const { full, rest } = cutBlocks(runs);
    for (const block of full) {
      const first = (block[0] as PackedRun).first;
      const last = (block.at(-1) as PackedRun).last;
      const hash = hashes.get(last) as Hash;
      this.#insertBlock.run(key.programme, key.party, key.branch, first, last, hash, sealBlock(block));
    }
    return rest;
  }

  #writeBranch(key: BranchKey, row: BranchRow, entries: number, bytes: number): void {
    const { parent, parted_at: partedAt, seq, hash, change } = row;
    this.#putBranch.run(key.programme, key.party, key.branch, parent, partedAt, seq, hash, change, entries, bytes);
    if (entries < blockEntries && bytes < blockBytes) return;
    const { programme, party, branch } = key;
    this.#full.set(`${programme} ${party} ${branch}`, { programme, party, branch });
  }

  #tailOf(key: BranchKey): TailRow[] {
    const rows = this.db.prepare(`SELECT ${tailColumns} FROM tail WHERE ${ofBranch} ORDER BY last`);
    return rows.all(key.programme, key.party, key.branch) as unknown as TailRow[];
  }

  #newBranch(run: PackedAppend): BranchRow {
    const { programme, party, branch, parent, packed } = run;
    const fresh = { party, branch, hash: programme, change: 0, tail_entries: 0, tail_bytes: 0 };
    if (branch === 0) return { ...fresh, parent: null, parted_at: 0, seq: 0 };
    if (parent === null || parent >= branch) throw misplaced(run);
    const from = this.branchRow({ programme, party, branch: parent });
    if (from === undefined) throw misplaced(run);
    const partedAt = packed.first - 1;
    if (partedAt < from.parted_at || partedAt > from.seq) throw gap(run, from.seq);
    return { ...fresh, parent, parted_at: partedAt, seq: partedAt };
  }

  /** Held already, byte for byte: the last line's hash covers the lines before it. */
  #expectHeld(run: PackedAppend): void {
    const { packed } = run;
    const held = this.runsFrom(run, packed.last, 1)[0];
    const line = held === undefined ? undefined : unpackRun(held).lines[packed.last - held.first];
    if (line !== undefined && Buffer.compare(line, lastLine(packed)) === 0) return;
    const place = `${run.party} branch ${run.branch}, entries ${packed.first} to ${packed.last}`;
    throw new StoreError('conflict', `Another run stands at ${place}. Nothing was written.`);
  }

  #nextChange(programme: ProgrammeId): number {
    const row = this.#count.get(programme) as { counter: number } | undefined;
    if (row === undefined) throw new StoreError('unknown-programme', 'This programme is not held here. Nothing was written.');
    return row.counter;
  }

  #putFounding(founding: Founding): void {
    const { programme, bytes, signatures } = founding;
    this.db
      .prepare('INSERT INTO programme (programme, founding, counter) VALUES (?, ?, 0) ON CONFLICT (programme) DO NOTHING')
      .run(programme, bytes);
    const put = this.db.prepare(`
      INSERT INTO founding_signature (programme, party, signature) VALUES (?, ?, ?)
      ON CONFLICT (programme, party) DO UPDATE SET signature = excluded.signature`);
    for (const { party, signature } of signatures) put.run(programme, party, signature);
  }

  #putReceipt(receipt: Receipt): void {
    const { programme, signer, party, seq, hash, note } = receipt;
    if (this.db.prepare('SELECT 1 FROM programme WHERE programme = ?').get(programme) === undefined) {
      throw new StoreError('unknown-programme', 'This programme is not held here. Nothing was written.');
    }
    this.db
      .prepare(`
        INSERT INTO receipt (programme, signer, party, seq, hash, note) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (programme, signer, party) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, note = excluded.note
        WHERE excluded.seq >= receipt.seq`)
      .run(programme, signer, party, seq, hash, note);
  }
}

function sameBranch(a: BranchKey, b: BranchKey): boolean {
  return a.programme === b.programme && a.party === b.party && a.branch === b.branch;
}

function entryCount(runs: readonly PackedRun[]): number {
  return runs.reduce((sum, run) => sum + run.last - run.first + 1, 0);
}

function byteCount(runs: readonly PackedRun[]): number {
  return runs.reduce((sum, run) => sum + run.lines.length, 0);
}

function gap(run: PackedAppend, seq: number): StoreError {
  const missing = `entries ${seq + 1} to ${run.packed.first - 1} of ${run.party}, branch ${run.branch}, are missing`;
  return new StoreError('gap', `${missing[0]?.toUpperCase()}${missing.slice(1)}. Nothing was written.`);
}

function misplaced(run: PackedAppend): StoreError {
  const message = `Branch ${run.branch} of ${run.party} does not leave branch ${run.parent ?? 'none'}. Nothing was written.`;
  return new StoreError('unknown-branch', message);
}
