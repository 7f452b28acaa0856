import { expect, test } from 'vitest';
import { calendarYears, openingYear, yearsOf } from './calendar-years.ts';

test('years are those that anything reaches into, the latest first', () => {
  expect(
    yearsOf([
      { first: '2019-12-01', last: '2021-01-05' },
      { first: '2018-01-01', last: '2018-01-01' },
    ]),
  ).toEqual(['2021', '2020', '2019', '2018']);
});

test('it opens on the year of the plan one comes from, else on the nearest with something planned', () => {
  const row = (year: string, standing: 'draft' | 'inForce' | 'onRecord', text?: string) => ({
    first: `${year}-03-01`,
    last: `${year}-03-31`,
    standing,
    ...(text === undefined ? {} : { text }),
  });
  const opens = (rows: readonly ReturnType<typeof row>[], day: string, text?: string): string =>
    openingYear(calendarYears(rows), day, text);
  const record = [row('2026', 'onRecord'), row('2009', 'onRecord')];
  const all = [
    ...record,
    row('2021', 'inForce', 'plan.a'),
    row('2021', 'inForce', 'plan.a'),
    row('2022', 'inForce', 'plan.a'),
    row('2022', 'draft', 'plan.b'),
  ];
  expect(opens(all, '2026-11-22')).toBe('2022');
  expect(opens(all, '2026-11-22', 'plan.a')).toBe('2021');
  expect(opens(all, '2026-11-22', 'plan.gone')).toBe('2022');
  expect(opens([row('2030', 'draft'), row('2024', 'draft')], '2027-01-01')).toBe('2030');
  expect(opens(record, '2012-01-01')).toBe('2009');
  expect(opens([], '2026-11-22')).toBe('2026');
});
