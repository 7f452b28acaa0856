import { expect, test } from 'vitest';
import { allKinds } from '../../../core/kinds/catalogue.ts';
import { packLine } from '../../../core/text/packed-line.ts';
import type { ItemView } from '../../../core/text/view.ts';
import { acceptableIn, layOver, type PackedText, type Setting, type Text } from './lines.ts';

const setting: Setting = { kinds: allKinds, languages: ['vi', 'lo'], parties: ['VN', 'LA'], ours: 'LA' };

const stated = (party: string, value: unknown, seq = 5) => ({ party, source: 'stated', value, seq });
const silent = (party: string) => ({ party, source: 'silent' });
function page(
  fields: unknown[],
  drafts: unknown[] = [],
  inclusion = [stated('VN', true), stated('LA', true)],
): PackedText {
  const item = {
    id: 'visit.a',
    kind: 'visit',
    state: inclusion.every((one) => one.value === true)
      ? 'in'
      : inclusion.some((one) => one.value === true)
        ? 'awaits'
        : 'struck',
    number: 1,
    inclusion: { field: 'in', state: 'agreed', positions: inclusion },
    fields,
  };
  const head = {
    id: 'plan.y',
    kind: 'plan',
    state: 'in',
    inclusion: { field: 'in', state: 'empty', positions: [] },
    fields: [],
  };
  return {
    head: packLine(head as unknown as ItemView),
    lines: [packLine(item as unknown as ItemView)],
    parties: ['VN', 'LA'],
    drafts: drafts.map((draft) => ({
      version: 1,
      by: 'x',
      at: '',
      ...(draft as object),
    })) as unknown as PackedText['drafts'],
    complete: true,
  };
}
const line = (of: PackedText) => {
  const found = layOver(of, setting).lines[0];
  if (!found) throw new Error('no line');
  return found;
};
const bracket = {
  field: 'venue',
  state: 'bracket',
  positions: [stated('VN', 'Hà Nội'), stated('LA', 'Viêng Chăn')],
};

test('our side stands first, whatever the order of the founding', () => {
  const cell = line(page([bracket])).fields.get('venue');
  expect(cell?.positions.map((position) => position.party)).toEqual(['LA', 'VN']);
  expect(cell?.state).toBe('bracket');
});

test('T3: an unsent value of ours that equals theirs is agreed here, and unsent', () => {
  const cell = line(page([bracket], [{ item: 'visit.a', field: 'venue', value: 'Hà Nội' }])).fields.get(
    'venue',
  );
  expect(cell?.state).toBe('agreed');
  expect(cell?.positions[0]).toMatchObject({ party: 'LA', source: 'unsent', value: 'Hà Nội' });
});

test('T7: a prepared acceptance shows the value it takes', () => {
  const draft = { item: 'visit.a', field: 'venue', accept: { party: 'VN', seq: 5 } };
  const cell = line(page([bracket], [draft])).fields.get('venue');
  expect(cell).toMatchObject({ state: 'agreed', value: 'Hà Nội' });
});

test('T3: a withdrawal leaves us silent', () => {
  const cell = line(page([bracket], [{ item: 'visit.a', field: 'venue', withdraw: true }])).fields.get(
    'venue',
  );
  expect(cell).toMatchObject({ state: 'awaits', awaits: ['LA'], value: 'Hà Nội' });
});

test('T5: a language left unconfirmed in our draft is stale, though the words agree', () => {
  const words = { vi: 'a', lo: 'b' };
  const view = {
    field: 'activity',
    state: 'agreed',
    value: words,
    positions: [stated('VN', words), stated('LA', words)],
  };
  const draft = { item: 'visit.a', field: 'activity', value: { ...words, stale: ['lo'] } };
  expect(line(page([view], [draft])).fields.get('activity')).toMatchObject({ state: 'stale', stale: ['lo'] });
});

test('T4: striking a line that they keep brackets it', () => {
  expect(line(page([], [{ item: 'visit.a', field: 'in', value: false }])).state).toBe('bracket');
  expect(line(page([], [], [stated('VN', false), stated('LA', false)])).state).toBe('struck');
  expect(line(page([], [], [stated('VN', true), silent('LA') as never])).state).toBe('awaits');
});

test('a line that exists only here has its fields from its kind, and lies where its place says', () => {
  const drafts = [
    { item: 'patrol.b', field: 'in', value: true },
    { item: 'patrol.b', field: 'place', value: '0' },
    { item: 'patrol.b', field: 'patrols', value: 4 },
  ];
  const [first] = layOver(
    page([{ field: 'place', state: 'agreed', positions: [stated('LA', 'm')], value: 'm' }], drafts),
    setting,
  ).lines;
  expect(first).toMatchObject({ id: 'patrol.b', isNew: true, state: 'awaits', unsent: 3 });
  expect(first?.fields.get('patrols')?.value).toBe(4);
});

const acceptable = ({ head, lines }: Text, party: string): number =>
  [head, ...lines].reduce((sum, line) => sum + acceptableIn(line, party), 0);

test('what "accept all remaining" would take is what they stated and we do not hold', () => {
  const fields = [
    bracket,
    { field: 'level', state: 'agreed', positions: [stated('VN', 'minister'), stated('LA', 'minister')] },
  ];
  expect(acceptable(layOver(page(fields), setting), 'VN')).toBe(1);
  expect(
    acceptable(
      layOver(page(fields, [{ item: 'visit.a', field: 'venue', accept: { party: 'VN', seq: 5 } }]), setting),
      'VN',
    ),
  ).toBe(0);
});

test('T12 a line of which only a partner’s letter speaks is there to be confirmed', () => {
  const of = page([bracket]);
  const recorded = ['visit.a', 'visit.letter', 'visit.letter', 'plan.y'].map((item) => ({ item }));
  const { lines } = layOver({ ...of, recorded }, setting);
  expect(lines.map(({ id }) => id).toSorted()).toEqual(['visit.a', 'visit.letter']);
  expect(lines.find(({ id }) => id === 'visit.letter')?.fields.has('venue')).toBe(true);
});
