import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles } from '../api/route.ts';
import { routes } from '../api/routes.ts';
import { addAccount } from './accounts.ts';
import {
  foundedPair,
  Opened,
  type Person,
  password,
  personOf,
  signInAs,
  type TestNode,
  testNode,
} from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let id = '';
const people = new Map<string, Person>();

beforeAll(async () => {
  const pair = await foundedPair(opened);
  vn = pair.vn;
  id = pair.id;
  for (const role of roles) people.set(role, await signInAs(vn, role));
  people.set('nobody', personOf(vn.app, ''));
  await addAccount(vn.node, { name: 'elsewhere', password, roles: [...roles], programmes: [] }, null);
  people.set('elsewhere', await signInAs(vn, 'elsewhere'));
});
afterAll(() => opened.closeAll());

/** An address of a route in which every other parameter names what does not exist. */
function addressOf(path: string): string {
  const values: Record<string, string> = {
    programme: id,
    text: 'plan.none',
    act: '0'.repeat(64),
    hash: '0'.repeat(64),
    subject: 'visit.none',
    party: 'XX',
    format: 'csv',
  };
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
}

/** Neither signed in, nor allowed: what the guard answers before anything of the request is read. */
const isBarred = (status: number, code: unknown): boolean =>
  (status === 401 && code === 'session.none') || (status === 403 && code === 'access.denied');

const guarded = routes.filter((route) => route['x-access'] !== 'anyone' && !route.path.endsWith('/events'));
const cases = guarded.flatMap((route) =>
  ['nobody', ...roles].map((who) => ({ route, who, name: `${route.method.toUpperCase()} ${route.path}` })),
);

describe('roles x routes: what the declaration does not name is denied', () => {
  test.each(cases)('$who $name', async ({ route, who }) => {
    const access = route['x-access'];
    const allowed = who !== 'nobody' && (access === 'account' || (access as readonly string[]).includes(who));
    // Signing out would end the session that the other cases use.
    const method =
      route.path === '/api/session' && route.method === 'delete' ? 'GET' : route.method.toUpperCase();
    const body = method === 'GET' ? undefined : {};
    const answer = await people.get(who)?.ask(method, addressOf(route.path), body);
    expect({
      status: answer?.status,
      barred: isBarred(answer?.status ?? 0, answer?.body?.['code']),
    }).toMatchObject({ barred: !allowed });
    expect(answer?.status).not.toBe(500);
  });
});

describe('programmes x routes: hidden equals absent', () => {
  const inside = guarded.filter((route) => route.path.includes('{programme}'));
  test.each(inside.map((route) => ({ route, name: `${route.method.toUpperCase()} ${route.path}` })))(
    '$name',
    async ({ route }) => {
      const method = route.method.toUpperCase();
      const body = method === 'GET' ? undefined : {};
      const person = people.get('elsewhere') as Person;
      const hidden = await person.ask(method, addressOf(route.path), body);
      const absent = await person.ask(method, addressOf(route.path).replace(id, 'f'.repeat(64)), body);
      expect(hidden.status).toBe(404);
      expect(hidden.body).toEqual(absent.body);
    },
  );

  test('the list of programmes leaves it out', async () => {
    expect((await people.get('elsewhere')?.ask('GET', '/api/programmes'))?.body).toEqual([]);
  });
});

test('the node serves exactly the declared routes', () => {
  const declared = new Set(
    routes.map((route) => `${route.method.toUpperCase()} ${route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const served = new Set(
    vn.app.routes
      .filter((route) => route.path.startsWith('/api/') && !route.path.includes('*'))
      .map((route) => `${route.method} ${route.path}`),
  );
  for (const own of ['GET /api/openapi.json', 'GET /api/docs']) served.delete(own);
  expect([...served].sort()).toEqual([...declared].sort());
});

test('an address of the API that is not declared is a problem document, for anybody', async () => {
  const answer = await people.get('nobody')?.ask('GET', '/api/admin');
  expect(answer).toMatchObject({ status: 404, body: { code: 'request.not-found' } });
});

test('a node without a party tells nothing and takes nobody', async () => {
  const other = await testNode(opened, 'XX');
  const person = personOf(other.app, people.get('desk')?.cookie ?? '');
  expect((await person.ask('GET', '/api/programmes')).status).toBe(401);
});
