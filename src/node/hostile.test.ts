import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TextPage } from '../api/texts.ts';
import { addAccount, changeAccount } from './accounts.ts';
import { makeLog } from './log.ts';
import {
  foundedPair,
  headers,
  Opened,
  password,
  personOf,
  reopen,
  signInAs,
  type TestNode,
} from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let id = '';
const lines: string[] = [];

beforeAll(async () => {
  const pair = await foundedPair(opened);
  id = pair.id;
  await pair.vn.node.close();
  vn = await reopen(
    opened,
    pair.vn.dir,
    makeLog(
      (line) => lines.push(line),
      () => 0,
      'debug',
    ),
  );
});
afterAll(() => opened.closeAll());

describe('another site', () => {
  const body = JSON.stringify({ note: 'x' });
  test.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['text/plain', { 'content-type': 'text/plain' }, 403],
    ['text/plain with our header', { 'x-counterpart': '1', 'content-type': 'text/plain' }, 415],
    [
      'multipart with our header',
      { 'x-counterpart': '1', 'content-type': 'multipart/form-data; boundary=a' },
      415,
    ],
    ['a foreign origin', { ...headers, origin: 'https://evil.example' }, 403],
    ['the origin null', { ...headers, origin: 'null' }, 403],
    ['another port', { ...headers, origin: 'http://localhost:1' }, 403],
    ['cross-site by fetch metadata', { ...headers, 'sec-fetch-site': 'cross-site' }, 403],
    ['same-site is not same-origin', { ...headers, 'sec-fetch-site': 'same-site' }, 403],
  ])('%s is refused before anything is read', async (_, given, status) => {
    const { cookie } = await signInAs(vn, 'desk');
    const response = await vn.app.request(`/api/programmes/${id}/texts/plan.a/submissions`, {
      method: 'POST',
      headers: { ...(given as unknown as Record<string, string>), cookie },
      body,
    });
    expect(response.status).toBe(status);
  });

  test('our own origin is taken', async () => {
    const person = await signInAs(vn, 'desk');
    expect(
      (
        await person.ask(
          'POST',
          `/api/programmes/${id}/desk/seen`,
          {},
          { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
        )
      ).status,
    ).toBe(200);
  });
});

describe('sessions', () => {
  test('a token brought from outside is never taken over, and a new one ends the old', async () => {
    const fixed = `counterpart-vn=${'a'.repeat(43)}`;
    const first = await vn.app.request('/api/session', {
      method: 'POST',
      headers: { ...headers, cookie: fixed },
      body: JSON.stringify({ name: 'desk', password }),
    });
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(cookie).not.toBe(fixed);
    expect(first.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const again = await vn.app.request('/api/session', {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ name: 'desk', password }),
    });
    expect(again.status).toBe(200);
    expect((await personOf(vn.app, cookie).ask('GET', '/api/session')).status).toBe(401);
  });

  test('it ends with the account, by signing out, when idle, and after its hours', async () => {
    const account = await addAccount(vn.node, { name: 'leaving', password, roles: ['desk'] }, null);
    const gone = await signInAs(vn, 'leaving');
    await changeAccount(vn.node, account.id, { version: account.version, disabled: true }, null);
    expect((await gone.ask('GET', '/api/session')).status).toBe(401);
    const out = await signInAs(vn, 'desk');
    expect((await out.ask('DELETE', '/api/session', {})).status).toBe(200);
    expect((await out.ask('GET', '/api/session')).status).toBe(401);
    const idle = await signInAs(vn, 'desk');
    vn.clock.now += 121 * 60_000;
    expect((await idle.ask('GET', '/api/session')).status).toBe(401);
    const long = await signInAs(vn, 'desk');
    for (let hour = 0; hour < 11; hour += 1) {
      vn.clock.now += 3_600_000;
      expect((await long.ask('GET', '/api/session')).status).toBe(200);
    }
    vn.clock.now += 3_600_001;
    expect((await long.ask('GET', '/api/session')).status).toBe(401);
  });

  test('who exists cannot be told from the answer; failures are delayed, never for ever', async () => {
    const attempt = async (name: string): Promise<{ status: number; body: unknown }> => {
      const { body, status } = await personOf(vn.app, '').ask('POST', '/api/session', {
        name,
        password: 'wrong',
      });
      return { status, body };
    };
    const known: unknown[] = [];
    const unknown: unknown[] = [];
    for (let at = 0; at < 7; at += 1) {
      known.push(await attempt('leader'));
      unknown.push(await attempt('nobody of that name'));
    }
    expect(known).toEqual(unknown);
    expect(known.at(-1)).toMatchObject({ status: 429, body: { code: 'session.wait' } });
    vn.clock.now += 61_000;
    await signInAs(vn, 'leader');
  });

  test('a session of one node is none at another', async () => {
    const { cookie } = await signInAs(vn, 'desk');
    const token = cookie.split('=')[1] ?? '';
    expect((await personOf(vn.app, `counterpart-la=${token}`).ask('GET', '/api/session')).status).toBe(401);
  });
});

describe('input', () => {
  test('what the shapes do not name is ignored: nobody makes himself administrator', async () => {
    const person = await signInAs(vn, 'desk');
    const answer = await person.ask('PATCH', '/api/session', {
      language: 'lo',
      roles: ['administrator'],
      account: { roles: ['administrator'] },
    });
    expect(answer.body).toMatchObject({ language: 'lo', account: { roles: ['desk'] } });
  });

  test.each([
    ['not JSON', '{', 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['a number for a name', '{"name":1,"password":"x"}', 422],
    ['nothing', '', 400],
  ])('%s is a problem document', async (_, body, status) => {
    const response = await vn.app.request('/api/session', { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a body larger than declared or allowed is refused', async () => {
    const large = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024).fill(32)),
    });
    const init = { method: 'POST', headers, body: large, duplex: 'half' };
    expect((await vn.app.request('/api/session', init as RequestInit)).status).toBe(413);
  });

  test('keys that name a prototype do nothing, and text is kept in NFC with Lao marks in order', async () => {
    const person = await signInAs(vn, 'desk');
    const path = `/api/programmes/${id}/texts/plan.hostile`;
    await person.ask('POST', `/api/programmes/${id}/texts`, {
      kind: 'plan',
      suffix: 'hostile',
      title: { vi: 'K' },
    });
    const changes = [
      { item: 'visit.h', field: 'activity', value: { vi: 'Tha\u0306m', lo: 'ນ\u0ec9\u0eb3' }, version: 0 },
    ];
    const saved = await person.ask<{ saved: { value: Record<string, string> }[] }>('PUT', `${path}/drafts`, {
      changes,
    });
    expect(saved.body.saved[0]?.value['vi']).toBe('Th\u0103m');
    const bad = '{"changes":[{"item":"visit.h","field":"__proto__","value":{"a":1},"version":0}]}';
    const { cookie } = person;
    const response = await vn.app.request(`${path}/drafts`, {
      method: 'PUT',
      headers: { ...headers, cookie },
      body: bad,
    });
    expect(response.status).toBe(422);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('markup in every field goes out as text, under headers that let a browser do nothing with it', async () => {
    const person = await signInAs(vn, 'desk');
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const path = `/api/programmes/${id}/texts/plan.hostile`;
    const saved = await person.ask('PUT', `${path}/drafts`, {
      changes: [
        { item: 'visit.x', field: 'in', value: true, version: 0 },
        { item: 'visit.x', field: 'remarks', value: { vi: evil, lo: evil }, version: 0 },
        { item: 'visit.x', field: 'venue', value: `=cmd|'/c calc'!A1`, version: 0 },
      ],
    });
    expect(saved.status).toBe(200);
    const prepared = await person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, {
      note: evil,
    });
    expect(
      (
        await person.ask('POST', `${path}/submissions/${prepared.body.id}/send`, {
          version: prepared.body.version,
        })
      ).status,
    ).toBe(200);
    const page = await person.ask<TextPage>('GET', path);
    expect(page.headers.get('content-type')).toContain('application/json');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const print = await person.ask<string>('GET', `${path}/export/html?lang=vi`);
    expect(print.body).not.toContain('<img');
    expect(print.body).not.toContain('<script');
    expect(print.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  test('a name for a download is cleaned; the hash is the name on disk', async () => {
    const person = await signInAs(vn, 'desk');
    const { cookie } = person;
    const kept = await vn.app.request(`/api/programmes/${id}/attachments`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'x-size': '5', cookie },
      body: 'bytes',
    });
    const { hash } = (await kept.json()) as { hash: string };
    const name = encodeURIComponent('../../etc/CON\u0000\u202e.html');
    const file = await vn.app.request(`/api/programmes/${id}/attachments/${hash}?name=${name}`, {
      headers: { cookie },
    });
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''__.._etc_CON__.html");
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(await file.text()).toBe('bytes');
    for (const size of ['4', '6', 'x']) {
      const wrong = await vn.app.request(`/api/programmes/${id}/attachments`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream', 'x-size': size, cookie },
        body: 'bytes',
      });
      expect(wrong.status).toBe(422);
    }
    const huge = await vn.app.request(`/api/programmes/${id}/attachments`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'x-size': String(2 ** 31), cookie },
      body: 'bytes',
    });
    expect(huge.status).toBe(413);
  });
});

test('the log holds no name, no password, no text', () => {
  const all = lines.join('');
  expect(lines.length).toBeGreaterThan(50);
  for (const secret of [password, 'leader', 'nobody of that name', 'onerror', 'plan.hostile', '192.0.2.1'])
    expect(all).not.toContain(secret);
});

test('the last administrator stays', async () => {
  const person = await signInAs(vn, 'administrator');
  const accounts = await person.ask<{ id: string; name: string; version: number }[]>('GET', '/api/accounts');
  const own = accounts.body.find((one) => one.name === 'administrator');
  for (const change of [{ disabled: true }, { roles: ['desk'] }]) {
    const answer = await person.ask('PATCH', `/api/accounts/${own?.id}`, {
      version: own?.version,
      ...change,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'account.last-administrator' } });
  }
});
