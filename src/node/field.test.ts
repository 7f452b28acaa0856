import { createCipheriv, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FieldPage, FieldReport, OutboxPage } from '../api/field.ts';
import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import { encodeCanonical } from '../core/bytes/encode.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { statementsOn } from '../core/register/accounts.ts';
import type { Document } from '../store/workspace.ts';
import { accountOf } from './accounts.ts';
import { ownReceipt, takeReceipt } from './exchange/receipts.ts';
import { stateReport } from './field-reports.ts';
import type { Programme } from './programme.ts';
import { makeStatement } from './statements.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
let vn: TestNode;
let la: TestNode;
let id: Hash;
let sergeant: Person;
let desk: Person;

beforeAll(async () => {
  const pair = await foundedPair(opened);
  ({ vn, la } = pair);
  id = pair.id;
  sergeant = await signInAs(vn, 'implementer');
  desk = await signInAs(vn, 'desk');
});
afterAll(() => opened.closeAll());

let count = 0;
const newId = (): string => (count += 1).toString(16).padStart(32, '0');
const made = '2026-11-20T06:00:00Z';
const report = (subject: string, status: string, version = 0) => ({
  id: newId(),
  made,
  kind: 'report',
  subject,
  fields: { status },
  version,
});
const field = () => `/api/programmes/${id}/field`;
const programmeAt = (at: TestNode): Programme => at.node.programmes().get(id) as Programme;
const said = async (subject: string) =>
  statementsOn(await programmeAt(vn).register(), programmeAt(vn).party, subject as never);

describe('a report with an id of its own', () => {
  test('is stated once, however often and at once it is sent', async () => {
    const given = report('patrol.once', 'carriedOut');
    const answers = await Promise.all(
      [1, 2, 3].map(() => sergeant.ask<FieldReport>('POST', `${field()}/reports`, given)),
    );
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((one) => one.body.seq)).size).toBe(1);
    expect(await said('patrol.once')).toHaveLength(1);
  });

  test('is found in the feed when the node fell between stating it and noting it', async () => {
    const given = report('patrol.crash', 'partly');
    const { hash, seq } = (await sergeant.ask<FieldReport>('POST', `${field()}/reports`, given)).body;
    // As a crash leaves it: noted before it was stated, not after; and a colleague has replaced it since.
    const document = await vn.node.store.workspace.document('field', `${id}/${given.id}`);
    const { at: _, hash: _h, seq: _s, ...before } = (document as Document).value as JsonObject;
    await vn.node.store.workspace.write([
      { op: 'putDocument', collection: 'field', id: `${id}/${given.id}`, value: before, expected: 'any' },
    ]);
    await desk.ask('POST', `/api/programmes/${id}/statements`, {
      kind: 'report',
      subject: 'patrol.crash',
      fields: { status: 'dropped' },
      version: seq,
    });
    const again = await sergeant.ask<FieldReport>('POST', `${field()}/reports`, given);
    expect(again).toMatchObject({ status: 200, body: { seq, hash } });
    expect(await said('patrol.crash')).toHaveLength(2);
  });

  test('is not stated when ours was changed meanwhile: what stands is given, and the same report may replace it', async () => {
    await desk.ask('POST', `/api/programmes/${id}/statements`, {
      kind: 'report',
      subject: 'patrol.changed',
      fields: { status: 'underWay' },
      version: 0,
    });
    const given = report('patrol.changed', 'carriedOut');
    const refused = await sergeant.ask('POST', `${field()}/reports`, given);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'statement.stale', current: { fields: { status: 'underWay' } } },
    });
    const { seq } = refused.body['current'] as { seq: number };
    const sent = await sergeant.ask('POST', `${field()}/reports`, { ...given, version: seq });
    expect(sent.status).toBe(200);
  });

  test('is refused where its entry would have no effect: a facet in capitals, a day that is none', async () => {
    const given = report('patrol.form', 'carriedOut');
    const facet = await sergeant.ask('POST', `${field()}/reports`, { ...given, facet: 'handedOver' });
    const { id: _, made: _m, ...statement } = given;
    const day = await desk.ask('POST', `/api/programmes/${id}/statements`, {
      ...statement,
      on: '2026-02-30',
    });
    for (const answer of [facet, day])
      expect(answer).toMatchObject({ status: 422, body: { code: 'text.kind' } });
    expect(await said('patrol.form')).toHaveLength(0);
  });

  test('belongs to its author and says one thing: another may not use its id', async () => {
    const given = report('patrol.other', 'carriedOut');
    await sergeant.ask('POST', `${field()}/reports`, given);
    const other = await desk.ask('POST', `${field()}/reports`, given);
    const changed = await sergeant.ask('POST', `${field()}/reports`, {
      ...given,
      fields: { status: 'partly' },
    });
    for (const answer of [other, changed])
      expect(answer).toMatchObject({ status: 409, body: { code: 'field.other' } });
  });

  test('is received by a partner when its receipt covers it, at the time that it came', async () => {
    const given = report('patrol.receipt', 'carriedOut');
    await sergeant.ask('POST', `${field()}/reports`, given);
    const mine = async () =>
      (await sergeant.ask<FieldPage>('GET', field())).body.reports.find((one) => one.id === given.id);
    expect((await mine())?.received).toEqual([]);
    const [ours, theirs] = [programmeAt(vn), programmeAt(la)];
    for await (const { run } of la.node.store.readRuns(id, theirs.party, 0)) await ours.receive([run]);
    for await (const { run } of vn.node.store.readRuns(id, ours.party, 0)) await theirs.receive([run]);
    vn.clock.now += 60_000;
    expect(await takeReceipt(ours, theirs.party, (await ownReceipt(theirs)) as Uint8Array)).toBe(true);
    expect((await mine())?.received).toEqual([{ party: 'LA', at: vn.node.time() }]);
    const noted = (await mine())?.received;
    vn.clock.now += 60_000;
    expect((await mine())?.received).toEqual(noted);
  });
});

/** An outbox file as a phone makes it. */
async function outboxFile(
  reports: readonly JsonObject[],
  files: readonly Uint8Array[] = [],
  change: { account?: string; key?: Uint8Array; after?: Uint8Array } = {},
): Promise<Buffer> {
  const { body } = await sergeant.ask<FieldPage>('GET', field());
  const me = await sergeant.ask<{ account: { id: string } }>('GET', '/api/session');
  const nonce = randomBytes(12);
  const account = change.account ?? me.body.account.id;
  const header = Buffer.concat([
    Buffer.from('COUNTERPART-OUTBOX 1\n'),
    encodeCanonical({ account, made, nonce: toBase64(nonce), party: 'VN', programme: id }),
    Buffer.from('\n'),
  ]);
  const named = files.map((bytes) => ({ hash: vn.node.crypto.sha256(bytes), size: bytes.length }));
  const seal = createCipheriv('aes-256-gcm', change.key ?? fromBase64(body.key), nonce);
  seal.setAAD(header);
  const plain = [
    encodeCanonical({ files: named, reports }),
    Buffer.from('\n'),
    ...files,
    ...(change.after ? [change.after] : []),
  ];
  return Buffer.concat([header, seal.update(Buffer.concat(plain)), seal.final(), seal.getAuthTag()]);
}

async function post(path: string, bytes: Uint8Array) {
  const response = await vn.app.request(path, {
    method: 'POST',
    headers: { 'x-counterpart': '1', 'content-type': 'application/octet-stream', cookie: desk.cookie },
    body: Buffer.from(bytes),
  });
  return { status: response.status, body: (await response.json()) as OutboxPage };
}
const inspect = (bytes: Uint8Array) => post(`${field()}/outbox/inspect`, bytes);
const take = (bytes: Uint8Array, send: string) => post(`${field()}/outbox/take?send=${send}`, bytes);

describe('an outbox file', () => {
  test('shows what it would state and writes nothing; taken, it states each once, for its author', async () => {
    const photo = new Uint8Array([255, 216, 255, 1, 2, 3]);
    const files = [
      { hash: vn.node.crypto.sha256(photo), name: 'p.jpg', size: photo.length, type: 'image/jpeg' },
    ];
    const given = { ...report('patrol.carried', 'carriedOut'), fields: { files, status: 'carriedOut' } };
    const file = await outboxFile([given], [photo]);
    const seen = await inspect(file);
    expect(seen).toMatchObject({
      status: 200,
      body: { author: { name: 'implementer' }, reports: [{ id: given.id, state: 'new', files }] },
    });
    expect(await said('patrol.carried')).toHaveLength(0);
    expect((await take(file, given.id)).body.reports).toMatchObject([{ state: 'stated' }]);
    expect((await take(file, given.id)).body.reports).toMatchObject([{ state: 'stated' }]);
    expect(await said('patrol.carried')).toHaveLength(1);
    expect(await vn.node.store.hasAttachment(files[0]?.hash as Hash)).toBe(true);
    // The phone comes back: its own sending states nothing more, and it sees through whom it went.
    const again = await sergeant.ask<FieldReport>('POST', `${field()}/reports`, given);
    expect(again).toMatchObject({ status: 200, body: { through: 'desk' } });
  });

  test('leaves what was changed meanwhile to the officer, who sees both', async () => {
    const { seq } = await makeStatement(programmeAt(vn), {
      kind: 'report',
      subject: 'patrol.both',
      fields: { status: 'partly' },
      version: 0,
    });
    const given = report('patrol.both', 'carriedOut');
    const file = await outboxFile([given]);
    const [seen] = (await take(file, given.id)).body.reports;
    expect(seen).toMatchObject({ state: 'changed', current: { seq, fields: { status: 'partly' } } });
    expect((await take(file, `${given.id}@${seq}`)).body.reports).toMatchObject([{ state: 'stated' }]);
  });

  test('is refused whole when a byte is changed, cut or added, or another key sealed it', async () => {
    const given = report('patrol.refused', 'carriedOut');
    const file = await outboxFile([given]);
    const flipped = (at: number): Buffer => {
      const bytes = Buffer.from(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    };
    const bad = [
      ...[0, 25, 60, file.length - 40, file.length - 1].map(flipped),
      file.subarray(0, -1),
      file.subarray(0, 10),
      Buffer.concat([file, Buffer.from('x')]),
      await outboxFile([given], [], { key: randomBytes(32) }),
      await outboxFile([given], [], { account: 'nobody' }),
      await outboxFile([given], [], { after: new Uint8Array([1]) }),
      await outboxFile([given, given]),
      await outboxFile([]),
    ];
    for (const bytes of bad)
      expect(await inspect(bytes)).toMatchObject({ status: 422, body: { code: 'outbox.refused' } });
    expect(await said('patrol.refused')).toHaveLength(0);
  });

  test('names what cannot be stated, and the rest goes', async () => {
    const [bad, good] = [report('patrol.bad', 'no such outcome'), report('patrol.good', 'carriedOut')];
    const file = await outboxFile([bad, good]);
    const want = [{ state: 'refused', code: 'text.kind' }, { state: 'new' }];
    expect((await inspect(file)).body.reports).toMatchObject(want);
    const taken = await take(file, `${bad.id},${good.id}`);
    expect(taken.body.reports).toMatchObject([{ state: 'refused' }, { state: 'stated' }]);
  });

  test('of an account that may no longer report is not taken', async () => {
    const file = await outboxFile([report('patrol.disabled', 'carriedOut')]);
    const stored = await vn.node.store.workspace.accountNamed('implementer');
    if (stored === null) throw new Error('there is an implementer');
    const { failures: _, lastFailure: _l, version, ...account } = stored;
    await vn.node.store.workspace.write([
      { op: 'putAccount', account: { ...account, disabled: true }, expected: version },
    ]);
    expect(await inspect(file)).toMatchObject({ status: 409, body: { code: 'outbox.author' } });
  });
});

test('what a report says may be said again later: only the same report is not stated twice', async () => {
  const author = await vn.node.store.workspace.accountNamed('desk');
  if (author === null) throw new Error('there is a desk');
  const first = await stateReport(
    vn.node,
    programmeAt(vn),
    accountOf(author),
    report('patrol.twice', 'partly'),
  );
  const second = { ...report('patrol.twice', 'partly'), version: first.seq };
  expect((await stateReport(vn.node, programmeAt(vn), accountOf(author), second)).seq).toBeGreaterThan(
    first.seq,
  );
});
