import { expect, test } from 'vitest';
import { daysOfEnds, shifted, unitOf } from './shift.ts';

test('a period moves by what it is known to, and stays known to that', () => {
  expect(unitOf({ from: '2022-03-30', to: '2022-04-02' })).toBe('day');
  expect(shifted({ from: '2022-03-30', to: '2022-04-02' }, 3, 'day')).toEqual({
    from: '2022-04-02',
    to: '2022-04-05',
  });
  expect(shifted({ from: '2022-01-31' }, 1, 'month')).toEqual({ from: '2022-02-28' });
  expect(unitOf({ from: '2022-11', to: '2022-12' })).toBe('month');
  expect(shifted({ from: '2022-11', to: '2022-12' }, 1, 'month')).toEqual({ from: '2022-12', to: '2023-01' });
  expect(unitOf({ from: '2022-11-05', to: '2022-12' })).toBe('month');
  expect(unitOf({ from: '2022', to: '2023-05' })).toBe('year');
  expect(shifted({ from: '2022', to: '2023-05' }, -1, 'year')).toEqual({ from: '2021', to: '2022-05' });
  expect(shifted({ from: '~2022-11' }, 2, 'month')).toEqual({ from: '~2023-01' });
  expect(shifted({ from: '~2022' }, 1, 'year')).toEqual({ from: '~2023' });
  expect(shifted({ from: '2022-05-01', to: '2022-05-01' }, -1, 'day')).toEqual({
    from: '2022-04-30',
    to: '2022-04-30',
  });
  expect(daysOfEnds({ from: '2022-02' })).toEqual({ first: '2022-02-01', last: '2022-02-28' });
});
