import { expect, test } from 'vitest';
import type { JsonObject } from '../../bytes/json.ts';
import type { Register } from '../register.ts';
import { askQuestion, questionNamed } from './catalogue.ts';
import { hiddenSubjects, mattersOf } from './matters.ts';
import type { Question } from './question.ts';
import { ask, askingOf, recordTable, state } from './record.fixture.ts';

const kinds = ['event', 'undertaking', 'acceptance', 'note'];
const sights = ['parties', 'restricted'] as const;

/** What the register answers, going on from what it answered before, and what it would answer from nothing. */
function both(register: Register) {
  const answers = (of: Register) =>
    sights.map((sight) => ({
      chronology: ask(of, 'chronology', {}, '2026-11-21', sight).rows,
      ledger: ask(of, 'ledger', {}, '2026-11-21', sight).rows,
      hidden: [...hiddenSubjects(of, sight)].sort(),
      matters: kinds.map((kind) =>
        mattersOf({ register: of, day: '', sight }, kind).map(({ kept: _, ...matter }) => matter),
      ),
    }));
  return { goneOn: answers(register), anew: answers({ ...register, answers: new Map() }) };
}

const event = (date: string, more: JsonObject = {}): JsonObject => ({
  title: { en: `On ${date}` },
  date,
  exercise: true,
  ...more,
});
const said = (of: string, more: JsonObject = {}): JsonObject => ({
  wording: { en: 'Said' },
  force: 'requested',
  event: of,
  exercise: true,
  ...more,
});

test('after each statement the answers that go on from before are those from nothing', () => {
  const table = recordTable();
  const steps: readonly (readonly [party: string, kind: string, subject: string, fields: JsonObject])[] = [
    ['VN', 'event', 'event.new', event('2015-06-01')],
    ['VN', 'undertaking', 'undertaking.new-1', said('event.new')],
    // The other side speaks of the same, and of what only it had spoken of.
    ['LA', 'event', 'event.new', event('2015-06-02')],
    ['LA', 'event', 'event.theirs', event('2019')],
    ['VN', 'event', 'event.theirs', event('2019-03')],
    // Its day moves, and with it the line that was said there.
    ['VN', 'event', 'event.new', event('2021-01-01')],
    ['LA', 'acceptance', 'undertaking.new-1', { accepted: true, exercise: true }],
    ['LA', 'acceptance', 'undertaking.new-1', { accepted: false, exercise: true }],
    // Hidden, and shown again.
    ['VN', 'undertaking', 'undertaking.new-2', said('event.theirs', { mark: 'restricted' })],
    ['VN', 'undertaking', 'undertaking.new-2', said('event.theirs')],
    ['VN', 'event', 'event.vl-0081', event('2020-12-05')],
  ];
  const before = both(table.register('LA'));
  expect(before.goneOn).toEqual(before.anew);
  for (const [party, kind, subject, fields] of steps) {
    state(table, party, kind, subject, fields);
    const { anew, goneOn } = both(table.register('LA'));
    expect(goneOn, `${party} ${kind} ${subject}`).toEqual(anew);
  }
  // Taken back, said again, and written down of the other side.
  table.say('VN', 'retract', { kind: 'event', subject: 'event.new' });
  table.share();
  expect(both(table.register('LA')).goneOn).toEqual(both(table.register('LA')).anew);
  state(table, 'VN', 'event', 'event.new', event('2022'));
  state(table, 'VN', 'event', 'event.letter', event('2022-02'), {
    attributed: { party: 'LA', source: 'letter 7' },
  });
  const last = both(table.register('LA'));
  expect(last.goneOn).toEqual(last.anew);
});

test('what nobody spoke of stays the same list, and the other rows the same rows', () => {
  const table = recordTable();
  // As the register keeps them: what is completed for those that are shown is made anew.
  const rows = (question: string) =>
    askQuestion(askingOf(table.register('VN')), questionNamed(question) as Question).rows;
  const [chronology, ledger] = [rows('chronology'), rows('ledger')];
  state(table, 'VN', 'event', 'event.another', event('2024-05-05'));
  const after = rows('chronology');
  expect(after).toHaveLength(chronology.length + 1);
  expect(chronology.filter((row) => !after.includes(row))).toEqual([]);
  // Two statements later, though only the other list was asked for between them.
  state(table, 'VN', 'event', 'event.one-more', event('2024-05-06'));
  expect(rows('ledger').every((row, at) => row === ledger[at])).toBe(true);
});
