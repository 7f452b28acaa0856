import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import about from '../../package.json' with { type: 'json' };
import { answer, counterpart, succeed } from './command-line.fixture.ts';
import { drawnProgress } from './terminal.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-frame-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/* Each call is a process of its own: generous for a machine that does other things meanwhile. */
describe('calls', { timeout: 120_000 }, () => {
  test('help and version are answers; a call without words is not understood', async () => {
    const help = await counterpart(['--help']);
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('verify');
    expect((await counterpart(['help'])).out).toBe(help.out);
    expect(await counterpart([])).toMatchObject({ code: 2, out: '', err: help.out });
    expect(await counterpart(['pouch'])).toMatchObject({ code: 2, out: '' });
    expect((await counterpart(['pouch', '--help'])).code).toBe(0);
    expect((await succeed(['--version'])).trim()).toBe(about.version);
    expect(await succeed(['verify', '--help'])).toContain('Exit codes');
  });

  test('a call that is not understood ends with 2, says why, and names the help', async () => {
    const calls: readonly (readonly [readonly string[], string])[] = [
      [['nothing'], 'There is no command nothing.'],
      [['pouch', 'nothing'], 'There is no command pouch nothing.'],
      [['verify', 'E', '--nothing'], 'verify has no option --nothing.'],
      [['verify'], 'verify needs to be told what to work on.'],
      [['verify', 'E', 'F'], 'verify does not know what to do with “F”.'],
      [['export', 'E'], 'export needs --out.'],
      [['export', 'E', '--out'], '--out'],
      [['inspect', 'E', '--party', 'VN', '--from', 'x'], '--from takes a whole number from 1'],
      [['demo', '--port', '70000'], '--port takes a whole number from 0 to 65532'],
      [
        ['init', '--dir', join(dir, 'no'), '--party', 'vn', '--name', 'en=x'],
        'The code of a party has 2 to 8 letters',
      ],
      [['init', '--dir', join(dir, 'no'), '--party', 'VN', '--name', 'x'], '--name is written LANG=TEXT'],
    ];
    const endings = await Promise.all(calls.map(([args]) => counterpart(args, { cwd: dir })));
    for (const [at, [, says]] of calls.entries()) {
      const ended = endings[at];
      expect(ended).toMatchObject({ code: 2, out: '' });
      expect(ended?.err).toContain(says);
      expect(ended?.err).toContain('--help');
    }
  });

  test('the language is --lang, else what the environment says, else English', async () => {
    const said = async (args: readonly string[], env = {}) => (await counterpart(args, { env })).err;
    expect(await said(['x', '--lang', 'vi'])).toContain('Không có lệnh x.');
    expect(await said(['--lang=lo', 'x'])).toContain('ບໍ່ມີຄຳສັ່ງ x.');
    expect(await said(['x'], { LANG: 'fr_FR.UTF-8' })).toContain('Il n’y a pas de commande x.');
    expect(await said(['x'], { LC_ALL: 'vi_VN', LANG: 'fr_FR.UTF-8' })).toContain('Không có lệnh x.');
    expect(await said(['x', '--lang', 'vi'], { LANG: 'fr_FR.UTF-8' })).toContain('Không có lệnh x.');
    expect(await said(['x'], { LANG: 'th_TH' })).toContain('There is no command x.');
  });

  test('an option given twice counts as it stands last, so that a script can put its own first', async () => {
    const made = await answer<{ dir: string }>(
      ['init', '--dir', 'first', '--dir', 'second', '--party', 'VN', '--name', 'en=Ministry'],
      { cwd: dir },
    );
    expect(made.dir).toBe(join(dir, 'second'));
  });

  test('a fault is told as JSON where JSON was asked for, and on standard error besides', async () => {
    const ended = await counterpart(['card', '--dir', 'absent', '--out', 'x', '--json'], { cwd: dir });
    expect(ended.code).toBe(1);
    const { fault } = JSON.parse(ended.out) as { fault: { code: string; message: string } };
    expect(fault.code).toBe('folder-missing');
    expect(ended.err).toBe(`counterpart: ${fault.message}\n`);
  });

  test('a secret that nobody gives and nobody can be asked for ends the call', async () => {
    const args = ['user', 'add', 'desk', '--dir', 'second', '--roles', 'desk'];
    expect(await counterpart(args, { cwd: dir })).toMatchObject({ code: 2 });
    const given = await counterpart([...args, '--password-file', '-'], {
      cwd: dir,
      input: 'correct horse\n',
    });
    expect(given).toMatchObject({ code: 0 });
  });

  test('a reader that leaves early is no fault', async () => {
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, 'user', 'list', '--dir', 'second'], {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    const errors: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, err: Buffer.concat(errors).toString('utf8') }).toEqual({ code: 0, err: '' });
  });
});

test('a bar shows how much is done, and goes away', () => {
  const drawn: string[] = [];
  const progress = drawnProgress((text) => drawn.push(text), 'Verifying', 1000);
  progress.add(250);
  progress.end();
  expect(drawn[0]).toBe('\rVerifying [######------------------] 25 %  250 / 1,000');
  expect(drawn.at(-1)?.trim()).toBe('');
  const silent = drawnProgress((text) => drawn.push(text), 'Verifying');
  const before = drawn.length;
  silent.end();
  expect(drawn.length).toBe(before);
});
