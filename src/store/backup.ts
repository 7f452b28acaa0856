import { createHash } from 'node:crypto';
import { constants, createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { backup } from 'node:sqlite';
import type { Hash } from '../core/bytes/ids.ts';
import { checkDatabases } from './check.ts';
import { replaceFile, syncDirectory } from './durable-file.ts';
import { StoreError } from './errors.ts';
import { folderPaths, readFolder } from './folder.ts';
import { newerMessage, openReader } from './sqlite-file.ts';

const backupFormat = 1;

/** What a backup holds: written last, so that an interrupted backup has none and is refused. */
export interface BackupManifest {
  readonly format: number;
  /** Time that the caller gave. */
  readonly made: string;
  readonly files: readonly BackupFile[];
}

export interface BackupFile {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: Hash;
}

/**
 * Copies a node folder: feeds, workspace, attachments, sealed keys, high-water marks. Takes no lock, so it may run in the
 * node's process or in another while the node works: each database is copied as of one moment, and attachments, which are
 * never changed, after the entries that cite them.
 * @param to a folder that does not exist or is empty
 * @throws StoreError `folder-exists`, `folder-missing`, `corrupt` (the copy was checked and is not whole)
 */
export async function backupFolder(root: string, to: string, made: string): Promise<BackupManifest> {
  readFolder(root);
  await expectEmpty(to);
  const [from, copy] = [folderPaths(root), folderPaths(to)];
  await mkdir(to, { recursive: true, mode: 0o700 });
  // The marks first: a mark that is higher than the copied feed would find it behind.
  const paths = [from.node, from.watermark].filter((path) => existsSync(path));
  for (const path of paths) await copyDurably(path, join(to, relative(root, path)));
  await copyDatabase(from.feeds, copy.feeds);
  await copyDatabase(from.workspace, copy.workspace);
  const fault = (await checkDatabases(copy))[0];
  if (fault !== undefined)
    throw new StoreError(
      'corrupt',
      `The copy is not whole: ${fault}. The node's folder was not changed; rebuild it.`,
    );
  paths.push(copy.feeds, copy.workspace);
  for (const part of [from.keys, from.attachments]) {
    for (const path of await filesIn(part)) {
      await copyDurably(path, join(to, relative(root, path)));
      paths.push(path);
    }
  }
  const names = paths.map((path) =>
    relative(path.startsWith(to + sep) ? to : root, path)
      .split(sep)
      .join('/'),
  );
  const files: BackupFile[] = [];
  for (const name of names) files.push(await describe(to, name));
  const manifest = { format: backupFormat, made, files };
  await replaceFile(join(to, 'backup.json'), `${JSON.stringify(manifest, null, 1)}\n`);
  await syncDirectory(dirname(to));
  return manifest;
}

/**
 * Makes a node folder from a backup, after every byte of it was checked. The folder is marked: the node that opens it does not
 * sign until its partners have confirmed the head, or the root has continued the feed (F9).
 * @param to a folder that does not exist or is empty
 * @throws StoreError `backup-unusable` (nothing was written), `folder-exists`, `folder-newer`
 */
export async function restoreFolder(from: string, to: string, time: string): Promise<void> {
  const manifest = await readManifest(from);
  await expectEmpty(to);
  for (const file of manifest.files) {
    const found = existsSync(join(from, file.path)) ? await describe(from, file.path) : undefined;
    if (found?.sha256 !== file.sha256)
      throw new StoreError('backup-unusable', `${file.path} is missing or changed. Nothing was restored.`);
  }
  readFolder(from);
  const paths = folderPaths(to);
  for (const path of [to, paths.attachments, paths.keys]) await mkdir(path, { recursive: true, mode: 0o700 });
  await replaceFile(paths.restored, `${JSON.stringify({ restored: time, made: manifest.made })}\n`);
  // node.json last: without it the folder is none.
  const last = (file: BackupFile) => (file.path === 'node.json' ? 1 : 0);
  for (const { path } of manifest.files.toSorted((a, b) => last(a) - last(b)))
    await copyDurably(join(from, path), join(to, path));
  await syncDirectory(dirname(to));
}

async function readManifest(from: string): Promise<BackupManifest> {
  let manifest: BackupManifest;
  try {
    manifest = JSON.parse(await readFile(join(from, 'backup.json'), 'utf8')) as BackupManifest;
  } catch (cause) {
    throw new StoreError(
      'backup-unusable',
      'backup.json is missing or unreadable: this is no whole backup. Nothing was restored.',
      { cause },
    );
  }
  if (manifest.format > backupFormat)
    throw new StoreError('folder-newer', newerMessage(manifest.format, backupFormat));
  const files: unknown = manifest.files;
  const paths = Array.isArray(files)
    ? (files as readonly Partial<BackupFile>[]).map((file) => file.path)
    : [];
  const strange = paths.find((path) => !isPlain(path));
  if (strange !== undefined || !paths.includes('node.json') || !paths.includes('feeds.sqlite')) {
    throw new StoreError('backup-unusable', 'backup.json does not list a node folder. Nothing was restored.');
  }
  return manifest;
}

/** A path that stays inside its folder on every system. */
function isPlain(path: unknown): boolean {
  return (
    typeof path === 'string' &&
    /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path) &&
    posix.normalize(path) === path
  );
}

/** One snapshot of a database, in one step: a copy in many steps begins again at each write of the node. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const db = openReader(from);
  try {
    await backup(db, to, { rate: 0x7f_ff_ff_ff });
  } finally {
    db.close();
  }
  await syncFile(to);
}

async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await syncFile(to);
  await syncDirectory(dirname(to));
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function describe(root: string, path: string): Promise<BackupFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(join(root, path), { highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { path, size, sha256: hash.digest('hex') as Hash };
}

/** Regular files below a folder, without what is on its way in. */
async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((path) => !path.includes(`${sep}partial${sep}`)).sort();
}

async function expectEmpty(to: string): Promise<void> {
  if (!existsSync(to)) return;
  const empty = (await stat(to)).isDirectory() && (await readdir(to)).length === 0;
  if (!empty)
    throw new StoreError('folder-exists', 'The target is not an empty folder. Nothing was written.');
}
