import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerShape } from '../api/ask.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { foundedPair, Opened, type Person, signInAs } from './world.fixture.ts';

/* Lists that are longer than one answer: in slices, narrowed on the node, the newest first, counted as a whole. */

const opened = new Opened();
const events = 2_500;
let desk: Person;
let clerk: Person;
let p = '';

const event = (at: number): JsonObject => ({
  kind: 'event',
  subject: `event.long-${at}`,
  fields: {
    title: { vi: `Hội đàm số ${at}`, en: `Talks ${at}` },
    what: at % 5 === 0 ? 'visit' : 'talks',
    date: `${1950 + Math.floor(at / 50)}-${String(1 + (at % 12)).padStart(2, '0')}-03`,
    host: at % 2 === 0 ? 'VN' : 'LA',
    exercise: true,
    ...(at === 7 ? { mark: 'restricted' } : {}),
  },
});
const said = (at: number): JsonObject => ({
  kind: 'undertaking',
  subject: `undertaking.long-${at}`,
  fields: {
    wording: { en: `Share experience ${at}` },
    force: at % 3 === 0 ? 'requested' : 'pledged',
    sides: ['VN'],
    by: 'VN',
    area: at % 4 === 0 ? 'training' : 'experience',
    event: `event.long-${at}`,
    exercise: true,
  },
});

beforeAll(async () => {
  const { id, vn } = await foundedPair(opened);
  p = `/api/programmes/${id}`;
  desk = await signInAs(vn, 'desk');
  clerk = await signInAs(vn, 'implementer');
  const bodies = [
    ...Array.from({ length: events }, (_, at) => event(at)),
    ...Array.from({ length: events }, (_, at) => said(at)),
    ...[3, 4].map((at) => ({
      kind: 'onRecord',
      subject: `onRecord.long-${at}`,
      fields: { title: { en: `Memorandum ${at}` }, layer: 'mou', event: `event.long-${at}`, exercise: true },
    })),
    {
      kind: 'outcome',
      subject: 'undertaking.long-1',
      fields: { status: 'carriedOut', exercise: true },
    },
  ];
  for (let from = 0; from < bodies.length; from += 500)
    await vn.node
      .programmes()
      .get(id)
      ?.append(() => bodies.slice(from, from + 500).map((body) => ({ type: 'statement', body })));
});
afterAll(() => opened.closeAll());

const ask = async (
  question: string,
  query: Record<string, string> = {},
  who = desk,
): Promise<AnswerShape> => {
  const got = await who.ask<AnswerShape>(
    'GET',
    `${p}/ask/${question}?${new URLSearchParams(query).toString()}`,
  );
  expect(got.status).toBe(200);
  return got.body;
};

test('slices cover a list of 2,500 without a gap or a double, the oldest or the newest first', async () => {
  for (const order of [undefined, 'newest']) {
    const seen: string[] = [];
    for (let from = 0; from < events; from += 400) {
      const { all, rows, total } = await ask('chronology', {
        from: String(from),
        limit: '400',
        ...(order === undefined ? {} : { order }),
      });
      expect([all, total]).toEqual([events, events]);
      seen.push(...rows.map(({ date, subject }) => `${date as string} ${subject as string}`));
    }
    expect(new Set(seen).size).toBe(events);
    const dates = seen.map((one) => one.slice(0, 10));
    expect(dates).toEqual(order === undefined ? dates.toSorted() : dates.toSorted().toReversed());
  }
});

test('what one looks for is found wherever it stands: words without accents, a code by its name, choices, both', async () => {
  expect((await ask('chronology', { words: 'hoi dam so 2499' })).rows).toMatchObject([
    { subject: 'event.long-2499' },
  ]);
  const visits = await ask('chronology', { where: 'what:visit;date:1999', limit: '1' });
  expect([visits.total, visits.all, visits.rows.length]).toEqual([10, events, 1]);
  expect((await ask('chronology', { words: 'visit', where: 'date:1999', lang: 'en' })).total).toBe(10);
  expect((await ask('chronology', { where: 'areas:training;date:1999' })).total).toBe(12);
  expect((await ask('ledger', { where: 'state:kept' })).rows).toMatchObject([
    { subject: 'undertaking.long-1', says: [{ party: 'VN', status: 'carriedOut' }] },
  ]);
  expect((await ask('ledger', { for: 'undertaking.long-2400' })).rows).toHaveLength(1);
  expect((await ask('activities', { where: 'subject:visit.none' })).total).toBe(0);
  // What a page shows of one thing comes without the others.
  expect((await ask('instruments', { where: 'event:event.long-3' })).rows).toMatchObject([
    { subject: 'onRecord.long-3' },
  ]);
  expect((await ask('instruments', { where: 'subject:onRecord.long-4' })).rows).toHaveLength(1);
});

test('choices are counted over all of it, years over what is left', async () => {
  const facetsOf = async (question: string, query: string, who = desk) =>
    (
      await who.ask<{
        facets: { column: string; values: [string, number][] }[];
        years: { year: string; count: number; parts: Record<string, number> }[];
      }>('GET', `${p}/ask/${question}/facets?${query}`)
    ).body;
  const { facets, years } = await facetsOf('chronology', 'where=what:visit');
  expect(facets.find(({ column }) => column === 'what')?.values).toEqual([
    ['talks', 2_000],
    ['visit', 500],
  ]);
  expect(facets.find(({ column }) => column === 'areas')?.values).toEqual([
    ['experience', 1_875],
    ['training', 625],
  ]);
  expect(years).toHaveLength(50);
  expect(years[0]).toEqual({ year: '1950', count: 10, parts: {} });
  const promises = await facetsOf('ledger', 'split=state&where=binds:yes');
  expect(promises.years[0]).toEqual({ year: '1950', count: 33, parts: { open: 32, kept: 1 } });
  // S5: whoever may not see it does not count it either.
  expect((await facetsOf('chronology', '', clerk)).years[0]?.count).toBe(49);
  expect((await ask('chronology', { words: 'Talks 7', where: 'date:1950' }, clerk)).rows).not.toContainEqual(
    expect.objectContaining({ subject: 'event.long-7' }),
  );
});

test('a file of a narrowed list has what is left', async () => {
  const csv = (
    await desk.ask<string>('GET', `${p}/ask/chronology/export/csv?where=what:visit;date:1999&lang=en`)
  ).body;
  expect(csv.split('\r\n').filter((row) => row.includes('Talks'))).toHaveLength(10);
});
