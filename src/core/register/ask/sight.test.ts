import { beforeAll, expect, test } from 'vitest';
import type { Table } from '../table.fixture.ts';
import { questions } from './catalogue.ts';
import { hiddenSubjects } from './matters.ts';
import { ask, recordTable, state } from './record.fixture.ts';

let table: Table;
beforeAll(() => {
  table = recordTable();
  const wording = { wording: { vi: 'EXERCISE' }, date: '2021-05-01', exercise: true };
  state(table, 'VN', 'note', 'note.hidden', {
    title: { vi: 'Mật' },
    ...wording,
    mark: 'restricted',
    expectsAnswer: true,
  });
  state(table, 'VN', 'note', 'note.shown', {
    title: { vi: 'Chung' },
    ...wording,
    mark: 'parties',
    answers: 'note.hidden',
  });
  state(table, 'LA', 'acknowledgement', 'note.hidden', { date: '2021-05-02', exercise: true });
  state(table, 'LA', 'gateState', 'gateState.one', {
    title: { lo: 'ດ່ານ' },
    state: 'open',
    mark: 'restricted',
    exercise: true,
  });
  state(table, 'VN', 'gateState', 'gateState.two', { title: { vi: 'Cửa' }, state: 'open', exercise: true });
  state(table, 'LA', 'report', 'visit.x', { status: 'carriedOut', mark: 'restricted', exercise: true });
  state(table, 'VN', 'report', 'visit.x', { status: 'partly', exercise: true });
});
const notes = (sight: 'restricted' | 'parties') =>
  ask(table.register('LA'), 'information', {}, '2021-06-01', sight);

test('S5 a restricted note and its acknowledgement are there for whoever may see it', () => {
  expect(notes('restricted').rows).toHaveLength(2);
  expect(notes('restricted').rows.find(({ subject }) => subject === 'note.hidden')).toMatchObject({
    acknowledgedBy: ['LA'],
    answeredBy: ['note.shown'],
  });
  expect(notes('restricted').about).toEqual({ unanswered: 1 });
});

test('S5 hidden equals absent: no line, count or reference of any question betrays it', () => {
  expect(notes('parties').rows.map(({ answers, subject }) => [subject, answers])).toEqual([
    ['note.shown', undefined],
  ]);
  expect(notes('parties').about).toEqual({ unanswered: 0 });
  for (const { question } of questions) {
    const answer = ask(
      table.register('LA'),
      question,
      { post: 'minister', for: 'event.vl-0081' },
      '2021-06-01',
      'parties',
    );
    expect(`${question} ${JSON.stringify(answer)}`).not.toContain('note.hidden');
    expect(`${question} ${JSON.stringify(answer)}`).not.toContain('gateState.one');
  }
  expect(
    ask(table.register('VN'), 'border', { for: 'gate' }, '2021-06-01', 'parties').rows.map(
      ({ subject }) => subject,
    ),
  ).toEqual(['gateState.two']);
});

test('S5 a restricted report hides itself, not the line it is about', () => {
  expect([...hiddenSubjects(table.register('LA'), 'parties')].sort()).toEqual([
    'gateState.one',
    'note.hidden',
  ]);
  const differing = (sight: 'restricted' | 'parties') =>
    ask(table.register('LA'), 'divergences', { for: 'parties' }, '2021-06-01', sight).rows.length;
  expect([differing('restricted'), differing('parties')]).toEqual([1, 0]);
});

test('S5 once its author lowers the mark the note is there for all', () => {
  state(table, 'VN', 'note', 'note.hidden', {
    title: { vi: 'Mật' },
    wording: { vi: 'EXERCISE' },
    date: '2021-05-01',
    mark: 'parties',
    exercise: true,
  });
  expect(notes('parties').rows).toHaveLength(2);
});
