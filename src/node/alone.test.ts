import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { FoundingState } from '../api/founding.ts';
import type { Programme as ProgrammeShape } from '../api/programmes.ts';
import type { TextPage } from '../api/texts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { readConfig } from './config.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import { makeApp } from './http/app.ts';
import { silentLog } from './log.ts';
import { openNode } from './node.ts';
import {
  cheap,
  Opened,
  type Person,
  password,
  personOf,
  signInAs,
  type TestNode,
  temporaryFolder,
  testNode,
} from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

async function text(person: Person, path: string): Promise<string> {
  return (await person.ask<string>('GET', path)).body;
}

test('K5 S4 T12 a party begins alone, records what the partner wrote, founds by guided pages, and the partner confirms', async () => {
  const vn = await testNode(opened, 'VN');
  const la = await testNode(opened, 'LA');
  const [desk, administrator] = [await signInAs(vn, 'desk'), await signInAs(vn, 'administrator')];
  const prepared = await desk.ask<ProgrammeShape>('POST', '/api/programmes', {
    names: { vi: 'Hợp tác', lo: 'ການຮ່ວມມື' },
    languages: ['vi', 'lo'],
    timeZone: 'Asia/Vientiane',
    partners: [{ code: 'LA', names: { lo: 'ລາວ' } }],
  });
  expect(prepared.body).toMatchObject({
    state: 'prepared',
    parties: [
      { code: 'VN', ours: true },
      { code: 'LA', ours: false },
    ],
  });
  const alone = `/api/programmes/${prepared.body.id}`;
  await desk.ask('POST', `${alone}/texts`, {
    kind: 'plan',
    suffix: 'y2027',
    title: { vi: 'Kế hoạch', lo: 'ແຜນ' },
  });
  await desk.ask('PUT', `${alone}/texts/plan.y2027/drafts`, {
    changes: [{ item: 'visit.a', field: 'in', value: true, version: 0 }],
  });
  const record = {
    party: 'LA',
    letter: 'no. 17 of 3 November',
    item: 'visit.a',
    values: { venue: 'Viêng Chăn' },
  };
  expect((await desk.ask('POST', `${alone}/texts/plan.y2027/recorded`, record)).status).toBe(200);
  expect((await desk.ask<TextPage>('GET', `${alone}/texts/plan.y2027`)).body.recorded).toMatchObject([
    { party: 'LA', by: 'VN', seq: 0, values: { venue: 'Viêng Chăn' } },
  ]);
  expect(
    (await desk.ask('POST', `${alone}/texts/plan.y2027/acts`, { effective: { on: 'signature' } })).body,
  ).toMatchObject({ code: 'programme.not-founded' });

  const theirs = await signInAs(la, 'administrator');
  expect((await administrator.ask('POST', `${alone}/founding`, {})).body).toMatchObject({
    code: 'founding.card-missing',
  });
  expect((await administrator.ask('POST', `${alone}/cards`, { file: '{}' })).body).toMatchObject({
    code: 'founding.invalid',
  });
  await administrator.ask('POST', `${alone}/cards`, { file: await text(theirs, '/api/card') });
  const written = await administrator.ask<FoundingState>('POST', `${alone}/founding`, {});
  expect(written.body).toMatchObject({
    signed: ['VN'],
    missingSignatures: ['LA'],
    programme: { state: 'founding' },
  });
  const p = `/api/programmes/${written.body.programme.id}`;
  const file = await text(administrator, `${p}/founding/file`);
  const preview = await theirs.ask<FoundingState>('POST', '/api/foundings', { file });
  expect(preview.body.fingerprint).toEqual(written.body.fingerprint);
  expect((await theirs.ask('GET', '/api/programmes')).body).toEqual([]);
  expect(
    (await theirs.ask('POST', '/api/foundings', { file, confirm: '0000 0000 0000 0000 0000 0000' })).body,
  ).toMatchObject({ code: 'founding.fingerprint' });
  expect(
    (await theirs.ask('POST', '/api/foundings', { file: file.replace('Asia/Vientiane', 'Asia/Bangkok') }))
      .body,
  ).toMatchObject({ code: 'founding.invalid' });
  const joined = await theirs.ask<FoundingState>('POST', '/api/foundings', {
    file,
    confirm: preview.body.fingerprint?.digits,
  });
  expect(joined.body).toMatchObject({ missingSignatures: [], programme: { state: 'founded' } });
  const back = await text(theirs, `${p}/founding/file`);
  const completed = await administrator.ask<FoundingState>('POST', '/api/foundings', {
    file: back,
    confirm: written.body.fingerprint?.words,
  });
  expect(completed.body).toMatchObject({ missingSignatures: [], programme: { state: 'founded' } });

  // What was private went over to the founded programme, and what was recorded is stated.
  const page = await desk.ask<TextPage>('GET', `${p}/texts/plan.y2027`);
  expect(page.body.drafts.map((draft) => draft.field).sort()).toEqual(['in', 'title']);
  expect(page.body.recorded).toMatchObject([{ party: 'LA', letter: 'no. 17 of 3 November' }]);
  await meet(vn, la);
  const laDesk = await signInAs(la, 'desk');
  const seen = (await laDesk.ask<TextPage>('GET', `${p}/texts/plan.y2027`)).body;
  const [recorded] = seen.recorded;
  expect(recorded).toMatchObject({ party: 'LA', by: 'VN' });
  expect(
    (await laDesk.ask('POST', `${p}/texts/plan.y2027/recorded/confirm`, { by: 'VN', seq: 99 })).status,
  ).toBe(404);
  expect(
    (await laDesk.ask('POST', `${p}/texts/plan.y2027/recorded/confirm`, { by: 'VN', seq: recorded?.seq }))
      .status,
  ).toBe(200);
  const now = (await laDesk.ask<TextPage>('GET', `${p}/texts/plan.y2027`)).body.view.items.find(
    (item) => item.id === 'visit.a',
  );
  const venue = now?.fields
    .find((field) => field.field === 'venue')
    ?.positions.find((one) => one.party === 'LA');
  expect(venue).toMatchObject({ source: 'stated', value: 'Viêng Chăn' });
});

async function meet(vn: TestNode, la: TestNode): Promise<void> {
  const [[ours], [theirs]] = [[...vn.node.programmes().values()], [...la.node.programmes().values()]];
  if (ours === undefined || theirs === undefined) throw new Error('no programme');
  await exchangeWith(ours, 'LA' as PartyCode, answererOf(theirs, 'VN' as PartyCode));
}

test('a new node is set up once, with the code that it printed', async () => {
  const dir = join(temporaryFolder(opened), 'new');
  const node = await openNode({ config: readConfig({ dir }, {}), log: silentLog, passwordCost: cheap });
  opened.add(() => node.close());
  const app = makeApp(node, { webFolder: dir, addressOf: () => 'a', isStopping: () => false });
  const nobody = personOf(app, '');
  expect((await nobody.ask('GET', '/api/node')).body).toMatchObject({ needsSetup: true });
  const body = { party: 'VN', names: { en: 'Ministry' }, administrator: { name: 'root', password } };
  expect((await nobody.ask('POST', '/api/setup', { ...body, code: 'wrong' })).body).toMatchObject({
    code: 'setup.code',
  });
  const set = await nobody.ask('POST', '/api/setup', { ...body, code: node.setupCode });
  expect(set.body).toMatchObject({ party: 'VN', account: { roles: ['administrator'] } });
  expect((await nobody.ask('POST', '/api/setup', { ...body, code: node.setupCode })).body).toMatchObject({
    code: 'setup.done',
  });
  expect(set.headers.get('set-cookie')).toContain('counterpart-vn=');
});
