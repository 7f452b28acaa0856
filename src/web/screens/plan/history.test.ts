import { expect, test } from 'vitest';
import type { Draft } from '../../../api/texts.ts';
import { changesBack, createHistory, stepBetween } from './history.ts';

const draft = (field: string, version: number, more: Partial<Draft>): Draft => ({
  item: 'visit.a',
  field,
  version,
  by: 'x',
  at: '',
  ...more,
});

test('a step holds what differs, and leads back on the version that it left', () => {
  const before = [draft('venue', 3, { value: 'a' }), draft('level', 1, { value: 'unit' })];
  const after = [
    draft('venue', 4, { value: 'b' }),
    draft('level', 1, { value: 'unit' }),
    draft('host', 1, { value: 'VN' }),
  ];
  const step = stepBetween([...before, ...after], before, after);
  expect(changesBack(step, () => false)).toEqual([
    { item: 'visit.a', field: 'venue', value: 'a', version: 4 },
    { item: 'visit.a', field: 'host', drop: true, version: 1 },
  ]);
});

test('what was withdrawn or taken comes back as such; a text that was confirmed stays confirmed', () => {
  const before = [
    draft('a', 1, { withdraw: true }),
    draft('b', 1, { accept: { party: 'LA', seq: 5 } }),
    draft('c', 1, { value: { vi: 'x', lo: 'y' } }),
    draft('d', 1, { value: { from: '2027-01', to: '2027-02' } }),
  ];
  const after = before.map((one) => ({ ...one, version: 2, value: 'z' }));
  expect(changesBack(stepBetween(before, before, after), ({ field }) => field === 'c')).toEqual([
    { item: 'visit.a', field: 'a', withdraw: true, version: 2 },
    { item: 'visit.a', field: 'b', accept: { party: 'LA', seq: 5 }, version: 2 },
    { item: 'visit.a', field: 'c', value: { vi: 'x', lo: 'y', stale: [] }, version: 2 },
    { item: 'visit.a', field: 'd', value: { from: '2027-01', to: '2027-02' }, version: 2 },
  ]);
});

test('what was undone can be done again until something new is done', () => {
  const history = createHistory();
  const after = [draft('venue', 1, { value: 'a' })];
  const step = stepBetween(after, [], after);
  history.did(step);
  expect(history.take('undo')).toEqual(step);
  const turned = stepBetween(step, after, []);
  history.put('undo', step, turned);
  expect(history.take('undo')).toBeUndefined();
  expect(history.take('redo')).toEqual(turned);
  history.put('redo', turned, step);
  history.did(step);
  expect(history.take('redo')).toBeUndefined();
});

test('two edits of one cell are undone one after the other, each on the version that stands', () => {
  const history = createHistory();
  const place = [{ item: 'visit.a', field: 'venue' }];
  const [one, two] = [draft('venue', 1, { value: 'a' }), draft('venue', 2, { value: 'b' })];
  history.did(stepBetween(place, [], [one]));
  history.did(stepBetween(place, [one], [two]));
  const second = history.take('undo') ?? [];
  const again = draft('venue', 3, { value: 'a' });
  history.put('undo', second, stepBetween(place, [two], [again]));
  const first = history.take('undo') ?? [];
  expect(changesBack(first, () => false)).toEqual([
    { item: 'visit.a', field: 'venue', drop: true, version: 3 },
  ]);
});
