import { expect, test } from 'vitest';
import { selectionBetween } from './selection.ts';

const field = {
  rows: [{ id: 'h1', heading: true }, { id: 'a' }, { id: 'b' }, { id: 'h2', heading: true }, { id: 'c' }],
  columns: [{ id: 'vi' }, { id: 'lo' }, { id: 'period' }],
};

test('a block lies between its corners, whichever was first, and leaves headings out', () => {
  const block = { rows: ['b', 'c'], columns: ['vi', 'lo'] };
  expect(selectionBetween({ row: 'b', column: 'lo' }, { row: 'c', column: 'vi' }, field)).toEqual(block);
  expect(selectionBetween({ row: 'c', column: 'vi' }, { row: 'b', column: 'lo' }, field)).toEqual(block);
});

test('without another corner, or with one that is filtered away, it is the cell', () => {
  const cell = { rows: ['a'], columns: ['period'] };
  expect(selectionBetween(undefined, { row: 'a', column: 'period' }, field)).toEqual(cell);
  expect(selectionBetween({ row: 'gone', column: 'vi' }, { row: 'a', column: 'period' }, field)).toEqual(
    cell,
  );
});
