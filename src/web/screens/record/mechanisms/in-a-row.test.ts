import { expect, test } from 'vitest';
import type { SessionRow } from '../../../../core/register/ask/mechanism.ts';
import { inARow } from './in-a-row.ts';

const session = (number: number | undefined, date: string): SessionRow => ({
  subject: `event.${date}`,
  held: true,
  date,
  title: {},
  promised: 0,
  open: 0,
  minutes: [],
  conflicts: [],
  entries: [],
  ...(number === undefined ? {} : { session: number }),
});

test('a number that no source reports stands at its place, with the years it may be of', () => {
  const row = inARow([session(1, '2019-07-25'), session(3, '2022-12-09'), session(5, '2024')], [2, 4]);
  expect(row.map(({ number, between }) => [number, between])).toEqual([
    [1, ''],
    [2, '2019–2022'],
    [3, ''],
    [4, '2023'],
    [5, ''],
  ]);
});
