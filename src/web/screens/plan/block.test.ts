import { expect, test } from 'vitest';
import { fillDown, parseTsv, toTsv, withText } from './block.ts';
import type { Line } from './lines.ts';

test('a block of Excel or LibreOffice is read with its quotes, line ends in cells and short rows', () => {
  expect(parseTsv('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(parseTsv('"one\ntwo"\t"say ""yes"""\nx')).toEqual([
    ['one\ntwo', 'say "yes"'],
    ['x', ''],
  ]);
  expect(parseTsv('a\t\n\tb')).toEqual([
    ['a', ''],
    ['', 'b'],
  ]);
  expect(parseTsv('"quoted" word\tb')).toEqual([['"quoted" word', 'b']]);
  expect(parseTsv('')).toEqual([]);
});

test('what is copied is read back the same, and no cell becomes a formula', () => {
  const rows = [
    ['one\ntwo', 'say "yes"'],
    ['tab\there', ''],
  ];
  expect(parseTsv(toTsv(rows))).toEqual(rows);
  expect(toTsv([['=1+1', '-2', '@x']])).toBe("'=1+1\t'-2\t'@x");
});

test('a text in one language leaves the others, and what was to confirm is judged anew', () => {
  expect(withText({ vi: 'a', lo: 'b', stale: ['lo'] }, 'vi', 'c')).toEqual({ vi: 'c', lo: 'b' });
  expect(withText({ vi: 'a' }, 'vi', '')).toBeNull();
  expect(withText('x', undefined, 'y')).toBe('y');
});

test('filling down takes the first line’s values, both languages into one value', () => {
  const line = (id: string, activity: object, venue: string | undefined): Line =>
    ({
      id,
      fields: new Map<string, unknown>([
        ['activity', { field: 'activity', value: activity, declared: { type: 'prose' } }],
        ...(venue === undefined
          ? []
          : [['venue', { field: 'venue', value: venue, declared: { type: 'words' } }] as const]),
      ]),
    }) as unknown as Line;
  const lines = [
    line('visit.a', { vi: 'A', lo: 'ກ' }, 'x'),
    line('visit.b', { vi: 'B' }, 'y'),
    line('visit.c', {}, undefined),
  ];
  expect(fillDown(lines, ['number', 'activity.vi', 'activity.lo', 'venue'])).toEqual([
    { item: 'visit.b', field: 'activity', value: { vi: 'A', lo: 'ກ' } },
    { item: 'visit.b', field: 'venue', value: 'x' },
    { item: 'visit.c', field: 'activity', value: { vi: 'A', lo: 'ກ' } },
  ]);
});
