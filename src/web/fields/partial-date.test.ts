import { expect, test } from 'vitest';
import { dateOf, noDate, partsOf } from './partial-date.ts';

test('a date known to the year, the month or the day goes there and back', () => {
  for (const value of ['2021', '2021-03', '2021-03-14', '~2021', '~2021-12']) {
    expect(dateOf(partsOf(value))).toEqual({ value });
  }
  expect(dateOf(noDate)).toEqual({ value: null });
});

test('what is no date names the part at fault', () => {
  expect(dateOf({ ...noDate, year: '21' })).toEqual({ fault: 'year' });
  expect(dateOf({ ...noDate, day: '3' })).toEqual({ fault: 'year' });
  expect(dateOf({ ...noDate, year: '2021', day: '3' })).toEqual({ fault: 'month' });
  expect(dateOf({ ...noDate, year: '2021', month: '13' })).toEqual({ fault: 'month' });
  expect(dateOf({ ...noDate, year: '2026', month: '2', day: '30' })).toEqual({ fault: 'day' });
  expect(dateOf({ ...noDate, year: '2024', month: '2', day: '29' })).toEqual({ value: '2024-02-29' });
});
