import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import {
  blockBytes,
  blockEntries,
  cutBlocks,
  lastLine,
  type PackedRun,
  runChecksum,
  sealBlock,
  unpackRun,
} from './block.ts';
import { StoreError } from './errors.ts';
import {
  type BranchKey,
  type BranchRow,
  checkedRun,
  FeedReader,
  ofBranch,
  type TailRow,
  tailColumns,
} from './sqlite-feeds.ts';
import type { Appended, Founding, Receipt } from './store.ts';

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

/** A branch as it will stand after the group, and the runs to write for that. */
interface Pending {
  readonly key: BranchKey;
  row: BranchRow;
  readonly fresh: PackedAppend[];
}

/**
 * Writes to feeds.sqlite. `append` only plans: a request that does not fit is refused before anything was written, so that
 * one transaction can carry a whole group of requests. `flush` writes the plan, inside a transaction of the caller.
 */
export class FeedWriter extends FeedReader {
  readonly #pending = new Map<string, Pending>();
  readonly #foundings: Founding[] = [];
  readonly #receipts: Receipt[] = [];
  /** Programmes that are held or planned. */
  readonly #known = new Set<ProgrammeId>();
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
    this.#count = db.prepare(
      'UPDATE programme SET counter = counter + 1 WHERE programme = ? RETURNING counter',
    );
    for (const { programme } of this.programmes()) this.#known.add(programme);
    this.#findFull();
  }

  /** Plans a batch whole, or not at all. @throws StoreError when it does not fit */
  append(batch: PackedBatch): Appended {
    const founded = new Set(batch.foundings.map((founding) => founding.programme));
    for (const { programme } of [...batch.runs, ...batch.receipts]) {
      if (this.#known.has(programme) || founded.has(programme)) continue;
      throw new StoreError('unknown-programme', 'This programme is not held here. Nothing was written.');
    }
    const before = new Map<string, { row: BranchRow; count: number } | undefined>();
    let appended = 0;
    try {
      for (const run of batch.runs) appended += this.#plan(run, before);
    } catch (error) {
      for (const [name, was] of before) this.#unplan(name, was);
      throw error;
    }
    for (const programme of founded) this.#known.add(programme);
    this.#foundings.push(...batch.foundings);
    this.#receipts.push(...batch.receipts);
    return { appended, held: batch.runs.length - appended };
  }

  /** @returns 1 when the run is new, 0 when it is held; notes in `before` how its branch stood */
  #plan(run: PackedAppend, before: Map<string, { row: BranchRow; count: number } | undefined>): 0 | 1 {
    const name = nameOf(run);
    const pending = this.#pending.get(name);
    const row = pending?.row ?? this.branchRow(run) ?? this.#newBranch(run);
    if (run.packed.first <= row.seq) {
      this.#expectHeld(run, pending?.fresh ?? []);
      return 0;
    }
    if (run.packed.first > row.seq + 1) throw gap(run, row.seq);
    if (row.seq === row.parted_at && row.parent !== run.parent) throw misplaced(run);
    if (!before.has(name)) before.set(name, pending && { row, count: pending.fresh.length });
    const next = { ...row, seq: run.packed.last, hash: run.lastHash };
    const { programme, party, branch } = run;
    if (pending === undefined)
      this.#pending.set(name, { key: { programme, party, branch }, row: next, fresh: [run] });
    else {
      pending.row = next;
      pending.fresh.push(run);
    }
    return 1;
  }

  #unplan(name: string, was: { row: BranchRow; count: number } | undefined): void {
    const pending = this.#pending.get(name);
    if (was === undefined || pending === undefined) this.#pending.delete(name);
    else {
      pending.row = was.row;
      pending.fresh.length = was.count;
    }
  }

  /** Writes what was planned. */
  flush(): void {
    for (const founding of this.#foundings.splice(0)) this.#putFounding(founding);
    const changes = new Map<ProgrammeId, number>();
    for (const { key, row, fresh } of this.#pending.values()) {
      const change = changes.get(key.programme) ?? this.#nextChange(key.programme);
      changes.set(key.programme, change);
      this.#store(key, { ...row, change }, fresh);
    }
    this.#pending.clear();
    for (const receipt of this.#receipts.splice(0)) this.#putReceipt(receipt);
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
      this.#insertTail.run(
        key.programme,
        key.party,
        key.branch,
        first,
        last,
        hash,
        signer,
        signature,
        sum,
        lines,
      );
    }
    entries += entryCount(rest);
    bytes += byteCount(rest);
    this.#writeBranch(key, row, entries, bytes);
  }

  /** A crash may have come between an append and its sealing. */
  #findFull(): void {
    const rows = this.db
      .prepare('SELECT programme, party, branch FROM branch WHERE tail_entries >= ? OR tail_bytes >= ?')
      .all(blockEntries, blockBytes) as unknown as BranchKey[];
    for (const key of rows) this.#full.set(nameOf(key), { ...key });
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
    this.#putBranch.run(
      key.programme,
      key.party,
      key.branch,
      parent,
      partedAt,
      seq,
      hash,
      change,
      entries,
      bytes,
    );
    if (entries < blockEntries && bytes < blockBytes) return;
    this.#full.set(nameOf(key), key);
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
    const parentKey = { programme, party, branch: parent };
    const from = this.#pending.get(nameOf(parentKey))?.row ?? this.branchRow(parentKey);
    if (from === undefined) throw misplaced(run);
    const partedAt = packed.first - 1;
    if (partedAt < from.parted_at || partedAt > from.seq) throw gap(run, from.seq);
    return { ...fresh, parent, parted_at: partedAt, seq: partedAt };
  }

  /** Held already, byte for byte: the last line's hash covers the lines before it. */
  #expectHeld(run: PackedAppend, planned: readonly PackedAppend[]): void {
    const { packed } = run;
    const held =
      planned.find((other) => other.packed.last >= packed.last)?.packed ??
      this.runsFrom(run, packed.last, 1)[0];
    const line = held === undefined ? undefined : unpackRun(held).lines[packed.last - held.first];
    if (line !== undefined && Buffer.compare(line, lastLine(packed)) === 0) return;
    const place = `${run.party} branch ${run.branch}, entries ${packed.first} to ${packed.last}`;
    throw new StoreError('conflict', `Another run stands at ${place}. Nothing was written.`);
  }

  #nextChange(programme: ProgrammeId): number {
    return (this.#count.get(programme) as { counter: number }).counter;
  }

  #putFounding(founding: Founding): void {
    const { programme, bytes, signatures } = founding;
    this.db
      .prepare(
        'INSERT INTO programme (programme, founding, counter) VALUES (?, ?, 0) ON CONFLICT (programme) DO NOTHING',
      )
      .run(programme, bytes);
    const put = this.db.prepare(`
      INSERT INTO founding_signature (programme, party, signature) VALUES (?, ?, ?)
      ON CONFLICT (programme, party) DO UPDATE SET signature = excluded.signature`);
    for (const { party, signature } of signatures) put.run(programme, party, signature);
  }

  #putReceipt(receipt: Receipt): void {
    const { programme, signer, party, seq, hash, note } = receipt;
    this.db
      .prepare(`
        INSERT INTO receipt (programme, signer, party, seq, hash, note) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (programme, signer, party) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, note = excluded.note
        WHERE excluded.seq >= receipt.seq`)
      .run(programme, signer, party, seq, hash, note);
  }
}

function nameOf(key: BranchKey): string {
  return `${key.programme} ${key.party} ${key.branch}`;
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
