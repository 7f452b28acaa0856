import { expect, test } from 'vitest';
import { Heights } from './heights.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, estimate: 40 }));

test('a list of guessed heights knows which rows a window shows', () => {
  const heights = new Heights();
  heights.reset(rows(5000));
  expect(heights.total).toBe(200_000);
  expect(heights.at(0)).toBe(0);
  expect(heights.at(79)).toBe(1);
  expect(heights.at(80)).toBe(2);
  expect(heights.window(4000, 4800, 2)).toEqual([98, 123]);
  expect(heights.window(199_990, 200_800, 2)).toEqual([4997, 5000]);
});

test('a measured row above the anchor shifts what is below it, one under it does not', () => {
  const heights = new Heights();
  heights.reset(rows(10));
  expect(heights.measure(new Map([['r0', 60]]), 100)).toBe(20);
  expect(heights.measure(new Map([['r9', 90]]), 100)).toBe(0);
  expect(heights.top(1)).toBe(60);
  expect(heights.total).toBe(470);
  const { stand } = heights;
  heights.measure(new Map([['r9', 90.2]]), 100);
  expect(heights.stand).toBe(stand);
  heights.measure(new Map([['r9', 91]]), 100);
  expect(heights.stand).not.toBe(stand);
});

test('rows keep their measured height when the list is filtered', () => {
  const heights = new Heights();
  heights.reset(rows(10));
  heights.measure(new Map([['r5', 100]]), 0);
  heights.reset(rows(10).slice(5));
  expect(heights.height(0)).toBe(100);
});

test('an empty list has an empty window', () => {
  const heights = new Heights();
  heights.reset([]);
  expect(heights.window(0, 500, 3)).toEqual([0, 0]);
  expect(heights.total).toBe(0);
});
