import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ActPage } from '../api/acts.ts';
import type { KeyView } from '../api/keys.ts';
import type { SubjectPage } from '../api/statements.ts';
import type { TextPage } from '../api/texts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { continueFeed } from './continuation.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import type { Programme } from './programme.ts';
import {
  foundedPair,
  Opened,
  type Person,
  password,
  reopen,
  rootOf,
  signInAs,
  type TestNode,
} from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

let vn: TestNode;
let la: TestNode;
let p = '';
let vnDesk: Person;
let laDesk: Person;
let minister: Person;
beforeEach(async () => {
  const pair = await foundedPair(opened);
  ({ vn, la } = pair);
  p = `/api/programmes/${pair.id}`;
  vnDesk = await signInAs(vn, 'desk');
  laDesk = await signInAs(la, 'desk');
  minister = await signInAs(vn, 'signatory');
});

function programmeOf(test: TestNode): Programme {
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}
const meet = () =>
  exchangeWith(programmeOf(vn), 'LA' as PartyCode, answererOf(programmeOf(la), 'VN' as PartyCode));

async function done<Body>(work: Promise<{ readonly status: number; readonly body: Body }>): Promise<Body> {
  const { body, status } = await work;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

async function send(person: Person, path: string): Promise<void> {
  const { id, version } = await done(
    person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, { note: '' }),
  );
  await done(person.ask('POST', `${path}/submissions/${id}/send`, { version }));
}

/** A text on which both sides agree. */
async function agree(
  kind: string,
  suffix: string,
  items: Record<string, Record<string, unknown>>,
): Promise<string> {
  const path = `${p}/texts/${kind}.${suffix}`;
  await done(vnDesk.ask('POST', `${p}/texts`, { kind, suffix, title: { vi: 'Tên', lo: 'ຊື່' } }));
  const changes = Object.entries(items).flatMap(([item, fields]) =>
    Object.entries(fields).map(([field, value]) => ({ item, field, value, version: 0 })),
  );
  await done(vnDesk.ask('PUT', `${path}/drafts`, { changes }));
  await send(vnDesk, path);
  await meet();
  await done(laDesk.ask('POST', `${path}/drafts/accept`, { party: 'VN' }));
  await send(laDesk, path);
  await meet();
  return path;
}

const plan = (suffix: string) =>
  agree('plan', suffix, {
    [`plan.${suffix}`]: { covers: { from: '2027', to: '2027' } },
    'visit.a': {
      in: true,
      area: 'visits',
      period: { from: '2027-03' },
      activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' },
      place: 'a',
    },
  });

const capacity = {
  name: 'Nguyễn Văn A',
  post: { vi: 'Bộ trưởng', lo: 'ລັດຖະມົນຕີ' },
  place: 'Hà Nội',
  date: '2026-11-21',
};

async function propose(
  path: string,
  effective: object = { on: 'signature' },
): Promise<{ room: string; content: string[]; id: string }> {
  const { id } = await done(vnDesk.ask<{ id: string }>('POST', `${path}/acts`, { effective }));
  const room = `${p}/acts/${id}`;
  const page = await done(minister.ask<ActPage>('GET', room));
  return { room, id, content: page.texts.map((text) => text.hash) };
}

describe('signing', () => {
  test('takes the password again, the content that was shown, and a signatory', async () => {
    const { content, room } = await propose(await plan('y2027'));
    const sign = (person: Person, body: object) =>
      person.ask('POST', `${room}/sign`, { password, content, capacity, ...body });
    expect((await sign(minister, { password: 'stolen session' })).body).toMatchObject({
      code: 'sign.presence',
    });
    expect((await sign(minister, { content: ['0'.repeat(64)] })).body).toMatchObject({
      code: 'sign.other-content',
    });
    expect((await sign(minister, { content: [] })).status).toBe(422);
    expect((await sign(minister, { capacity: { ...capacity, name: 'A\u202eB' } })).status).toBe(200);
    expect((await sign(minister, {})).body).toMatchObject({
      code: 'sign.barred',
      current: { code: 'already-signed' },
    });
    expect((await sign(vnDesk, {})).body).toMatchObject({
      code: 'sign.barred',
      current: { code: 'not-signatory' },
    });
    for (const who of ['implementer', 'administrator', 'auditor', 'leader'])
      expect((await sign(await signInAs(vn, who), {})).status).toBe(403);
  });

  test('K2 a key that the root has not admitted signs nothing; admitted, it does', async () => {
    const { content, room } = await propose(await plan('y2027'));
    const administrator = await signInAs(vn, 'administrator');
    const [root] = await done(administrator.ask<KeyView[]>('GET', `${p}/keys`));
    expect(root).toMatchObject({ uses: ['root'], here: true });
    // The root lies in this folder, so a new signatory's key is admitted at once.
    await done(
      administrator.ask('POST', '/api/accounts', { name: 'deputy', password, roles: ['signatory'] }),
    );
    const deputy = await signInAs(vn, 'deputy');
    const keys = await done(administrator.ask<KeyView[]>('GET', `${p}/keys`));
    const key = keys.find((one) => one.account === 'deputy');
    expect(key).toMatchObject({ state: 'admitted', uses: ['signatory'] });
    await done(administrator.ask('POST', `${p}/keys/void`, { key: key?.id, after: key?.from }));
    const barred = await deputy.ask('POST', `${room}/sign`, { password, content, capacity });
    expect(barred.body).toMatchObject({ current: { code: 'key-not-admitted' } });
    expect((await done(deputy.ask<ActPage>('GET', room))).mayConsent).toEqual({ code: 'key-not-admitted' });
  });

  test('a signing key survives a change of password, and only the new one opens it', async () => {
    const { content, room } = await propose(await plan('y2027'));
    await done(
      minister.ask('PATCH', '/api/session', { password: { old: password, new: 'another good password' } }),
    );
    expect((await minister.ask('POST', `${room}/sign`, { password, content, capacity })).body).toMatchObject({
      code: 'sign.presence',
    });
    const signed = await done(
      minister.ask<{ state: string }>('POST', `${room}/sign`, {
        password: 'another good password',
        content,
        capacity,
      }),
    );
    expect(signed.state).toBe('partlySigned');
  });

  test('A12 a signature on paper names a scan that is held', async () => {
    const { content, room } = await propose(await plan('y2027'));
    const sign = (more: object) =>
      minister.ask('POST', `${room}/sign`, {
        password,
        content,
        paper: true,
        capacity: { ...capacity, ...more },
      });
    expect((await sign({})).status).toBe(422);
    expect((await sign({ scan: '1'.repeat(64) })).status).toBe(422);
    const kept = await vn.app.request(`${p}/attachments`, {
      method: 'POST',
      headers: {
        'x-counterpart': '1',
        'content-type': 'application/octet-stream',
        'x-size': '4',
        cookie: minister.cookie,
      },
      body: 'scan',
    });
    const { hash } = (await kept.json()) as { hash: string };
    expect((await sign({ scan: hash })).body).toMatchObject({
      counterparts: [{ strength: 'paper', capacity: { scan: hash } }],
    });
    await meet();
    const theirs = await signInAs(la, 'signatory');
    expect(
      (await la.app.request(`${p}/attachments/${hash}`, { headers: { cookie: theirs.cookie } })).status,
    ).toBe(200);
  });
});

test('A4 two who sign competing acts at once: only one of them does', async () => {
  const path = await plan('y2027');
  const one = await propose(path);
  const other = await propose(path, { date: '2027-01-01' });
  const sign = ({ content, room }: typeof one) =>
    minister.ask('POST', `${room}/sign`, { password, content, capacity });
  const answers = await Promise.all([sign(one), sign(other)]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ current: { code: 'chain' } });
});

test('A4 A7 what is declined is never signed here, and the same act is not proposed twice', async () => {
  const path = await plan('y2027');
  const { content, id, room } = await propose(path);
  expect((await vnDesk.ask('POST', `${path}/acts`, { effective: { on: 'signature' } })).body).toMatchObject({
    code: 'act.stale',
    current: id,
  });
  await done(minister.ask('POST', `${room}/decline`, { reason: { vi: 'chưa' } }));
  expect((await minister.ask('POST', `${room}/sign`, { password, content, capacity })).body).toMatchObject({
    current: { code: 'declined' },
  });
});

test('A13 after the root has continued the feed only what supersedes all that is known is signed, until all partners confirm', async () => {
  const path = await plan('y2027');
  const one = await propose(path);
  const other = await propose(path, { date: '2027-01-01' });
  const barOf = async (room: string) => (await done(minister.ask<ActPage>('GET', room))).mayConsent;
  expect(await barOf(one.room)).toBe(true);
  await continueFeed(vn.node, programmeOf(vn), rootOf(vn.node), null);
  expect(await barOf(one.room)).toEqual({ code: 'unconfirmed' });
  const barred = await minister.ask('POST', `${one.room}/sign`, { password, content: one.content, capacity });
  expect(barred).toMatchObject({ status: 409, body: { code: 'sign.unconfirmed', detail: 'awaits LA' } });
  // It outlives a restart.
  await vn.node.close();
  vn = await reopen(opened, vn.dir);
  [vnDesk, minister] = [await signInAs(vn, 'desk'), await signInAs(vn, 'signatory')];
  expect(await barOf(other.room)).toEqual({ code: 'unconfirmed' });
  // What is proposed now supersedes both, though nobody has signed them.
  const above = await propose(path, { date: '2027-06-01' });
  expect(await barOf(above.room)).toBe(true);
  await meet();
  expect(programmeOf(vn).unconfirmed).toEqual([]);
  expect(await barOf(one.room)).toBe(true);
});

test('A10 two texts in one act: shown one after the other, signed once, both in force on two nodes', async () => {
  const first = await plan('y2027');
  const second = await agree('minutes', 'm1', {
    'settlement.rice': {
      in: true,
      about: 'assistance.rice',
      figures: [{ what: 'rice', amount: '980', unit: 'tonne' }],
      place: 'a',
    },
  });
  const [plan2027, minutes] = ['plan.y2027', 'minutes.m1'];
  const body = (...texts: string[]) => ({
    texts: texts.map((text) => ({ text })),
    effective: { on: 'signature' },
  });
  for (const wrong of [body(), body('minutes.m1', 'minutes.m1')])
    expect((await vnDesk.ask('POST', `${p}/acts`, wrong)).body).toMatchObject({ code: 'act.empty' });
  const { id } = await done(
    vnDesk.ask<{ id: string }>('POST', `${p}/acts`, body('plan.y2027', 'minutes.m1')),
  );
  await meet();
  const room = `${p}/acts/${id}`;
  const theirs = await signInAs(la, 'signatory');
  for (const person of [minister, theirs]) {
    const page = await done(person.ask<ActPage>('GET', room));
    expect(page.texts.map(({ content }) => content.text)).toEqual([plan2027, minutes]);
    expect(page.view).toMatchObject({ act: { level: 'signatory' }, signers: ['VN', 'LA'] });
    const content = page.texts.map((text) => text.hash);
    const half = await person.ask('POST', `${room}/sign`, {
      password,
      content: content.slice(0, 1),
      capacity,
    });
    expect(half.body).toMatchObject({ code: 'sign.other-content' });
    await done(person.ask('POST', `${room}/sign`, { password, content, capacity }));
    await meet();
  }
  for (const person of [vnDesk, laDesk]) {
    for (const path of [first, second])
      expect((await done(person.ask<TextPage>('GET', path))).inForce).toMatchObject({ act: id });
  }
});

test('T13 a named post declares the languages concordant, and the signing room shows it', async () => {
  const { room } = await propose(await plan('y2027'));
  await done(vnDesk.ask('POST', `${room}/concordance`, { step: 'concordance', post: 'Trưởng phòng' }));
  expect((await done(minister.ask<ActPage>('GET', room))).concordance).toMatchObject([
    { party: 'VN', step: 'concordance', post: 'Trưởng phòng' },
  ]);
});

test('S2 diverging accounts stand beside each other until minutes of both desks settle the figure', async () => {
  const report = (amount: string) => ({
    kind: 'report',
    subject: 'assistance.rice',
    version: 0,
    fields: { status: 'carriedOut', figures: [{ what: 'rice', amount, unit: 'tonne' }] },
  });
  await done(vnDesk.ask('POST', `${p}/statements`, report('1000')));
  await done(laDesk.ask('POST', `${p}/statements`, report('980')));
  await meet();
  const page = () => done(vnDesk.ask<SubjectPage>('GET', `${p}/subjects/assistance.rice`));
  expect((await page()).comparison).toMatchObject([
    { kind: 'report', fields: expect.arrayContaining([{ field: 'figures', state: 'differs' }]) as unknown },
  ]);
  const stale = await vnDesk.ask('POST', `${p}/statements`, report('990'));
  expect(stale.body).toMatchObject({
    code: 'statement.stale',
    current: { party: 'VN', fields: { status: 'carriedOut' } },
  });
  const path = await agree('minutes', 'rice', {
    'settlement.rice': {
      in: true,
      about: 'assistance.rice',
      figures: [{ what: 'rice', amount: '980', unit: 'tonne' }],
      place: 'a',
    },
  });
  const { content, room } = await propose(path);
  const sign = (person: Person) =>
    person.ask<{ state: string; counterparts: { strength: string }[] }>('POST', `${room}/sign`, {
      password,
      content,
      capacity,
    });
  expect((await sign(vnDesk)).body.counterparts[0]?.strength).toBe('account');
  await meet();
  expect((await sign(laDesk)).body.state).toBe('inForce');
  await meet();
  const settled = await page();
  expect(settled.settled).toMatchObject([{ text: 'minutes.rice', fields: { figures: [{ amount: '980' }] } }]);
  expect(settled.accounts.map((side) => side.statement?.fields['figures'])).toMatchObject([
    [{ amount: '1000' }],
    [{ amount: '980' }],
  ]);
});

test('K2 whoever becomes signatory later gets a key at the next sign-in, admitted by the root that lies here', async () => {
  const administrator = await signInAs(vn, 'administrator');
  const accounts = await done(
    administrator.ask<{ id: string; name: string; version: number; signingKey: string }[]>(
      'GET',
      '/api/accounts',
    ),
  );
  const leader = accounts.find((one) => one.name === 'leader');
  expect(leader?.signingKey).toBe('none');
  await done(
    administrator.ask('PATCH', `/api/accounts/${leader?.id}`, {
      version: leader?.version,
      roles: ['leader', 'signatory'],
    }),
  );
  const person = await signInAs(vn, 'leader');
  expect((await person.ask('GET', '/api/session')).body).toMatchObject({ mayUseOwnKey: true });
});
