import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './errors.ts';
import type { Finding } from './store.ts';

/** Opens a database file for the one writer. What it commits is on the disk when `COMMIT` returns. */
export function openWriter(path: string, schema: string, format: number): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 5000 });
  // FULL by hand: WAL with NORMAL loses the latest commits in a power cut. Freed pages are given back in small steps.
  db.exec(`
    PRAGMA auto_vacuum = INCREMENTAL;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA journal_size_limit = 4194304;
    PRAGMA foreign_keys = ON;
    PRAGMA cell_size_check = ON;
    PRAGMA cache_size = -16000;
  `);
  const stored = pragma(db, 'user_version');
  if (stored > format) {
    db.close();
    throw new StoreError('folder-newer', newerMessage(stored, format));
  }
  // What recovery finds in the log may stand in the page cache only, if an fsync had failed before the restart. Written
  // into the database and synced it is durable before anyone reads it.
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
  if (stored < format) db.exec(`BEGIN IMMEDIATE; ${schema}; PRAGMA user_version = ${format}; COMMIT`);
  return db;
}

/** A connection for the readers of another thread: it sees each commit whole, and never waits for the writer. */
export function openReader(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true, timeout: 5000 });
}

/** What to say when a folder was written by a newer version. */
export function newerMessage(stored: number, known: number): string {
  return `This folder has format ${stored}; this version knows formats up to ${known}. Nothing was changed. Start the newer version, or restore a backup made before the upgrade.`;
}

/** The value of a pragma that answers with one number. */
export function pragma(db: DatabaseSync, name: string): number {
  const row = db.prepare(`PRAGMA ${name}`).get();
  return Number(Object.values(row ?? {})[0] ?? 0);
}

/** The primary result code of an error that SQLite raised, else undefined. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}

/** True for a broken page or a file that is no database. */
export function isCorruption(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 11 || code === 26 || (error instanceof StoreError && error.code === 'corrupt');
}

/** True when a request is at fault and not the storage: it does not fit, or its values are not of the right type. */
export function isRefusal(error: unknown): error is Error {
  if (error instanceof StoreError) return error.code !== 'corrupt';
  const code = sqliteCode(error);
  return (
    error instanceof Error && (code === undefined ? error instanceof TypeError : code === 19 || code === 20)
  );
}

/** A finding about the storage itself. */
export type StorageFinding = Finding & { readonly code: 'failed' | 'corrupt' };

/** What to tell about an error of the storage, and to lock signing with. */
export function storageFinding(error: unknown): StorageFinding {
  const said = error instanceof Error ? error.message : String(error);
  if (isCorruption(error)) {
    const message = `The database is damaged (${said}). Nothing was overwritten. Stop the node and run the rebuild command; signing is locked.`;
    return { code: 'corrupt', message };
  }
  const message = `The disk did not keep a write (${said}). What was acknowledged before is kept; nothing later is acknowledged. Free or repair the disk, then start the node again; signing is locked.`;
  return { code: 'failed', message };
}
