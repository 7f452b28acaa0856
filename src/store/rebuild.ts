import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { hashOfEntry, openBlock, type PackedRun, unpackRun } from './block.ts';
import { syncDirectoryNow } from './durable-file.ts';
import { StoreError } from './errors.ts';
import { folderPaths, lockFolder, readFolder } from './folder.ts';
import { FeedWriter } from './sqlite-feed-writer.ts';
import { type BranchKey, checkedRun, feedsFormat, feedsSchema, type TailRow } from './sqlite-feeds.ts';
import { isRefusal, openWriter } from './sqlite-file.ts';
import { workspaceFormat, workspaceSchema } from './sqlite-workspace.ts';

/** Runs are written in lots of this size, so that a long feed is not held in memory twice. */
const flushRuns = 1000;

/** What a rebuild found and kept. */
export interface Rebuilt {
  readonly branches: readonly RebuiltBranch[];
  /** Tables of which a part could not be read. */
  readonly damaged: readonly string[];
}

export interface RebuiltBranch extends BranchKey {
  /** The last entry that stands in an unbroken chain from the first. */
  readonly seq: number;
  /** Runs that were readable but stand behind a gap; partners give them back, and the damaged file keeps them. */
  readonly beyond: number;
}

/**
 * Makes both databases anew from what can be read of them: the runs in unbroken chains, from them every derived table, and
 * the rows of the workspace. The former files stay beside the new ones as `….damaged-n`. What is lost of our own feed is found
 * by the high-water mark when the folder is opened, and locks signing.
 * @throws StoreError `folder-missing`, `folder-newer`, `folder-busy`
 */
export function rebuildFolder(root: string): Rebuilt {
  readFolder(root);
  const unlock = lockFolder(root);
  try {
    const paths = folderPaths(root);
    const branches: RebuiltBranch[] = [];
    const damaged: string[] = [];
    replaceDatabase(paths.feeds, feedsSchema, feedsFormat, (from, to) => {
      const read = salvager(from, damaged);
      branches.push(...rebuildFeeds(read, to));
    });
    replaceDatabase(paths.workspace, workspaceSchema, workspaceFormat, (from, to) => {
      to.exec('DELETE FROM counter');
      for (const table of ['counter', 'document', 'draft', 'account', 'session', 'audit'])
        copyRows(salvager(from, damaged), to, table);
    });
    syncDirectoryNow(root);
    return { branches, damaged: [...new Set(damaged)] };
  } finally {
    unlock();
  }
}

/** Fills a new file and lets it take the place of the old one. Interrupted at any point it can be repeated. */
function replaceDatabase(
  path: string,
  schema: string,
  format: number,
  fill: (from: DatabaseSync | undefined, to: DatabaseSync) => void,
): void {
  const fresh = `${path}.rebuilt`;
  if (existsSync(path)) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${fresh}${end}`, { force: true });
    const to = openWriter(fresh, schema, format);
    const from = openDamaged(path);
    to.exec('BEGIN IMMEDIATE');
    fill(from, to);
    to.exec('COMMIT');
    to.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    to.close();
    try {
      from?.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      from?.close();
    } catch {
      // Its log goes aside with it.
    }
    const aside = firstFree(`${path}.damaged`);
    // The log first: left behind, it would be played into the new file.
    for (const end of ['-wal', '-shm', ''])
      if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
  } else if (!existsSync(fresh)) {
    openWriter(fresh, schema, format).close();
  }
  renameSync(fresh, path);
}

function openDamaged(path: string): DatabaseSync | undefined {
  try {
    // Opened to write: what its log holds is to be folded in, and nobody else has the folder.
    return new DatabaseSync(path, { timeout: 5000 });
  } catch {
    return undefined;
  }
}

function firstFree(path: string): string {
  for (let n = 1; ; n++) if (!existsSync(`${path}-${n}`)) return `${path}-${n}`;
}

type Row = Record<string, SQLOutputValue>;
type Read = (table: string, order: readonly string[]) => Row[];

/** Reads a table from its beginning up to the damage, then from its end back to it. */
function salvager(db: DatabaseSync | undefined, damaged: string[]): Read {
  return (table, order) => {
    if (db === undefined) {
      damaged.push(table);
      return [];
    }
    const forward = until(db, `SELECT * FROM ${table} ORDER BY ${order.join(', ')}`);
    if (forward.whole) return forward.rows;
    damaged.push(table);
    const backward = until(
      db,
      `SELECT * FROM ${table} ORDER BY ${order.map((column) => `${column} DESC`).join(', ')}`,
    );
    return [...forward.rows, ...backward.rows.reverse()];
  };
}

function until(db: DatabaseSync, sql: string): { rows: Row[]; whole: boolean } {
  const rows: Row[] = [];
  try {
    for (const row of db.prepare(sql).iterate()) rows.push(row);
    return { rows, whole: true };
  } catch {
    return { rows, whole: false };
  }
}

function rebuildFeeds(read: Read, to: DatabaseSync): RebuiltBranch[] {
  for (const table of ['programme', 'founding_signature']) copyRows(read, to, table);
  const writer = new FeedWriter(to);
  const chains = new Map<string, { key: BranchKey; runs: Map<number, PackedRun> }>();
  for (const row of [...read('block', ['rowid']), ...read('tail', ['rowid'])]) {
    const key = {
      programme: row['programme'] as ProgrammeId,
      party: row['party'] as PartyCode,
      branch: row['branch'] as number,
    };
    const name = `${key.programme} ${key.party} ${String(key.branch).padStart(8, '0')}`;
    const chain = chains.get(name) ?? { key, runs: new Map<number, PackedRun>() };
    chains.set(name, chain);
    for (const run of runsOf(row)) chain.runs.set(run.first, run);
  }
  // By branch in ascending order: a branch leaves a lower one.
  const ordered = [...chains].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chain]) => chain);
  const branches = ordered.map(({ key, runs }) => rebuildBranch(writer, key, [...runs.values()]));
  copyRows(read, to, 'receipt');
  return branches;
}

function runsOf(row: Row): PackedRun[] {
  try {
    if ('bytes' in row) return openBlock(row['bytes'] as Uint8Array, row['first'] as number);
    return [checkedRun(row as unknown as TailRow)];
  } catch {
    return [];
  }
}

/** Appends the runs that follow each other by place and by hash. */
function rebuildBranch(writer: FeedWriter, key: BranchKey, found: readonly PackedRun[]): RebuiltBranch {
  const runs = found.toSorted((a, b) => a.first - b.first);
  const start = runs[0];
  let next = start === undefined || key.branch === 0 ? 1 : start.first;
  let hash: Hash | undefined = key.branch === 0 ? key.programme : prevOf(start as PackedRun);
  const parent = start === undefined || key.branch === 0 ? null : parentOf(writer, key, next - 1, hash);
  let kept = 0;
  if (parent !== undefined) {
    for (const packed of runs) {
      if (packed.first !== next || prevOf(packed) !== hash) break;
      hash = hashOfEntry(packed, packed.last) as Hash;
      try {
        const placed = kept === 0 ? parent : null;
        writer.append({
          foundings: [],
          runs: [{ ...key, parent: placed, packed, lastHash: hash }],
          receipts: [],
        });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        break;
      }
      next = packed.last + 1;
      kept++;
      if (kept % flushRuns === 0) writer.flush();
    }
    writer.flush();
  }
  return { ...key, seq: kept === 0 ? 0 : next - 1, beyond: runs.length - kept };
}

/** The lower branch on which the entry before the parting stands; undefined when none is left. */
function parentOf(
  writer: FeedWriter,
  key: BranchKey,
  at: number,
  hash: Hash | undefined,
): number | undefined {
  const lower = writer
    .branches(key.programme)
    .filter((each) => each.party === key.party && each.branch < key.branch);
  return lower.find((each) => {
    if (at === 0) return each.branch === 0;
    const run = writer.runsFrom({ ...key, branch: each.branch }, at, 1)[0];
    return run !== undefined && run.first <= at && hashOfEntry(run, at) === hash;
  })?.branch;
}

/** What the first line of a run names as the entry before it. */
function prevOf(packed: PackedRun): Hash | undefined {
  const line = unpackRun(packed).lines[0] ?? new Uint8Array();
  try {
    const entry: unknown = JSON.parse(Buffer.from(line).toString());
    return typeof entry === 'object' && entry !== null && 'prev' in entry ? (entry.prev as Hash) : undefined;
  } catch {
    return undefined;
  }
}

/** Copies the rows that are readable and fit the table. */
function copyRows(read: Read, to: DatabaseSync, table: string): void {
  const columns = to.prepare(`PRAGMA table_info(${table})`).all() as unknown as {
    name: string;
    pk: number;
  }[];
  const keys = columns.filter((column) => column.pk > 0).map((column) => column.name);
  const names = columns.map((column) => column.name);
  const put = to.prepare(
    `INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  for (const row of read(table, keys)) {
    try {
      put.run(...names.map((name) => row[name] as SQLInputValue));
    } catch (error) {
      // A row that damage has changed beyond what its table allows.
      if (!isRefusal(error)) throw error;
    }
  }
}
