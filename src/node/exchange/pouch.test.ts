import { afterEach, expect, test } from 'vitest';
import type { ExchangePage } from '../../api/exchange.ts';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { keepBytes } from '../contents.ts';
import { continueFeed } from '../continuation.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { makeStatement } from '../statements.ts';
import { foundedPair, Opened, rootOf, signInAs, type TestNode, testNode } from '../world.fixture.ts';
import { headsOf } from './heads.ts';
import { inspectPouch, openPouch, packPouch } from './pouch.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());
const [VN, LA] = ['VN' as PartyCode, 'LA' as PartyCode];

function programmeOf(test: TestNode): Programme {
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

async function report(test: TestNode, subject: string): Promise<void> {
  const file = new TextEncoder().encode(`photo of ${subject}`);
  const hash = test.node.crypto.sha256(file);
  await keepBytes(test.node.store, hash, file);
  await makeStatement(programmeOf(test), {
    kind: 'report',
    subject,
    fields: { status: 'carriedOut', files: [{ hash, name: 'a.jpg', size: file.length, type: 'image/jpeg' }] },
    version: 0,
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    return error instanceof Refusal
      ? `${error.code} ${error.particulars.detail ?? ''}`.trim()
      : String(error);
  }
}

const heads = async (test: TestNode): Promise<string> =>
  JSON.stringify((await headsOf(programmeOf(test))).map((one) => `${one.party}${one.seq}${one.hash}`).sort());

test('X4 by pouch alone both sides come to hold the same, and know it', async () => {
  const { la, vn } = await foundedPair(opened);
  await report(vn, 'visit.a');
  await report(la, 'visit.b');
  const pouch = await packPouch(vn.node, programmeOf(vn), LA, 'lacks');
  expect(pouch).toMatchObject({ runs: 2, files: 1 });
  expect(await inspectPouch(la.node, pouch.file)).toMatchObject({
    from: VN,
    new: { runs: 2, entries: 2, files: 1 },
  });
  expect(await openPouch(la.node, pouch.file)).toMatchObject({
    new: { runs: 2, entries: 2, files: 1, receipts: 1 },
  });
  expect(await openPouch(la.node, pouch.file)).toMatchObject({ new: { runs: 0, entries: 0, files: 0 } });
  await openPouch(vn.node, (await packPouch(la.node, programmeOf(la), VN, 'lacks')).file);
  expect(await heads(vn)).toBe(await heads(la));
  expect((await packPouch(la.node, programmeOf(la), VN, 'lacks')).runs).toBe(2);
  await openPouch(la.node, (await packPouch(vn.node, programmeOf(vn), LA, 'lacks')).file);
  // What they acknowledged is not sent again.
  expect((await packPouch(la.node, programmeOf(la), VN, 'lacks')).runs).toBe(0);
  expect((await packPouch(la.node, programmeOf(la), VN, 'all')).runs).toBe(4);
});

test('X2 pouches out of order: the gap is named, kept, and closed', async () => {
  const { la, vn } = await foundedPair(opened);
  const first = await packPouch(vn.node, programmeOf(vn), LA, 'all');
  await openPouch(la.node, first.file);
  await openPouch(vn.node, (await packPouch(la.node, programmeOf(la), VN, 'all')).file);
  await report(vn, 'visit.a');
  const second = await packPouch(vn.node, programmeOf(vn), LA, 'lacks');
  await vn.node.store.append({
    receipts: [
      {
        programme: programmeOf(vn).id,
        signer: LA,
        party: VN,
        ...(await headNow(vn)),
        note: new Uint8Array([1]),
      },
    ],
  });
  await report(vn, 'visit.b');
  const third = await packPouch(vn.node, programmeOf(vn), LA, 'lacks');
  expect(third.runs).toBe(1);
  expect(await openPouch(la.node, third.file)).toMatchObject({ new: { runs: 0, waiting: 1 } });
  const desk = await signInAs(la, 'desk');
  const gaps = async () =>
    (await desk.ask<ExchangePage>('GET', `/api/programmes/${programmeOf(la).id}/exchange`)).body.gaps;
  expect(await gaps()).toEqual([{ party: 'VN', from: 2, to: 2 }]);
  expect(await openPouch(la.node, second.file)).toMatchObject({ new: { runs: 2, entries: 2, waiting: 0 } });
  expect(await gaps()).toEqual([]);
  expect(await heads(la)).toBe(await heads(vn));
});

async function headNow(
  test: TestNode,
): Promise<{ seq: number; hash: NonNullable<Awaited<ReturnType<Programme['ownHead']>>>['hash'] }> {
  const head = await programmeOf(test).ownHead();
  if (head === undefined) throw new Error('no head');
  return { seq: head.seq, hash: head.hash };
}

test('A13 F7 by pouches alone a continuation is confirmed by one that was packed when it was held, not by an older one', async () => {
  const { la, vn } = await foundedPair(opened);
  const to = async (one: TestNode, other: TestNode, party: PartyCode) =>
    openPouch(other.node, (await packPouch(one.node, programmeOf(one), party, 'all')).file);
  await to(vn, la, LA);
  const old = await packPouch(la.node, programmeOf(la), VN, 'all');
  await continueFeed(vn.node, programmeOf(vn), rootOf(vn.node), null);
  expect(programmeOf(vn).unconfirmed).toEqual([LA]);
  await openPouch(vn.node, old.file);
  expect(programmeOf(vn).unconfirmed).toEqual([LA]);
  await to(vn, la, LA);
  await to(la, vn, VN);
  expect(programmeOf(vn).unconfirmed).toEqual([]);
});

test('X3 any byte flipped or cut is refused with a named fault and nothing is written', async () => {
  const { la, vn } = await foundedPair(opened);
  await report(vn, 'visit.a');
  const { file } = await packPouch(vn.node, programmeOf(vn), LA, 'lacks');
  const before = await heads(la);
  const step = Math.max(1, Math.floor(file.length / 60));
  for (let at = 0; at < file.length; at += step) {
    const flipped = file.slice();
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect(await codeOf(openPouch(la.node, flipped)), `flipped at ${at}`).toMatch(
      /^pouch\.(?:refused pouch\.(?:flipped|truncated|unknown)|recipient)/,
    );
    expect(await codeOf(openPouch(la.node, file.slice(0, at))), `cut at ${at}`).toMatch(
      /^pouch\.refused pouch\.(?:truncated|flipped)/,
    );
  }
  expect(await codeOf(openPouch(la.node, Buffer.concat([file, Buffer.from('x')])))).toMatch(
    /^pouch\.refused/,
  );
  expect(await heads(la)).toBe(before);
  for await (const kept of la.node.store.attachments()) expect(kept).toBeUndefined();
});

test('X4 a pouch for another, or of a programme that is not here, is refused with its code', async () => {
  const { vn } = await foundedPair(opened);
  const other = await foundedPair(opened);
  const { file } = await packPouch(vn.node, programmeOf(vn), LA, 'all');
  expect(await codeOf(openPouch(other.la.node, file))).toMatch(/^pouch\.recipient/);
  expect(await codeOf(openPouch(vn.node, file))).toMatch(/^pouch\.recipient/);
  const stranger = await testNode(opened, 'LA');
  expect(await codeOf(openPouch(stranger.node, file))).toMatch(/^pouch\.recipient/);
});

test('X4 the same by the routes, with roles', async () => {
  const { id, la, vn } = await foundedPair(opened);
  await report(vn, 'visit.a');
  const desk = await signInAs(vn, 'desk');
  const packed = await vn.app.request(`/api/programmes/${id}/pouch/pack`, {
    method: 'POST',
    headers: { 'x-counterpart': '1', 'content-type': 'application/json', cookie: desk.cookie },
    body: JSON.stringify({ party: 'LA', scope: 'lacks' }),
  });
  const bytes = new Uint8Array(await packed.arrayBuffer());
  const send = async (who: string, path: string) => {
    const { cookie } = await signInAs(la, who);
    const response = await la.app.request(path, {
      method: 'POST',
      headers: { 'x-counterpart': '1', 'content-type': 'application/octet-stream', cookie },
      body: bytes,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  expect((await send('leader', '/api/pouch/open')).status).toBe(403);
  expect((await send('auditor', '/api/pouch/inspect')).body).toMatchObject({ new: { entries: 2 } });
  expect((await send('desk', '/api/pouch/open')).body).toMatchObject({ new: { entries: 2 }, from: 'VN' });
});
