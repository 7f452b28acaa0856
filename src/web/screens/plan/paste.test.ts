import { expect, test } from 'vitest';
import type { Line } from './lines.ts';
import { editsOfPaste, rowsToPaste } from './paste.ts';

const line = (id: string, activity: object, venue: string): Line =>
  ({
    id,
    kind: { kind: 'visit' },
    fields: new Map([
      ['activity', { value: activity }],
      ['venue', { value: venue }],
    ]),
  }) as unknown as Line;
const columns = [
  { field: 'activity', lang: 'vi' },
  { field: 'activity', lang: 'lo' },
  { field: 'venue', lang: undefined },
];

test('a block changes what differs, both languages in one value, and leaves out what cannot be taken', () => {
  const pasting = {
    rows: [
      ['A2', 'ກ', 'x', 'too wide'],
      ['B', 'ຂ', '?'],
    ],
    lines: [line('visit.a', { vi: 'A', lo: 'ກ' }, 'x'), line('visit.b', { vi: 'B', lo: 'ຂ' }, 'y')],
    columns: ['activity.vi', 'activity.lo', 'venue'],
  };
  const rows = rowsToPaste(pasting, 'patrol');
  expect(rows.map(({ cells, kind }) => [kind, cells.length])).toEqual([
    ['visit', 3],
    ['visit', 3],
  ]);
  const read = [
    [{ value: 'A2' }, { value: 'ກ' }, { value: 'x' }],
    [{ value: 'B' }, { value: 'ຂ' }, { fault: 'long' }],
  ];
  expect(editsOfPaste(rows, columns, read, 'm')).toEqual([
    { item: 'visit.a', field: 'activity', value: { vi: 'A2', lo: 'ກ' } },
  ]);
});

test('rows beyond the last line make new lines behind it, in their order', () => {
  const pasting = { rows: [['A'], ['B'], ['']], lines: [], columns: ['activity.vi'] };
  const rows = rowsToPaste(pasting, 'patrol');
  const ids = ['one', 'two'];
  const read = [[{ value: 'A' }], [{ value: 'B' }], [{ value: '' }]];
  const edits = editsOfPaste(rows, columns.slice(0, 1), read, 'm', () => ids.shift() ?? '');
  expect(edits.map(({ field, item }) => `${item} ${field}`)).toEqual([
    'patrol.one in',
    'patrol.one place',
    'patrol.one activity',
    'patrol.two in',
    'patrol.two place',
    'patrol.two activity',
  ]);
  const places = edits.filter(({ field }) => field === 'place').map(({ value }) => value as string);
  expect(places.toSorted()).toEqual(places);
  expect((places[0] ?? '') > 'm').toBe(true);
});
