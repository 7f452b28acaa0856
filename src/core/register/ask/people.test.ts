import { expect, test } from 'vitest';
import { personsNamed } from './people.ts';
import { ask, askingOf, recordRegister, recordTable, state } from './record.fixture.ts';

const register = recordRegister();
const holder = (side: string, post: string, on: string) => ask(register, 'holder', { side, post, on }).rows;

const spellings = [
  'Chansamone Channhalath',
  'Chansamon Chanlyath',
  'Chanmone Chanyalath',
  'Chansamone Chanyarath',
  'Chansamon Chanyalat',
  'Chansamone Chanyalad',
  'Chansanmone Chanyalath',
  'Chansamone Chanylath',
  'Chăn-xạ-mỏn Chăn-nha-lạt',
];

test.each(spellings)('Chansamone Chanyalath is found as %s', (spelling) => {
  const persons = ask(register, 'person', { for: spelling }).about?.['persons'];
  expect(persons).toMatchObject([{ name: 'Chansamone Chanyalath' }]);
  expect(personsNamed(askingOf(register), spelling.toLowerCase().normalize('NFD'))).toHaveLength(1);
});

test('a person’s posts over time and every meeting that names them stand in one answer', () => {
  const { rows } = ask(register, 'person', { for: 'chan xa mon' });
  expect(rows.filter(({ what }) => what === 'tenure').map(({ post }) => post)).toEqual([
    'Minister of National Defence',
    'Deputy Prime Minister',
    'Deputy Minister of National Defence',
    'Director, Kaysone Phomvihane National Defence Academy',
  ]);
  const seen = rows.filter(({ what }) => what === 'sighting');
  expect(seen[0]).toMatchObject({ asNamed: expect.stringMatching(/^Chan/), date: '2010-09-22' });
  expect(seen.length).toBeGreaterThan(20);
});

test.each([
  'Minister of National Defence',
  'defence minister',
  'ministre de la defense',
  'Bo truong Bo Quoc phong',
  'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ',
])('the Lao minister when the plan for 2021 was signed, by the post as %s', (post) => {
  expect(holder('LA', post, '2020-12-04')).toMatchObject([
    { name: 'Chansamone Chanyalath', basis: 'named', event: 'event.vl-0081', side: 'LA' },
  ]);
});

test('a day between the sightings of two holders is unknown: nobody is chosen, both neighbours are named', () => {
  const [row, ...others] = holder('LA', 'Minister of National Defence', '2016-02-01');
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    basis: 'between',
    before: [{ name: 'Sengnouan Xayalath', date: '2015-12-26' }],
    after: [{ name: 'Chansamone Chanyalath', date: '2016-05-23' }],
  });
  expect(row?.['name']).toBeUndefined();
});

test('on 18 December 2024 the posts have other holders; on a day without sighting they are seen before and after', () => {
  expect(holder('VN', 'Minister of National Defence', '2024-12-18')).toMatchObject([
    { name: 'Phan Van Giang' },
  ]);
  expect(holder('LA', 'Minister of National Defence', '2024-12-18')).toMatchObject([
    { name: 'Khamliang Outhakaysone' },
  ]);
  expect(holder('LA', 'Minister of National Defence', '2018-03-03')).toMatchObject([{ basis: 'seen' }]);
  expect(holder('LA', 'Prime Minister', '2022-03-03')).toMatchObject([
    { name: 'Phankham Viphavanh', basis: 'stated' },
  ]);
});

test('after the last sighting nobody is certain; several hold one post at once where that is so', () => {
  expect(holder('VN', 'Minister of National Defence', '2026-11-21')).toMatchObject([
    { basis: 'after', before: [{ name: 'Phan Van Giang', date: '2026-02-05' }], after: [] },
  ]);
  const deputies = holder('VN', 'Deputy Minister of National Defence', '2020-12-04').map(({ name }) => name);
  expect(deputies).toEqual(expect.arrayContaining(['Hoang Xuan Chien', 'Vu Hai San', 'Pham Hoai Nam']));
});

test('a tenure that its own side states and does not end goes on; the rank is that of the day', () => {
  const table = recordTable();
  state(table, 'LA', 'post', 'post.la-attache', { name: { en: 'Attaché' }, side: 'LA' });
  const ranks = [
    { rank: 'Colonel', on: '2020' },
    { rank: 'Major General', on: '2023-05-01' },
  ];
  state(table, 'LA', 'holder', 'holder.la-attache', {
    post: 'post.la-attache',
    name: 'EXERCISE',
    from: '2019-01-01',
    ranks,
  });
  const on = (day: string) =>
    ask(table.register('VN'), 'holder', { post: 'attache', side: 'LA', on: day }).rows.find(
      ({ post }) => post === 'post.la-attache',
    );
  expect(on('2022-01-01')).toMatchObject({ basis: 'stated', rank: 'Colonel' });
  expect(on('2026-01-01')).toMatchObject({ basis: 'stated', rank: 'Major General' });
  expect(on('2018-01-01')).toMatchObject({ basis: 'before' });
});
