import { type ExecFileSyncOptions, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { delimiter, join } from 'node:path';
import { makeDemo } from '../demo/make.ts';
import { readConfig } from '../src/node/config.ts';
import { silentLog } from '../src/node/log.ts';
import { openNode } from '../src/node/node.ts';
import { answers, freePort, serveBeside, stopped } from './beside.ts';
import { fill, signIn } from './lists.ts';
import type { Row } from './table.ts';

/*
 * A list of the register beside the same rows in Directus over PostgreSQL, each served by a process of its own on this
 * machine. Directus comes from the npm registry for this run alone and runs on the machine's own Node, with whose headers
 * two of its packages are built; PostgreSQL is the machine's (`COUNTERPART_PG` names the folder of its programs).
 */

const version = 'directus@11.3.5';
const entries = 100_000;
/** Every third entry of `fill` is an event. */
const events = Math.ceil(entries / 3);
const page = 100;
const clients = 16;
const seconds = 5;
const turns = 3;
const key = 'bench';
const postgresFolder = process.env['COUNTERPART_PG'] ?? '/usr/lib/postgresql/15/bin';

/** Milliseconds for a page of a list, asked for by several at once, beside Directus. */
export async function directusRow(dir: string): Promise<Row> {
  const [ours, theirs] = [await serveOurs(join(dir, 'ours')), await serveDirectus(join(dir, 'directus'))];
  try {
    const found = [ours, theirs].map(({ read }) => ({ read, ms: Infinity }));
    for (let turn = 0; turn < turns; turn += 1)
      for (const one of found) one.ms = Math.min(one.ms, await pressed(one.read));
    return {
      what: `a page of ${page} of a list, ${clients} clients at once`,
      size: entries,
      per: 'request',
      ms: found[0]?.ms ?? 0,
      bare: found[1]?.ms ?? 0,
      bareIs: 'Directus over PostgreSQL, the same rows',
      goal: '1 / 5',
    };
  } finally {
    await ours.stop();
    await theirs.stop();
  }
}

interface Served {
  /** Reads the page that begins at a row. */
  readonly read: (from: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds of a request while all clients ask, each for another page, after a second of warming. */
async function pressed(read: Served['read']): Promise<number> {
  const start = performance.now() + 1_000;
  const end = start + seconds * 1_000;
  let done = 0;
  const ask = async (client: number): Promise<void> => {
    for (let asked = client; performance.now() < end; asked += clients) {
      await read((asked * 7_919) % (events - page));
      if (performance.now() > start) done += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => ask(client)));
  return (performance.now() - start) / done;
}

const agent = new Agent({ keepAlive: true, maxSockets: clients });

const get = (url: string, headers: Readonly<Record<string, string>>): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.on('end', resolve).on('error', reject).resume();
    })
      .on('error', reject)
      .end();
  });

async function serveOurs(dir: string): Promise<Served> {
  await makeDemo(dir, silentLog);
  const folder = join(dir, 'VN');
  const node = await openNode({ config: readConfig({ dir: folder }, {}), log: silentLog });
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('the demo has a programme');
  await fill(programme, entries);
  await node.close();
  const url = `http://127.0.0.1:${await freePort()}`;
  const flags = ['--port', new URL(url).port, '--exchange-port', '0'];
  const served = await serveBeside(
    '../src/cli/main.ts',
    ['serve', '--dir', folder, ...flags],
    [`${url}/healthz`],
  );
  const cookie = await signIn(url);
  const list = `${url}/api/programmes/${programme.id}/ask/chronology?limit=${page}`;
  return { read: (from) => get(`${list}&from=${from}`, { cookie }), stop: served.stop };
}

async function serveDirectus(dir: string): Promise<Served> {
  mkdirSync(dir);
  writeFileSync(join(dir, 'package.json'), '{"private":true}');
  // Ours stands first in the path of whatever npm runs.
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((one) => !one.includes('node_modules'));
  const machine = { ...process.env, PATH: path.join(delimiter) };
  const shell: ExecFileSyncOptions = { cwd: dir, env: machine, stdio: ['ignore', 'ignore', 'inherit'] };
  const quiet = ['--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...quiet, '--ignore-scripts', version], shell);
  const headers = execFileSync('node', ['-p', 'require("node:path").resolve(process.execPath, "../..")'], {
    env: machine,
  });
  execFileSync('npm', ['rebuild', 'isolated-vm', 'argon2', `--nodedir=${headers.toString().trim()}`], shell);
  const database = await startPostgres(join(dir, 'data'));
  const port = await freePort();
  const env = {
    ...machine,
    DB_CLIENT: 'pg',
    DB_HOST: '127.0.0.1',
    DB_PORT: String(database.port),
    DB_DATABASE: 'postgres',
    DB_USER: 'postgres',
    DB_PASSWORD: key,
    SECRET: key,
    KEY: key,
    ADMIN_EMAIL: 'a@example.com',
    ADMIN_PASSWORD: key,
    ADMIN_TOKEN: key,
    HOST: '127.0.0.1',
    PORT: String(port),
    TELEMETRY: 'false',
    LOG_LEVEL: 'error',
    SERVE_APP: 'false',
    // Else it answers 503 when it is asked much.
    PRESSURE_LIMITER_ENABLED: 'false',
  };
  const program = join(dir, 'node_modules/directus/cli.js');
  execFileSync('node', [program, 'bootstrap'], { ...shell, env });
  const served = spawn('node', [program, 'start'], { cwd: dir, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/server/ping`, served);
  await makeEvents(url);
  database.sql(rowsOfEvents);
  const list = `${url}/items/event?limit=${page}&sort=date,id`;
  return {
    read: (from) => get(`${list}&offset=${from}`, { authorization: `Bearer ${key}` }),
    stop: async () => {
      await stopped(served);
      database.stop();
    },
  };
}

/** The collection that holds what `fill` says of an event. */
async function makeEvents(url: string): Promise<void> {
  const field = (name: string, type = 'string') => ({ field: name, type, schema: {}, meta: {} });
  const id = { ...field('id'), schema: { is_primary_key: true, length: 80 } };
  const texts = ['title_vi', 'title_en', 'what', 'place', 'host'].map((name) => field(name));
  const fields = [id, ...texts, field('date', 'date'), field('exercise', 'boolean')];
  const response = await fetch(`${url}/collections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ collection: 'event', schema: {}, meta: {}, fields }),
  });
  if (!response.ok) throw new Error(`Directus made no collection: ${await response.text()}`);
}

const rowsOfEvents = `
  INSERT INTO event (id, title_vi, title_en, what, date, place, host, exercise)
  SELECT 'event.bench-' || n, 'Hội đàm lần ' || n, 'Talks ' || n, 'talks',
    make_date(2000 + n % 27, 1 + n % 12, 1 + n % 28), 'Hanoi', CASE n % 2 WHEN 0 THEN 'VN' ELSE 'LA' END, true
  FROM generate_series(0, ${entries - 1}, 3) n;
  CREATE INDEX ON event (date, id);
  ANALYZE event;`;

/** PostgreSQL refuses to run as root: then it is the machine's user of its name. */
async function startPostgres(data: string) {
  const port = await freePort();
  const isRoot = process.getuid?.() === 0;
  const run = (program: string, given: readonly string[], input = ''): void => {
    const path = join(postgresFolder, program);
    const [file, more] = isRoot ? ['runuser', ['-u', 'postgres', '--', path]] : [path, []];
    execFileSync(file, [...more, ...given], {
      cwd: '/',
      input,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  };
  mkdirSync(data);
  if (isRoot) {
    execFileSync('chown', ['postgres', data]);
    for (const above of ['..', '../..']) chmodSync(join(data, above), 0o711);
  }
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres']);
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1`;
  run('pg_ctl', ['-D', data, '-o', options, '-l', join(data, 'log'), '-w', 'start']);
  return {
    port,
    sql: (text: string) =>
      run('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-v', 'ON_ERROR_STOP=1'], text),
    stop: () => run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']),
  };
}
