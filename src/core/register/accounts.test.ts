import { expect, test } from 'vitest';
import type { PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { accountsOf, settlementsOf, statementsOn, subjectsOf } from './accounts.ts';
import { inertOf } from './register.ts';
import { day, headFields, prose, Table } from './table.fixture.ts';

const line = 'assistance.rice' as SubjectId;
const figures = (amount: string): Json => [{ what: 'rice', amount, unit: 't' }];
const report = (table: Table, party: string, fields: JsonObject, more: JsonObject = {}) =>
  table.say(party, 'statement', { kind: 'report', subject: line, fields, ...more });
const shown = (table: Table, at = 'VN', facet?: string) =>
  accountsOf(table.register(at), line, 'report', facet);
const reasons = (table: Table) => inertOf(table.register('VN')).map(({ detail, reason }) => [reason, detail]);

test('S1 a statement is effective at once, for its author, and replaces its earlier one; history stays', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'underWay' });
  expect(shown(table).sides[0]?.latest?.fields).toEqual({ status: 'underWay' });
  report(table, 'VN', { status: 'carriedOut' }, { on: '2021-03' });
  expect(shown(table).sides[0]).toMatchObject({
    latest: { fields: { status: 'carriedOut' }, on: '2021-03', seq: 3 },
    history: [{ fields: { status: 'underWay' }, seq: 2 }],
  });
  expect(shown(table).sides[1]).toEqual({ party: 'LA', history: [], attributed: [], divided: [] });
});

test('S1 kind, subject and facet are apart', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'underWay' });
  report(table, 'VN', { status: 'partly' }, { facet: 'lot-1' });
  table.say('VN', 'statement', { kind: 'comment', subject: line, fields: { wording: { fr: 'a' } } });
  table.say('VN', 'statement', { kind: 'report', subject: 'visit.a', fields: { status: 'dropped' } });
  expect(shown(table).sides[0]?.latest?.fields).toEqual({ status: 'underWay' });
  expect(shown(table, 'VN', 'lot-1').sides[0]?.latest?.fields).toEqual({ status: 'partly' });
  expect(subjectsOf(table.register('VN'), 'report')).toEqual([line, 'visit.a']);
  expect(statementsOn(table.register('VN'), 'VN' as PartyCode, line).map(({ kind }) => kind)).toEqual([
    'comment',
    'report',
    'report',
  ]);
});

test('S1 a statement taken back is in the history only, and may be made again', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'underWay' });
  table.say('VN', 'retract', { kind: 'report', subject: line });
  expect(shown(table).sides[0]).not.toHaveProperty('latest');
  expect(shown(table).sides[0]?.history.map(({ fields }) => fields)).toEqual([
    undefined,
    { status: 'underWay' },
  ]);
  report(table, 'VN', { status: 'carriedOut' });
  expect(shown(table).sides[0]?.latest?.fields).toEqual({ status: 'carriedOut' });
  table.say('VN', 'retract', { kind: 'gossip', subject: line });
  expect(reasons(table)).toEqual([['inert.kind', 'gossip']]);
});

test('S1 what is said after something was taken back that was never said is found like any other', () => {
  const table = new Table(2);
  table.say('VN', 'retract', { kind: 'report', subject: line });
  report(table, 'VN', { status: 'underWay' });
  expect(subjectsOf(table.register('VN'), 'report')).toEqual([line]);
  expect(shown(table).sides[0]?.latest?.fields).toEqual({ status: 'underWay' });
});

test('S2 both speak: the same, different or one side only, field by field, and none wins', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'carriedOut', figures: figures('1000'), held: { from: '2021-03' } });
  report(table, 'LA', { status: 'carriedOut', figures: figures('980'), standing: null });
  table.share();
  expect(shown(table)).toMatchObject({
    differs: true,
    fields: [
      { field: 'status', standing: 'same' },
      { field: 'held', standing: 'oneSide' },
      { field: 'figures', standing: 'differs' },
    ],
  });
  expect(shown(table, 'LA')).toEqual(shown(table));
});

test('S2 of three parties two that differ differ, whether or not the third speaks', () => {
  const table = new Table(3);
  report(table, 'VN', { status: 'carriedOut', figures: figures('1000') });
  report(table, 'KH', { status: 'carriedOut', figures: figures('980') });
  table.share();
  expect(shown(table).fields).toEqual([
    { field: 'status', standing: 'same' },
    { field: 'figures', standing: 'differs' },
  ]);
});

test('S3 a statement may hold several accounts with their sources, and their divergence is shown', () => {
  const table = new Table(2);
  const accounts = [
    { source: 'VNA, 2021-01-05', fields: { status: 'carriedOut', figures: figures('1000') } },
    { source: 'Vientiane Times', fields: { status: 'carriedOut', figures: figures('900') } },
  ];
  report(table, 'VN', {}, { accounts });
  expect(shown(table).sides[0]).toMatchObject({ latest: { accounts }, divided: ['figures'] });
  expect(shown(table)).toMatchObject({ fields: [], differs: false });
});

test('S3 an account has a source and fits the kind', () => {
  const table = new Table(2);
  report(table, 'VN', {}, { accounts: [{ fields: { status: 'carriedOut' } }] });
  report(table, 'VN', {}, { accounts: [] });
  report(table, 'VN', {}, { accounts: [{ source: 'a', fields: { status: 'done' } }] });
  report(
    table,
    'VN',
    { held: { from: '2021' } },
    { accounts: [{ source: 'a', fields: { figures: figures('1') } }] },
  );
  expect(reasons(table)).toEqual([
    ['inert.body', undefined],
    ['inert.body', undefined],
    ['inert.value', 'status value.code'],
    ['inert.field', 'status'],
  ]);
});

test('S4 what the other said, written down by me, never counts as theirs, nor as mine', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'dropped' }, { attributed: { party: 'LA', source: 'telephone' } });
  report(table, 'VN', { status: 'underWay' });
  table.share();
  expect(shown(table, 'LA').sides).toMatchObject([
    {
      party: 'VN',
      latest: { fields: { status: 'underWay' } },
      attributed: [{ fields: { status: 'dropped' } }],
    },
    { party: 'LA', attributed: [] },
  ]);
  expect(shown(table, 'LA').sides[1]).not.toHaveProperty('latest');
  expect(shown(table, 'LA').fields).toEqual([{ field: 'status', standing: 'oneSide' }]);
  table.say('VN', 'retract', { kind: 'report', subject: line });
  expect(shown(table).sides[0]?.attributed).toEqual([]);
  report(table, 'VN', { status: 'dropped' }, { attributed: { party: 'VN', source: 'myself' } });
  report(table, 'VN', { status: 'dropped' }, { attributed: { party: 'LA' } });
  expect(reasons(table).map(([reason]) => reason)).toEqual(['inert.body', 'inert.body']);
});

test('S5 a mark is one of the levels that the parties share', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'underWay', mark: 'restricted' });
  report(table, 'VN', { status: 'underWay', mark: 'secret' });
  expect(reasons(table)).toEqual([['inert.value', 'mark value.code']]);
  expect(shown(table).sides[0]?.latest?.fields).toMatchObject({ mark: 'restricted' });
});

test('S2 minutes in force settle a figure, and the accounts stay beside it', () => {
  const table = new Table(2);
  report(table, 'VN', { status: 'carriedOut', figures: figures('1000') });
  report(table, 'LA', { status: 'carriedOut', figures: figures('980') });
  const draft = { text: 'minutes.a' as SubjectId };
  table.position('VN', draft, draft.text, { title: headFields['title'] as Json });
  const settled = { in: true, about: line, figures: figures('990'), wording: prose('ກ'), place: 'a' };
  table.position('VN', draft, 'settlement.a', settled);
  table.share();
  table.accept('LA', 'VN', draft);
  table.share();
  const hash = table.content('VN', draft);
  const act = table.propose('VN', { level: 'desk', texts: [{ text: draft.text, content: hash }] });
  table.share();
  table.sign('VN', act);
  expect(settlementsOf(table.register('VN'), line, day)).toEqual([]);
  table.sign('LA', act);
  table.share();
  expect(settlementsOf(table.register('VN'), line, '2026-12-03')).toEqual([]);
  expect(settlementsOf(table.register('VN'), line, day)).toEqual([
    { minutes: 'minutes.a', act, since: '2026-12-04', figures: figures('990'), wording: prose('ກ') },
  ]);
  expect(shown(table).sides.map(({ latest }) => latest?.fields?.['figures'])).toEqual([
    figures('1000'),
    figures('980'),
  ]);
});
