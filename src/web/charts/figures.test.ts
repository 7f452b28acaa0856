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

test('patrols planned stand beside what each side counts as done; who has said nothing has a row without a figure', () => {
  expect(
    patrolsByMonth(
      [
        { month: '2022-03', segment: 'North', count: 4 },
        { month: '2022-03', segment: '', count: 2 },
        { month: '2022-03', segment: 'North', party: 'VN', count: 3 },
      ],
      ['VN', 'LA'],
    ).map(({ month, party, values }) => [month, party, values]),
  ).toEqual([
    ['2022-03', undefined, { North: 4, '': 2 }],
    ['2022-03', 'VN', { North: 3 }],
    ['2022-03', 'LA', {}],
  ]);
});
