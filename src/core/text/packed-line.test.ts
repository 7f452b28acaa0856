import { expect, test } from 'vitest';
import type { PartyCode } from '../bytes/ids.ts';
import { packContentLine, packLine, unpackLine } from './packed-line.ts';
import type { FieldView, ItemView } from './view.ts';

const parties = ['VN', 'LA', 'KH'] as PartyCode[];
type Voice = { readonly value?: unknown; readonly base?: true } | undefined;

function view(
  field: string,
  state: FieldView['state'],
  voices: readonly Voice[],
  more: object = {},
): FieldView {
  const positions = voices.map((voice, at) =>
    voice === undefined
      ? { party: parties[at], source: 'silent' }
      : { party: parties[at], source: voice.base ? 'base' : 'stated', value: voice.value },
  );
  return { field, state, positions, ...more } as FieldView;
}
const same = (value: unknown): readonly Voice[] => parties.map(() => ({ value }));

const item = (fields: readonly FieldView[], more: object = {}): ItemView =>
  ({
    id: 'visit.a',
    kind: 'visit',
    state: 'in',
    number: 3,
    inclusion: view('in', 'agreed', same(true), { value: true }),
    fields,
    ...more,
  }) as ItemView;

/** In no particular order: the table finds fields by name. */
const sorted = (fields: readonly FieldView[]): readonly FieldView[] =>
  fields.toSorted((one, other) => (one.field < other.field ? -1 : 1));

test('a packed line unpacks to the comparison it was made of, whatever the states and values', () => {
  const list = [{ party: 'VN', count: 3 }];
  const fields = [
    view('a', 'agreed', same('x'), { value: 'x' }),
    view('b', 'bracket', [{ value: 'x' }, { value: list }, { value: null }]),
    view('c', 'crossed', [{ value: 'x' }, { value: 'y' }, { value: 'x' }]),
    view('d', 'awaits', [{ value: ['x'] }, undefined, undefined], { awaits: ['LA', 'KH'] }),
    view(
      'e',
      'stale',
      [{ value: { vi: 'x' } }, { value: { vi: 'x', stale: ['lo'] } }, { value: { vi: 'x' } }],
      {
        value: { vi: 'x' },
        stale: ['lo'],
      },
    ),
    view('f', 'missing', [undefined, undefined, undefined]),
    view('g', 'missing', same(null), { value: null }),
    view('h', 'empty', same(null), { value: null }),
    view('i', 'each', [{ value: '1' }, undefined, { value: '3' }]),
    view('j', 'agreed', [{ value: 5, base: true }, { value: 5 }, { value: 5, base: true }], { value: 5 }),
    view('k', 'agreed', same({ vi: 'x' }), { value: { vi: 'x' }, info: { fr: 'y' } }),
    view('l', 'agreed', same([['x'], 'y']), { value: [['x'], 'y'] }),
  ];
  const whole = item(fields, { state: 'bracket' });
  const { fields: unpacked, ...rest } = unpackLine(packLine(whole), parties);
  const { fields: _, ...given } = whole;
  expect(rest).toEqual(given);
  expect(sorted(unpacked)).toEqual(fields);
});

test('what nobody has spoken of takes no bytes; what all hold is written once', () => {
  const silent = [undefined, undefined, undefined];
  const fields = [view('a', 'empty', silent), view('b', 'each', silent), view('c', 'agreed', same('words'))];
  expect(packLine(item(fields))).toEqual({
    id: 'visit.a',
    number: 3,
    fields: { 'agreed 0,0,0': { in: true, c: 'words' } },
  });
});

test('a content in force is what every party lets stand', () => {
  const line = packContentLine(
    { id: 'visit.a', number: 3, fields: { in: true, venue: 'x', host: null } },
    3,
    undefined,
  );
  const { fields, inclusion, state } = unpackLine(line, parties);
  expect([state, inclusion?.value]).toEqual(['in', true]);
  expect(fields).toEqual([
    view(
      'venue',
      'agreed',
      parties.map(() => ({ value: 'x', base: true })),
      { value: 'x' },
    ),
  ]);
});
