import { expect, test } from 'vitest';
import { daysIn, grouped, spanIn } from './spans.ts';

test('a bar stands where its days are, cut at the ends of the year', () => {
  expect([daysIn(2021), daysIn(2024)]).toEqual([365, 366]);
  expect(spanIn(2021, { first: '2021-01-01', last: '2021-12-31' })).toEqual({ from: 0, days: 365 });
  expect(spanIn(2021, { first: '2021-02-01', last: '2021-02-01' })).toEqual({ from: 31, days: 1 });
  expect(spanIn(2021, { first: '2020-11-01', last: '2021-01-05' })).toEqual({ from: 0, days: 5 });
  expect(spanIn(2020, { first: '2020-12-30', last: '2021-01-05' })).toEqual({ from: 364, days: 2 });
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
