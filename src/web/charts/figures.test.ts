import { expect, test } from 'vitest';
import { patrolsByMonth, progressByArea } from './figures.ts';

const line = {
  subject: 'visit.a',
  number: '1',
  title: {},
  says: [],
  carryOver: false,
  carriedInto: [],
  entries: [],
};

test('a line counts once in its area: by what both say, else as differing, else as not reported', () => {
  const rows = [
    { area: 'visits', outcome: 'carriedOut', differs: false, silent: false },
    { area: 'visits', outcome: 'partly', differs: true, silent: false },
    { area: 'visits', differs: false, silent: true },
    { area: 'border', outcome: 'carriedOut', differs: false, silent: false },
  ].map((row) => ({ ...line, ...row }));
  expect(progressByArea(rows)).toEqual([
    { id: 'visits', label: 'visits', values: { carriedOut: 1, differs: 1, silent: 1 } },
    { id: 'border', label: 'border', values: { carriedOut: 1 } },
  ]);
});

test('patrols stand in the month or the year that they are known to begin in; gates and meetings do not', () => {
  const row = { ...line, subject: 'patrol.a', section: 'patrol', differs: false } as const;
  expect(
    patrolsByMonth([
      { ...row, period: { from: '2022-03-05' }, planned: 4, segment: 'North' },
      { ...row, period: { from: '~2022-03' }, planned: 2 },
      { ...row, period: { from: '2021' }, segment: 'North' },
      { ...row, section: 'meeting', period: { from: '2021' } },
      { ...row, planned: 9 },
    ]).map(({ id, values }) => [id, values]),
  ).toEqual([
    ['2021', { North: 1 }],
    ['2022-03', { North: 4, '': 2 }],
  ]);
});
