import { expect, test } from 'vitest';
import { activities } from '../../../core/kinds/activities.ts';
import type { Line } from './lines.ts';
import { columnsOf, columnsOfRole, foldText, passes, rowsOf, wordsAsked } from './table.ts';

test('the columns are the main text in each language, then the fields that every kind shows in a row', () => {
  const columns = columnsOf(activities, ['vi', 'lo'], undefined, false).map((column) => column.id);
  expect(columns).toEqual(['activity.vi', 'activity.lo', 'area', 'period', 'host', 'venue', 'level']);
  expect(columnsOf(activities, ['vi', 'lo'], undefined, true).map((column) => column.id)).not.toContain(
    'area',
  );
  expect(columnsOf(activities, ['vi', 'lo'], ['patrols'], true).map((column) => column.id)).toEqual([
    'activity.vi',
    'activity.lo',
    'patrols',
  ]);
});

test('words are found with or without their Vietnamese marks; Lao marks count', () => {
  expect(foldText('Đối thoại')).toBe('doi thoai');
  expect(foldText('École')).toBe('ecole');
  expect(foldText('ລາດຕະເວນ')).toBe('ລາດຕະເວນ');
  expect(foldText('ກິນ')).not.toBe(foldText('ກນ'));
});

const line = (id: string, area: string, open = 0): Line =>
  ({
    id,
    open,
    unsent: 0,
    valueOf: (field: string) => (field === 'area' ? area : undefined),
  }) as unknown as Line;

test('a filter asks for every word, for open lines, for an area', () => {
  const filter = { words: wordsAsked('Đối  thoại'), openOnly: false, area: '' };
  expect(passes(line('a', 'x'), () => 'doi thoai chinh sach', filter)).toBe(true);
  expect(passes(line('a', 'x'), () => 'doi chinh sach', filter)).toBe(false);
  expect(passes(line('a', 'x'), () => '', { words: [], openOnly: true, area: '' })).toBe(false);
  expect(passes(line('a', 'x', 1), () => '', { words: [], openOnly: true, area: 'x' })).toBe(true);
  expect(passes(line('a', 'x', 1), () => '', { words: [], openOnly: true, area: 'y' })).toBe(false);
});

test('groups have a heading each and keep the order of their first line', () => {
  const rows = rowsOf([line('a', 'border'), line('b', 'visits'), line('c', 'border')], (one) =>
    String(one.valueOf('area')),
  );
  expect(rows.map((row) => row.id)).toEqual(['group.border', 'a', 'c', 'group.visits', 'b']);
  expect(rowsOf([line('a', 'border')], () => undefined).map((row) => row.id)).toEqual(['a']);
});

test('whoever reports sees when and where, whoever signs when and at which level, the desk everything', () => {
  expect(columnsOfRole(['implementer'])).toEqual(['period', 'venue', 'host']);
  expect(columnsOfRole(['signatory'])).toEqual(['period', 'host', 'level']);
  expect(columnsOfRole(['leader'])).toEqual(columnsOfRole(['signatory']));
  // All of them: what a role leaves out it leaves out only for whoever does nothing else.
  for (const roles of [['desk'], ['auditor'], ['implementer', 'desk'], []])
    expect(columnsOfRole(roles)).toBeUndefined();
});
