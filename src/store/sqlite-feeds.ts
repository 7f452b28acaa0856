import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Hash, KeyId, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { openBlock, type PackedRun, runChecksum } from './block.ts';
import { StoreError } from './errors.ts';
import type { Branch, Founding, FoundingSignature, Receipt } from './store.ts';

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

/** Names one chain of one feed. */
export interface BranchKey {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly branch: number;
}

/** A row of `branch`. */
export interface BranchRow {
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

/** A row of `tail`. */
export interface TailRow {
  first: number;
  last: number;
  hash: Hash;
  key: KeyId;
  signature: Uint8Array;
  checksum: number;
  lines: Uint8Array;
}

export const ofBranch = 'programme = ? AND party = ? AND branch = ?';
export const tailColumns = 'first, last, hash, key, signature, checksum, lines';

/** A row of `block`. */
export interface SealedBlock {
  readonly first: number;
  readonly bytes: Uint8Array;
}

/** The questions to feeds.sqlite; works on a connection of the writer or of a reader. */
export class FeedReader {
  protected readonly db: DatabaseSync;
  readonly #block: StatementSync;
  readonly #tail: StatementSync;
  readonly #branches: StatementSync;
  readonly #branch: StatementSync;

  constructor(db: DatabaseSync) {
    this.db = db;
    this.#block = db.prepare(
      `SELECT first, bytes FROM block WHERE ${ofBranch} AND last >= ? ORDER BY last LIMIT 1`,
    );
    this.#tail = db.prepare(
      `SELECT ${tailColumns} FROM tail WHERE ${ofBranch} AND last >= ? ORDER BY last LIMIT ?`,
    );
    this.#branches = db.prepare('SELECT * FROM branch WHERE programme = ? ORDER BY party, branch');
    this.#branch = db.prepare(`SELECT * FROM branch WHERE ${ofBranch}`);
  }

  /** The next stretch of a branch from the run that holds `from` on: a block's runs, or some of the tail's; empty at the end. */
  runsFrom(key: BranchKey, from: number, tailRows = 64): PackedRun[] {
    const stretch = this.stretchFrom(key, from, tailRows);
    if (Array.isArray(stretch)) return stretch;
    return openBlock(stretch.bytes, stretch.first).filter((run) => run.last >= from);
  }

  /** The same, with a block as it lies in its row. */
  stretchFrom(key: BranchKey, from: number, tailRows = 64): SealedBlock | PackedRun[] {
    // Both tables in one snapshot: between two statements the writer may seal the rows that we are about to read.
    const own = !this.db.isTransaction;
    if (own) this.db.exec('BEGIN');
    try {
      const block = this.#block.get(key.programme, key.party, key.branch, from);
      if (block !== undefined) return block as unknown as SealedBlock;
      const rows = this.#tail.all(
        key.programme,
        key.party,
        key.branch,
        from,
        tailRows,
      ) as unknown as TailRow[];
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
      .prepare(
        'SELECT programme, signer, party, seq, hash, note FROM receipt WHERE programme = ? ORDER BY signer, party',
      )
      .all(programme);
    return rows.map((row) => ({ ...row })) as unknown as Receipt[];
  }

  protected branchRow(key: BranchKey): BranchRow | undefined {
    return this.#branch.get(key.programme, key.party, key.branch) as BranchRow | undefined;
  }
}

/** The run of a row. @throws StoreError `corrupt` */
export function checkedRun(row: TailRow): PackedRun {
  const { first, last, key, signature, lines } = row;
  const packed = { first, last, key, signature, lines };
  if (runChecksum(packed) !== row.checksum) {
    throw new StoreError('corrupt', `The run at entries ${first} to ${last} was changed on the disk.`);
  }
  return packed;
}
