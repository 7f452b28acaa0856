import { afterEach, expect, test } from 'vitest';
import type { Desk } from '../api/desk.ts';
import type { TextPage } from '../api/texts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import type { ActView } from '../core/text/act.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import type { Programme } from './programme.ts';
import { foundedPair, Opened, type Person, password, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

function programmeOf({ node }: TestNode): Programme {
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

async function done<Body>(work: Promise<{ readonly status: number; readonly body: Body }>): Promise<Body> {
  const { body, status } = await work;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

async function world() {
  const { id, la, vn } = await foundedPair(opened);
  const p = `/api/programmes/${id}`;
  const [ours, theirs] = [await signInAs(vn, 'desk'), await signInAs(la, 'desk')];
  await done(
    ours.ask('POST', `${p}/texts`, { kind: 'plan', suffix: 'y2027', title: { vi: 'Kế hoạch', lo: 'ແຜນ' } }),
  );
  const meet = () =>
    exchangeWith(programmeOf(vn), 'LA' as PartyCode, answererOf(programmeOf(la), 'VN' as PartyCode));
  return { p, path: `${p}/texts/plan.y2027`, vn, la, ours, theirs, meet };
}

const record = (more: object = {}) => ({
  party: 'LA',
  letter: 'no. 17 of 3 November',
  item: 'visit.a',
  values: { venue: 'Viêng Chăn' },
  ...more,
});

const waiting = async (person: Person, p: string) =>
  (await done(person.ask<Desk>('GET', `${p}/desk`))).waitingForUs.filter((card) => card.what === 'recorded');

async function sendAll(person: Person, path: string, more: object = {}): Promise<void> {
  const { id, version } = await done(
    person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, { note: '', ...more }),
  );
  await done(person.ask('POST', `${path}/submissions/${id}/send`, { version }));
}

test('T12 S4 a record of us waits on our desk until we make it ours, on a line that nobody has stated yet', async () => {
  const { meet, ours, p, path, theirs } = await world();
  // Nothing of the text has been sent: the letter is all that speaks of it.
  await done(ours.ask('POST', `${path}/recorded`, record()));
  await meet();
  expect(await waiting(ours, p)).toEqual([]);
  expect(await waiting(theirs, p)).toMatchObject([
    { text: 'plan.y2027', subject: 'visit.a', party: 'VN', count: 1 },
  ]);
  const [recorded] = (await done(theirs.ask<TextPage>('GET', path))).recorded;
  expect(recorded).toMatchObject({ party: 'LA', by: 'VN', item: 'visit.a' });
  await done(theirs.ask('POST', `${path}/recorded/confirm`, { by: 'VN', seq: recorded?.seq }));
  expect(await waiting(theirs, p)).toEqual([]);
  // A second letter of other words waits again; one that says what we state does not.
  await done(ours.ask('POST', `${path}/recorded`, record({ letter: 'no. 18' })));
  await meet();
  expect(await waiting(theirs, p)).toEqual([]);
  await done(ours.ask('POST', `${path}/recorded`, record({ letter: 'no. 19', values: { venue: 'Pakse' } })));
  await meet();
  expect(await waiting(theirs, p)).toMatchObject([{ subject: 'visit.a', count: 1 }]);
});

test('T12 T10 a record names the draft that it is on: of an amendment it is confirmed in that amendment', async () => {
  const { la, meet, ours, p, path, theirs, vn } = await world();
  const changes = [
    { item: 'plan.y2027', field: 'covers', value: { from: '2027', to: '2027' }, version: 0 },
    ...Object.entries({
      in: true,
      area: 'visits',
      period: { from: '2027-03' },
      activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' },
      place: 'a',
    }).map(([field, value]) => ({ item: 'visit.a', field, value, version: 0 })),
  ];
  await done(ours.ask('PUT', `${path}/drafts`, { changes }));
  await sendAll(ours, path);
  await meet();
  await done(theirs.ask('POST', `${path}/drafts/accept`, { party: 'VN' }));
  await sendAll(theirs, path);
  await meet();
  const { act, id } = await done(
    ours.ask<ActView>('POST', `${path}/acts`, { effective: { on: 'signature' } }),
  );
  await meet();
  const capacity = { name: 'A', post: { vi: 'B', lo: 'B' }, place: 'C', date: '2026-11-21' };
  const base = act.texts[0]?.content ?? '';
  for (const node of [vn, la]) {
    const minister = await signInAs(node, 'signatory');
    await done(minister.ask('POST', `${p}/acts/${id}/sign`, { password, content: [base], capacity }));
    await meet();
  }
  const draft = { base, mode: 'amendment' };
  await done(ours.ask('POST', `${path}/recorded`, record(draft)));
  await meet();
  expect(await waiting(theirs, p)).toMatchObject([{ text: 'plan.y2027', subject: 'visit.a' }]);
  const at = `${path}?base=${base}&mode=amendment`;
  const [recorded] = (await done(theirs.ask<TextPage>('GET', at))).recorded;
  const seq = recorded?.seq;
  // It is none of another draft of the text.
  const elsewhere = await theirs.ask('POST', `${path}/recorded/confirm`, { by: 'VN', seq });
  expect(elsewhere.status).toBe(404);
  await done(theirs.ask('POST', `${path}/recorded/confirm`, { ...draft, by: 'VN', seq }));
  const { view } = await done(theirs.ask<TextPage>('GET', at));
  const venue = view.items[0]?.fields.find(({ field }) => field === 'venue');
  expect(view.draft).toMatchObject(draft);
  expect(venue?.positions.find(({ party }) => party === 'LA')).toMatchObject({
    source: 'stated',
    value: 'Viêng Chăn',
  });
  expect(await waiting(theirs, p)).toEqual([]);
});
