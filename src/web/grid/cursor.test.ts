import { expect, test } from 'vitest';
import { moveCursor } from './cursor.ts';

const field = {
  rows: [{ id: 'h1', heading: true }, { id: 'a' }, { id: 'b' }, { id: 'h2', heading: true }, { id: 'c' }],
  columns: [{ id: 'vi' }, { id: 'lo' }, { id: 'period' }],
  page: 3,
};
const key = (name: string, ctrl = false) => ({ key: name, ctrl, shift: false });

test('arrows move by one and step over headings', () => {
  expect(moveCursor({ row: 'b', column: 'vi' }, key('ArrowDown'), field)).toEqual({ row: 'c', column: 'vi' });
  expect(moveCursor({ row: 'c', column: 'lo' }, key('ArrowUp'), field)).toEqual({ row: 'b', column: 'lo' });
  expect(moveCursor({ row: 'a', column: 'vi' }, key('ArrowRight'), field)).toEqual({
    row: 'a',
    column: 'lo',
  });
});

test('the edges hold', () => {
  expect(moveCursor({ row: 'a', column: 'vi' }, key('ArrowUp'), field)).toEqual({ row: 'a', column: 'vi' });
  expect(moveCursor({ row: 'c', column: 'period' }, key('ArrowRight'), field)).toEqual({
    row: 'c',
    column: 'period',
  });
  expect(moveCursor({ row: 'c', column: 'period' }, key('ArrowDown'), field)).toEqual({
    row: 'c',
    column: 'period',
  });
});

test('control with End leads to the last cell, with Home to the first line', () => {
  expect(moveCursor({ row: 'a', column: 'vi' }, key('End', true), field)).toEqual({
    row: 'c',
    column: 'period',
  });
  expect(moveCursor({ row: 'c', column: 'period' }, key('Home', true), field)).toEqual({
    row: 'a',
    column: 'vi',
  });
});

test('a key that does not move is left to others', () => {
  expect(moveCursor({ row: 'a', column: 'vi' }, key('x'), field)).toBeUndefined();
  expect(moveCursor(undefined, key('ArrowDown'), { ...field, rows: [] })).toBeUndefined();
});
