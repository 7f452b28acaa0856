import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerShape } from '../../src/api/ask.ts';
import type { PartyCode } from '../../src/core/bytes/ids.ts';
import type { JsonObject } from '../../src/core/bytes/json.ts';
import { allKinds, kindsOf } from '../../src/core/kinds/catalogue.ts';
import { label, type StatementKind } from '../../src/core/kinds/declare.ts';
import { answererOf } from '../../src/node/exchange/answer.ts';
import { exchangeWith } from '../../src/node/exchange/exchange.ts';
import type { Programme } from '../../src/node/programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from '../../src/node/world.fixture.ts';
import { listOf } from '../../src/web/screens/record/listed.ts';
import { declaredViews } from '../../src/web/screens/record/views.ts';

/*
 * A kind of statement that nobody has thought of is one declaration with its translations. Its list follows: question,
 * page, narrowing, counts, files; nothing else in the project knows of it.
 */

const wells: StatementKind = {
  kind: 'well',
  of: 'statement',
  compared: ['depth'],
  listed: true,
  label: label('Well', 'Giếng', 'ນ້ຳສ້າງ', 'Puits'),
  plural: label('Wells', 'Các giếng', 'ບັນດານ້ຳສ້າງ', 'Puits'),
  fields: {
    name: { type: 'told', required: true, shown: 'row', label: label('Name', 'Tên', 'ຊື່', 'Nom') },
    dug: { type: 'date', shown: 'row', label: label('Dug', 'Ngày đào', 'ວັນທີຂຸດ', 'Creusé') },
    depth: { type: 'count', shown: 'row', label: label('Depth', 'Độ sâu', 'ຄວາມເລິກ', 'Profondeur') },
    mark: { ...(allKinds.get('letter')?.fields['mark'] as StatementKind['fields'][string]) },
    state: {
      type: 'code',
      shown: 'row',
      codes: { wet: label('Wet', 'Có nước', 'ມີນ້ຳ', 'En eau'), dry: label('Dry', 'Cạn', 'ແຫ້ງ', 'À sec') },
      label: label('State', 'Tình trạng', 'ສະພາບ', 'État'),
    },
  },
};

const opened = new Opened();
let p = '';
let la: Person;
let clerk: Person;
beforeAll(async () => {
  const pair = await foundedPair(opened, {}, kindsOf([...allKinds.values(), wells]));
  p = `/api/programmes/${pair.id}`;
  const vn = await signInAs(pair.vn, 'desk');
  la = await signInAs(pair.la, 'desk');
  clerk = await signInAs(pair.la, 'implementer');
  const state = async (desk: Person, suffix: string, fields: JsonObject): Promise<void> => {
    const body = { kind: 'well', subject: `well.${suffix}`, fields, version: 0 };
    expect((await desk.ask('POST', `${p}/statements`, body)).status).toBe(200);
  };
  await state(vn, 'north', { name: { vi: 'Giếng phía bắc' }, dug: '2021-05', depth: 40, state: 'wet' });
  await state(vn, 'south', { name: { vi: 'Giếng phía nam' }, dug: '2019', depth: 25, state: 'dry' });
  await state(vn, 'hidden', { name: { vi: 'Giếng kín' }, dug: '2020', mark: 'restricted' });
  const of = ({ node }: TestNode) => node.programmes().get(pair.id) as Programme;
  const answerer = answererOf(of(pair.la), 'VN' as PartyCode);
  await exchangeWith(of(pair.vn), 'LA' as PartyCode, answerer);
  await state(la, 'north', { name: { lo: 'ນ້ຳສ້າງພາກເໜືອ' }, dug: '2021-05', depth: 38, state: 'wet' });
});
afterAll(() => opened.closeAll());

const ask = async (who: Person, query = ''): Promise<AnswerShape> => {
  const { body, status } = await who.ask<AnswerShape>('GET', `${p}/ask/well${query}`);
  expect(status).toBe(200);
  return body;
};

test('a kind of statement that is listed has a question, in order of its first date, with both sides where they differ', async () => {
  const { body } = await la.ask<readonly { question: string; label: object }[]>('GET', `${p}/ask`);
  expect(body.at(-1)).toMatchObject({ question: 'well', label: { lo: 'ບັນດານ້ຳສ້າງ' } });
  const { about, columns, rows } = await ask(la);
  expect(Object.keys(columns)).toEqual(['name', 'dug', 'depth', 'mark', 'state', 'by', 'differs', 'says']);
  expect(about).toEqual({ differing: 1 });
  expect(rows).toMatchObject([
    { subject: 'well.south', depth: 25, by: ['VN'], differs: false },
    { subject: 'well.hidden' },
    {
      subject: 'well.north',
      by: ['VN', 'LA'],
      differs: true,
      says: [
        { party: 'VN', depth: 40 },
        { party: 'LA', depth: 38 },
      ],
      entries: [{ party: 'VN' }, { party: 'LA' }],
    },
  ]);
  // S5: whoever may not see it finds no line and no count of it.
  expect((await ask(clerk)).rows.map(({ subject }) => subject)).toEqual(['well.south', 'well.north']);
});

test('it is narrowed, counted and given as files on the node', async () => {
  expect((await ask(la, '?where=state:dry')).rows).toMatchObject([{ subject: 'well.south' }]);
  expect((await ask(la, '?words=phia+bac&limit=1')).rows).toMatchObject([{ subject: 'well.north' }]);
  const { facets, years } = (
    await la.ask<{ facets: { column: string }[]; years: { year: string }[] }>('GET', `${p}/ask/well/facets`)
  ).body;
  expect(facets.map(({ column }) => column)).toEqual(expect.arrayContaining(['state', 'differs']));
  expect(years.map(({ year }) => year)).toEqual(['2019', '2020', '2021']);
  const csv = (await la.ask<string>('GET', `${p}/ask/well/export/csv?lang=lo`)).body;
  expect(csv).toContain('ຄວາມເລິກ');
  expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(4);
  const xlsx = (await la.ask<string>('GET', `${p}/ask/well/export/xlsx?lang=vi`)).body;
  expect(xlsx.startsWith('PK')).toBe(true);
});

test('it has a card and a page, made from what the node declares', async () => {
  const kinds = (await la.ask<readonly StatementKind[]>('GET', '/api/kinds')).body;
  const view = declaredViews(kinds).find(({ id }) => id === 'well');
  expect(view).toMatchObject({ title: { fr: 'Puits' }, question: 'well', path: 'list/well' });
  expect(listOf(kinds.find(({ kind }) => kind === 'well'))).toMatchObject({
    question: 'well',
    kinds: ['well'],
  });
});
