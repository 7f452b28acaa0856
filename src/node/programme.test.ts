import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { toBase64 } from '../core/bytes/codec.ts';
import { testCrypto, testKey } from '../core/bytes/crypto.fixture.ts';
import { encodeCanonical } from '../core/bytes/encode.ts';
import type { KeyId, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import type { Run } from '../core/feed/entry.ts';
import { twoParties } from '../core/feed/world.fixture.ts';
import { allKinds } from '../core/kinds/catalogue.ts';
import { statementsOn } from '../core/register/accounts.ts';
import { gapsOf } from '../core/register/register.ts';
import { createFolder } from '../store/folder.ts';
import { openStore } from '../store/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { silentLog } from './log.ts';
import { Programme } from './programme.ts';
import { stagedRunsMax } from './staged.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

const world = twoParties();

async function folder(): Promise<{ dir: string; store: Store }> {
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-'));
  cleanups.push(() => rmSync(dir, { recursive: true, force: true }));
  createFolder(dir);
  const store = await openStore(dir);
  cleanups.push(() => store.close());
  await store.append({
    foundings: [{ programme: world.founding.programme, bytes: world.bytes, signatures: world.signatures }],
  });
  return { dir, store };
}

function programmeOf(store: Store, party: string): Programme {
  const operate = testKey(party === 'VN' ? 12 : 22);
  return new Programme({
    store,
    founding: world.founding,
    party: party as PartyCode,
    kinds: allKinds,
    crypto: testCrypto,
    operate: () => operate,
    now: () => Date.UTC(2026, 10, 21, 8),
    log: silentLog,
  });
}

async function opened(party: string): Promise<{ programme: Programme; store: Store; dir: string }> {
  const { dir, store } = await folder();
  const programme = programmeOf(store, party);
  const [root, next, operate] = [0, 1, 2].map((at) => testKey((party === 'VN' ? 10 : 20) + at)) as [
    ReturnType<typeof testKey>,
    ReturnType<typeof testKey>,
    ReturnType<typeof testKey>,
  ];
  await programme.appendByRoot(root, () => [
    {
      type: 'open',
      body: {
        admit: [{ public: toBase64(operate.public), uses: ['desk', 'operate'] }],
        nextRoot: testCrypto.sha256(next.public),
      },
    },
  ]);
  return { programme, store, dir };
}

const note = (text: string) => ({
  type: 'statement',
  body: { kind: 'comment', subject: 'visit.a', fields: { wording: { en: text } } },
});

async function runsOf(store: Store, party: string): Promise<Run[]> {
  const runs: Run[] = [];
  for await (const { run } of store.readRuns(world.founding.programme, party as PartyCode, 0)) {
    runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
  }
  return runs;
}

/** A run that nobody can verify yet: it says to be of that feed, far beyond what anybody holds. */
function forged({ key, lines: [line], signature }: Run, seq: number): Run {
  const entry = JSON.parse(new TextDecoder().decode(line)) as JsonObject;
  const prev = testCrypto.sha256(new TextEncoder().encode(`${seq}`));
  return { key, signature, lines: [encodeCanonical({ ...entry, prev, seq })] };
}

test('X2 whoever fills its own places with runs that nobody can verify takes up nobody else’s', async () => {
  const [vn, la] = [await opened('VN'), await opened('LA')];
  for (const text of ['a', 'b']) await vn.programme.append(() => [note(text)]);
  const [open, a, b] = (await runsOf(vn.store, 'VN')) as [Run, Run, Run];
  const [hostile, honest] = ['KH' as PartyCode, 'VN' as PartyCode];
  const junk = Array.from({ length: stagedRunsMax + 50 }, (_, at) => forged(b, 1000 + at));
  expect((await la.programme.receive(junk, hostile)).staged).toBe(stagedRunsMax);
  expect((await la.programme.receive([b], honest)).staged).toBe(1);
  expect((await la.programme.receive([a], hostile)).staged).toBe(0);
  expect(await la.programme.receive([a], honest)).toMatchObject({
    staged: 1,
    gaps: [
      { from: 1, to: 1 },
      { from: 4, to: 999 },
    ],
  });
  expect(await la.programme.receive([open], hostile)).toMatchObject({ runs: 3, refused: [] });
  // What has found its place makes room again, for whoever brought it alone.
  expect((await la.programme.receive([forged(b, 9)], hostile)).staged).toBe(0);
  expect((await la.programme.receive([forged(b, 9)], honest)).staged).toBe(1);
});

test('X2 a run brought first under a false key does not keep out the right one', async () => {
  const [vn, la] = [await opened('VN'), await opened('LA')];
  for (const text of ['a', 'b']) await vn.programme.append(() => [note(text)]);
  const [open, a, b] = (await runsOf(vn.store, 'VN')) as [Run, Run, Run];
  const falsely = { ...b, key: '0'.repeat(32) as KeyId };
  await la.programme.receive([falsely], 'KH' as PartyCode);
  await la.programme.receive([b], 'VN' as PartyCode);
  const received = await la.programme.receive([open, a], 'VN' as PartyCode);
  expect(received).toMatchObject({ runs: 3, refused: [{ party: 'VN', seq: 3 }], gaps: [] });
});

test('F10 what is acknowledged is there after opening the store again', async () => {
  const { programme, store, dir } = await opened('VN');
  const head = await programme.append(() => [note('one'), note('two')]);
  expect(head.seq).toBe(3);
  await store.close();
  const again = await openStore(dir);
  cleanups.push(() => again.close());
  const reopened = programmeOf(again, 'VN');
  expect(await reopened.ownHead()).toEqual(head);
  expect(reopened.published).toBe(3);
});

test('X2 runs are taken in any order, once or twice, and what is missing is named', async () => {
  const vn = await opened('VN');
  for (const text of ['a', 'b', 'c']) await vn.programme.append(() => [note(text)]);
  const [open, a, b, c] = (await runsOf(vn.store, 'VN')) as [Run, Run, Run, Run];
  const la = await opened('LA');
  const early = await la.programme.receive([c, a]);
  expect(early).toMatchObject({
    runs: 0,
    staged: 2,
    gaps: [
      { from: 1, to: 1 },
      { from: 3, to: 3 },
    ],
  });
  const later = await la.programme.receive([open]);
  expect(later).toMatchObject({ runs: 2, entries: 2, gaps: [{ party: 'VN', from: 3, to: 3 }] });
  expect(await la.programme.receive([b, b, a])).toMatchObject({ runs: 2, gaps: [] });
  expect((await la.programme.chains('VN' as PartyCode))[0]?.state.seq).toBe(4);
  expect(gapsOf(await la.programme.register())).toEqual([]);
});

test('F2 what a later signature covers again is held once', async () => {
  const vn = await opened('VN');
  await vn.programme.append(() => [note('a')]);
  const [open, a] = (await runsOf(vn.store, 'VN')) as [Run, Run];
  await vn.programme.append(() => [note('b')]);
  const b = (await runsOf(vn.store, 'VN'))[2] as Run;
  const la = await opened('LA');
  await la.programme.receive([open, a]);
  const joined: Run = { ...b, lines: [...a.lines, ...b.lines] };
  expect(await la.programme.receive([joined])).toMatchObject({ runs: 1, entries: 1 });
});

test('F6 two signed chains of one feed are both kept, across a restart', async () => {
  const vn = await opened('VN');
  const before = await runsOf(vn.store, 'VN');
  await vn.programme.append(() => [note('one face')]);
  const one = (await runsOf(vn.store, 'VN'))[1] as Run;
  // The same keys and clock make the same first run.
  const liar = await opened('VN');
  await liar.programme.append(() => [note('the other face')]);
  const two = (await runsOf(liar.store, 'VN'))[1] as Run;
  const la = await opened('LA');
  await la.programme.receive([...before, one, two]);
  expect((await la.programme.chains('VN' as PartyCode)).map((chain) => chain.state.seq)).toEqual([2, 2]);
  await la.store.close();
  const again = await openStore(la.dir);
  cleanups.push(() => again.close());
  const reopened = programmeOf(again, 'LA');
  expect(
    (await reopened.chains('VN' as PartyCode)).map((chain) => [
      chain.branch,
      chain.partedAt,
      chain.state.seq,
    ]),
  ).toEqual([
    [0, 0, 2],
    [1, 1, 2],
  ]);
  expect(await reopened.receive([one, two])).toMatchObject({ runs: 0, held: 2 });
});

test('F5 an entry cites the heads that changed since the one before it', async () => {
  const vn = await opened('VN');
  const la = await opened('LA');
  await la.programme.receive(await runsOf(vn.store, 'VN'));
  await la.programme.append(() => [note('seen')]);
  await la.programme.append(() => [note('nothing new')]);
  const lines = (await runsOf(la.store, 'LA')).flatMap((run) =>
    run.lines.map((line) => JSON.parse(Buffer.from(line).toString()) as { heads?: unknown[] }),
  );
  expect(lines.map((line) => line.heads?.length ?? 0)).toEqual([0, 1, 0]);
});

test('F10 what is asked for while another run is written shares the next run, each told its own entry', async () => {
  const { programme, store } = await opened('VN');
  const comment = (at: number) => ({
    type: 'statement',
    body: { kind: 'comment', subject: 'visit.a', facet: `c${at}`, fields: { wording: { en: String(at) } } },
  });
  const heads = await Promise.all(
    Array.from({ length: 64 }, (_, at) => programme.append(() => [comment(at)])),
  );
  expect(heads.map((head) => head.seq)).toEqual(Array.from({ length: 64 }, (_, at) => at + 2));
  const runs = await runsOf(store, 'VN');
  expect(runs.length).toBeLessThanOrEqual(3);
  const [chain] = await programme.chains('VN' as PartyCode);
  expect(heads.map((head) => chain?.hashAt(head.seq))).toEqual(heads.map((head) => head.hash));
});

test('S1 two that speak of one thing at once see each other, and a fault of one is no other’s', async () => {
  const { programme } = await opened('VN');
  const seen: number[] = [];
  const say = (text: string) =>
    programme.append((register) => {
      seen.push(statementsOn(register, 'VN' as PartyCode, 'visit.a' as SubjectId).length);
      return [note(text)];
    });
  const faulty = programme.append(() => {
    throw new Error('not now');
  });
  const answers = await Promise.allSettled([say('a'), faulty, say('b'), say('c')]);
  expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(statementsOn(await programme.register(), 'VN' as PartyCode, 'visit.a' as SubjectId)).toHaveLength(3);
  expect(Math.max(...seen)).toBe(2);
});
