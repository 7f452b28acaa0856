import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { JsonObject } from '../core/bytes/json.ts';
import { replaceFileNow, syncDirectoryNow } from './durable-file.ts';
import { StoreError } from './errors.ts';
import { feedsFormat, feedsSchema } from './sqlite-feeds.ts';
import { newerMessage, openWriter, sqliteCode } from './sqlite-file.ts';
import { workspaceFormat, workspaceSchema } from './sqlite-workspace.ts';

/** Format of a node folder as a whole. */
export const folderFormat = 1;

/** The files of a node folder. `keys` belongs to the node; the store only copies it in a backup. */
export function folderPaths(root: string) {
  return {
    root,
    node: join(root, 'node.json'),
    feeds: join(root, 'feeds.sqlite'),
    workspace: join(root, 'workspace.sqlite'),
    attachments: join(root, 'attachments'),
    keys: join(root, 'keys'),
    watermark: join(root, 'watermark.json'),
    restored: join(root, 'restored.json'),
    lock: join(root, 'lock'),
    holder: join(root, 'lock.pid'),
  } as const;
}

export type FolderPaths = ReturnType<typeof folderPaths>;

/**
 * Makes a node folder. What the node says about itself goes into node.json beside the format number.
 * @throws StoreError `folder-exists`
 */
export function createFolder(root: string, about: JsonObject = {}): void {
  const paths = folderPaths(root);
  if (existsSync(paths.node))
    throw new StoreError('folder-exists', 'A node lives in this folder already. Nothing was changed.');
  mkdirSync(paths.attachments, { recursive: true, mode: 0o700 });
  mkdirSync(paths.keys, { recursive: true, mode: 0o700 });
  openWriter(paths.feeds, feedsSchema, feedsFormat).close();
  openWriter(paths.workspace, workspaceSchema, workspaceFormat).close();
  // Last: a folder without it is none, so an interrupted creation can be repeated.
  replaceFileNow(paths.node, `${JSON.stringify({ ...about, format: folderFormat }, null, 1)}\n`);
  syncDirectoryNow(join(root, '..'));
}

/** What node.json says. @throws StoreError `folder-missing`, `folder-unreadable`, `folder-newer` */
export function readFolder(root: string): JsonObject {
  let text: string;
  try {
    text = readFileSync(folderPaths(root).node, 'utf8');
  } catch (cause) {
    throw new StoreError('folder-missing', 'There is no node in this folder: node.json is missing.', {
      cause,
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StoreError('folder-unreadable', 'node.json is not JSON. Nothing was changed.', { cause });
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  if (typeof format !== 'number')
    throw new StoreError('folder-unreadable', 'node.json names no format. Nothing was changed.');
  if (format > folderFormat) throw new StoreError('folder-newer', newerMessage(format, folderFormat));
  return value as JsonObject;
}

/** Replaces what the node says about itself in node.json; the format stays. */
export function describeFolder(root: string, about: JsonObject): void {
  const { format } = readFolder(root);
  replaceFileNow(
    folderPaths(root).node,
    `${JSON.stringify({ ...about, format: format ?? folderFormat }, null, 1)}\n`,
  );
}

/**
 * Takes the folder for this process, until the returned function is called or the process ends in whatever way: the lock
 * is the operating system's, on an empty SQLite file, so there is no stale one.
 * @throws StoreError `folder-busy`
 */
export function lockFolder(root: string): () => void {
  const paths = folderPaths(root);
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(paths.lock, { timeout: 0 });
  } catch (cause) {
    throw unwritable(cause);
  }
  try {
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    // For the message of the process that comes second.
    writeFileSync(paths.holder, `${process.pid}\n`);
  } catch (cause) {
    db.close();
    if (sqliteCode(cause) === 5) {
      const message = `Another process${holderOf(paths)} has this folder open. Nothing was changed.`;
      throw new StoreError('folder-busy', message, { cause });
    }
    throw unwritable(cause);
  }
  return () => db.close();
}

function unwritable(cause: unknown): StoreError {
  const said = cause instanceof Error ? cause.message : String(cause);
  const message = `The folder cannot be written (${said}). Nothing was changed. Check the disk and the rights of this user.`;
  return new StoreError('failed', message, { cause });
}

function holderOf(paths: FolderPaths): string {
  try {
    return ` (process ${readFileSync(paths.holder, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
