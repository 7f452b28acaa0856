import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { benchApp } from './app.ts';
import { directusRow } from './directus.ts';
import { peerRows } from './peers.ts';
import { writePart } from './report.ts';
import { type Row, tableOf } from './table.ts';

/*
 * npm run bench -- [--sizes=10k,100k,1m] [--only=append,verify,…] [--peers] [--directus] [--out FILE]
 * npm run bench -- --only app [--lines 5000]
 *
 * Every figure stands beside the bare cost of the same run; each measure runs in a process of its own. The best of several
 * runs counts, taken by turns, since other work of the machine only ever adds.
 */

const run = promisify(execFile);
const measureFile = join(import.meta.dirname, 'measure.ts');
const docs = join(import.meta.dirname, '../docs/bench.md');

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,1m' },
    only: {
      type: 'string',
      default: 'start,append,exchange,pouch,verify,fold,open,lists,search,bytes,git,import,paper',
    },
    peers: { type: 'boolean', default: false },
    directus: { type: 'boolean', default: false },
    lines: { type: 'string', default: '5000' },
    out: { type: 'string', default: docs },
  },
});
/** Entries of the node whose lists are read, and that is searched. */
const listed = 100_000;
const machine = `${availableParallelism()} cores, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
if (values.only === 'app') {
  const text = await benchApp(machine, Number(values.lines));
  writePart(values.out, 'app', text);
  process.stdout.write(text);
  process.exit();
}
const sizes = values.sizes.split(',').map(sizeOf);
const only = new Set(values.only.split(','));
const dir = mkdtempSync(join(tmpdir(), 'counterpart-bench-'));
try {
  const rows = [
    ...(await smallRows()),
    ...(values.directus ? [await directusRow(dir)] : []),
    ...(await sizedRows()),
    ...(values.peers ? await peerRows(dir) : []),
  ];
  const text = tableOf(machine, rows);
  writePart(values.out, 'register', text);
  process.stdout.write(text);
} finally {
  rmSync(dir, { recursive: true, force: true });
}

/** What does not depend on the sizes asked for. */
async function smallRows(): Promise<Row[]> {
  const rows: Row[] = [];
  if (only.has('append')) {
    rows.push(...(await appendRows('statement', { most: 1, bytes: 600, entries: 30_000 })));
    rows.push(...(await appendRows('run', { most: 40, bytes: 10_000, entries: 60_000 })));
  }
  if (only.has('start')) {
    const start = await measure('start', {});
    rows.push({
      what: 'process start, to the answer of the command line',
      per: 'all',
      ms: start('ms'),
      bare: start('bareMs'),
      bareIs: 'node -e 0',
      goal: '300 ms',
    });
  }
  if (only.has('lists')) {
    const lists = await measure('lists', { dir: mkdtempSync(join(dir, 'lists-')), entries: listed });
    const row = {
      size: listed,
      per: 'request',
      bare: lists('bareMs'),
      bareIs: 'the same bytes by a bare server',
    } as const;
    rows.push(
      { ...row, what: 'a page of every list, 200 a second, p99', ms: lists('ms'), goal: '5 ms' },
      {
        ...row,
        what: 'a page of every list, 200 a second, the middle one',
        ms: lists('middleMs'),
        bare: lists('bareMiddleMs'),
      },
      { ...row, what: 'a page of the longest lists, the first after a write, p99', ms: lists('afterMs') },
      { size: listed, per: 'request', what: 'a page of a list, processor', ms: lists('cpuMs'), goal: '1 ms' },
      {
        size: listed,
        per: 'request',
        what: 'a page of the dearest list, processor',
        ms: lists('dearestMs'),
        goal: '1 ms',
      },
    );
  }
  if (only.has('search')) {
    const search = await measure('search', { dir: mkdtempSync(join(dir, 'search-')), entries: listed });
    const row = { size: listed, per: 'request' } as const;
    rows.push(
      { ...row, what: 'a search in four languages, p99', ms: search('ms'), goal: '50 ms' },
      { ...row, what: 'a search, the first after a write, p99', ms: search('afterMs') },
      {
        ...row,
        what: 'a search, the first after the node started, of what was read by then',
        ms: search('firstMs'),
      },
      { ...row, what: 'from then on until all is looked through, read beside', ms: search('indexMs') },
    );
  }
  if (only.has('import')) {
    const size = 61_000;
    const found = await measure('import', { dir: mkdtempSync(join(dir, 'import-')), rows: size });
    rows.push({
      what: 'a foreign list of agreements read, a reason for each row that cannot be taken',
      size,
      per: 'all',
      ms: found('ms'),
      bare: found('bareMs'),
      bareIs: 'its lines split into cells',
      goal: '6,100 ms',
    });
  }
  if (only.has('paper')) {
    const paper = await measure('paper', {});
    const pages = `a plan of ${paper('pages')} pages in two languages`;
    rows.push(
      {
        what: `${pages} as PDF/A`,
        per: 'all',
        ms: paper('pdfMs'),
        bare: paper('barePdfMs'),
        bareIs: 'one of one line',
        goal: '3,000 ms',
      },
      {
        what: `${pages} as PDF/A, the first, with the start of its process`,
        per: 'all',
        ms: paper('firstMs'),
      },
      {
        what: `${pages} as DOCX`,
        per: 'all',
        ms: paper('docxMs'),
        bare: paper('bareDocxMs'),
        bareIs: 'one of one line',
      },
    );
  }
  if (only.has('git')) {
    const commits = 200;
    const git = await measure('git', { commits, dir: mkdtempSync(join(dir, 'git-')) });
    rows.push({
      what: `git: fsck and ${commits} signed commits verified, extrapolated`,
      per: 'entry',
      ms: git('fsckMs') + git('verifyMs'),
    });
  }
  return rows;
}

/** One that waits for each acknowledgement, and 64 that do; the first beside one write and fsync of as many bytes. */
async function appendRows(
  per: 'statement' | 'run',
  { bytes, entries, most }: { bytes: number; entries: number; most: number },
): Promise<Row[]> {
  const place = mkdtempSync(join(dir, 'append-'));
  const fsync = (await measure('fsync', { bytes, dir: place, times: 500 }))('ms');
  const one = await measure('append', { clients: 1, dir: place, entries: entries / 10, most });
  const many = await measure('append', { clients: 64, dir: place, entries, most });
  const what = 'append acknowledged';
  return [
    { what: `${what}, 1 client`, per, ms: one('ms'), bare: fsync, bareIs: 'one write and fsync' },
    { what: `${what}, 64 clients`, per, ms: many('ms'), bare: one('ms'), bareIs: '1 client', goal: '1 / 10' },
  ];
}

async function sizedRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const entries of sizes) {
    const place = mkdtempSync(join(dir, 'place-'));
    const made = await measure('place', { dir: place, entries });
    const readings = await readingsOf(place, entries);
    rows.push(...readings);
    if (only.has('bytes')) {
      const each = (bytes: number) => bytes / made('entries');
      rows.push({
        what: 'bytes on disk',
        size: entries,
        per: 'entry',
        bytes: each(made('disk')),
        bare: each(made('zstd')),
        bareIs: 'zstd of the raw lines',
        goal: '1.5',
      });
    }
    const [bare] = readings.map((row) => row.bare);
    rows.push(...(await carriedRows(entries, bare, made('zstd'))));
    rmSync(place, { recursive: true });
  }
  return rows;
}

/** Reading what is there: by turns with the bare cost, the best of each. */
async function readingsOf(place: string, entries: number): Promise<Row[]> {
  const wanted = [
    { name: 'verify', what: 'verify, with fold', given: { fold: true }, goal: '3 (aim 2)' },
    { name: 'verify', what: 'verify, without fold', given: { fold: false }, goal: '1.5' },
    { name: 'fold', what: 'fold', given: {} },
    {
      name: 'open',
      what: 'open a node’s folder, cold',
      given: {},
      ...(entries === 100_000 ? { goal: '1,000 ms' } : {}),
    },
  ].filter(({ name }) => only.has(name));
  const turns = entries > 100_000 ? 2 : 9;
  const found = wanted.map((): Measured[] => []);
  const bare: Measured[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    bare.push(await measure('bare', { dir: place }));
    for (const [at, { given, name }] of wanted.entries())
      found[at]?.push(await measure(name, { dir: place, ...given }));
  }
  return wanted.map(({ goal, what }, at): Row => {
    const one = least(found[at] ?? []);
    const row = {
      what,
      size: entries,
      per: 'all' as const,
      ms: one('ms'),
      bare: least(bare)('ms'),
      bareIs: 'read, SHA-256, JSON.parse',
      megabytes: one('megabytes'),
    };
    return goal === undefined ? row : { ...row, goal };
  });
}

/** What goes from one node to another. */
async function carriedRows(entries: number, bare: number | undefined, zstd: number): Promise<Row[]> {
  const rows: Row[] = [];
  const bareIs = 'read, SHA-256, JSON.parse';
  const beside = bare === undefined ? {} : { bare, bareIs };
  if (only.has('exchange')) {
    const exchanged = await measure('exchange', { dir: mkdtempSync(join(dir, 'exchange-')), entries });
    rows.push({
      what: 'exchange: sent, accepted with every signature, durable, folded',
      size: entries,
      per: 'all',
      ms: exchanged('ms'),
      ...beside,
    });
  }
  // Nobody carries more than that at once; what is measured holds the whole world in memory beside the pouch.
  if (only.has('pouch') && entries <= 100_000) {
    const pouch = await measure('pouch', { dir: mkdtempSync(join(dir, 'pouch-')), entries });
    rows.push({ what: 'pouch packed', size: entries, per: 'all', ms: pouch('packMs'), ...beside });
    rows.push({
      what: 'pouch read to its last byte',
      size: entries,
      per: 'all',
      ms: pouch('openMs'),
      ...beside,
    });
    rows.push({
      what: 'bytes in a pouch',
      size: entries,
      per: 'entry',
      bytes: pouch('bytes') / entries,
      bare: zstd / entries,
      bareIs: 'zstd of the raw lines',
      goal: '1.5',
    });
  }
  return rows;
}

/** The figures of a measure; one that it did not give is a bug. */
type Measured = (figure: string) => number;

/** One measure in a process of its own. */
async function measure(name: string, given: object): Promise<Measured> {
  process.stderr.write(`${name} ${JSON.stringify({ ...given, dir: undefined })}\n`);
  const { stdout } = await run(process.execPath, [measureFile, name, JSON.stringify(given)], {
    maxBuffer: 1_000_000,
  });
  const figures = JSON.parse(stdout) as Readonly<Record<string, number>>;
  return (figure) => {
    const found = figures[figure];
    if (found === undefined) throw new Error(`${name} gave no ${figure}`);
    return found;
  };
}

/** The run that took the least. */
function least(runs: readonly Measured[]): Measured {
  return runs.reduce((one, other) => (other('ms') < one('ms') ? other : one));
}

function sizeOf(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+)([km]?)$/i.exec(text) ?? [];
  const size = Number(digits) * ({ k: 1_000, m: 1_000_000 }[unit.toLowerCase()] ?? 1);
  if (!(size >= 100)) throw new Error(`--sizes takes numbers such as 10k,100k,1m`);
  return size;
}
