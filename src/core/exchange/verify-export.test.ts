import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import { extend, notes, openFeedOf, type TestFeed, twoParties } from '../feed/world.fixture.ts';
import { exportWorld, type Files, inMemory, type StoredFeed, withSums } from './export.fixture.ts';
import { verifyExport } from './verify-export.ts';
import { verifyText } from './verify-text.ts';

const world = twoParties();
const vn = extend(extend(openFeedOf(world, 'VN'), notes(3, 'ສະບາຍດີ "Việt\\Nam"\n\t')), notes(1));
const la = openFeedOf(world, 'LA');

function stored(feed: TestFeed): StoredFeed {
  const { hash, party, seq } = feed.chain;
  return { branches: [{ party, seq, hash, branch: 0, parent: null, partedAt: 0, runs: feed.runs }] };
}

const keys = [vn.root, vn.key, la.root].map((key) => key.public);
const files = exportWorld(world, [stored(vn), stored(la)], keys, [bytesOf('a file'), new Uint8Array(0)]);

/** Entries 1 to 3 shared, the third in the middle of a run; then two branches, one of which parts again. */
const base = extend(openFeedOf(world, 'VN'), notes(1));
const left = extend(extend(base, notes(3, 'left')), notes(2, 'left'));
const right = extend(base, [...notes(1, 'left'), ...notes(2, 'right')]);
const leftAgain = extend({ ...left, chain: left.chain }, notes(1, 'again'));
const leftOther = extend(left, notes(2, 'other'));

function forkedFrom(seenFirst: 'left' | 'right'): Files {
  const tail = { ...right.runs.at(-1), lines: right.runs.at(-1)?.lines.slice(1) } as never;
  const leftTail = { ...left.runs[2], lines: left.runs[2]?.lines.slice(1) } as never;
  const place = (feed: TestFeed) => ({ party: feed.chain.party, seq: feed.chain.seq, hash: feed.chain.hash });
  const other = { ...place(leftOther), branch: 7, partedAt: left.chain.seq, runs: leftOther.runs.slice(-1) };
  const branches =
    seenFirst === 'left'
      ? [
          { ...place(leftAgain), branch: 0, parent: null, partedAt: 0, runs: leftAgain.runs },
          { ...place(right), branch: 1, parent: 0, partedAt: 3, runs: [tail] },
          { ...other, parent: 0 },
        ]
      : [
          { ...place(right), branch: 0, parent: null, partedAt: 0, runs: right.runs },
          {
            ...place(leftAgain),
            branch: 1,
            parent: 0,
            partedAt: 3,
            runs: [leftTail, ...leftAgain.runs.slice(3)],
          },
          { ...other, parent: 1 },
        ];
  return exportWorld(world, [{ branches }, stored(la)], keys);
}

const forked = forkedFrom('left');

function check(changed: Files) {
  return verifyExport(inMemory(changed), testCrypto);
}

test('X9 an export is checked whole and its heads are told', () => {
  const heads = [la, vn].map(({ chain: { hash, party, seq } }) => ({ party, seq, hash }));
  expect(check(files)).toMatchObject({ ok: true, heads });
  for (const size of [1, 7, 100_000]) expect(verifyExport(inMemory(files, size), testCrypto).ok).toBe(true);
});

test('F6 X9 a forked feed lies in one file up to each parting, the same whichever branch was seen first', () => {
  expect([...forked.keys()].filter((name) => name.startsWith('feeds/')).length).toBe(6);
  const answer = check(forked);
  expect(answer).toMatchObject({ ok: true });
  expect(answer.ok && answer.heads.map(({ seq }) => seq)).toEqual([1, 5, 8, 9]);
  const mirrored = forkedFrom('right');
  expect([...mirrored.keys()].toSorted()).toEqual([...forked.keys()].toSorted());
  for (const [name, bytes] of forked)
    if (name.startsWith('feeds/')) expect(mirrored.get(name)).toEqual(bytes);
  expect(check(mirrored)).toEqual(answer);
});

test('X9 any byte of an export flipped or cut is refused', () => {
  const taken: string[] = [];
  for (const [name, bytes] of files) {
    // Long plain texts are compared whole; some places in them will do.
    const step = name === 'VERIFY.md' ? 97 : 1;
    for (let at = 0; at < bytes.length; at += step) {
      const flipped = bytes.map((byte, index) => (index === at ? byte ^ (1 << ((at / step) % 8)) : byte));
      if (check(new Map(files).set(name, flipped)).ok) taken.push(`${name}, byte ${at} flipped`);
      // Where a file is cut matters at its lines' ends; in between, some places will do.
      const isLineEnd = bytes[at - 1] === 0x0a || bytes[at] === 0x0a;
      if (!isLineEnd && at % 7 > 0) continue;
      if (check(new Map(files).set(name, bytes.subarray(0, at))).ok) taken.push(`${name} cut at ${at}`);
    }
  }
  expect(taken).toEqual([]);
}, 240_000);

test('X9 F6 any byte of a forked feed flipped or cut is refused', () => {
  const taken: string[] = [];
  for (const [name, bytes] of forked) {
    if (!/^(?:feeds|signatures)\/VN/.test(name)) continue;
    for (let at = 0; at < bytes.length; at += 3) {
      const flipped = bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));
      if (check(new Map(forked).set(name, flipped)).ok) taken.push(`${name}, byte ${at} flipped`);
      if (check(new Map(forked).set(name, bytes.subarray(0, at))).ok) taken.push(`${name} cut at ${at}`);
    }
  }
  expect(taken).toEqual([]);
}, 240_000);

describe('X9 the first fault of an export is named with its line', () => {
  const feed = 'feeds/VN.jsonl';
  const lines = textOf(files.get(feed) as Uint8Array).split('\n');
  const signatures = textOf(files.get('signatures/VN.tsv') as Uint8Array).split('\n');
  const withLines = (rows: readonly string[]): Files => new Map(files).set(feed, bytesOf(rows.join('\n')));
  const without = (name: string): Files => new Map([...files].filter(([file]) => file !== name));
  const put = (name: string, text: string): Files => new Map(files).set(name, bytesOf(text));
  const pem = [...files.keys()].find((name) => name.startsWith('keys/')) as string;
  const lone = [...forked.keys()].find((name) => name.startsWith('feeds/VN.fork')) as string;

  test.for<[string, () => Files, { code: string; file: string; line: number }]>([
    [
      'a word changed',
      () => withLines(lines.with(2, lines[2]?.replace('note', 'nots') ?? '')),
      { code: 'feed.prev', file: feed, line: 4 },
    ],
    [
      'the last line changed',
      () => withLines(lines.with(4, lines[4]?.replace('note', 'nots') ?? '')),
      { code: 'feed.signature', file: feed, line: 5 },
    ],
    [
      'a space put in',
      () => withLines(lines.with(3, ` ${lines[3]}`)),
      { code: 'bytes.not-canonical', file: feed, line: 4 },
    ],
    ['a line left out', () => withLines(lines.toSpliced(2, 1)), { code: 'feed.gap', file: feed, line: 3 }],
    [
      'a line doubled',
      () => withLines(lines.toSpliced(2, 0, lines[2] ?? '')),
      { code: 'feed.beside', file: feed, line: 4 },
    ],
    [
      'lines left out at the end',
      () => withLines([...lines.slice(0, 4), '']),
      { code: 'export.signatures', file: 'signatures/VN.tsv', line: 4 },
    ],
    [
      'the last line feed left out',
      () => withLines(lines.slice(0, -1)),
      { code: 'export.unsigned', file: feed, line: 5 },
    ],
    [
      'a carriage return',
      () => withLines(lines.with(1, `${lines[1]}\r`)),
      { code: 'bytes.not-canonical', file: feed, line: 2 },
    ],
    ['an empty feed', () => put(feed, ''), { code: 'export.branch', file: feed, line: 1 }],
    [
      'a signature left out at the end',
      () => put('signatures/VN.tsv', `${signatures.slice(0, -2).join('\n')}\n`),
      { code: 'export.unsigned', file: feed, line: 5 },
    ],
    [
      'a signature left out inside',
      () => put('signatures/VN.tsv', signatures.toSpliced(0, 1).join('\n')),
      { code: 'feed.key-mixed', file: feed, line: 1 },
    ],
    [
      'a signature for another entry',
      () => put('signatures/VN.tsv', signatures.join('\n').replace('4\t', '3\t')),
      { code: 'feed.signature', file: feed, line: 3 },
    ],
    [
      'no founding',
      () => without('founding.json'),
      { code: 'export.missing', file: 'founding.json', line: 0 },
    ],
    [
      'no signatures',
      () => without('signatures/VN.tsv'),
      { code: 'export.missing', file: 'signatures/VN.tsv', line: 0 },
    ],
    ['no feed for its signatures', () => without(feed), { code: 'export.missing', file: feed, line: 0 }],
    ['no key', () => without(pem), { code: 'export.missing', file: pem, line: 0 }],
    ['another file', () => put('notes.txt', ''), { code: 'export.stray', file: 'notes.txt', line: 0 }],
    [
      'another key',
      () => put(`keys/${'0'.repeat(32)}.pem`, ''),
      { code: 'export.stray', file: `keys/${'0'.repeat(32)}.pem`, line: 0 },
    ],
    [
      'an attachment by another name',
      () => put('attachments/../x', 'a'),
      { code: 'export.attachment', file: 'attachments/../x', line: 0 },
    ],
    [
      'a feed of nobody',
      () => put('feeds/TH.jsonl', ''),
      { code: 'export.stray', file: 'feeds/TH.jsonl', line: 0 },
    ],
    [
      'a branch that stands nowhere',
      () => put('feeds/VN.fork-00000000.jsonl', `${lines[4]}\n`),
      { code: 'export.branch', file: 'feeds/VN.fork-00000000.jsonl', line: 1 },
    ],
    [
      'one branch of two left out',
      () => new Map([...forked].filter(([name]) => !name.includes(lone.slice(6, 22)))),
      { code: 'export.branch', file: 'feeds/', line: 1 },
    ],
  ])('%s', ([, make, expected]) => {
    const answer = check(make());
    expect(answer).toMatchObject({ ok: false, code: expected.code, line: expected.line });
    if (!answer.ok) expect(answer.file.startsWith(expected.file)).toBe(true);
  });
});

describe('X9 VERIFY.md checks an export without our code', () => {
  const root = mkdtempSync(join(tmpdir(), 'counterpart-export-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const script = join(root, 'verify.sh');
  const blocks = /~~~bash\n(.*?)~~~\n/s.exec(verifyText());
  writeFileSync(script, blocks?.[1] ?? '');

  /** Writes the files and runs the commands in their folder: exit code, last line of output, error. */
  function run(changed: Files, name: string): { status: number | null; last: string; fault: string } {
    const folder = join(root, name, world.founding.programme);
    for (const [file, bytes] of changed) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), bytes);
    }
    const { status, stderr, stdout } = spawnSync('bash', [script], { cwd: folder, encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1) ?? '', fault: stderr.trim() };
  }

  test('X9 with sha256sum and openssl all holds', () => {
    expect(run(files, 'whole')).toEqual({ status: 0, last: 'All holds.', fault: '' });
    expect(run(forked, 'forked')).toEqual({ status: 0, last: 'All holds.', fault: '' });
  });

  test('X9 a file that its sums do not fit, or that they do not know, is found', () => {
    const name = [...files.keys()].find((file) => file.startsWith('attachments/')) as string;
    const cut = new Map([...files].filter(([file]) => file !== name));
    expect(run(cut, 'cut')).toMatchObject({ status: 1, fault: expect.stringContaining(name) as string });
    const more = new Map(files).set('attachments/x', new Uint8Array(0));
    expect(run(more, 'more')).toMatchObject({
      status: 1,
      fault: expect.stringContaining('SHA256SUMS') as string,
    });
  });

  test('X9 the way that the text names takes the commands out of it', () => {
    const folder = join(root, 'whole', world.founding.programme);
    const command = `sed -n '/^~~~bash$/,/^~~~$/p' VERIFY.md | sed '1d;$d'`;
    expect(spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' }).stdout).toBe(blocks?.[1]);
    expect(verifyText()).toContain(command);
  });

  const change = (name: string, edit: (text: string) => string): Files =>
    new Map(files).set(name, bytesOf(edit(textOf(files.get(name) as Uint8Array))));
  const pem = `keys/${vn.key.id}.pem`;

  test.for<[string, () => Files, string]>([
    [
      'a word in a line',
      () => change('feeds/VN.jsonl', (text) => text.replace('"number":1', '"number":7')),
      'feeds/VN.jsonl: line 4',
    ],
    [
      'the last line',
      () => change('feeds/VN.jsonl', (text) => text.replace(/note("}\n)$/, 'nots$1')),
      'feeds/VN.jsonl: line 5: its signature is false',
    ],
    [
      'a signature',
      () =>
        change('signatures/VN.tsv', (text) =>
          text.replace(
            /\t([^\t])([^\t]*)\n$/,
            (_, one: string, rest: string) => `\t${one === 'A' ? 'B' : 'A'}${rest}\n`,
          ),
        ),
      'line 5: its signature is false',
    ],
    [
      'a line left out',
      () => change('feeds/VN.jsonl', (text) => text.replace(/\n[^\n]*\n/, '\n')),
      'feeds/VN.jsonl: line 2',
    ],
    [
      'the last lines left out',
      () => change('feeds/VN.jsonl', (text) => text.split('\n').slice(0, 4).join('\n').concat('\n')),
      'entry 5 is not there',
    ],
    ['the last line feed', () => change('feeds/VN.jsonl', (text) => text.slice(0, -1)), 'cut off'],
    [
      'the last signature left out',
      () => change('signatures/VN.tsv', (text) => text.replace(/\n[^\n]*\n$/, '\n')),
      'not signed',
    ],
    [
      'the founding',
      () => change('founding.json', (text) => text.replace('Vientiane', 'Vientianf')),
      'founding.json',
    ],
    ['a root’s signature', () => change('founding.sigs', (text) => text.replace(/A/, 'B')), 'founding.sigs'],
    ['a key', () => new Map(files).set(pem, files.get(`keys/${la.root.id}.pem`) as Uint8Array), pem],
    [
      'an attachment',
      () => change([...files.keys()].find((name) => name.startsWith('attachments/')) as string, () => 'b'),
      'attachments/',
    ],
    [
      'a NUL in a line',
      () => change('feeds/VN.jsonl', (text) => text.replace('"number":1', '"number":1\u0000')),
      'feeds/VN.jsonl: holds a NUL',
    ],
  ])('X9 and %s changed is found', ([name, make, fault]) => {
    const answer = run(withSums(make()), name.replaceAll(/\W/g, '-'));
    expect(answer.fault).toContain(fault);
    expect(answer.status).toBe(1);
  });
});
