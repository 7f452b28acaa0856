import { beforeAll, expect, test } from 'vitest';
import type { Table } from '../table.fixture.ts';
import { agree, ask, line, planHead, recordTable, state } from './record.fixture.ts';

let table: Table;
beforeAll(() => {
  table = recordTable();
  const at = (from: string, to: string, more = {}) =>
    line('ຢ້ຽມຢາມ', 'visits', { period: { from, to }, venue: 'Vientiane', ...more });
  agree(table, 'plan.y2021', planHead, {
    'visit.a': at('2021-03-01', '2021-03-05', { heads: [{ party: 'VN', post: 'EXERCISE Head' }] }),
    'visit.b': at('2021-03-05', '2021-03-06'),
    'visit.c': at('2021-03-04', '2021-03-04', {
      venue: 'Hà Nội',
      heads: [{ party: 'VN', post: 'Exercise head ' }],
    }),
    'visit.d': at('2021-03', '2021-03'),
    'visit.e': at('2021-03-02', '2021-03-03', { standing: 'cancelled' }),
    'visit.f': at('2021-03-02', '2021-03-03', { standing: 'remote' }),
    'dialogue.g': at('2021-05-01', '2021-05-02', { mechanism: 'mechanism.a', venue: 'Viêng Chăn' }),
    'dialogue.h': at('2021-05-02', '2021-05-02', { mechanism: 'mechanism.a', venue: 'Pakse' }),
  });
  state(table, 'VN', 'event', 'event.x', { date: '2021', title: { vi: 'EXERCISE' }, exercise: true });
});
/** Of what is stated above; the published record stands beside it. */
const rows = (options = {}) =>
  ask(table.register('LA'), 'calendar', options, '2021-03-01').rows.filter(
    ({ subject }) => typeof subject === 'string' && !subject.startsWith('event.vl-'),
  );

test('lines by their period and events by their date, the earliest first, each once', () => {
  expect(rows().map(({ first, last, subject }) => [subject, first, last])).toEqual([
    ['event.x', '2021-01-01', '2021-12-31'],
    ['visit.a', '2021-03-01', '2021-03-05'],
    ['visit.d', '2021-03-01', '2021-03-31'],
    ['visit.e', '2021-03-02', '2021-03-03'],
    ['visit.f', '2021-03-02', '2021-03-03'],
    ['visit.c', '2021-03-04', '2021-03-04'],
    ['visit.b', '2021-03-05', '2021-03-06'],
    ['dialogue.g', '2021-05-01', '2021-05-02'],
    ['dialogue.h', '2021-05-02', '2021-05-02'],
  ]);
});

test('two known to the day clash over a place, a mechanism or a head of delegation; what is off, remote or vague clashes with nothing', () => {
  const clashes = Object.fromEntries(rows().map((row) => [row['subject'], row['clashes']]));
  expect(clashes).toEqual({
    'event.x': [],
    'visit.a': ['visit.b', 'visit.c'],
    'visit.b': ['visit.a'],
    'visit.c': ['visit.a'],
    'visit.d': [],
    'visit.e': [],
    'visit.f': [],
    'dialogue.g': ['dialogue.h'],
    'dialogue.h': ['dialogue.g'],
  });
});

test('a month or a year holds what may fall into it', () => {
  expect(rows({ on: '2021-03' })).toHaveLength(7);
  expect(rows({ on: '2021-04' }).map(({ subject }) => subject)).toEqual(['event.x']);
  expect(rows({ on: '2020' })).toEqual([]);
});
