import { afterAll, beforeAll, expect, test } from 'vitest';
import { longPlan, writeLongPlan } from '../bench/long-plan.ts';
import type { TablePage } from '../src/api/text-table.ts';
import type { TextPage } from '../src/api/texts.ts';
import type { PartyCode } from '../src/core/bytes/ids.ts';
import { type PackedLine, unpackLine } from '../src/core/text/packed-line.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from '../src/node/world.fixture.ts';

/* A text as a table asks for it: a screenful at once, the rest in slices; together they are the whole comparison. */

const opened = new Opened();
const lines = 900;
let desk: Person;
let path: string;
let vn: TestNode;
beforeAll(async () => {
  const pair = await foundedPair(opened);
  const { id, la } = pair;
  ({ vn } = pair);
  await writeLongPlan(vn.node, la.node, lines);
  desk = await signInAs(vn, 'desk');
  path = `/api/programmes/${id}/texts/${longPlan}`;
});
afterAll(() => opened.closeAll());

async function whole(order: 'place' | 'area'): Promise<{ page: TablePage; all: readonly PackedLine[] }> {
  const { body: page } = await desk.ask<TablePage>('GET', `${path}/table?order=${order}`);
  const all: PackedLine[] = [];
  for (const { count, tag } of page.slices) {
    const slice = await desk.ask<{ lines: PackedLine[] }>('GET', `${path}/table/${tag}?order=${order}`);
    expect([slice.status, slice.body.lines.length]).toEqual([200, count]);
    all.push(...slice.body.lines);
  }
  return { page, all };
}

test('the slices of a table are the whole comparison, but for which entry said it', async () => {
  const { all, page } = await whole('place');
  const { body: text } = await desk.ask<TextPage>('GET', path);
  expect([page.total, page.lines.length, all.slice(0, page.lines.length)]).toEqual([lines, 40, page.lines]);
  const spoken = text.view.items.map((item) => ({
    ...item,
    inclusion: bare(item.inclusion),
    fields: item.fields
      .filter(({ state }) => state !== 'empty' && state !== 'each')
      .map(bare)
      .sort((one, other) => (one.field < other.field ? -1 : 1)),
  }));
  const unpacked = all.map((line) => unpackLine(line, page.parties as PartyCode[]));
  expect(
    unpacked.map((line) => ({
      ...line,
      fields: line.fields.toSorted((one, other) => (one.field < other.field ? -1 : 1)),
    })),
  ).toEqual(spoken);
});

type Field = TextPage['view']['head']['inclusion'];
const bare = (field: Field): Field => ({
  ...field,
  positions: field.positions.map(({ seq: _, taken: __, ...position }) => position),
});

test('in the order of areas the lines of an area stand together', async () => {
  const { all } = await whole('area');
  const areas = all.map((line) => Object.values(line.fields).flatMap(({ area }) => area ?? [])[0]);
  const changes = areas.filter((area, at) => area !== areas[at - 1]);
  expect([new Set(all.map((line) => line.id)).size, changes.length]).toEqual([lines, new Set(areas).size]);
});

test('a change gives a new tag to its slice alone, and the former tag is gone', async () => {
  const { body: before } = await desk.ask<TablePage>('GET', `${path}/table`);
  const last = before.slices.at(-1);
  const { body: slice } = await desk.ask<{ lines: PackedLine[] }>('GET', `${path}/table/${last?.tag}`);
  const item = slice.lines.at(-1)?.id ?? '';
  const changes = [{ item, field: 'venue', value: 'EXERCISE elsewhere', version: 0 }];
  await desk.ask('PUT', `${path}/drafts`, { changes });
  const { body: drafted } = await desk.ask<TablePage>('GET', `${path}/table`);
  // What is private is not in the lines.
  expect([drafted.slices, drafted.drafts.length]).toEqual([before.slices, 1]);
  const { body: prepared } = await desk.ask<{ id: string; version: number }>('POST', `${path}/submissions`, {
    note: '',
  });
  await desk.ask('POST', `${path}/submissions/${prepared.id}/send`, { version: prepared.version });
  const { body: after } = await desk.ask<TablePage>('GET', `${path}/table`);
  const tags = (page: TablePage): string[] => page.slices.map(({ tag }) => tag);
  expect(tags(after).slice(0, -1)).toEqual(tags(before).slice(0, -1));
  expect(tags(after).at(-1)).not.toBe(last?.tag);
  expect((await desk.ask('GET', `${path}/table/${last?.tag}`)).status).toBe(404);
});

test('private changes without number come in slices, for those alone who see what is drafted', async () => {
  const { body: before } = await desk.ask<TablePage>('GET', `${path}/table`);
  const [head, ...others] = before.drafts;
  expect([head, others, before.draftSlices]).toEqual([undefined, [], undefined]);
  // On every line, on some of them twice, and on two that only we have.
  const { all } = await whole('place');
  const on = [...all.map(({ id }) => id), 'visit.only-ours', 'patrol.only-ours'];
  const changes = on.flatMap((item, at) => [
    { item, field: 'venue', value: `EXERCISE ${at}`, version: 0 },
    ...(at % 3 === 0 ? [{ item, field: 'level', value: 'unit', version: 0 }] : []),
  ]);
  for (let from = 0; from < changes.length; from += 1_000)
    expect(
      (await desk.ask('PUT', `${path}/drafts`, { changes: changes.slice(from, from + 1_000) })).status,
    ).toBe(200);
  const { body: page } = await desk.ask<TablePage>('GET', `${path}/table`);
  const seen = new Set(page.lines.map(({ id }) => id));
  expect(page.drafts.every(({ item }) => seen.has(item))).toBe(true);
  const tags = (page.draftSlices ?? []).map(({ tag }) => tag);
  const slices = await Promise.all(tags.map((tag) => readDrafts(desk, tag)));
  expect(slices.map(({ body }) => body.drafts.length)).toEqual(page.draftSlices?.map(({ count }) => count));
  const { body: text } = await desk.ask<TextPage>('GET', path);
  const byCell = (drafts: TextPage['drafts']) =>
    drafts.toSorted((one, other) => (`${one.item} ${one.field}` < `${other.item} ${other.field}` ? -1 : 1));
  expect(text.drafts.length).toBe(changes.length);
  expect(byCell([...page.drafts, ...slices.flatMap(({ body }) => body.drafts)])).toEqual(byCell(text.drafts));

  for (const role of ['implementer', 'administrator'] as const) {
    const other = await signInAs(vn, role);
    const { body } = await other.ask<Partial<TablePage>>('GET', `${path}/table`);
    expect([body.drafts ?? [], body.draftSlices ?? []]).toEqual([[], []]);
    for (const tag of tags) expect([403, 404]).toContain((await readDrafts(other, tag)).status);
  }

  // One more change is a new tag for one slice.
  const last = slices.at(-1)?.body.drafts.find(({ field }) => field === 'venue');
  const change = { item: last?.item, field: 'venue', value: 'EXERCISE again', version: last?.version };
  expect((await desk.ask('PUT', `${path}/drafts`, { changes: [change] })).status).toBe(200);
  const { body: after } = await desk.ask<TablePage>('GET', `${path}/table`);
  const now = (after.draftSlices ?? []).map(({ tag }) => tag);
  expect(now.filter((tag) => !tags.includes(tag)).length).toBe(1);
  expect((await readDrafts(desk, tags.find((tag) => !now.includes(tag)) ?? '')).status).toBe(404);
});

const readDrafts = (person: Person, tag: string) =>
  person.ask<{ drafts: TextPage['drafts'] }>('GET', `${path}/table/${tag}/drafts`);
