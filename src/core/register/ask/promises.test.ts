import { beforeAll, expect, test } from 'vitest';
import type { Table } from '../table.fixture.ts';
import { titleOf } from './divergences.ts';
import { stateOf } from './ledger.ts';
import { mattersOn } from './matters.ts';
import {
  agree,
  ask,
  askingOf,
  line,
  planHead,
  recordRegister,
  recordTable,
  state,
} from './record.fixture.ts';

const support = 'undertaking.vl-0081-3';
const patrols = 'undertaking.vl-0081-8';
const request = 'undertaking.vl-0158-2';

test('S6 silence is open: of the record alone no promise is kept or unkept', () => {
  const answer = ask(recordRegister(), 'promises');
  expect(answer.about).toEqual({
    kept: 0,
    unkept: 0,
    open: 179,
    silent: 179,
    // What binds both counts for both.
    sides: [
      { party: 'LA', kept: 0, unkept: 0, open: 148 },
      { party: 'VN', kept: 0, unkept: 0, open: 157 },
    ],
  });
  expect(ask(recordRegister(), 'promises', { state: 'unkept' }).rows).toEqual([]);
});

test('what says nothing of its own is called what it is said of', () => {
  const table = recordTable();
  state(table, 'LA', 'acceptance', request, { accepted: true });
  const asking = askingOf(table.register('LA'));
  const [said] = mattersOn(asking, 'undertaking', request);
  const [accepted] = mattersOn(asking, 'acceptance', request);
  expect(accepted).toBeDefined();
  expect(titleOf(asking, request, accepted)).toEqual(titleOf(asking, request, said));
  expect(titleOf(asking, request, said)).toHaveProperty('en');
});

test.each([
  [[], 'open'],
  [[['carriedOut']], 'kept'],
  [[['carriedOut'], ['carriedOut']], 'kept'],
  [[['carriedOut'], ['partly']], 'open'],
  [[['partly', true]], 'unkept'],
  [[['notStarted']], 'open'],
  [[['notStarted', true]], 'unkept'],
  [[['carriedOut', true]], 'kept'],
  [[['dropped'], ['carriedOut']], 'unkept'],
] as const)('S6 by what the sides say %j a promise is %s', (says, expected) => {
  expect(
    stateOf(says.map(([status, closed]) => ({ party: 'VN', status, ...(closed ? { closed } : {}) }))),
  ).toBe(expected);
});

let table: Table;
beforeAll(() => {
  table = recordTable();
  state(table, 'VN', 'outcome', patrols, { status: 'carriedOut', by: ['event.vl-0097'], exercise: true });
  state(table, 'LA', 'outcome', patrols, { status: 'partly', exercise: true });
  state(table, 'LA', 'outcome', support, { status: 'carriedOut', exercise: true });
  state(table, 'LA', 'outcome', 'undertaking.vl-0081-2', { status: 'dropped', exercise: true });
  agree(table, 'plan.y2021', planHead, { 'patrol.a': line('ລາດຕະເວນ', 'border', { carriesOut: [patrols] }) });
});
const promise = (subject: string) =>
  ask(table.register('VN'), 'promises').rows.find((row) => row['subject'] === subject);

test('S6 S2 both outcomes of one promise stand, and what carries it out is named', () => {
  expect(promise(patrols)).toMatchObject({
    state: 'open',
    silent: false,
    differs: true,
    says: [
      { party: 'VN', status: 'carriedOut' },
      { party: 'LA', status: 'partly' },
    ],
    carriers: ['patrol.a', 'event.vl-0097'],
  });
  expect(promise(support)).toMatchObject({ state: 'kept', sides: ['LA'], carriers: ['event.vl-0082'] });
  expect(promise(support)?.['entries']).toHaveLength(2);
});

test('promises are found by state and by the side bound', () => {
  const kept = ask(table.register('LA'), 'promises', { state: 'kept', by: 'LA' });
  expect(kept.rows.map(({ subject }) => subject)).toEqual([support]);
  const unkept = ask(table.register('LA'), 'promises', { state: 'unkept', by: 'VN' });
  expect(unkept.rows.map(({ subject }) => subject)).toEqual(['undertaking.vl-0081-2']);
  expect(unkept.about).toMatchObject({ kept: 0, unkept: 1 });
});

test('what is asked for binds whoever accepts it, and only then', () => {
  expect(promise(request)).toBeUndefined();
  state(table, 'LA', 'acceptance', request, { accepted: true, exercise: true });
  expect(promise(request)).toMatchObject({ sides: ['LA'], acceptedBy: ['LA'], force: 'instructed' });
  expect(ask(table.register('VN'), 'ledger', { for: 'event.vl-0158' }).rows[0]).toMatchObject({
    subject: 'undertaking.vl-0158-1',
    answers: [request, 'undertaking.vl-0158-3', 'undertaking.vl-0158-4', 'undertaking.vl-0158-5'],
  });
});
