import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, counterpart, foundTwo, succeed } from '../../src/cli/command-line.fixture.ts';
import { diskFiles } from '../../src/cli/disk-files.ts';
import { type ExportFiles, verifyExport } from '../../src/core/exchange/verify-export.ts';
import { nodeCrypto } from '../../src/store/node-crypto.ts';
import { randomFrom } from './samples.fixture.ts';

/* The register as plain files, made by the command line from the demo's two nodes. */

const dir = mkdtempSync(join(tmpdir(), 'counterpart-export-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let programme = '';
let folder = '';
const random = randomFrom(20211218);

beforeAll(async () => {
  await succeed(['demo', '--dir', 'D', '--no-serve'], { cwd: dir });
  for (const party of ['VN', 'LA'])
    await succeed(['export', `D/${party}`, '--out', `E-${party}`], { cwd: dir });
  programme = readdirSync(join(dir, 'E-VN'))[0] ?? '';
  folder = join(dir, 'E-VN', programme);
}, 240_000);

const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

test('F8 both parties export the same bytes, and verify says up to where', async () => {
  const names = filesIn(join(dir, 'E-VN'));
  expect(filesIn(join(dir, 'E-LA'))).toEqual(names);
  for (const name of names)
    expect(readFileSync(join(dir, 'E-LA', name)).equals(readFileSync(join(dir, 'E-VN', name)))).toBe(true);
  const verified = await answer<object>(['verify', 'E-VN'], { cwd: dir });
  for (const place of ['E-LA', 'D/VN', 'D/LA', `E-VN/${programme}`])
    expect(await answer(['verify', place], { cwd: dir })).toEqual(verified);
  expect(verified).toMatchObject({
    ok: true,
    programmes: [
      {
        programme,
        inert: 0,
        waiting: 0,
        inForce: [{ text: 'plan.exercise-2021' }, { text: 'plan.exercise-projects-2021' }],
      },
    ],
  });
  const told = await succeed(['verify', 'E-VN'], { cwd: dir });
  expect(told).toMatch(/^LA: up to entry \d+, [0-9a-f]{64}$/m);
  expect(told).toMatch(/^VN: up to entry \d+, [0-9a-f]{64}$/m);
});

test('F1 each line is an entry whose SHA-256 is the next one’s prev, and nothing private lies beside', () => {
  const names = filesIn(folder);
  for (const party of ['VN', 'LA']) {
    const lines = readFileSync(join(folder, 'feeds', `${party}.jsonl`), 'utf8').split('\n');
    expect(lines.pop()).toBe('');
    let prev = programme;
    for (const [at, line] of lines.entries()) {
      expect(JSON.parse(line)).toMatchObject({ party, prev, programme, seq: at + 1 });
      prev = createHash('sha256').update(line).digest('hex');
    }
  }
  const kinds = names.map((name) => name.replace(/[0-9a-f]{32,64}|VN|LA/, '*'));
  expect([...new Set(kinds)]).toEqual([
    'SHA256SUMS',
    'VERIFY.md',
    'attachments/*',
    'feeds/*.jsonl',
    'founding.json',
    'founding.sigs',
    'keys/*.pem',
    'signatures/*.tsv',
  ]);
  for (const name of names.filter((one) => one.endsWith('.pem')))
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
});

/** Runs what VERIFY.md says, as it says it, in a copy of the export with one change. */
async function verifiedByHand(
  change: (copy: string) => void = () => {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const root = mkdtempSync(join(dir, 'copy-'));
  const copy = join(root, programme);
  cpSync(folder, copy, { recursive: true });
  change(copy);
  // From the copy that was not changed: who changes the instructions themselves can make them say anything.
  const [, script = ''] =
    /^~~~bash$\n(.*?)^~~~$/ms.exec(readFileSync(join(folder, 'VERIFY.md'), 'utf8')) ?? [];
  const child = spawn('bash', ['-c', script], { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  rmSync(root, { recursive: true, force: true });
  return { code, said: Buffer.concat(said).toString('utf8') };
}

const changeByte = (path: string, at: number): void => {
  const bytes = readFileSync(path);
  bytes.writeUInt8((bytes.at(at) ?? 0) ^ 1, at);
  writeFileSync(path, bytes);
};

test('the commands of VERIFY.md hold with the system’s own tools, and fail after a flip', {
  timeout: 240_000,
}, async () => {
  const whole = await verifiedByHand();
  expect(whole.said).toContain('All holds.');
  expect(whole.code).toBe(0);
  const attachment = filesIn(folder).find((name) => name.startsWith('attachments/')) ?? '';
  const key = filesIn(folder).find((name) => name.startsWith('keys/')) ?? '';
  const sizeOf = (name: string) => readFileSync(join(folder, name)).length;
  for (const name of [
    'feeds/VN.jsonl',
    'feeds/LA.jsonl',
    'signatures/VN.tsv',
    'founding.json',
    'founding.sigs',
    attachment,
    key,
  ]) {
    const broken = await verifiedByHand((copy) =>
      changeByte(join(copy, name), Math.floor(random() * sizeOf(name))),
    );
    expect(broken.code).not.toBe(0);
    expect(broken.said).not.toContain('All holds.');
  }
  const cut = await verifiedByHand((copy) => {
    const path = join(copy, 'feeds/LA.jsonl');
    const lines = readFileSync(path, 'utf8').split('\n');
    writeFileSync(path, `${lines.slice(0, -2).join('\n')}\n`);
  });
  expect(cut.code).not.toBe(0);
});

test('verify ends with 1 and names the first fault with its file and line', {
  timeout: 240_000,
}, async () => {
  const faults: readonly (readonly [string, (copy: string) => void, object])[] = [
    [
      'a byte of a line',
      (copy) => changeByte(join(copy, 'feeds/VN.jsonl'), lineStart('feeds/VN.jsonl', 7) + 30),
      { file: 'feeds/VN.jsonl', line: 7 },
    ],
    [
      'a line taken out',
      (copy) => replaceLines(join(copy, 'feeds/LA.jsonl'), (lines) => lines.toSpliced(4, 1)),
      { file: 'feeds/LA.jsonl', line: 5, code: 'feed.gap' },
    ],
    [
      'two lines swapped',
      (copy) =>
        replaceLines(join(copy, 'feeds/LA.jsonl'), (lines) =>
          lines.toSpliced(4, 2, lines[5] ?? '', lines[4] ?? ''),
        ),
      { file: 'feeds/LA.jsonl', line: 5 },
    ],
    [
      'the last line cut',
      (copy) => replaceLines(join(copy, 'feeds/VN.jsonl'), (lines) => lines.slice(0, -1)),
      { file: expect.stringMatching(/VN/) as string },
    ],
    [
      'a stray file',
      (copy) => writeFileSync(join(copy, 'notes.txt'), 'x'),
      { file: 'notes.txt', code: 'export.stray' },
    ],
    [
      'no signatures',
      (copy) => rmSync(join(copy, 'signatures/VN.tsv')),
      { file: 'signatures/VN.tsv', code: 'export.missing' },
    ],
    ['another name', () => {}, { file: 'founding.json', code: 'export.founding' }],
  ];
  for (const [what, change, fault] of faults) {
    const root = mkdtempSync(join(dir, 'fault-'));
    const name = what === 'another name' ? 'f'.repeat(64) : programme;
    cpSync(folder, join(root, name), { recursive: true });
    change(join(root, name));
    const ended = await counterpart(['verify', root, '--json'], { cwd: dir });
    expect(ended).toMatchObject({ code: 1 });
    const told = JSON.parse(ended.out) as { fault: { file: string } };
    expect({ what, ...told.fault, file: told.fault.file.replace(`${name}/`, '') }).toMatchObject({
      what,
      ...fault,
    });
    expect(ended.err).toContain('First fault');
  }
});

const lineStart = (name: string, line: number): number =>
  readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);

function replaceLines(path: string, change: (lines: string[]) => string[]): void {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(path, `${change(lines).join('\n')}\n`);
}

/** The export of a register of a few entries, where each check is short. */
async function fewEntries(): Promise<string> {
  const few = join(dir, 'few');
  mkdirSync(few);
  await foundTwo(few);
  writeFileSync(join(few, 'list.csv'), 'id,title,signed\na-1,Agreement,2021\na-2,Protocol,2022\n');
  const cwd = { cwd: few };
  await succeed(['import', 'list.csv', '--as', 'agreements', '--dir', 'VN'], cwd);
  await succeed(['export', 'VN', '--out', 'E'], cwd);
  return join(few, 'E', readdirSync(join(few, 'E'))[0] ?? '');
}

test.each([
  ['all of the small files and a sample of the large, of a few entries', fewEntries, 200, 120],
  ['all of the small files and a sample of the large, of the demo', () => Promise.resolve(folder), 200, 120],
] as const)(
  'any byte flipped or cut is refused with a named fault: %s',
  {
    timeout: 240_000,
  },
  async (_, made, small, sample) => {
    const disk = diskFiles(await made());
    const held = new Map(disk.list().map((name) => [name, disk.read(name)]));
    for (const [name, bytes] of held) {
      const isSmall = bytes.length <= small;
      const places = isSmall
        ? [...bytes.keys()]
        : Array.from({ length: sample }, () => Math.floor(random() * bytes.length));
      for (const at of places) {
        const flipped = new Uint8Array(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        const cut = bytes.subarray(0, at);
        for (const changed of [flipped, cut]) {
          const answered = verifyExport(changedFiles(held, name, changed), nodeCrypto);
          expect({ name, at, ok: answered.ok }).toEqual({ name, at, ok: false });
          if (!answered.ok) expect(answered.code).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
        }
      }
    }
  },
);

/** An export in memory in which one file has other bytes. */
function changedFiles(held: ReadonlyMap<string, Uint8Array>, name: string, bytes: Uint8Array): ExportFiles {
  const read = (one: string): Uint8Array => (one === name ? bytes : (held.get(one) ?? new Uint8Array()));
  return {
    list: () => [...held.keys()],
    read,
    chunks: (one) => [read(one)],
    hash: (one) => nodeCrypto.sha256(read(one)),
  };
}

test('an export goes into an empty folder, and an interrupted one leaves none that looks whole', async () => {
  const again = await counterpart(['export', 'D/VN', '--out', 'E-VN'], { cwd: dir });
  expect(again).toMatchObject({ code: 1 });
  const killer = join(import.meta.dirname, 'kill-at.fixture.ts');
  const ended = await counterpart(['export', 'D/VN', '--out', 'E-cut'], {
    cwd: dir,
    node: ['--import', killer],
    env: { KILL_AT: 'main:9' },
  });
  expect(ended.signal).toBe('SIGKILL');
  expect(existsSync(join(dir, 'E-cut', programme))).toBe(false);
  expect(await counterpart(['verify', 'E-cut'], { cwd: dir })).toMatchObject({ code: 1 });
});
