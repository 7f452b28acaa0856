import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hash } from '../core/bytes/ids.ts';
import { readTrace, straceArguments, TracedDisk } from './disk-trace.fixture.ts';
import { collect, foundingOf, la, programme, readBranch, sha, vn } from './feed.fixture.ts';
import { createFolder } from './folder.ts';
import { openStore, type SqliteStore } from './sqlite-store.ts';

const appender = fileURLToPath(new URL('./appender.fixture.ts', import.meta.url));
const kills = 20;

let place: string;
let root: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'durable-'));
  root = join(place, 'node');
  createFolder(root);
  const store = await openStore(root);
  await store.append({ foundings: [foundingOf()] });
  await store.close();
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Everything that any child said was acknowledged. */
class Acknowledged {
  readonly runs: { party: string; last: number; hash: string }[] = [];
  readonly notes: string[] = [];
  readonly files: Hash[] = [];
  mark = { seq: 0, hash: '' };

  take(line: string): void {
    const [kind, ...rest] = line.split(' ');
    const [one = '', two = '', three = ''] = rest;
    if (kind === 'run') this.runs.push({ party: one, last: Number(two), hash: three });
    if (kind === 'note') this.notes.push(one);
    if (kind === 'file') this.files.push(one as Hash);
    if (kind === 'mark' && Number(one) > this.mark.seq) this.mark = { seq: Number(one), hash: two };
  }
}

test('F10 kill -9 at any moment loses nothing that was acknowledged, and leaves every chain whole', {
  timeout: 300_000,
}, async () => {
  const acknowledged = new Acknowledged();
  const random = randomFrom(20261121);
  for (let i = 0; i < kills; i++) {
    await runUntil(acknowledged, {
      command: [process.execPath, appender, root, '16'],
      lines: 1 + Math.floor(random() * 120),
    });
    const store = await openStore(root);
    try {
      await expectAll(store, acknowledged);
      if (i % 6 === 5) expect(await store.check()).toEqual([]);
    } finally {
      await store.close();
    }
  }
  expect(acknowledged.runs.length).toBeGreaterThan(kills);
});

const hasStrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** Moments of a power cut; none where the calls to the disk cannot be recorded. There the simulation's disk stands for it. */
const cuts = (hasStrace ? ['nothing', 'some'] : []).map((kept) => ({ kept }));

test.each(cuts)(
  'F10 a power cut that keeps $kept of what was not synced loses nothing that was acknowledged',
  {
    timeout: 300_000,
  },
  async ({ kept }) => {
    const disk = new TracedDisk(root);
    const log = join(place, 'log');
    const command = ['strace', ...straceArguments, '-o', log, process.execPath, appender, root, '16', '250'];
    await runUntil(new Acknowledged(), { command, lines: Infinity });
    const events = readTrace(await readFile(log, 'utf8'), root);
    const random = randomFrom(7);
    const moments = new Set(Array.from({ length: 10 }, () => Math.floor(random() * events.length)));
    const acknowledged = new Acknowledged();
    for (const [moment, event] of events.entries()) {
      disk.play(event);
      if (event.kind === 'said') acknowledged.take(event.line);
      if (!moments.has(moment)) continue;
      const after = join(place, `cut-${moment}`);
      disk.cut(after, () => kept === 'some' && random() < 0.5);
      const store = await openStore(after);
      try {
        await expectAll(store, acknowledged);
        expect(await store.check()).toEqual([]);
        expect(store.findings()).toEqual([]);
      } finally {
        await store.close();
      }
    }
    expect(acknowledged.runs.length).toBeGreaterThan(50);
  },
);

/**
 * A file size limit is a full disk at a moment of our choice. Where `strace` is installed, fsync itself is made to fail, once: what
 * comes after would seem to work, and must not be believed.
 */
const failures = [
  {
    name: 'a disk that is full',
    command: (n: number) => ['bash', '-c', `ulimit -f ${200 + n * 200}; exec "$@"`, 'bash'],
  },
  ...(hasStrace
    ? [
        {
          name: 'a failed fsync',
          command: (n: number) => strace(`fsync,fdatasync:error=EIO:when=${n * 30 + 25}`),
        },
      ]
    : []),
];

function strace(injection: string): string[] {
  return [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-o',
    '/dev/null',
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    `inject=${injection}`,
  ];
}

test.each(failures)(
  'F10 after $name nothing is acknowledged and signing is locked',
  { timeout: 300_000 },
  async ({ command }) => {
    for (const n of [1, 2, 3]) {
      const acknowledged = new Acknowledged();
      const said = await runUntil(acknowledged, {
        command: [...command(n), process.execPath, appender, root, '8'],
        lines: Infinity,
      });
      expect(said.at(-3)).toBe('failed failed failed failed failed');
      expect(said.at(-2)).toMatch(/^findings failed/);
      expect(said.at(-1)).toBe('end');
      const store = await openStore(root);
      try {
        await expectAll(store, acknowledged);
        expect(await store.check()).toEqual([]);
        expect(store.findings()).toEqual([]);
      } finally {
        await store.close();
      }
    }
  },
);

/** Starts a child and kills it, without any warning, when it has said so many lines. @returns what it said */
async function runUntil(
  acknowledged: Acknowledged,
  { command, lines }: { command: string[]; lines: number },
): Promise<string[]> {
  const [program = '', ...rest] = command;
  const child: ChildProcess = spawn(program, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  const ended = new Promise((resolve) => child.once('close', resolve));
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    acknowledged.take(line);
    if (said.length === lines) child.kill('SIGKILL');
  }
  await ended;
  return said;
}

async function expectAll(store: SqliteStore, acknowledged: Acknowledged): Promise<void> {
  for (const party of [vn, la]) {
    const hashes = new Map<number, string>();
    let prev: string = programme;
    let next = 1;
    const breaks: number[] = [];
    for (const { run, first, last } of await readBranch(store, party)) {
      if (first !== next) breaks.push(first);
      for (const line of run.lines) {
        if (!Buffer.from(line).includes(`"prev":"${prev}","seq":${next}}`)) breaks.push(next);
        prev = sha(line);
        next++;
      }
      hashes.set(last, prev);
    }
    expect(breaks).toEqual([]);
    const mine = acknowledged.runs.filter((run) => run.party === party);
    expect(mine.filter((run) => hashes.get(run.last) !== run.hash)).toEqual([]);
  }
  const notes = new Set((await store.workspace.documents('note')).map((note) => note.id));
  expect(acknowledged.notes.filter((id) => !notes.has(id))).toEqual([]);
  const files = new Set<Hash>();
  for await (const { hash } of store.attachments()) {
    if (sha(await collect(await store.readAttachment(hash))) === hash) files.add(hash);
  }
  expect(acknowledged.files.filter((hash) => !files.has(hash))).toEqual([]);
  const mark = (await store.watermarks())[0];
  expect(mark?.seq ?? 0).toBeGreaterThanOrEqual(acknowledged.mark.seq);
}

/** Mulberry32: the same moments in every run, as far as two processes can have that. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
