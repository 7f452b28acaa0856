import { afterEach, expect, test } from 'vitest';
import type { Sitting } from '../api/sitting.ts';
import type { Submission, TextPage } from '../api/texts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import type { Programme } from './programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

/* A text settled at one table: on VN's node, with LA's delegation beside it. */

const opened = new Opened();
afterEach(() => opened.closeAll());

type Sheet = { party: string; fingerprint: { hash: string }; lines: { field: string; standing: string }[] };
const line = 'visit.a';

async function world() {
  const { id, la, vn } = await foundedPair(opened);
  const path = `/api/programmes/${id}/texts/plan.y2027`;
  const [desk, theirs] = [await signInAs(vn, 'desk'), await signInAs(la, 'desk')];
  await desk.ask('POST', `/api/programmes/${id}/texts`, {
    kind: 'plan',
    suffix: 'y2027',
    title: { vi: 'Kế hoạch', lo: 'ແຜນ' },
  });
  const ours = { activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' }, venue: 'Hà Nội', occasion: { vi: 'A', lo: 'ກ' } };
  await save(desk, path, { in: true, place: 'n', ...ours });
  await send(desk, path);
  await meet(vn, la);
  await theirs.ask('POST', `${path}/drafts/accept`, { party: 'VN' });
  await save(
    theirs,
    path,
    { venue: 'Vientiane', occasion: { vi: 'B', lo: 'ຂ' } },
    await draftsIn(theirs, path),
  );
  await send(theirs, path);
  await meet(vn, la);
  return { id, la, vn, path, desk, theirs };
}

const programmeOf = (test: TestNode): Programme => [...test.node.programmes().values()][0] as Programme;
const meet = (vn: TestNode, la: TestNode) =>
  exchangeWith(programmeOf(vn), 'LA' as PartyCode, answererOf(programmeOf(la), 'VN' as PartyCode));
const pageOf = async (person: Person, path: string): Promise<TextPage> =>
  (await person.ask<TextPage>('GET', path)).body;
const draftsIn = async (person: Person, path: string) =>
  new Map((await pageOf(person, path)).drafts.map((one) => [`${one.item} ${one.field}`, one.version]));

async function save(
  person: Person,
  path: string,
  fields: Record<string, unknown>,
  versions: ReadonlyMap<string, number> = new Map(),
): Promise<void> {
  const changes = Object.entries(fields).map(([field, value]) => ({
    item: line,
    field,
    value,
    version: versions.get(`${line} ${field}`) ?? 0,
  }));
  expect((await person.ask('PUT', `${path}/drafts`, { changes })).status).toBe(200);
}
async function send(person: Person, path: string): Promise<void> {
  const { body } = await person.ask<Submission>('POST', `${path}/submissions`, { note: '' });
  const cleared = await person.ask<Submission>('POST', `${path}/submissions/${body.id}/decision`, {
    decision: 'cleared',
    note: '',
    version: body.version,
  });
  const sent = await person.ask('POST', `${path}/submissions/${body.id}/send`, {
    version: cleared.body.version,
  });
  expect(sent.status).toBe(200);
}
const settle = (person: Person, path: string, field: string, as: string, more: object = {}) =>
  person.ask<Sitting>('PUT', `${path}/sitting`, { item: line, field, as, ...more });
const stateOf = (page: TextPage, field: string): string | undefined =>
  page.view.items.find((one) => one.id === line)?.fields.find((one) => one.field === field)?.state;

test('T7 S4 what the table settled is a draft of each side on its own node, and agreed once both have sent', async () => {
  const { desk, la, path, theirs, vn } = await world();
  expect(stateOf(await pageOf(desk, path), 'venue')).toBe('bracket');
  await settle(desk, path, 'venue', 'theirs', { party: 'LA' });
  const { body } = await settle(desk, path, 'occasion', 'ours');
  expect(body.settled.map(({ as, field, holders }) => [field, as, holders])).toEqual([
    ['venue', 'theirs', ['LA']],
    ['occasion', 'ours', ['VN']],
  ]);
  // Ours changes in the one field where we took theirs; nothing was said for LA.
  expect((await pageOf(desk, path)).drafts.map(({ accept, field }) => [field, accept?.party])).toEqual([
    ['venue', 'LA'],
  ]);

  // The sheet comes before anything of ours does: by hand, at the table.
  const sheet = body.sheet?.text ?? '';
  const looked = await theirs.ask<Sheet>('POST', `${path}/sitting/sheet`, { sheet: ` ${sheet}\n` });
  expect(looked.body.fingerprint).toEqual(body.sheet?.fingerprint);
  expect(looked.body.lines.map((one) => [one.field, one.standing])).toEqual([
    ['venue', 'held'],
    ['occasion', 'differs'],
  ]);
  expect((await pageOf(theirs, path)).drafts).toEqual([]);
  expect((await theirs.ask('POST', `${path}/sitting/sheet/take`, { sheet })).body).toEqual({ prepared: 1 });
  expect((await pageOf(theirs, path)).drafts.map(({ field, value }) => [field, value])).toEqual([
    ['occasion', { vi: 'A', lo: 'ກ' }],
  ]);
  const again = await theirs.ask<Sheet>('POST', `${path}/sitting/sheet`, { sheet });
  expect(again.body.lines.map((one) => one.standing)).toEqual(['held', 'prepared']);

  await send(theirs, path);
  await send(desk, path);
  await meet(vn, la);
  for (const person of [desk, theirs]) {
    const page = await pageOf(person, path);
    expect(['venue', 'occasion'].map((field) => stateOf(page, field))).toEqual(['agreed', 'agreed']);
  }
  const { body: after } = await desk.ask<Sitting>('GET', `${path}/sitting`);
  expect(after.settled.map(({ holders }) => holders)).toEqual([
    ['VN', 'LA'],
    ['VN', 'LA'],
  ]);
});

test('a new wording is ours too; opened again, what the table prepared is gone and what we wrote before is not touched', async () => {
  const { desk, path } = await world();
  const wording = { vi: 'C', lo: 'ຄ', stale: [] };
  const { body } = await settle(desk, path, 'occasion', 'new', { value: wording });
  expect(body.settled[0]?.value).toEqual({ vi: 'C', lo: 'ຄ' });
  expect((await pageOf(desk, path)).drafts.map(({ value }) => value)).toEqual([{ vi: 'C', lo: 'ຄ' }]);
  await settle(desk, path, 'occasion', 'open');
  expect((await pageOf(desk, path)).drafts).toEqual([]);

  await save(desk, path, { venue: 'Huế' });
  const ours = await settle(desk, path, 'venue', 'ours');
  expect(ours.body.settled[0]?.value).toBe('Huế');
  const opened = await settle(desk, path, 'venue', 'open');
  expect(opened.body).toEqual({ settled: [] });
  expect((await pageOf(desk, path)).drafts.map(({ value }) => value)).toEqual(['Huế']);
});

test('a line of which one side alone spoke is settled whole', async () => {
  const { desk, path } = await world();
  const changes = Object.entries({ in: true, place: 'p', activity: { vi: 'X', lo: 'ຍ' } }).map(
    ([field, value]) => ({
      item: 'visit.b',
      field,
      value,
      version: 0,
    }),
  );
  await desk.ask('PUT', `${path}/drafts`, { changes });
  const { body } = await desk.ask<Sitting>('PUT', `${path}/sitting`, {
    item: 'visit.b',
    field: 'in',
    as: 'ours',
  });
  expect(body.settled.map(({ field }) => field).toSorted()).toEqual(['activity', 'in', 'place']);
  const back = await desk.ask<Sitting>('PUT', `${path}/sitting`, {
    item: 'visit.b',
    field: 'in',
    as: 'open',
  });
  expect(back.body.settled).toEqual([]);
  // What we had proposed ourselves before the talks stays prepared.
  expect((await pageOf(desk, path)).drafts.length).toBe(3);
});

test('a line that the other side would strike comes back with all that we alone said of it', async () => {
  const { desk, path, theirs, vn, la } = await world();
  const both = { in: true, place: 'p', activity: { vi: 'X', lo: 'ຍ' }, venue: 'Vinh' };
  const changesOf = (fields: object) =>
    Object.entries(fields).map(([field, value]: [string, unknown]) => ({
      item: 'visit.c',
      field,
      value,
      version: 0,
    }));
  await desk.ask('PUT', `${path}/drafts`, { changes: changesOf(both) });
  await send(desk, path);
  await meet(vn, la);
  await theirs.ask('PUT', `${path}/drafts`, { changes: changesOf({ in: false }) });
  await send(theirs, path);
  await meet(vn, la);
  const at = { item: 'visit.c', field: 'in' };
  const struck = await desk.ask<Sitting>('PUT', `${path}/sitting`, { ...at, as: 'theirs', party: 'LA' });
  expect(struck.body.settled.map(({ field, value }) => [field, value])).toEqual([['in', false]]);
  const kept = await desk.ask<Sitting>('PUT', `${path}/sitting`, { ...at, as: 'ours' });
  expect(kept.body.settled.map(({ field }) => field).toSorted()).toEqual([
    'activity',
    'in',
    'place',
    'venue',
  ]);
  expect((await pageOf(desk, path)).drafts).toEqual([]);
  await theirs.ask('POST', `${path}/sitting/sheet/take`, { sheet: kept.body.sheet?.text ?? '' });
  expect((await pageOf(theirs, path)).drafts.length).toBe(4);
});

test.each([
  ['no sheet', () => '{"a":1}'],
  ['cut', (sheet: string) => sheet.slice(0, -3)],
  ['written otherwise', (sheet: string) => sheet.replace('{', '{ ')],
  ['of another text', (sheet: string) => sheet.replace('"text":"plan.y2027"', '"text":"plan.y2028"')],
  ['with a field that is none', (sheet: string) => sheet.replace('"field":"venue"', '"field":"venues"')],
  ['with a value that is none', (sheet: string) => sheet.replace('"value":"Vientiane"', '"value":12')],
])('a sheet that is %s is refused, and nothing is prepared', async (_, spoil) => {
  const { desk, path, theirs } = await world();
  const { body } = await settle(desk, path, 'venue', 'theirs', { party: 'LA' });
  const sheet = spoil(body.sheet?.text ?? '');
  expect(sheet).not.toBe(body.sheet?.text);
  for (const at of ['sheet', 'sheet/take']) {
    const answer = await theirs.ask('POST', `${path}/sitting/${at}`, { sheet });
    expect([answer.status, answer.body['code']]).toEqual([422, 'sheet.refused']);
  }
  expect((await pageOf(theirs, path)).drafts).toEqual([]);
});
