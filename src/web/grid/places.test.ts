import { expect, test } from 'vitest';
import { Places } from './places.ts';

const placed = (places: Places, rows: readonly string[]): readonly number[] =>
  rows.map((row) => places.of(row));

test('a row that stays keeps its element, one that comes takes that of one that went', () => {
  const places = new Places();
  places.take(['a', 'b', 'c']);
  expect(placed(places, ['a', 'b', 'c'])).toEqual([0, 1, 2]);
  places.take(['c', 'd', 'e']);
  expect(placed(places, ['c', 'd', 'e'])).toEqual([2, 0, 1]);
  places.take(['x', 'y', 'z', 'w']);
  expect(placed(places, ['x', 'y', 'z', 'w'])).toEqual([2, 0, 1, 3]);
});

test('the element that the keys are in is not given on, and no two rows ever share one', () => {
  const places = new Places();
  places.take(['a', 'b']);
  places.take(['c', 'd', 'e'], 'a');
  expect(placed(places, ['c', 'd', 'e'])).toEqual([1, 2, 3]);
  places.take([]);
  places.take(['f']);
  expect(new Set(placed(places, ['f'])).size).toBe(1);
});
