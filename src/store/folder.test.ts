import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupFolder, restoreFolder } from './backup.ts';
import { checkDatabases } from './check.ts';
import {
  Chain,
  collect,
  foundingOf,
  la,
  plain,
  programme,
  putAttachment,
  readBranch,
  sha,
  vn,
} from './feed.fixture.ts';
import { createFolder, describeFolder, folderFormat, folderPaths, readFolder } from './folder.ts';
import { rebuildFolder } from './rebuild.ts';
import { openStore, type SqliteStore } from './sqlite-store.ts';
import type { RunAppend } from './store.ts';

const time = '2026-11-21T08:00:00Z';
let place: string;
let root: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'folder-'));
  root = join(place, 'node');
  createFolder(root, { name: 'VN' });
});
afterEach(() => rm(place, { recursive: true, force: true }));

async function withStore<Value>(use: (store: SqliteStore) => Promise<Value>, at = root): Promise<Value> {
  const store = await openStore(at);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const codesOf = (store: SqliteStore) => store.findings().map((finding) => finding.code);

/** Both feeds, a fork, a receipt, a note, a file and a mark. */
async function fill(entries = 30): Promise<RunAppend[]> {
  const chain = new Chain();
  const runs = chain.runs(40, entries, 'x'.repeat(700));
  const fork = new Chain({ branch: 1, parent: 0 }, 7, sha(runs[0]?.run.lines[6] ?? '')).run(2, 'fork');
  const theirs = new Chain({ party: la }).runs(3, 2);
  const receipt = { programme, signer: la, party: vn, seq: 4, hash: sha('4'), note: Buffer.from('note') };
  await withStore(async (store) => {
    await store.append({ foundings: [foundingOf()], runs: [...runs, fork, ...theirs], receipts: [receipt] });
    await store.workspace.write([
      { op: 'putDocument', collection: 'note', id: 'n1', value: 'private', expected: 0 },
    ]);
    await putAttachment(store, Buffer.from('a file'));
    await store.raiseWatermark({ programme, party: vn, seq: chain.seq, hash: chain.hash });
  });
  return runs;
}

test('a folder says what it is, keeps what the node says about itself, and is not made twice', () => {
  expect(readFolder(root)).toEqual({ name: 'VN', format: folderFormat });
  describeFolder(root, { name: 'LA', format: 99 });
  expect(readFolder(root)).toEqual({ name: 'LA', format: folderFormat });
  expect(() => createFolder(root)).toThrow(expect.objectContaining({ code: 'folder-exists' }));
});

test('a folder of a newer version is refused and left as it is', async () => {
  const { node, feeds } = folderPaths(root);
  await writeFile(node, JSON.stringify({ format: folderFormat + 1 }));
  await expect(openStore(root)).rejects.toMatchObject({ code: 'folder-newer' });
  expect(() => rebuildFolder(root)).toThrow(expect.objectContaining({ code: 'folder-newer' }));
  await writeFile(node, JSON.stringify({ format: folderFormat }));
  const db = new DatabaseSync(feeds);
  db.exec('PRAGMA user_version = 99');
  db.close();
  await expect(openStore(root)).rejects.toMatchObject({ code: 'folder-newer' });
});

test('a folder without node.json, with a broken one, or without a database is not opened', async () => {
  await expect(openStore(place)).rejects.toMatchObject({ code: 'folder-missing' });
  const { node, feeds } = folderPaths(root);
  await rm(feeds);
  await expect(openStore(root)).rejects.toMatchObject({ code: 'folder-unreadable' });
  await writeFile(node, '{');
  await expect(openStore(root)).rejects.toMatchObject({ code: 'folder-unreadable' });
});

test('a folder that cannot be written is not opened', async () => {
  await mkdir(folderPaths(root).lock);
  await expect(openStore(root)).rejects.toMatchObject({ code: 'failed' });
});

test('the second process on a folder leaves, until the first is gone, however it went', async () => {
  await withStore((store) => store.append({ foundings: [foundingOf()] }));
  const appender = fileURLToPath(new URL('./appender.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, [appender, root, '4'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(createInterface({ input: child.stdout }), 'line');
  await expect(openStore(root)).rejects.toMatchObject({
    code: 'folder-busy',
    message: expect.stringContaining(`process ${child.pid}`),
  });
  expect(() => rebuildFolder(root)).toThrow(expect.objectContaining({ code: 'folder-busy' }));
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
  await withStore(async (store) => {
    await expect(openStore(root)).rejects.toMatchObject({ code: 'folder-busy' });
    expect(codesOf(store)).toEqual([]);
  });
});

test('entries are sealed into blocks, and the folder gives their former place back', async () => {
  const runs = await fill(100);
  const db = new DatabaseSync(folderPaths(root).feeds);
  const count = (table: string) => Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.['n']);
  expect(count('block')).toBeGreaterThan(3);
  expect(count('tail')).toBeLessThan(10);
  db.close();
  const raw = runs.flatMap((run) => run.run.lines).reduce((sum, line) => sum + line.length + 1, 0);
  expect((await stat(folderPaths(root).feeds)).size).toBeLessThan(raw / 4);
});

test('F9 a backup, restored, is whole, and its node does not sign until that is confirmed', async () => {
  const runs = await fill();
  await writeFile(join(folderPaths(root).keys, 'root.key'), 'sealed');
  const [to, restored] = [join(place, 'backup'), join(place, 'restored')];
  // While the node works.
  await withStore(() => backupFolder(root, to, time));
  await restoreFolder(to, restored, time);
  await withStore(async (store) => {
    expect(codesOf(store)).toEqual(['restored']);
    expect((await readBranch(store)).map(plain)).toEqual(runs.map(plain));
    expect(await store.branches(programme)).toHaveLength(3);
    expect(await store.receipts(programme)).toHaveLength(1);
    expect((await store.workspace.document('note', 'n1'))?.value).toBe('private');
    expect((await collect(await store.readAttachment(sha('a file')))).toString()).toBe('a file');
    expect((await store.watermarks())[0]?.seq).toBe(1200);
  }, restored);
  expect(await readFile(join(restored, 'keys', 'root.key'), 'utf8')).toBe('sealed');
  await withStore((store) => store.confirmRestored(programme), restored);
  expect(await withStore(async (store) => codesOf(store), restored)).toEqual([]);
});

test('F9 what is confirmed of a restored folder is confirmed for one programme, and what is founded later needs no word', async () => {
  const [second, later] = [sha('second'), sha('later')];
  await withStore((store) => store.append({ foundings: [foundingOf(), foundingOf(second)] }));
  const [to, restored] = [join(place, 'backup'), join(place, 'restored')];
  await backupFolder(root, to, time);
  await restoreFolder(to, restored, time);
  const waiting = () =>
    withStore(async (store) => store.findings().map(({ code, programme: id }) => [code, id]), restored);
  await withStore((store) => store.append({ foundings: [foundingOf(later)] }), restored);
  await withStore((store) => store.confirmRestored(programme), restored);
  expect(await waiting()).toEqual([['restored', second]]);
  await withStore((store) => store.confirmRestored(second), restored);
  expect(await waiting()).toEqual([]);
});

test('a backup that is incomplete, changed in any file or not a backup is refused, and nothing is restored', async () => {
  await fill(2);
  const [to, restored] = [join(place, 'backup'), join(place, 'restored')];
  const { files } = await backupFolder(root, to, time);
  await expect(backupFolder(root, to, time)).rejects.toMatchObject({ code: 'folder-exists' });
  await expect(restoreFolder(to, root, time)).rejects.toMatchObject({ code: 'folder-exists' });
  for (const { path, size } of files) {
    await flipBit(join(to, path), Math.floor(size / 2));
    await expect(restoreFolder(to, restored, time)).rejects.toMatchObject({ code: 'backup-unusable' });
    await flipBit(join(to, path), Math.floor(size / 2));
  }
  const manifest = JSON.parse(await readFile(join(to, 'backup.json'), 'utf8')) as {
    files: { path: string }[];
  };
  for (const path of ['../../x', '/etc/passwd', 'attachments/../../x', '']) {
    await writeFile(
      join(to, 'backup.json'),
      JSON.stringify({ ...manifest, files: [...manifest.files, { path }] }),
    );
    await expect(restoreFolder(to, restored, time)).rejects.toMatchObject({ code: 'backup-unusable' });
  }
  await rm(join(to, 'backup.json'));
  await expect(restoreFolder(to, restored, time)).rejects.toMatchObject({ code: 'backup-unusable' });
  expect(existsSync(restored)).toBe(false);
});

test('F9 a database put back alone over newer data is found behind', async () => {
  const { feeds } = folderPaths(root);
  const chain = new Chain();
  await withStore((store) => store.append({ foundings: [foundingOf()], runs: [chain.run(2)] }));
  await copyFile(feeds, join(place, 'old'));
  await withStore(async (store) => {
    await store.append({ runs: [chain.run(3)] });
    await store.raiseWatermark({ programme, party: vn, seq: chain.seq, hash: chain.hash });
  });
  await copyFile(join(place, 'old'), feeds);
  expect(await withStore(async (store) => codesOf(store))).toEqual(['behind']);
});

test('F9 high-water marks that cannot be read lock signing', async () => {
  await fill(1);
  await writeFile(folderPaths(root).watermark, '{"marks":[{"seq":1}]}');
  await withStore(async (store) => {
    expect(codesOf(store)).toEqual(['watermark-unreadable']);
    const mark = { programme, party: vn, seq: 1, hash: sha('1') };
    await expect(store.raiseWatermark(mark)).rejects.toMatchObject({ code: 'failed' });
  });
});

test('a changed byte anywhere in what is stored is found by the check, and a rebuild keeps every whole run', async () => {
  const runs = await fill(100);
  const { feeds } = folderPaths(root);
  const size = (await stat(feeds)).size;
  const pristine = await readFile(feeds);
  const found: string[] = [];
  for (let at = 5000; at < size; at += Math.floor(size / 9)) {
    await flipBit(feeds, at);
    const faults = await checkDatabases(folderPaths(root));
    if (faults.length > 0) {
      found.push(faults[0] ?? '');
      const { branches } = rebuildFolder(root);
      expect(await checkDatabases(folderPaths(root))).toEqual([]);
      await withStore(async (store) => {
        const held = await readBranch(store);
        expect(held.map(plain)).toEqual(runs.slice(0, held.length).map(plain));
        expect(branches.find((branch) => branch.party === vn && branch.branch === 0)?.seq).toBe(
          held.at(-1)?.last ?? 0,
        );
        expect(codesOf(store)).toEqual(held.length === runs.length ? [] : ['behind']);
        // What was lost comes back from a partner, and with it the right to sign.
        await store.append({ runs });
        expect(await store.recheck()).toEqual([]);
        expect((await store.workspace.document('note', 'n1'))?.value).toBe('private');
      });
    }
    await writeFile(feeds, pristine);
  }
  expect(found.length).toBeGreaterThan(4);
});

test('a damaged page met while reading locks signing and names the way out', async () => {
  await fill(100);
  const { feeds } = folderPaths(root);
  const db = new DatabaseSync(feeds);
  const pages = Number(db.prepare('PRAGMA page_count').get()?.['page_count']);
  db.close();
  const file = await open(feeds, 'r+');
  for (let page = 12; page < pages; page++) await file.write(Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
  await file.close();
  await withStore(async (store) => {
    const told: string[] = [];
    store.onFinding((finding) => told.push(finding.message));
    await expect(readBranch(store)).rejects.toMatchObject({ code: 'corrupt' });
    expect(codesOf(store)).toContain('corrupt');
    expect(told).toEqual([expect.stringContaining('rebuild')]);
  });
});

test('a rebuild makes the same folder of a whole one, forks included, and a lost database is begun anew', async () => {
  const runs = await fill();
  const before = await withStore((store) => store.branches(programme));
  expect(rebuildFolder(root)).toEqual({
    branches: [
      { programme, party: la, branch: 0, seq: 6, beyond: 0 },
      { programme, party: vn, branch: 0, seq: 1200, beyond: 0 },
      { programme, party: vn, branch: 1, seq: 9, beyond: 0 },
    ],
    damaged: [],
  });
  await withStore(async (store) => {
    const numbered = (branches: typeof before) => branches.map(({ change: _, ...branch }) => branch);
    expect(numbered(await store.branches(programme))).toEqual(numbered(before));
    expect((await readBranch(store)).map(plain)).toEqual(runs.map(plain));
    expect(await store.receipts(programme)).toHaveLength(1);
    expect((await store.founding(programme))?.signatures).toHaveLength(2);
  });
  expect(readdirSync(root).filter((name) => name.includes('damaged'))).toEqual([
    'feeds.sqlite.damaged-1',
    'workspace.sqlite.damaged-1',
  ]);
  await writeFile(folderPaths(root).feeds, 'no database at all');
  expect(rebuildFolder(root)).toMatchObject({
    branches: [],
    damaged: expect.arrayContaining(['block', 'tail']),
  });
  expect(await withStore(async (store) => codesOf(store))).toEqual(['behind']);
});

async function flipBit(path: string, at: number): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await file.write(byte, 0, 1, at);
  await file.close();
}
