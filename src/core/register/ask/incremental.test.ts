import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../bytes/json.ts';
import type { Register } from '../register.ts';
import { askQuestion, questionNamed, questions } from './catalogue.ts';
import { changesBetween, groupedRows, groupsOf } from './grouped.ts';
import { hiddenSubjects, mattersOf } from './matters.ts';
import type { Options, Question } from './question.ts';
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

const note = (at: number) => ({
  kind: 'event',
  subject: `event.at-once-${at}`,
  fields: event(`2015-06-0${at}`),
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

test('what several parties mention for the first time at once stands in the order of each party', () => {
  const table = recordTable();
  expect(both(table.register('LA')).goneOn).toBeDefined();
  // LA holds its own words first; VN speaks of the same in another order.
  for (const at of [3, 1, 2]) table.say('LA', 'statement', note(at));
  for (const at of [1, 4, 3, 2]) table.say('VN', 'statement', note(at));
  table.share();
  const { anew, goneOn } = both(table.register('LA'));
  expect(goneOn).toEqual(anew);
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

const dialogue = 'mechanism.defence-policy-dialogue-deputy-ministers';
const asked: Readonly<Record<string, readonly Options[]>> = {
  chronology: [{}, { on: '2019' }, { for: dialogue }],
  calendar: [{}, { on: '2021-03' }, { area: 'border' }],
  promises: [{}, { state: 'open' }, { by: 'LA' }],
  mechanism: [{ for: dialogue }],
  series: [{ for: dialogue }],
  holder: [{ post: 'Minister' }],
  person: [{ for: 'Phan' }],
  review: [{ for: 'plan.2021' }],
  brief: [{ side: 'VN' }, { side: 'LA', for: 'desk' }],
};

/** Statements that move, hide, answer and end what was said before. */
const statements = fc.oneof(
  fc.record({
    kind: fc.constant('event'),
    subject: fc.constantFrom('event.a', 'event.b', 'event.vl-0081'),
    fields: fc.record(
      {
        title: fc.constantFrom({ en: 'Talks' }, { en: 'Visit' }),
        date: fc.constantFrom('2015', '2019-03', '~2021', '2021-03-04', '2030-01-01'),
        exercise: fc.constant(true),
        mechanism: fc.constant(dialogue),
        session: fc.integer({ min: 1, max: 30 }),
        what: fc.constantFrom('multilateral', 'talks'),
        conflicts: fc.constant([{ note: 'another day is given' }]),
        mark: fc.constant('restricted'),
      },
      { requiredKeys: ['title', 'date', 'exercise'] },
    ),
  }),
  fc.record({
    kind: fc.constant('undertaking'),
    subject: fc.constantFrom('undertaking.a', 'undertaking.b', 'undertaking.c'),
    fields: fc.record(
      {
        wording: fc.constantFrom({ en: 'Train, and protect the border' }, { en: 'Trade' }, { en: 'Other' }),
        force: fc.constantFrom('requested', 'pledged', 'instructed'),
        exercise: fc.constant(true),
        sides: fc.constantFrom(['VN'], ['LA'], ['VN', 'LA']),
        event: fc.constantFrom('event.a', 'event.b', 'event.vl-0081', 'event.none'),
        due: fc.constantFrom('2020', '2026-12-01'),
        area: fc.constantFrom('training', 'multilateral'),
        mark: fc.constant('restricted'),
      },
      { requiredKeys: ['wording', 'force', 'exercise'] },
    ),
  }),
  fc.record({
    kind: fc.constant('acceptance'),
    subject: fc.constantFrom('undertaking.a', 'undertaking.b'),
    fields: fc.record({ accepted: fc.boolean(), exercise: fc.constant(true) }),
  }),
  fc.record({
    kind: fc.constant('outcome'),
    subject: fc.constantFrom('undertaking.a', 'undertaking.b'),
    fields: fc.record({
      status: fc.constantFrom('carriedOut', 'dropped', 'underWay'),
      exercise: fc.constant(true),
    }),
  }),
  fc.record({
    kind: fc.constant('retract'),
    subject: fc.constantFrom('event.a', 'undertaking.a', 'undertaking.b'),
    fields: fc.constant({}),
  }),
);

test('after any statements every list is the one from nothing', () => {
  const table = recordTable();
  const answers = (of: Register, sight: (typeof sights)[number]) =>
    questions.flatMap(({ question }) =>
      (asked[question] ?? [{}]).map((options) => ({
        question,
        ...ask(of, question, options, '2026-11-21', sight),
      })),
    );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('VN', 'LA'), statements), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...sights),
      (said, sight) => {
        for (const [party, { fields, kind, subject }] of said) {
          const of = subject.split('.')[0] ?? '';
          if (kind === 'retract') table.say(party, 'retract', { kind: of, subject });
          else table.say(party, 'statement', { kind, subject, fields });
        }
        table.share();
        const register = table.register('LA');
        expect(answers(register, sight)).toEqual(answers({ ...register, answers: new Map() }, sight));
      },
    ),
    { numRuns: 25, endOnFailure: true },
  );
});

test('groups follow any change of a list', () => {
  const rows = Array.from({ length: 60 }, (_, number) => ({ number }));
  const keysOf = ({ number }: { number: number }) => [
    `third ${number % 3}`,
    ...(number % 11 === 0 ? ['few'] : []),
  ];
  const asking = askingOf(recordTable().register('VN'));
  fc.assert(
    fc.property(fc.array(fc.subarray(rows), { minLength: 2, maxLength: 5 }), (lists) => {
      for (const list of lists) {
        asking.register.version += 1;
        const changes = changesBetween(lists[0] ?? [], list);
        if (changes !== undefined) {
          const stays = (lists[0] ?? []).filter((_, at) => !changes.gone.includes(at));
          expect(list.filter((_, at) => !changes.come.includes(at))).toEqual(stays);
        }
        const groups = groupedRows(asking, 'any', list, keysOf);
        expect(Object.fromEntries(groups)).toEqual(Object.fromEntries(groupsOf(list, keysOf)));
      }
    }),
  );
});
