import { expect, test } from 'vitest';
import type { SubjectId } from '../../bytes/ids.ts';
import { prose } from '../table.fixture.ts';
import { ask, recordRegister, recordTable, state } from './record.fixture.ts';

const register = recordRegister();
const rows = (question: string, options = {}) => ask(register, question, options).rows;

test('the chronology of the relation holds 162 events of the record in order, each with its sources', () => {
  const all = rows('chronology');
  expect(all).toHaveLength(162);
  expect(all[0]).toMatchObject({ record: 'vl-0001', date: '2008-02-18', precision: 'day' });
  expect(all.at(-1)).toMatchObject({ record: 'vl-0188', date: '2026-03-09' });
  expect(all.filter(({ sources }) => (sources as unknown[]).length === 0)).toEqual([]);
  expect(all.filter(({ entries }) => (entries as unknown[]).length === 0)).toEqual([]);
  const precisions = Map.groupBy(all, ({ precision }) => precision);
  expect([
    precisions.get('day')?.length,
    precisions.get('month')?.length,
    precisions.get('year')?.length,
  ]).toEqual([137, 16, 9]);
});

test('a date known to the year stays so, and where sources differ the conflict is shown', () => {
  const [second] = rows('chronology', { for: 'mechanism.defence-policy-dialogue-deputy-ministers' });
  expect(second).toMatchObject({
    date: '2021',
    precision: 'year',
    session: 2,
    conflicts: [{ note: 'no report of the dialogue itself found; date and form unknown' }],
  });
  const length = rows('chronology', { on: '2013-07-09' })[0];
  expect(length?.['conflicts']).toEqual([{ note: expect.stringContaining('2,067 km here; 2,130') }]);
  expect(rows('chronology', { on: '2021' }).length).toBeGreaterThan(
    rows('chronology', { on: '2021-12' }).length,
  );
});

test('S2 two sides that date an event otherwise are both shown', () => {
  const table = recordTable();
  state(table, 'LA', 'event', 'event.vl-0001', { title: { en: 'Talks' }, date: '2008-02-19' });
  const [row] = ask(table.register('VN'), 'chronology', { on: '2008-02' }).rows;
  expect(row).toMatchObject({
    date: '2008-02-18',
    dates: [
      { party: 'VN', date: '2008-02-18' },
      { party: 'LA', date: '2008-02-19' },
    ],
  });
});

test('the ledger holds 251 lines with the force of each; courtesies stay on their meeting', () => {
  const answer = ask(register, 'ledger');
  expect(answer.rows).toHaveLength(251);
  expect(answer.about).toEqual({
    forces: {
      agreed: 119,
      pledged: 49,
      planned: 8,
      target: 2,
      instructed: 15,
      requested: 20,
      recommended: 15,
      offered: 13,
      proposed: 10,
    },
  });
  expect(rows('ledger', { for: 'event.vl-0158' }).map(({ force }) => force)).toEqual([
    'pledged',
    'instructed',
    'instructed',
    'instructed',
    'instructed',
  ]);
  expect(rows('ledger', { for: 'event.vl-0081' })).toHaveLength(10);
});

test('minutes stand with their meeting, of a mechanism or of none', () => {
  const table = recordTable();
  const minutesOf = (subject: string) =>
    ask(table.register('LA'), 'chronology').rows.find((row) => row['subject'] === subject)?.['minutes'];
  const alone = ask(table.register('LA'), 'chronology').rows.find((row) => row['mechanism'] === undefined);
  const subject = alone?.['subject'] as string;
  expect(minutesOf(subject)).toEqual([]);
  table.position('VN', { text: 'minutes.exercise-alone' as SubjectId }, 'minutes.exercise-alone', {
    title: prose('ບົດບັນທຶກ', 'Biên bản'),
    event: subject,
    exercise: true,
  });
  table.share();
  expect(minutesOf(subject)).toEqual(['minutes.exercise-alone']);
});
