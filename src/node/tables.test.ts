import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StoreError } from '../store/errors.ts';
import { ConfigError, configTable, readConfig } from './config.ts';
import { logTable, makeLog } from './log.ts';
import { problemOf, Refusal, refusalOf } from './problem.ts';
import { problems, problemsTable } from './problems.ts';

const docs = (name: string): string => join(import.meta.dirname, '../../docs', name);

test('docs/problems.md, docs/configuration.md and docs/log.md are what the tables give', async () => {
  await expect(problemsTable()).toMatchFileSnapshot(docs('problems.md'));
  await expect(configTable()).toMatchFileSnapshot(docs('configuration.md'));
  await expect(logTable()).toMatchFileSnapshot(docs('log.md'));
});

test('a flag wins over the environment, that over the file, that over the default', () => {
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-'));
  try {
    writeFileSync(
      join(dir, 'counterpart.json'),
      JSON.stringify({ port: 3, host: '::1', 'sync-seconds': 5, origins: ['https://a.example'] }),
    );
    const config = readConfig({ dir, port: '1' }, { COUNTERPART_PORT: '2', COUNTERPART_HOST: '0.0.0.0' });
    expect(config).toMatchObject({
      dir,
      port: 1,
      host: '0.0.0.0',
      syncSeconds: 5,
      origins: ['https://a.example'],
      idleMinutes: 120,
    });
    writeFileSync(join(dir, 'counterpart.json'), JSON.stringify({ prot: 3 }));
    expect(() => readConfig({ dir }, {})).toThrow(ConfigError);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test.each([
  ['port', '70000'],
  ['port', '8o80'],
  ['time-zone', 'Vientiane/Nowhere'],
  ['origins', 'https://a.example/path'],
  ['log-level', 'loud'],
  ['trust-proxy', 'yes'],
])('a setting that cannot be used is named, without its value: %s %s', (name, value) => {
  const message = (() => {
    try {
      readConfig({ dir: '.', [name]: value }, {});
      return '';
    } catch (error) {
      return error instanceof ConfigError ? error.message : 'another error';
    }
  })();
  expect(message).toContain(`--${name}`);
  expect(message).not.toContain(value);
});

test('a log line is one line of JSON, at the level asked for', () => {
  const lines: string[] = [];
  const log = makeLog(
    (line) => lines.push(line),
    () => 0,
    'warn',
  );
  log('request', { status: 200 });
  log('session.refused', { request: 7, wait: 2 });
  expect(lines).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"warn","event":"session.refused","request":7,"wait":2}\n',
  ]);
});

test('every problem says what was kept and what to do, and what is no refusal is none', () => {
  for (const [code, kind] of Object.entries(problems)) {
    expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(kind.kept.endsWith('.') && kind.todo.endsWith('.')).toBe(true);
  }
  expect(refusalOf(new Error('bug'))).toBeUndefined();
  expect(problemOf(refusalOf(new StoreError('attachment-mismatch', 'x')) as Refusal)).toMatchObject({
    status: 422,
    code: 'attachment.size',
  });
  expect(problemOf(new Refusal('session.wait', { wait: 3 }))).toMatchObject({ status: 429, wait: 3 });
});
