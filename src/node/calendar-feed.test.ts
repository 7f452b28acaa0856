import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAccount } from './accounts.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let id = '';
let leader: Person;
beforeAll(async () => {
  ({ vn, id } = await foundedPair(opened));
  leader = await signInAs(vn, 'leader');
});
afterAll(() => opened.closeAll());

const feed = (): string => `/api/programmes/${id}/calendar-feed`;
const since = async (): Promise<unknown> => (await leader.ask('GET', feed())).body;
const make = async (): Promise<string> => (await leader.ask<{ path: string }>('POST', feed(), {})).body.path;
/** As a calendar program asks: without a session. */
const follow = async (path: string): Promise<Response> => vn.app.request(path);
const statusOf = async (path: string): Promise<number> => (await follow(path)).status;

test('an address answers to whoever knows it, until another is made or it is revoked', async () => {
  expect(await since()).toEqual({});
  const first = await make();
  const answer = await follow(first);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(await since()).toEqual({ since: expect.any(String) });
  const second = await make();
  expect(await statusOf(first)).toBe(404);
  expect(await statusOf(second)).toBe(200);
  await leader.ask('DELETE', feed());
  expect(await statusOf(second)).toBe(404);
  expect(await statusOf(`/api/calendar/${'A'.repeat(43)}`)).toBe(404);
});

test('with the account its address ends', async () => {
  const path = await make();
  const stored = await vn.node.store.workspace.accountNamed('leader');
  if (stored === null) throw new Error('no account');
  await changeAccount(vn.node, stored.id, { disabled: true, version: stored.version }, null);
  expect(await statusOf(path)).toBe(404);
});

test('only the hash of the token is kept', async () => {
  leader = await signInAs(vn, 'desk');
  const token = (await make()).slice('/api/calendar/'.length);
  const kept = await vn.node.store.workspace.documents('calendar');
  expect(JSON.stringify(kept)).not.toContain(token);
});
