import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../api/desk.ts';
import type { Task } from '../api/tasks.ts';
import { addAccount } from './accounts.ts';
import { isOfAgency } from './tasks.ts';
import { foundedPair, Opened, type Person, password, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let p = '';
const people = new Map<string, Person>();
const person = (name: string): Person => people.get(name) as Person;

beforeAll(async () => {
  const pair = await foundedPair(opened);
  vn = pair.vn;
  p = `/api/programmes/${pair.id}`;
  const post = { name: 'post', password, roles: ['implementer'] as const, agency: 'Bộ Tư lệnh Biên phòng' };
  await addAccount(vn.node, post, null);
  for (const name of ['desk', 'desk2', 'leader', 'implementer', 'post'])
    people.set(name, await signInAs(vn, name));
  people.set('partner', await signInAs(pair.la, 'desk'));
});
afterAll(() => opened.closeAll());

const tasks = async (who: string): Promise<readonly Task[]> =>
  (await person(who).ask<Task[]>('GET', `${p}/tasks`)).body;

test('S5 a private task is seen by the desk and its agency, never by another agency or the partner', async () => {
  const before = (await person('partner').ask<Desk>('GET', `${p}/desk`)).body;
  const added = await person('desk').ask<Task>('POST', `${p}/tasks`, {
    subject: 'patrol.a',
    title: 'EXERCISE soát quân số',
    agency: 'bo tu lenh bien phong / ກອງບັນຊາການ',
    due: '2026-11-20',
  });
  expect(added.body).toMatchObject({ done: false, writer: { name: 'desk' } });
  for (const who of ['desk', 'desk2', 'leader', 'post']) expect(await tasks(who)).toHaveLength(1);
  for (const who of ['implementer', 'partner']) expect(await tasks(who)).toEqual([]);
  expect((await person('partner').ask<Desk>('GET', `${p}/desk`)).body).toEqual(before);
});

test('a task whose day has passed stands on the desk until it is done, and a colleague’s change is not lost', async () => {
  const overdue = async () => (await person('desk').ask<Desk>('GET', `${p}/desk`)).body.overdue;
  expect(await overdue()).toMatchObject([
    { what: 'task', subject: 'patrol.a', title: { und: 'EXERCISE soát quân số' }, when: '2026-11-20' },
  ]);
  const [task] = await tasks('post');
  const change = (who: string, body: object) =>
    person(who).ask<{ code?: string; current?: Task }>('PATCH', `${p}/tasks/${task?.id}`, body);
  expect((await change('post', { version: task?.version, done: true })).status).toBe(200);
  const late = await change('desk', { version: task?.version, title: 'other' });
  expect(late).toMatchObject({ status: 409, body: { code: 'draft.stale', current: { done: true } } });
  expect((await change('implementer', { version: 0, done: false })).status).toBe(404);
  expect(await overdue()).toEqual([]);
  await person('desk').ask('DELETE', `${p}/tasks/${task?.id}`);
  expect(await tasks('desk')).toEqual([]);
});

test('an agency is known by its name in any spelling; none is no agency', () => {
  expect(isOfAgency('Bộ Tư lệnh Bộ đội Biên phòng / ກອງບັນຊາການ', 'bo tu lenh bo doi bien phong')).toBe(true);
  expect(isOfAgency('Cục Quân y', 'Cục Nhà trường')).toBe(false);
  expect(isOfAgency(undefined, 'Cục Quân y')).toBe(false);
  expect(isOfAgency('Cục Quân y', '')).toBe(false);
});
