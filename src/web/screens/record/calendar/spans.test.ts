import { expect, test } from 'vitest';
import { daysIn, grouped, openingYear, spanIn, yearsOf } from './spans.ts';

test('a bar stands where its days are, cut at the ends of the year', () => {
  expect([daysIn(2021), daysIn(2024)]).toEqual([365, 366]);
  expect(spanIn(2021, { first: '2021-01-01', last: '2021-12-31' })).toEqual({ from: 0, days: 365 });
  expect(spanIn(2021, { first: '2021-02-01', last: '2021-02-01' })).toEqual({ from: 31, days: 1 });
  expect(spanIn(2021, { first: '2020-11-01', last: '2021-01-05' })).toEqual({ from: 0, days: 5 });
  expect(spanIn(2020, { first: '2020-12-30', last: '2021-01-05' })).toEqual({ from: 364, days: 2 });
});

test('years are those that anything reaches into, the latest first', () => {
  expect(
    yearsOf([
      { first: '2019-12-01', last: '2021-01-05' },
      { first: '2018-01-01', last: '2018-01-01' },
    ]),
  ).toEqual([2021, 2020, 2019, 2018]);
});

test('it opens on the year of the plan one comes from, else on the nearest with something planned', () => {
  const row = (year: string, standing: 'draft' | 'inForce' | 'onRecord', text?: string) => ({
    first: `${year}-03-01`,
    last: `${year}-03-31`,
    standing,
    ...(text === undefined ? {} : { text }),
  });
  const record = [row('2026', 'onRecord'), row('2009', 'onRecord')];
  const plans = [
    row('2021', 'inForce', 'plan.a'),
    row('2021', 'inForce', 'plan.a'),
    row('2022', 'inForce', 'plan.a'),
    row('2022', 'draft', 'plan.b'),
  ];
  expect(openingYear([...record, ...plans], '2026-11-22', undefined)).toBe(2022);
  expect(openingYear([...record, ...plans], '2026-11-22', 'plan.a')).toBe(2021);
  expect(openingYear([...record, ...plans], '2026-11-22', 'plan.gone')).toBe(2022);
  expect(openingYear([row('2030', 'draft'), row('2024', 'draft')], '2027-01-01', undefined)).toBe(2030);
  expect(openingYear(record, '2012-01-01', undefined)).toBe(2009);
  expect(openingYear([], '2026-11-22', undefined)).toBe(2026);
});

test('what has no place stands last', () => {
  const row = {
    subject: 'visit.a',
    title: {},
    from: '2021',
    first: '2021-01-01',
    last: '2021-12-31',
    standing: 'draft',
    clashes: [],
  } as const;
  const rows = [row, { ...row, subject: 'visit.b', place: 'Hanoi' }];
  expect([...grouped(rows, 'place').keys()]).toEqual(['Hanoi', '']);
  expect([...grouped(rows, 'month').keys()]).toEqual(['2021-01']);
});
