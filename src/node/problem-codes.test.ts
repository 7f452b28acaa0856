import { cpSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Account } from '../api/accounts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { paperRowsMax } from '../documents/paper.ts';
import { partnerAnchor, wireIdentity } from './exchange/identity.ts';
import { listenForPartners } from './exchange/listener.ts';
import { packPouch } from './exchange/pouch.ts';
import { serverNameOf } from './exchange/server-name.ts';
import { addCard, cardFile, foundingFile, joinFounding, writeFounding } from './founding.ts';
import { makeApp } from './http/app.ts';
import { makeLog } from './log.ts';
import { documentOf } from './paper.ts';
import { prepareProgramme } from './programmes.ts';
import {
  foundedPair,
  headers,
  Opened,
  reopen,
  rootOf,
  signInAs,
  type TestNode,
  testNode,
} from './world.fixture.ts';

/* The codes that no other test has a reason to name, each drawn out as a caller would. */

const opened = new Opened();
afterEach(() => opened.closeAll());
const LA = 'LA' as PartyCode;
const languages = ['vi', 'lo'];
const names = { vi: 'Chương trình', lo: 'ແຜນງານ' };

/** A founding that VN begins with LA. */
const prepare = async (vn: TestNode): Promise<string> => {
  const partners = [{ code: 'LA', names: { en: 'Ministry of LA' } }];
  return (await prepareProgramme(vn.node, { names, languages, zone: 'Asia/Vientiane', partners }, null)).id;
};

test('a request that has not the form of one is told so by its code', async () => {
  const { id, vn } = await foundedPair(opened);
  const { cookie } = await signInAs(vn, 'desk');
  const post = async (path: string, body: string | Uint8Array, more: Record<string, string>) => {
    const answer = await vn.app.request(`/api/programmes/${id}/${path}`, {
      method: 'POST',
      headers: { ...headers, cookie, ...more },
      body: body as string,
    });
    const { code, status } = (await answer.json()) as { code: string; status: number };
    return { code, status: answer.status === status ? status : answer.status };
  };
  expect(await post('texts', '{"kind":', {})).toEqual({ code: 'request.malformed', status: 400 });
  expect(await post('texts', '{}', { 'content-type': 'text/plain' })).toEqual({
    code: 'request.media-type',
    status: 415,
  });
  expect(await post('texts', '{}', { 'x-counterpart': '' })).toEqual({
    code: 'request.foreign',
    status: 403,
  });
  const large = { 'content-length': String(1e9) };
  expect(await post('texts', '{}', large)).toEqual({ code: 'request.too-large', status: 413 });
  const file = { 'content-type': 'application/octet-stream', 'x-size': String(2 * 1024 ** 3) };
  expect(await post('attachments', 'x', file)).toEqual({ code: 'attachment.too-large', status: 413 });
});

test('X6 a partner’s node that asks in another manner than there is gets that told', async () => {
  const { id, la, vn } = await foundedPair(opened);
  const listener = await listenForPartners(la.node, '127.0.0.1', 0, { headersMs: 2_000, requestMs: 5_000 });
  opened.add(() => listener.close());
  const founding = vn.node.programmes().get(id)?.founding;
  const card = founding?.parties.find(({ party }) => party === LA);
  if (founding === undefined || card === undefined) throw new Error('no card');
  const identity = await wireIdentity(vn.node);
  const ca = await partnerAnchor(identity, founding, LA);
  const servername = serverNameOf(card.exchangeId);
  const asked = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const options = { ...identity.credentials, ca, servername, host: '127.0.0.1', port: listener.port };
    request({ ...options, method: 'DELETE', path: `/1/${id}/heads` }, (answer) => {
      let body = '';
      answer
        .on('data', (chunk: Buffer) => (body += chunk.toString()))
        .on('end', () => {
          resolve({ status: answer.statusCode, body });
        });
    })
      .on('error', reject)
      .end();
  });
  expect(asked.status).toBe(405);
  expect(asked.body).toContain('request.method');
});

test('what was changed, begun or closed by somebody else meanwhile is told with what stands', async () => {
  const { id, vn } = await foundedPair(opened);
  const administrator = await signInAs(vn, 'administrator');
  const accounts = (await administrator.ask<Account[]>('GET', '/api/accounts')).body;
  const { id: leader, version } = accounts.find(({ name }) => name === 'leader') as Account;
  const change = { version, post: { en: 'Head' } };
  expect((await administrator.ask('PATCH', `/api/accounts/${leader}`, change)).status).toBe(200);
  expect(await administrator.ask('PATCH', `/api/accounts/${leader}`, change)).toMatchObject({
    status: 409,
    body: { code: 'account.stale', current: { version: expect.any(Number) as number } },
  });

  const desk = await signInAs(vn, 'desk');
  const programme = `/api/programmes/${id}`;
  const plan = { kind: 'plan', suffix: 'a', title: names };
  expect((await desk.ask('POST', `${programme}/texts`, plan)).status).toBe(200);
  expect(await desk.ask('POST', `${programme}/texts`, plan)).toMatchObject({
    status: 409,
    body: { code: 'text.exists' },
  });
  const redline = `${programme}/texts/plan.a/redline?from=ours&to=sent:LA:9`;
  expect(await desk.ask('GET', redline)).toMatchObject({ status: 404, body: { code: 'redline.side' } });

  const article = { title: 'A', source: 'B', lang: 'en', date: '2021-03', what: 'visit', text: 'They met.' };
  const taken = await desk.ask<{ id: string; version: number }>('POST', `${programme}/intakes`, article);
  const intake = `${programme}/intakes/${taken.body.id}`;
  expect((await desk.ask('POST', `${intake}/send`, { version: taken.body.version })).status).toBe(200);
  expect(await desk.ask('PATCH', intake, { version: taken.body.version + 1, title: 'C' })).toMatchObject({
    status: 409,
    body: { code: 'text.closed' },
  });
});

test('K5 a founding that is done takes no card, and one that does not name our keys is not signed', async () => {
  const vn = await testNode(opened, 'VN');
  const la = await testNode(opened, 'LA');
  const impostor = await testNode(opened, 'LA');
  const prepared = await prepare(vn);
  await addCard(vn.node, prepared as never, cardFile(impostor.node), null);
  const { id } = await writeFounding(vn.node, prepared as never, rootOf(vn.node), null);
  const file = await foundingFile(vn.node, id);
  await expect(joinFounding(la.node, file, () => rootOf(la.node), null)).rejects.toMatchObject({
    code: 'founding.not-us',
  });
  expect(await la.node.store.programmes()).toEqual([]);
  await expect(addCard(vn.node, id, cardFile(la.node), null)).rejects.toMatchObject({
    code: 'founding.done',
  });
});

test('K6 a founding of a later protocol level is not joined, and nothing of it is kept', async () => {
  const vn = await testNode(opened, 'VN');
  const la = await testNode(opened, 'LA');
  const prepared = await prepare(vn);
  await addCard(vn.node, prepared as never, cardFile(la.node), null);
  const { id } = await writeFounding(vn.node, prepared as never, rootOf(vn.node), null);
  const [line = '', ...signatures] = Buffer.from(await foundingFile(vn.node, id))
    .toString()
    .split('\n');
  const later = Buffer.from([line.replace('"level":1', '"level":2'), ...signatures].join('\n'));
  expect(later.toString()).toContain('"level":2');
  const administrator = await signInAs(la, 'administrator');
  expect(await administrator.ask('POST', '/api/foundings', { file: later.toString() })).toMatchObject({
    status: 422,
    body: { code: 'founding.level' },
  });
  expect(await la.node.store.programmes()).toEqual([]);

  // A newer version had written it: this one leaves the folder alone.
  const bytes = Buffer.from(line.replace('"level":1', '"level":2'));
  const programme = la.node.crypto.sha256(bytes);
  await la.node.store.append({ foundings: [{ programme, bytes, signatures: [] }] });
  await la.node.close();
  await expect(reopen(opened, la.dir)).rejects.toMatchObject({ code: 'folder-newer' });
});

test('X3 a pouch of a programme that we do not have is refused', async () => {
  const vn = await testNode(opened, 'VN');
  const before = await testNode(opened, 'LA');
  const [dir, kept] = [before.dir, join(vn.dir, '..', 'LA-before')];
  await before.node.close();
  cpSync(dir, kept, { recursive: true });
  const la = await reopen(opened, dir);
  const prepared = await prepare(vn);
  await addCard(vn.node, prepared as never, cardFile(la.node), null);
  const { id } = await writeFounding(vn.node, prepared as never, rootOf(vn.node), null);
  await joinFounding(la.node, await foundingFile(vn.node, id), () => rootOf(la.node), null);
  await joinFounding(vn.node, await foundingFile(la.node, id), undefined, null);
  const programme = vn.node.programmes().get(id);
  if (programme === undefined) throw new Error('not founded');
  const { file } = await packPouch(vn.node, programme, LA, 'all');
  const old = await reopen(opened, kept);
  const desk = await signInAs(old, 'desk');
  for (const what of ['inspect', 'open']) {
    const answer = await old.app.request(`/api/pouch/${what}`, {
      method: 'POST',
      headers: { ...headers, cookie: desk.cookie, 'content-type': 'application/octet-stream' },
      body: file as Uint8Array<ArrayBuffer>,
    });
    expect(await answer.json()).toMatchObject({ code: 'pouch.programme' });
  }
});

test('a node that stops says so, and a bug is told by its request alone', async () => {
  const lines: string[] = [];
  const log = makeLog(
    (line) => lines.push(line),
    () => 0,
    'debug',
  );
  const vn = await testNode(opened, 'VN', log);
  const around = { webFolder: join(vn.dir, 'no-app'), addressOf: () => '192.0.2.1', isStopping: () => true };
  const stopping = await makeApp(vn.node, around).request('/api/session');
  expect({ status: stopping.status, body: await stopping.json() }).toMatchObject({
    status: 503,
    body: { code: 'node.stopping' },
  });
  const broken = makeApp(vn.node, {
    ...around,
    isStopping: () => false,
    addressOf: () => {
      throw new Error('secret words');
    },
  });
  const answer = await broken.request('/api/session');
  const body = await answer.text();
  expect({ status: answer.status, body: JSON.parse(body) as object }).toMatchObject({
    status: 500,
    body: { code: 'node.failed', detail: 'request 1' },
  });
  expect(body + lines.join('')).not.toContain('secret words');
});

test('a document of more rows than one can be made of is refused, with how many', async () => {
  const rows = Array.from({ length: paperRowsMax + 1 }, () => [[]]);
  const columns = [{ title: 'A', lang: 'en', width: 1 }];
  const list = { lang: 'en', title: 'A', mark: 'EXERCISE', above: [], across: false, columns, rows } as const;
  await expect(documentOf('docx', list)).rejects.toMatchObject({
    code: 'export.large',
    particulars: { detail: `more than ${paperRowsMax} rows` },
  });
});
