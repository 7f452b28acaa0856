import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answer, counterpart, foundTwo, succeed, withPassword } from './command-line.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-commands-'));
const running = new Set<() => Promise<number | null>>();
beforeAll(() => foundTwo(dir), 240_000);
afterEach(async () => {
  for (const stop of running) await stop();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const here = { cwd: dir, ...withPassword };
const fault = (out: string) => (JSON.parse(out) as { fault: { code: string } }).fault.code;

/** Starts a call that runs until it is stopped, and waits for its one line of JSON. */
async function start(
  args: readonly string[],
): Promise<{ readonly said: unknown; readonly stop: () => Promise<number | null> }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args, '--json'], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stop = () => {
    running.delete(stop);
    child.kill('SIGTERM');
    return ended;
  };
  running.add(stop);
  for await (const line of createInterface({ input: child.stdout }))
    return { said: JSON.parse(line) as unknown, stop };
  throw new Error(`counterpart ${args.join(' ')} ended with ${await ended}`);
}

/* Each call is a process of its own: generous for a machine that does other things meanwhile. */
describe('commands on real folders', { timeout: 180_000 }, () => {
  test('a setting that cannot be used stops the start with 2', async () => {
    const ended = await counterpart(['serve', '--dir', 'VN', '--port', 'x', '--json'], here);
    expect(ended.code).toBe(2);
    expect(fault(ended.out)).toBe('config');
  });

  test('init makes a folder once; one that was interrupted before its keys is finished', async () => {
    const args = ['init', '--dir', 'once', '--party', 'VN', '--name', 'en=Ministry', '--json'];
    expect((await counterpart(args, here)).code).toBe(0);
    const again = await counterpart(args, here);
    expect(again.code).toBe(1);
    expect(fault(again.out)).toBe('folder-exists');
    rmSync(join(dir, 'once/keys'), { recursive: true });
    expect((await counterpart(args, here)).code).toBe(0);
    expect(existsSync(join(dir, 'once/keys/root.pem'))).toBe(true);
  });

  test('K5 a card holds public halves alone, and is the same each time', async () => {
    await succeed(['card', '--dir', 'VN', '--out', 'one.card'], here);
    await succeed(['card', '--dir', 'VN', '--out', 'two.card'], here);
    const card = readFileSync(join(dir, 'one.card'), 'utf8');
    expect(readFileSync(join(dir, 'two.card'), 'utf8')).toBe(card);
    expect(Object.keys(JSON.parse(card) as object)).toEqual([
      'exchange',
      'names',
      'party',
      'recipient',
      'root',
    ]);
  });

  test('K5 a party begins alone, founds when the card comes, under a sealed root', async () => {
    const secret = { cwd: dir, env: { COUNTERPART_PASSPHRASE: 'kept apart' } };
    await succeed(['init', '--dir', 'alone', '--party', 'VN', '--name', 'en=Ministry', '--seal'], secret);
    const terms = ['--name', 'vi=Một', '--name', 'lo=ໜຶ່ງ', '--languages', 'vi,lo', '--zone', 'Asia/Vientiane'];
    const begin = ['found', '--dir', 'alone', '--partner', 'LA', ...terms];
    const { missingCards, programme } = await answer<{ programme: string; missingCards: string[] }>(
      begin,
      here,
    );
    expect(missingCards).toEqual(['LA']);
    expect((await answer<{ programme: string }>(begin, here)).programme).toBe(programme);
    const found = [
      'found',
      '--dir',
      'alone',
      '--programme',
      programme.slice(0, 8),
      '--card',
      'la.card.json',
      '--out',
      'alone.json',
    ];
    expect(
      fault(
        (await counterpart([...found, '--json'], { cwd: dir, env: { COUNTERPART_PASSPHRASE: 'guessed' } }))
          .out,
      ),
    ).toBe('keys.passphrase');
    const state = await answer<{ signed: string[]; missing: string[]; programme: string }>(found, secret);
    expect(state).toMatchObject({ signed: ['VN'], missing: ['LA'] });
    expect((await counterpart(['verify', 'alone'], here)).code).toBe(1);
    const joined = await answer<{ missing: string[] }>(
      ['join', 'alone.json', '--dir', 'LA', '--out', 'alone-signed.json'],
      here,
    );
    expect(joined.missing).toEqual([]);
    await succeed(['join', 'alone-signed.json', '--dir', 'alone'], here);
    expect((await counterpart(['verify', 'alone'], here)).code).toBe(0);
    const none = await counterpart(['user', 'admit', '--dir', 'alone', '--json'], here);
    expect(fault(none.out)).toBe('keys.unknown');
    await succeed(['user', 'add', 'minister', '--dir', 'alone', '--roles', 'signatory'], here);
    const admitted = await answer(['user', 'admit', 'minister', '--dir', 'alone'], secret);
    expect(admitted).toMatchObject([{ account: 'minister' }]);
    const like = terms.map((term) => term.replace('vi=Một', 'vi=МỘT.'));
    const warned = await succeed(['found', '--dir', 'alone', '--partner', 'LA', ...like], here);
    expect(warned).toMatch(/ {2}– {2}МỘT\.\n {2}(\d{4} ){6} Một\n/);
    const likeIt = await answer<{ programme: string }>(
      ['found', '--dir', 'alone', '--partner', 'LA', ...like],
      here,
    );
    const chosen = ['--programme', likeIt.programme.slice(0, 12), '--card', 'la.card.json'];
    await succeed(['found', '--dir', 'alone', ...chosen, '--out', 'like.json'], secret);
    // Whoever joins is warned as well, with the fingerprints of both.
    const joining = await succeed(['join', 'like.json', '--dir', 'LA', '--out', 'like-signed.json'], here);
    expect(joining).toMatch(
      /looks like that of another programme.*\n {2}(\d{4} ){6} ໜຶ່ງ\n {2}(\d{4} ){6} ໜຶ່ງ\n/,
    );
    const ambiguous = await counterpart(['plan', 'show', '--dir', 'LA', '--json'], here);
    expect(ambiguous.code).toBe(2);
    expect(fault(ambiguous.out)).toBe('programme-ambiguous');
  });

  test('accounts are added, changed, disabled and listed', async () => {
    const args = (...words: string[]) => ['user', ...words, '--dir', 'people'];
    await succeed(['init', '--dir', 'people', '--party', 'VN', '--name', 'en=Ministry'], here);
    await succeed(args('add', 'chief', '--roles', 'administrator,desk'), here);
    const unknown = await counterpart(args('add', 'other', '--roles', 'king'), here);
    expect(unknown).toMatchObject({ code: 2 });
    expect(fault((await counterpart([...args('add', 'chief', '--roles', 'desk'), '--json'], here)).out)).toBe(
      'account.name-taken',
    );
    expect(fault((await counterpart([...args('disable', 'chief'), '--json'], here)).out)).toBe(
      'account.last-administrator',
    );
    await succeed(args('add', 'second', '--roles', 'administrator'), here);
    await succeed(args('disable', 'chief'), here);
    await succeed(
      args('change', 'second', '--roles', 'administrator,auditor', '--post', 'vi=Lưu trữ', '--new-password'),
      here,
    );
    expect(await answer(args('list'), here)).toMatchObject([
      { name: 'chief', roles: ['administrator', 'desk'], disabled: true },
      { name: 'second', roles: ['administrator', 'auditor'], disabled: false, post: { vi: 'Lưu trữ' } },
    ]);
    expect((await counterpart(args('enable', 'nobody'), here)).code).toBe(1);
  });

  test('F9 a backup is copied whole; what is restored from it does not sign until it is confirmed', async () => {
    const report = ['report', 'patrol.north', '--status', 'underWay', '--programme', await founded()];
    await succeed([...report, '--dir', 'VN'], here);
    await succeed(['backup', '--dir', 'VN', '--out', 'backup'], here);
    expect((await counterpart(['backup', '--dir', 'VN', '--out', 'backup'], here)).code).toBe(1);
    await succeed(['restore', 'backup', '--dir', 'restored'], here);
    const locked = await counterpart([...report, '--dir', 'restored', '--json'], here);
    expect(locked.code).toBe(3);
    expect(fault(locked.out)).toBe('lock.signing');
    expect((await counterpart(['verify', 'restored'], here)).code).toBe(0);
    await succeed(['restore', '--continue', '--dir', 'restored'], here);
    expect((await counterpart([...report, '--dir', 'restored'], here)).code).toBe(0);
    const bytes = readFileSync(join(dir, 'backup/feeds.sqlite'));
    bytes.writeUInt8((bytes.at(5000) ?? 0) ^ 1, 5000);
    writeFileSync(join(dir, 'backup/feeds.sqlite'), bytes);
    const refused = await counterpart(['restore', 'backup', '--dir', 'again', '--json'], here);
    expect(refused.code).toBe(1);
    expect(fault(refused.out)).toBe('backup-unusable');
    expect(existsSync(join(dir, 'again'))).toBe(false);
  });

  test('a folder is rebuilt from its entries', async () => {
    const before = await answer(['inspect', '--dir', 'VN', '--programme', await founded()], here);
    await succeed(['rebuild', '--dir', 'VN'], here);
    expect(await answer(['inspect', '--dir', 'VN', '--programme', await founded()], here)).toEqual(before);
  });

  test('inspect shows keys and heads, and prints entries as they stand', async () => {
    const programme = await founded();
    const seen = await answer<{ feeds: { party: string; seq: number; keys: unknown[] }[] }>(
      ['inspect', 'VN', '--programme', programme],
      here,
    );
    expect(seen.feeds.find(({ party }) => party === 'VN')?.keys).toHaveLength(2);
    const lines = (
      await succeed(
        ['inspect', 'VN', '--programme', programme, '--party', 'VN', '--from', '1', '--to', '1'],
        here,
      )
    )
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { party: 'VN', seq: 1, type: 'open' },
    ]);
    expect((await counterpart(['inspect', 'VN', '--programme', programme, '--party', 'XX'], here)).code).toBe(
      1,
    );
    expect(await succeed(['inspect', 'VN', '--programme', programme, '--lang', 'vi'], here)).toContain(
      'Khóa gốc',
    );
  });

  test('while a server has the folder, commands that write leave with 3, and those that read do not', async () => {
    const { said: answered, stop } = await start([
      'serve',
      '--dir',
      'VN',
      '--port',
      '0',
      '--log-level',
      'error',
    ]);
    const said = answered as { url: string; party: string };
    expect(said.party).toBe('VN');
    expect((await fetch(`${said.url}/healthz`)).status).toBe(200);
    const busy = await counterpart(['plan', 'show', '--dir', 'VN', '--json'], here);
    expect(busy.code).toBe(3);
    expect(fault(busy.out)).toBe('folder-busy');
    for (const args of [
      ['verify', 'VN'],
      ['inspect', 'VN'],
      ['export', 'VN', '--out', 'served'],
      ['backup', '--dir', 'VN', '--out', 'live'],
    ])
      expect((await counterpart(args, here)).code).toBe(0);
    expect(await stop()).toBe(0);
    expect((await counterpart(['user', 'list', '--dir', 'VN'], here)).code).toBe(0);
  });

  test('X1 X7 two nodes exchange over the network; a partner that does not answer ends the call with 4', async () => {
    const programme = await founded();
    const { said: answered, stop } = await start([
      'serve',
      '--dir',
      'LA',
      '--port',
      '0',
      '--exchange-port',
      '0',
      '--log-level',
      'error',
    ]);
    const url = `https://127.0.0.1:${(answered as { exchangePort: number }).exchangePort}`;
    const args = ['exchange', '--dir', 'VN', '--programme', programme, '--peer-networks', 'loopback'];
    const none = await counterpart([...args, '--json'], here);
    expect(none.code).toBe(1);
    expect(fault(none.out)).toBe('peer-address');
    const foreign = await counterpart(
      ['exchange', 'LA', '--dir', 'VN', '--programme', programme, '--url', url, '--json'],
      here,
    );
    expect(fault(foreign.out)).toBe('peer.address');
    await succeed(
      ['report', 'patrol.north', '--status', 'carriedOut', '--dir', 'VN', '--programme', programme],
      here,
    );
    const [done] = await answer<{ party: string; sent: number }[]>([...args, '--url', url], here);
    expect(done?.party).toBe('LA');
    expect(done?.sent).toBeGreaterThan(0);
    expect(await answer(args, here)).toMatchObject([{ party: 'LA', sent: 0, received: 0 }]);
    expect(await stop()).toBe(0);
    const gone = await counterpart([...args, '--json'], here);
    expect(gone.code).toBe(4);
    expect(fault(gone.out)).toBe('peer.unreachable');
  });

  test('plan: a batch is put before a second person, returned, and undone; all in private', async () => {
    const at = ['--dir', 'VN', '--programme', await founded()];
    writeFileSync(
      join(dir, 'positions.json'),
      JSON.stringify([{ item: 'plan.y2022', fields: { covers: { from: '2022', to: '2022' } } }]),
    );
    expect(await answer(['plan', 'take', 'plan.y2022', 'positions.json', ...at], here)).toEqual({
      changed: 1,
      unsent: 1,
    });
    const lone = await counterpart(
      ['plan', 'counter', 'plan.y2022', 'plan.y2022', 'covers', '--value', 'null', ...at, '--json'],
      here,
    );
    expect(fault(lone.out)).toBe('nothing-to-counter');
    expect(await answer(['plan', 'send', 'plan.y2022', '--prepare', ...at], here)).toMatchObject({
      state: 'prepared',
      entries: 1,
    });
    expect(
      await answer(['plan', 'clear', 'plan.y2022', '--as', 'desk', '--return', ...at], here),
    ).toMatchObject({ state: 'returned' });
    expect(await answer(['plan', 'undo', 'plan.y2022', ...at], here)).toEqual({ undone: 1 });
    expect((await counterpart(['plan', 'send', 'plan.y2022', ...at], here)).code).toBe(1);
    for (const [input, code] of [
      ['[{"item":1}]', 1],
      ['not json', 2],
    ] as const)
      expect((await counterpart(['plan', 'take', 'plan.y2022', '-', ...at], { ...here, input })).code).toBe(
        code,
      );
    expect((await counterpart(['plan', 'show', 'visit.x', ...at], here)).code).toBe(1);
    expect((await counterpart(['sign', 'plan.y2022', ...at, '--json'], here)).code).toBe(1);
  });

  test('a fresh folder is served for whoever sets it up, with the code for that, and stops when asked', async () => {
    const { said, stop } = await start(['serve', '--dir', 'fresh', '--port', '0', '--exchange-port', '0']);
    const { setupCode, url } = said as { url: string; setupCode: string };
    expect(setupCode).toMatch(/^[0-9a-f]{10}$/);
    expect(await (await fetch(`${url}/api/node`)).json()).toMatchObject({ needsSetup: true, names: {} });
    expect(await stop()).toBe(0);
    const again = await start(['serve', '--dir', 'fresh', '--port', '0', '--exchange-port', '0']);
    expect(await again.stop()).toBe(0);
  });

  test('the demo is served under two names, once made it is kept, and it stops when asked', async () => {
    interface Said {
      readonly nodes: readonly {
        readonly party: string;
        readonly url: string;
        readonly localUrl: string;
        readonly accounts: readonly { name: string }[];
      }[];
    }
    const { said: answered, stop } = await start(['demo', '--dir', 'D', '--port', '0']);
    const said = answered as Said;
    expect(said.nodes.map(({ url }) => new URL(url).hostname)).toEqual(['vn.localhost', 'la.localhost']);
    for (const { accounts, localUrl, party, url } of said.nodes) {
      const response = await fetch(`${localUrl}/api/node`, { headers: { host: new URL(url).host } });
      expect(await response.json()).toMatchObject({
        party,
        demo: { accounts: accounts.map(({ name }) => ({ name })) },
      });
    }
    expect(await stop()).toBe(0);
    const heads = await answer(['verify', 'D/VN'], here);
    expect(await answer(['verify', 'D/LA'], here)).toEqual(heads);
    expect(await answer(['demo', '--dir', 'D', '--no-serve'], here)).toEqual({ folders: ['D/VN', 'D/LA'] });
    expect(await answer(['verify', 'D/VN'], here)).toEqual(heads);
  });
});

/** The programme that both have founded at the beginning. */
async function founded(): Promise<string> {
  const { programmes } = await answer<{ programmes: { programme: string }[] }>(['verify', 'VN'], here);
  return programmes[0]?.programme ?? '';
}
