import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { PartyCode } from '../core/bytes/ids.ts';
import { backupFolder, restoreFolder } from '../store/backup.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { continueFeed } from './continuation.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import { listenForPartners } from './exchange/listener.ts';
import { startSync } from './exchange/sync.ts';
import { notePeer } from './exchange-state.ts';
import { Refusal } from './problem.ts';
import { Programme } from './programme.ts';
import { makeStatement } from './statements.ts';
import { foundedPair, Opened, reopen, rootOf, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());
const [VN, LA] = ['VN' as PartyCode, 'LA' as PartyCode];

function programmeOf(test: TestNode): Programme {
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}
const say = (test: TestNode, text: string) =>
  makeStatement(programmeOf(test), {
    kind: 'comment',
    subject: 'visit.a',
    facet: text.replaceAll(' ', '-'),
    fields: { wording: { en: text } },
    version: 0,
  });
const meet = (one: TestNode, other: TestNode, party: PartyCode) =>
  exchangeWith(programmeOf(one), party, answererOf(programmeOf(other), party === LA ? VN : LA));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

/** Copies a node's folder while it is closed: a snapshot of the machine. */
async function snapshot(test: TestNode, name: string): Promise<string> {
  const copy = join(test.dir, '..', name);
  await test.node.close();
  cpSync(test.dir, copy, { recursive: true });
  return copy;
}

test('F9 an old database under a newer mark locks signing until partners give back what is missing', async () => {
  const pair = await foundedPair(opened);
  const { la } = pair;
  await meet(pair.vn, la, LA);
  const old = await snapshot(pair.vn, 'old');
  let vn = await reopen(opened, pair.vn.dir);
  await say(vn, 'sent');
  await meet(vn, la, LA);
  await vn.node.close();
  // Only the database goes back; the mark beside it does not.
  for (const name of ['feeds.sqlite', 'feeds.sqlite-wal', 'feeds.sqlite-shm']) {
    rmSync(join(vn.dir, name), { force: true });
    if (existsSync(join(old, name))) cpSync(join(old, name), join(vn.dir, name));
  }
  vn = await reopen(opened, vn.dir);
  await programmeOf(vn).register();
  expect(programmeOf(vn).lock()).toMatchObject({ code: 'behind' });
  expect(await codeOf(say(vn, 'forked'))).toBe('lock.signing');
  const reader = await signInAs(vn, 'desk');
  expect((await reader.ask('GET', '/api/programmes')).body).toMatchObject([
    { lock: { code: 'behind', awaits: ['LA'] } },
  ]);
  await meet(vn, la, LA);
  expect(programmeOf(vn).lock()).toBeUndefined();
  expect(await codeOf(say(vn, 'goes on'))).toBe('done');
});

test('X1 a whole snapshot put back: the partner holds more of our feed, it is taken first and signing locks until it confirms', async () => {
  const pair = await foundedPair(opened);
  const { la } = pair;
  await meet(pair.vn, la, LA);
  const old = await snapshot(pair.vn, 'old');
  const newer = await reopen(opened, pair.vn.dir);
  await say(newer, 'sent before the snapshot came back');
  await meet(newer, la, LA);
  await newer.node.close();
  const vn = await reopen(opened, old);
  await programmeOf(vn).register();
  expect(programmeOf(vn).lock()).toBeUndefined();
  const codes: (string | undefined)[] = [];
  programmeOf(vn).onChange(({ type }) => type === 'lock' && codes.push(programmeOf(vn).lock()?.code));
  const { received } = await meet(vn, la, LA);
  expect(received).toBe(1);
  expect(codes).toEqual(['behind', undefined]);
  expect(await codeOf(say(vn, 'goes on'))).toBe('done');
});

test('F6 F7 signed beside what was published: frozen, until the root continues one branch and makes the old key void', async () => {
  const pair = await foundedPair(opened);
  const { la } = pair;
  await meet(pair.vn, la, LA);
  const old = await snapshot(pair.vn, 'old');
  const newer = await reopen(opened, pair.vn.dir);
  await say(newer, 'one face');
  await meet(newer, la, LA);
  await newer.node.close();
  const vn = await reopen(opened, old);
  await say(vn, 'the other face');
  await meet(vn, la, LA);
  expect(programmeOf(vn).lock()).toMatchObject({ code: 'forked' });
  expect((await programmeOf(la).chains(VN)).length).toBe(2);
  expect(await codeOf(say(vn, 'more'))).toBe('lock.signing');
  const administrator = await signInAs(vn, 'administrator');
  const before = vn.node.keys().operate.id;
  const ended = await administrator.ask('POST', `/api/programmes/${programmeOf(vn).id}/lock/end`, {
    continue: true,
  });
  expect(ended.status).toBe(200);
  expect(ended.body['lock']).toBeUndefined();
  expect(vn.node.keys().operate.id).not.toBe(before);
  expect(await codeOf(say(vn, 'after'))).toBe('done');
  await meet(vn, la, LA);
  await meet(la, vn, VN);
  const exchange = await signInAs(la, 'desk');
  const page = await exchange.ask<{ forks: unknown[] }>(
    'GET',
    `/api/programmes/${programmeOf(la).id}/exchange`,
  );
  expect(page.body.forks.length).toBe(1);
  expect(programmeOf(la).lock()).toBeUndefined();
});

test('F7 the root continues the feed by a function too, and a second time', async () => {
  const { vn } = await foundedPair(opened);
  for (let round = 0; round < 2; round += 1) {
    await continueFeed(vn.node, programmeOf(vn), rootOf(vn.node), null);
    expect(await codeOf(say(vn, `round${round}`))).toBe('done');
  }
});

test('F9 a restored backup signs nothing until the partner has confirmed the head', async () => {
  const pair = await foundedPair(opened);
  const { la } = pair;
  await meet(pair.vn, la, LA);
  await pair.vn.node.close();
  const backup = join(pair.vn.dir, '..', 'backup');
  await backupFolder(pair.vn.dir, backup, '2026-11-21T08:00:00Z');
  const newer = await reopen(opened, pair.vn.dir);
  await say(newer, 'after the backup');
  await meet(newer, la, LA);
  await newer.node.close();
  const restored = join(pair.vn.dir, '..', 'restored');
  await restoreFolder(backup, restored, '2026-11-22T08:00:00Z');
  const vn = await reopen(opened, restored);
  await programmeOf(vn).register();
  expect(programmeOf(vn).lock()).toMatchObject({ code: 'restored', awaits: ['LA'] });
  expect(await codeOf(say(vn, 'too early'))).toBe('lock.signing');
  const listener = await listenForPartners(la.node, '127.0.0.1', 0);
  opened.add(() => listener.close());
  await notePeer(vn.node, programmeOf(vn), LA, { url: `https://127.0.0.1:${listener.port}` });
  const sync = startSync(vn.node);
  opened.add(() => sync.stop());
  expect((await sync.now(programmeOf(vn), LA)).received).toBe(1);
  expect(programmeOf(vn).lock()).toBeUndefined();
  expect(await codeOf(say(vn, 'goes on'))).toBe('done');
  await vn.node.close();
  const again = await reopen(opened, restored);
  await programmeOf(again).register();
  expect(programmeOf(again).lock()).toBeUndefined();
});

test('F10 a write that fails is not acknowledged, locks signing at once, and reading goes on', async () => {
  const { vn } = await foundedPair(opened);
  await say(vn, 'before');
  const store = failing(vn.node.store);
  const programme = new Programme({
    store,
    founding: programmeOf(vn).founding,
    party: VN,
    kinds: vn.node.kinds,
    crypto: vn.node.crypto,
    operate: () => vn.node.keys().operate,
    now: vn.node.now,
    log: vn.node.log,
  });
  const before = await programme.ownHead();
  const attempts = ['a', 'b'].map((facet) =>
    codeOf(
      makeStatement(programme, {
        kind: 'comment',
        subject: 'visit.a',
        facet,
        fields: { wording: { en: facet } },
        version: 0,
      }),
    ),
  );
  expect(await Promise.all(attempts)).toEqual(['StoreError: no space', 'StoreError: no space']);
  expect(programme.lock()).toMatchObject({ code: 'failed' });
  expect(await programme.ownHead()).toEqual(before);
  expect(programme.published).toBe(before?.seq);
});

/** A store whose disk fails at the next append, as the real one then says of itself. */
function failing(store: Store): Store {
  let hasFailed = false;
  return new Proxy(store, {
    get: (target, name) => {
      if (name === 'findings') return () => (hasFailed ? [{ code: 'failed', message: 'no space' }] : []);
      if (name === 'append')
        return () => {
          hasFailed = true;
          return Promise.reject(new StoreError('failed', 'no space'));
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
