import { expect, test } from 'vitest';
import type { SubjectId } from '../../src/core/bytes/ids.ts';
import type { Json } from '../../src/core/bytes/json.ts';
import { programme, sha } from '../../src/store/feed.fixture.ts';
import type {
  AccountContent,
  Change,
  DraftContent,
  Session,
  WriteOutcome,
} from '../../src/store/workspace.ts';
import type { Bench } from './store.contract.ts';

const text = 'plan.y2021' as SubjectId;

function putDocument(id: string, value: Json, expected: number | 'any' = 0): Change {
  return { op: 'putDocument', collection: 'note', id, value, expected };
}

function draft(item: string, value: Json, rest: Partial<DraftContent> = {}): DraftContent {
  const key = {
    programme,
    text,
    base: null,
    mode: 'first',
    item: item as SubjectId,
    field: 'title',
  } as const;
  return { ...key, value, author: 'account-1', time: '2026-11-21T08:00:00Z', ...rest };
}

function account(id: string, name: string, rest: Partial<AccountContent> = {}): AccountContent {
  const empty = { sealedKey: null, disabled: false, details: {} };
  return { id, name, roles: ['desk'], passwordHash: '$argon2id$', ...empty, ...rest };
}

function session(token: string, of: string, expires: string): Session {
  const time = '2026-11-21T08:00:00Z';
  return {
    token,
    account: of,
    created: time,
    lastSeen: time,
    expires,
    csrf: 'csrf',
    details: { proof: null },
  };
}

function versionOf(outcome: WriteOutcome): number {
  if (!outcome.ok) throw new Error('the write was stale');
  return outcome.version;
}

/** What every storage promises about the workspace. */
export function workspaceCases(bench: Bench): void {
  const write = (...changes: Change[]) => bench.store.workspace.write(changes);

  test('a document lasts with the number of the write that set it', async () => {
    const value = { a: [1, null, true, 'ຂໍ້ຄວາມ'], b: { c: 1.5 } };
    const version = versionOf(await write(putDocument('n1', value)));
    await bench.reopen();
    expect(await bench.store.workspace.document('note', 'n1')).toEqual({
      collection: 'note',
      id: 'n1',
      value,
      version,
    });
    expect(await bench.store.workspace.document('task', 'n1')).toBeNull();
    expect(await bench.store.workspace.version()).toBe(version);
    expect(versionOf(await write(putDocument('n1', 2, version)))).toBeGreaterThan(version);
  });

  test('a change made on an old version is refused with what stands now', async () => {
    const first = versionOf(await write(putDocument('n1', 'first')));
    const second = versionOf(await write(putDocument('n1', 'second', first)));
    const current = { collection: 'note', id: 'n1', value: 'second', version: second };
    expect(await write(putDocument('n1', 'late', first))).toEqual({
      ok: false,
      stale: [{ change: 0, current }],
    });
    expect(await write(putDocument('n1', 'new'))).toEqual({ ok: false, stale: [{ change: 0, current }] });
    expect(await write(putDocument('n2', 'x', 7))).toEqual({
      ok: false,
      stale: [{ change: 0, current: null }],
    });
    expect(
      await write({ op: 'deleteDocument', collection: 'note', id: 'n1', expected: first }),
    ).toMatchObject({ ok: false });
    expect(await write(putDocument('n1', 'forced', 'any'))).toMatchObject({ ok: true });
  });

  test('of two that change one record at the same time one is refused', async () => {
    const version = versionOf(await write(putDocument('n1', 0)));
    const outcomes = await Promise.all([
      write(putDocument('n1', 1, version)),
      write(putDocument('n1', 2, version)),
    ]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, false]);
    expect((await bench.store.workspace.document('note', 'n1'))?.value).toBe(1);
  });

  test('a write is whole: one stale change holds back the others', async () => {
    await write(putDocument('n1', 'stands'));
    const outcome = await write(putDocument('n2', 'new'), putDocument('n1', 'stale'), {
      op: 'putDraft',
      draft: draft('line.1', 'x'),
      expected: 0,
    });
    expect(outcome).toMatchObject({ ok: false, stale: [{ change: 1 }] });
    expect(await bench.store.workspace.document('note', 'n2')).toBeNull();
    expect(await bench.store.workspace.drafts({ programme })).toEqual([]);
  });

  test('a version is never used twice, also when a record was deleted', async () => {
    const first = versionOf(await write(putDocument('n1', 1)));
    await write({ op: 'deleteDocument', collection: 'note', id: 'n1', expected: first });
    expect(await bench.store.workspace.document('note', 'n1')).toBeNull();
    const second = versionOf(await write(putDocument('n1', 2)));
    expect(second).toBeGreaterThan(first);
    expect(await write(putDocument('n1', 3, first))).toMatchObject({ ok: false });
  });

  test('documents are listed by prefix, in order, by pages', async () => {
    await write(...['a/2', 'a/10', 'b/1', 'a/1', 'a', 'a0'].map((id) => putDocument(id, id)));
    const ids = async (page?: { prefix?: string; after?: string; limit?: number }) => {
      return (await bench.store.workspace.documents('note', page)).map((each) => each.id);
    };
    expect(await ids()).toEqual(['a', 'a/1', 'a/10', 'a/2', 'a0', 'b/1']);
    expect(await ids({ prefix: 'a/' })).toEqual(['a/1', 'a/10', 'a/2']);
    expect(await ids({ prefix: 'a/', limit: 2 })).toEqual(['a/1', 'a/10']);
    expect(await ids({ prefix: 'a/', after: 'a/10' })).toEqual(['a/2']);
    expect(await ids({ prefix: 'a~' })).toEqual([]);
  });

  test('an id that could not be kept in order everywhere is refused, and its write with it', async () => {
    for (const id of ['', 'with space', 'ກ', 'x'.repeat(401), 'a\u0000']) {
      await expect(write(putDocument('good', 1), putDocument(id, 1))).rejects.toMatchObject({
        code: 'malformed',
      });
    }
    expect(await bench.store.workspace.documents('note')).toEqual([]);
  });

  test('a draft is kept by text, base, mode, item and field, with its version', async () => {
    const base = sha('an act');
    const drafts = [
      draft('line.1', { vi: 'Thăm' }),
      draft('line.1', null, { field: 'place' }),
      draft('line.1', 5, { base, mode: 'amendment' }),
      draft('line.2', true, { text: 'plan.y2022' as SubjectId }),
    ];
    const version = versionOf(
      await write(...drafts.map((each): Change => ({ op: 'putDraft', draft: each, expected: 0 }))),
    );
    await bench.reopen();
    const { workspace } = bench.store;
    for (const each of drafts) expect(await workspace.draft(each)).toEqual({ ...each, version });
    expect(await workspace.drafts({ programme })).toHaveLength(4);
    expect((await workspace.drafts({ programme, text })).map((each) => each.field)).toEqual([
      'place',
      'title',
      'title',
    ]);
    expect(await workspace.drafts({ programme: sha('another') })).toEqual([]);
    const late = await write({ op: 'putDraft', draft: draft('line.1', 'late'), expected: version - 1 });
    expect(late).toEqual({
      ok: false,
      stale: [{ change: 0, current: { ...draft('line.1', { vi: 'Thăm' }), version } }],
    });
    await write({ op: 'deleteDraft', key: drafts[0] as DraftContent, expected: version });
    expect(await workspace.draft(drafts[0] as DraftContent)).toBeNull();
  });

  test('an account is found by id and by name, and its name is its own', async () => {
    const sealedKey = Uint8Array.of(1, 2, 3);
    const version = versionOf(
      await write(
        {
          op: 'putAccount',
          account: account('a1', 'lan', { roles: ['desk', 'signatory'], sealedKey }),
          expected: 0,
        },
        { op: 'putAccount', account: account('a2', 'kham'), expected: 0 },
      ),
    );
    const { workspace } = await bench.reopen();
    const lan = await workspace.accountNamed('lan');
    expect(lan).toMatchObject({
      id: 'a1',
      roles: ['desk', 'signatory'],
      disabled: false,
      failures: 0,
      lastFailure: null,
      version,
    });
    expect([...(lan?.sealedKey ?? [])]).toEqual([1, 2, 3]);
    expect((await workspace.accounts()).map((each) => each.name)).toEqual(['kham', 'lan']);
    expect(await workspace.account('a3')).toBeNull();
    const taken = write({ op: 'putAccount', account: account('a3', 'lan'), expected: 0 });
    await expect(taken).rejects.toMatchObject({ code: 'name-taken' });
    const twins = ['a4', 'a5'].map(
      (id): Change => ({ op: 'putAccount', account: account(id, 'twin'), expected: 0 }),
    );
    await expect(write(...twins)).rejects.toMatchObject({ code: 'name-taken' });
    await write({ op: 'putAccount', account: account('a1', 'lan', { disabled: true }), expected: version });
    expect(await workspace.account('a1')).toMatchObject({ disabled: true, sealedKey: null });
    expect(await workspace.accounts()).toHaveLength(2);
  });

  test('counting failed sign-ins leaves the version of the account', async () => {
    const version = versionOf(await write({ op: 'putAccount', account: account('a1', 'lan'), expected: 0 }));
    await write({ op: 'noteFailures', account: 'a1', failures: 3, lastFailure: '2026-11-21T08:00:00Z' });
    const held = await bench.store.workspace.account('a1');
    expect(held).toMatchObject({ failures: 3, lastFailure: '2026-11-21T08:00:00Z', version });
    await write({ op: 'putAccount', account: account('a1', 'lan', { roles: [] }), expected: version });
    expect(await bench.store.workspace.account('a1')).toMatchObject({ failures: 3, roles: [] });
  });

  test('sessions are found by token, ended one by one, by account, by time', async () => {
    const sessions = [
      session('t1', 'a1', '2026-11-22T00:00:00Z'),
      session('t2', 'a1', '2026-11-23T00:00:00Z'),
      session('t3', 'a2', '2026-11-24T00:00:00Z'),
      session('t4', 'a2', '2026-11-25T00:00:00Z'),
    ];
    await write(...sessions.map((each): Change => ({ op: 'putSession', session: each })));
    const { workspace } = await bench.reopen();
    const left = async () =>
      [...(await workspace.sessions('a1')), ...(await workspace.sessions('a2'))].map((each) => each.token);
    expect(await workspace.session('t1')).toEqual(sessions[0]);
    const seen = { ...(sessions[0] as Session), lastSeen: '2026-11-21T09:00:00Z', csrf: 'other' };
    await write({ op: 'putSession', session: seen });
    expect(await workspace.session('t1')).toEqual(seen);
    await write({ op: 'deleteSession', token: 't4' });
    expect(await left()).toEqual(['t1', 't2', 't3']);
    await write({ op: 'deleteSessionsBefore', time: '2026-11-23T00:00:00Z' });
    expect(await left()).toEqual(['t2', 't3']);
    await write({ op: 'deleteSessionsOf', account: 'a1' });
    expect(await left()).toEqual(['t3']);
    expect(await workspace.session('t2')).toBeNull();
  });

  test('audit lines are numbered without a gap and read newest first', async () => {
    const line = (action: string, of = programme): Change => {
      return {
        op: 'audit',
        line: { time: '2026-11-21T08:00:00Z', actor: 'a1', action, programme: of, details: { n: 1 } },
      };
    };
    await write(line('one'), line('two'));
    await write(putDocument('n1', 1), putDocument('n1', 2, 9), line('never'));
    await write(line('three', sha('another')), line('four'));
    const { workspace } = await bench.reopen();
    const lines = await workspace.auditLines();
    expect(lines.map((each) => [each.number, each.action])).toEqual([
      [4, 'four'],
      [3, 'three'],
      [2, 'two'],
      [1, 'one'],
    ]);
    expect(lines[3]).toEqual({
      number: 1,
      time: '2026-11-21T08:00:00Z',
      actor: 'a1',
      action: 'one',
      programme,
      details: { n: 1 },
    });
    expect((await workspace.auditLines({ before: 4, limit: 2 })).map((each) => each.number)).toEqual([3, 2]);
    expect((await workspace.auditLines({ programme })).map((each) => each.number)).toEqual([4, 2, 1]);
  });
}
