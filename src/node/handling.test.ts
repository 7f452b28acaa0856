import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../api/routes.ts';
import type { SubjectPage } from '../api/statements.ts';
import { foundedPair, headers, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let p = '';
let file = '';
const people = new Map<string, Person>();
const secret = 'đồn 427';
const text = 'plan.y2027';

beforeAll(async () => {
  const pair = await foundedPair(opened);
  vn = pair.vn;
  p = `/api/programmes/${pair.id}`;
  for (const who of ['desk', 'implementer', 'auditor', 'administrator', 'leader', 'signatory'])
    people.set(who, await signInAs(vn, who));
  const desk = people.get('desk') as Person;
  const kept = await vn.app.request(`${p}/attachments`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'x-size': '6', cookie: desk.cookie },
    body: 'secret',
  });
  file = ((await kept.json()) as { hash: string }).hash;
  const fields = {
    status: 'carriedOut',
    mark: 'restricted',
    narrative: { vi: secret },
    files: [{ hash: file, name: secret, size: 6, type: 'text/plain' }],
  };
  await desk.ask('POST', `${p}/statements`, { kind: 'report', subject: 'patrol.a', fields, version: 0 });
  await desk.ask('POST', `${p}/statements`, {
    kind: 'report',
    subject: 'patrol.b',
    fields: { status: 'carriedOut', mark: 'open' },
    version: 0,
  });
  await desk.ask('POST', `${p}/texts`, {
    kind: 'plan',
    suffix: 'y2027',
    title: { vi: 'Kế hoạch', lo: 'ແຜນ' },
  });
});
afterAll(() => opened.closeAll());

const readable = routes.filter(
  (route) =>
    route.method === 'get' && route.path.startsWith('/api/programmes') && !route.path.endsWith('/events'),
);

function addressOf(path: string): string {
  const values: Record<string, string> = {
    text,
    subject: 'patrol.a',
    hash: file,
    act: '0'.repeat(64),
    format: 'csv',
  };
  return path
    .replace('/api/programmes/{programme}', p)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? 'none');
}

describe('S5 routes x marks: what is restricted is not there for whoever may not see it', () => {
  test.each(
    readable.flatMap((route) =>
      ['implementer', 'auditor', 'administrator'].map((who) => ({ who, path: route.path })),
    ),
  )('$who $path', async ({ path, who }) => {
    const answer = await people.get(who)?.ask<unknown>('GET', addressOf(path));
    expect(JSON.stringify(answer?.body)).not.toContain(secret);
    expect(JSON.stringify(answer?.body)).not.toContain('carriedOut","mark":"restricted');
    if (path.endsWith('/attachments/{hash}')) expect(answer?.status).not.toBe(200);
  });

  test.each(['desk', 'leader', 'signatory'])('%s sees it', async (who) => {
    const page = await people.get(who)?.ask<SubjectPage>('GET', `${p}/subjects/patrol.a`);
    expect(JSON.stringify(page?.body)).toContain(secret);
  });

  test('lists count only what one may see', async () => {
    const count = async (who: string): Promise<unknown> =>
      (await people.get(who)?.ask<{ subject: string }[]>('GET', `${p}/reports`))?.body.map(
        (one) => one.subject,
      );
    expect(await count('desk')).toEqual(['patrol.a', 'patrol.b']);
    expect(await count('implementer')).toEqual(['patrol.b']);
  });
});

describe('S5 a mark is not lowered by whoever may not see it', () => {
  const attempts = [
    [
      'replace it',
      '/statements',
      { kind: 'report', subject: 'patrol.a', fields: { status: 'dropped', mark: 'open' }, version: 0 },
    ],
    [
      'write one',
      '/statements',
      { kind: 'report', subject: 'patrol.c', fields: { status: 'dropped', mark: 'restricted' }, version: 0 },
    ],
    ['take it back', '/statements/retract', { kind: 'report', subject: 'patrol.a', version: 0 }],
  ] as const;
  test.each(attempts)('%s', async (_, path, body) => {
    const answer = await people.get('implementer')?.ask('POST', p + path, body);
    expect([403, 404]).toContain(answer?.status);
    expect(JSON.stringify(answer?.body)).not.toContain(secret);
    expect(answer?.body['current']).toBeUndefined();
  });

  test('an account may be given, or denied, the right by itself', async () => {
    const administrator = people.get('administrator') as Person;
    const accounts = (
      await administrator.ask<{ id: string; name: string; version: number; restricted: boolean }[]>(
        'GET',
        '/api/accounts',
      )
    ).body;
    const auditor = accounts.find((one) => one.name === 'auditor');
    expect(auditor?.restricted).toBe(false);
    await administrator.ask('PATCH', `/api/accounts/${auditor?.id}`, {
      version: auditor?.version,
      restricted: true,
    });
    const page = await people.get('auditor')?.ask<SubjectPage>('GET', `${p}/subjects/patrol.a`);
    expect(JSON.stringify(page?.body)).toContain(secret);
  });
});

describe('drafts are private to whoever drafts, clears or audits', () => {
  test('an implementer sees neither drafts, nor submissions, nor private comments, nor texts begun', async () => {
    const desk = people.get('desk') as Person;
    const path = `${p}/texts/${text}`;
    await desk.ask('PUT', `${path}/drafts`, {
      changes: [{ item: 'visit.a', field: 'venue', value: 'bí mật', version: 0 }],
    });
    await desk.ask('POST', `${p}/comments`, { subject: text, text: { vi: 'bí mật' }, shared: false });
    await desk.ask('POST', `${path}/submissions`, { note: 'bí mật' });
    const everything = async (who: string): Promise<string> => {
      const pages = [
        path,
        `${p}/texts`,
        `${p}/desk`,
        `${p}/subjects/${text}`,
        `${path}/redline?from=agreed&to=ours`,
      ];
      const bodies: unknown[] = [];
      for (const page of pages) bodies.push((await people.get(who)?.ask<unknown>('GET', page))?.body);
      return JSON.stringify(bodies);
    };
    expect(await everything('auditor')).toContain('bí mật');
    const seen = await everything('implementer');
    expect(seen).not.toContain('bí mật');
    expect(seen).not.toContain('"unsent":1');
  });
});
