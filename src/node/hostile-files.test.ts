import { afterEach, describe, expect, test } from 'vitest';
import type { AuditLine } from '../api/audit.ts';
import type { ExchangePage } from '../api/exchange.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { StoreError } from '../store/errors.ts';
import { answererOf } from './exchange/answer.ts';
import { connectPeer } from './exchange/client.ts';
import { headsOf } from './exchange/heads.ts';
import { wireIdentity } from './exchange/identity.ts';
import { listenForPartners } from './exchange/listener.ts';
import { openPouch, packPouch } from './exchange/pouch.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { shownName } from './routes/attachments.ts';
import { makeStatement } from './statements.ts';
import { foundedPair, headers, Opened, signInAs, type TestNode } from './world.fixture.ts';

/* What comes from outside as bytes: refused whole, nothing written, a code, and a line in the audit trail. */

const opened = new Opened();
afterEach(() => opened.closeAll());
const LA = 'LA' as PartyCode;

function programmeOf({ node }: TestNode): Programme {
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

const report = (test: TestNode, subject: string) =>
  makeStatement(programmeOf(test), {
    kind: 'report',
    subject,
    fields: { status: 'carriedOut' },
    version: 0,
  });

async function refusalsAt(test: TestNode): Promise<readonly Partial<AuditLine>[]> {
  const auditor = await signInAs(test, 'auditor');
  const lines = (await auditor.ask<AuditLine[]>('GET', '/api/audit')).body;
  return lines
    .filter((line) => line.action === 'input.refused')
    .map(({ actor, details, programme }) => ({
      details,
      ...(actor === undefined ? {} : { actor }),
      ...(programme === undefined ? {} : { programme }),
    }))
    .reverse();
}

/** Posts bytes as somebody. */
async function post(test: TestNode, who: string, path: string, body: Uint8Array, more: object = {}) {
  const { cookie } = await signInAs(test, who);
  const response = await test.app.request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream', cookie, ...more },
    body: body as Uint8Array<ArrayBuffer>,
  });
  return { status: response.status, code: ((await response.json()) as { code?: string }).code };
}

test('X3 a pouch, a workbook and a file that are refused leave a code each in the audit trail, and nothing else', async () => {
  const { id, la, vn } = await foundedPair(opened);
  const other = await foundedPair(opened);
  await report(vn, 'visit.a');
  const { file } = await packPouch(vn.node, programmeOf(vn), LA, 'all');
  const before = JSON.stringify(await headsOf(programmeOf(la)));
  const flipped = file.slice();
  flipped[file.length - 20] = (flipped[file.length - 20] ?? 0) ^ 1;
  const pouch = async (bytes: Uint8Array) => (await post(la, 'desk', '/api/pouch/open', bytes)).code;
  expect(await pouch(flipped)).toBe('pouch.refused');
  expect(await pouch(file.subarray(0, -1))).toBe('pouch.refused');
  expect(await pouch(new Uint8Array([...file, 0]))).toBe('pouch.refused');
  const foreign = await packPouch(other.vn.node, programmeOf(other.vn), LA, 'all');
  expect(await pouch(foreign.file)).toBe('pouch.recipient');
  const text = `/api/programmes/${id}/texts`;
  const desk = await signInAs(la, 'desk');
  await desk.ask('POST', text, { kind: 'plan', suffix: 'a', title: { vi: 'K', lo: 'ຜ' } });
  const workbook = await post(
    la,
    'desk',
    `${text}/plan.a/workbook/returned`,
    new TextEncoder().encode('no zip'),
  );
  expect(workbook).toEqual({ status: 422, code: 'workbook.refused' });
  const size = { 'x-size': '9' };
  expect(await post(la, 'desk', `/api/programmes/${id}/attachments`, file, size)).toEqual({
    status: 422,
    code: 'attachment.size',
  });
  expect(await refusalsAt(la)).toEqual([
    { actor: 'desk', details: { code: 'pouch.refused', fault: expect.stringMatching(/^pouch\./) as string } },
    { actor: 'desk', details: { code: 'pouch.refused', fault: expect.stringMatching(/^pouch\./) as string } },
    { actor: 'desk', details: { code: 'pouch.refused', fault: expect.stringMatching(/^pouch\./) as string } },
    { actor: 'desk', details: { code: 'pouch.recipient', fault: 'pouch.wrong-recipient' } },
    { actor: 'desk', programme: id, details: { code: 'workbook.refused', fault: 'import.zip' } },
    { actor: 'desk', programme: id, details: { code: 'attachment.size' } },
  ]);
  expect(JSON.stringify(await headsOf(programmeOf(la)))).toBe(before);
  for await (const kept of la.node.store.attachments()) expect(kept).toBeUndefined();
});

test('X2 what a partner sends and is refused stands in the audit trail, the same at most once an hour', async () => {
  const { id, la, vn } = await foundedPair(opened);
  await report(vn, 'visit.a');
  const listener = await listenForPartners(la.node, '127.0.0.1', 0, { headersMs: 2_000, requestMs: 5_000 });
  opened.add(() => listener.close());
  const ours = programmeOf(vn);
  const to = await ours.ownHead();
  if (to === undefined) throw new Error('no head');
  const runs = await answererOf(ours, LA).ask({ programme: ours.id, to, have: [] });
  const url = `https://127.0.0.1:${listener.port}`;
  const peer = await connectPeer(vn.node, await wireIdentity(vn.node), ours.founding, LA, url);
  const give = async (): Promise<string> => {
    const bad = runs.map((run, at) =>
      at === runs.length - 1 ? { ...run, signature: run.signature.map((byte) => byte ^ 1) } : run,
    );
    return peer.give(bad).then(
      () => 'taken',
      (error: unknown) => (error instanceof Refusal ? error.code : 'another error'),
    );
  };
  expect([await give(), await give()]).toEqual(['peer.refused', 'peer.refused']);
  const line = { programme: id, details: { code: 'exchange.refused', fault: 'feed.signature', from: 'VN' } };
  expect(await refusalsAt(la)).toEqual([line]);
  la.clock.now += 3_600_000;
  await give();
  expect(await refusalsAt(la)).toEqual([line, line]);
  expect((await programmeOf(la).chains(ours.party)).map((chain) => chain.state.seq)).not.toContain(to.seq);
});

test('X4 an old pouch again brings nothing new, and the partner stands as quiet since its last news', async () => {
  const { id, la, vn } = await foundedPair(opened);
  await report(vn, 'visit.a');
  const { file } = await packPouch(vn.node, programmeOf(vn), LA, 'all');
  await openPouch(la.node, file);
  const desk = await signInAs(la, 'desk');
  const partner = async () =>
    (await desk.ask<ExchangePage>('GET', `/api/programmes/${id}/exchange`)).body.partners[0];
  const first = await partner();
  expect(first).toMatchObject({ quietSince: '2026-11-21T08:00:00Z', lastPouch: '2026-11-21T08:00:00Z' });
  la.clock.now += 30 * 60_000;
  expect((await openPouch(la.node, file)).new).toEqual({
    runs: 0,
    entries: 0,
    files: 0,
    receipts: 0,
    waiting: 0,
  });
  expect(await partner()).toMatchObject({
    quietSince: '2026-11-21T08:00:00Z',
    lastPouch: '2026-11-21T08:30:00Z',
    weHold: first?.weHold,
  });
});

test('F8 with a clock fifty years off the order is that of the feed, and the time stands as it was asserted', async () => {
  const { id, la, vn } = await foundedPair(opened);
  const said = async (year: number, status: string, version: number) => {
    vn.clock.now = Date.UTC(year, 0, 1);
    await makeStatement(programmeOf(vn), { kind: 'report', subject: 'visit.a', fields: { status }, version });
  };
  await said(2076, 'carriedOut', 0);
  const version = (await programmeOf(vn).ownHead())?.seq ?? 0;
  await said(1976, 'partly', version);
  await openPouch(la.node, (await packPouch(vn.node, programmeOf(vn), LA, 'all')).file);
  for (const node of [vn, la]) {
    const desk = await signInAs(node, 'desk');
    const page = await desk.ask('GET', `/api/programmes/${id}/subjects/visit.a`);
    expect(page.body).toMatchObject({
      accounts: [
        {
          party: 'VN',
          statement: { at: '1976-01-01T00:00:00Z', fields: { status: 'partly' } },
          history: [{ at: '2076-01-01T00:00:00Z', fields: { status: 'carriedOut' } }],
        },
        { party: 'LA', statement: null },
      ],
    });
  }
});

test('F10 a disk that is full is told as such: nothing is acknowledged, and reading goes on', async () => {
  const { id, vn } = await foundedPair(opened);
  Object.defineProperty(vn.node.store, 'append', {
    configurable: true,
    value: () => Promise.reject(new StoreError('failed', 'no space left on device')),
  });
  const desk = await signInAs(vn, 'desk');
  const said = await desk.ask('POST', `/api/programmes/${id}/statements`, {
    kind: 'report',
    subject: 'visit.a',
    fields: { status: 'carriedOut' },
    version: 0,
  });
  expect(said).toMatchObject({ status: 507, body: { code: 'node.disk-full' } });
  expect((await desk.ask('GET', `/api/programmes/${id}/desk`)).status).toBe(200);
});

describe('a file is only ever given as a download', () => {
  test.each([
    [
      'an SVG with a script',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a page', 'a.html', '<script>alert(1)</script>'],
    ['a PDF that is a page too', 'a.pdf', '%PDF-1.4\n<html><script>alert(1)</script>'],
  ])('%s', async (_, name, content) => {
    const { id, vn } = await foundedPair(opened);
    const bytes = new TextEncoder().encode(content);
    const path = `/api/programmes/${id}/attachments`;
    const { cookie } = await signInAs(vn, 'desk');
    const kept = await vn.app.request(path, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/octet-stream',
        'x-size': `${bytes.length}`,
        cookie,
      },
      body: bytes,
    });
    const { hash } = (await kept.json()) as { hash: string };
    const given = (await vn.app.request(`${path}/${hash}?name=${name}`, { headers: { cookie } })).headers;
    expect(given.get('content-type')).toBe('application/octet-stream');
    expect(given.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${name}`);
    expect(given.get('x-content-type-options')).toBe('nosniff');
    expect(given.get('content-security-policy')).toMatch(
      /default-src 'none'.*sandbox|sandbox.*default-src 'none'/,
    );
  });
});

describe('the name of a download is cleaned', () => {
  test.each([
    ['../../x', '__.._x'],
    ['/etc/passwd', '_etc_passwd'],
    ['C:\\Windows\\x', 'C__Windows_x'],
    ['CON', '_CON'],
    ['lpt1.txt', '_lpt1.txt'],
    ['report.pdf.', 'report.pdf'],
    ['a\u0000b', 'a_b'],
    ['gpj.\u202eexe', 'gpj._exe'],
    ['...', '_'],
    ['', '_'],
    ['a'.repeat(5_000), 'a'.repeat(120)],
    [`${'a'.repeat(119)}\u{1f4c4}b`, `${'a'.repeat(119)}%EF%BF%BD`],
    ['a\ud800', 'a%EF%BF%BD'],
  ])('%j', (name, shown) => {
    expect(shownName(name)).toBe(shown);
  });
});
