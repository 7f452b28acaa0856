import { beforeAll, expect, test } from 'vitest';
import type { Table } from '../table.fixture.ts';
import { textIn } from './asking.ts';
import { agree, ask, line, planHead, recordTable, state } from './record.fixture.ts';

let table: Table;
beforeAll(() => {
  table = recordTable();
  agree(table, 'plan.y2021', planHead, {
    'visit.a': line('ຢ້ຽມຢາມ', 'visits', {
      lead: [
        { party: 'LA', agency: 'ກົມການຕ່າງປະເທດ' },
        { party: 'VN', agency: 'Cục Đối ngoại' },
      ],
    }),
    'visit.b': line('ຢ້ຽມຢາມ', 'visits', { standing: 'cancelled' }),
    'science.c': line('ວິທະຍາສາດ', 'science', {
      period: { from: '2021' },
      deliverables: [{ what: 'EXERCISE report', due: '2021-06-15' }],
    }),
  });
  state(
    table,
    'LA',
    'milestone',
    'science.c',
    { title: { lo: 'ຂັ້ນໝາຍ' }, due: '2021-05', done: 40, exercise: true },
    { facet: 'm1' },
  );
  state(table, 'VN', 'letter', 'letter.a', {
    title: { vi: 'Công hàm' },
    what: 'official',
    date: '2021-05-01',
    to: 'LA',
    expectsAnswer: true,
    answerBy: '2021-06-20',
    ourReference: 'EXERCISE 12/ĐN',
    exercise: true,
  });
  state(table, 'VN', 'note', 'note.a', {
    title: { vi: 'Thông báo' },
    wording: { vi: 'EXERCISE' },
    date: '2021-05-02',
    mark: 'parties',
    expectsAnswer: true,
    exercise: true,
  });
});
const asked = (question: string, day: string, options = {}) =>
  ask(table.register('LA'), question, options, day).rows;
const named = (question: string, day: string, options = {}) =>
  asked(question, day, options).map(({ subject, what }) => `${textIn(what)} ${textIn(subject)}`);

test('due within 60 days: activities, deliverables, milestones, promises, sessions and answers, each by its last day', () => {
  const due = named('due', '2021-05-10');
  expect(due).toEqual(
    expect.arrayContaining([
      'milestone science.c',
      'deliverable science.c',
      'activity visit.a',
      'answer letter.a',
      'answer note.a',
      'promise undertaking.vl-0092-1',
    ]),
  );
  expect(due).not.toContain('activity visit.b');
  expect(asked('due', '2021-05-10').find(({ subject }) => subject === 'visit.a')).toMatchObject({
    due: '2021-06-30',
    days: '51',
    silent: true,
  });
  expect(named('due', '2021-05-10', { days: 10 })).not.toContain('activity visit.a');
  expect(asked('due', '2021-05-10').at(-1)).toMatchObject({ subject: 'note.a' });
});

test('what is past its day is overdue until a side reports it done; silence stays "no report"', () => {
  expect(named('overdue', '2021-07-01')).toContain('activity visit.a');
  state(table, 'LA', 'report', 'visit.a', { status: 'carriedOut', exercise: true });
  expect(named('overdue', '2021-07-01')).not.toContain('activity visit.a');
  const old = asked('overdue', '2021-07-01').find(({ subject }) => subject === 'undertaking.vl-0005-1');
  expect(old).toMatchObject({ due: '2010', last: '2010-12-31', silent: true });
});

test('an answer of the other side ends the waiting, and "unanswered" drops by one', () => {
  const unanswered = () => ask(table.register('VN'), 'correspondence', { state: 'unanswered' }).about;
  expect(unanswered()).toEqual({ unanswered: 1 });
  state(table, 'LA', 'letter', 'letter.b', {
    title: { lo: 'ຕອບ' },
    what: 'official',
    date: '2021-05-20',
    answers: 'letter.a',
    ourReference: 'EXERCISE 4/ກຕປ',
    theirReference: 'EXERCISE 12/ĐN',
    exercise: true,
  });
  expect(unanswered()).toEqual({ unanswered: 0 });
  const [reply, letter] = ask(table.register('VN'), 'correspondence').rows;
  expect([reply?.['subject'], letter?.['subject']]).toEqual(['letter.b', 'letter.a']);
  expect(letter).toMatchObject({ answeredBy: ['letter.b'], awaits: [] });
  expect(named('due', '2021-05-10')).not.toContain('answer letter.a');
});

test('tasks: each side sees of the other only that an instruction was issued: date, number, lead agency', () => {
  state(table, 'VN', 'instruction', 'visit.a', {
    date: '2021-01-10',
    number: 'EXERCISE 7',
    agency: 'Cục Đối ngoại',
    exercise: true,
  });
  const [task] = ask(table.register('LA'), 'tasks', { for: 'cuc doi ngoai' }, '2021-05-01').rows;
  expect(task).toMatchObject({
    subject: 'visit.a',
    instructed: [{ party: 'VN', date: '2021-01-10', number: 'EXERCISE 7', agency: 'Cục Đối ngoại' }],
    due: '2021-06-30',
    missed: false,
  });
  expect(
    ask(table.register('LA'), 'tasks', { state: 'notInstructed', by: 'LA' }, '2021-05-01').rows.map(
      ({ subject }) => subject,
    ),
  ).toContain('visit.a');
  expect(
    ask(table.register('LA'), 'tasks', { state: 'missed' }, '2022-02-01').rows.map(({ subject }) => subject),
  ).toEqual(['visit.b', 'science.c']);
});
