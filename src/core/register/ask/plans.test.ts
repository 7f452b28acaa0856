import { beforeEach, expect, test } from 'vitest';
import type { SubjectId } from '../../bytes/ids.ts';
import type { DraftRef } from '../../text/view.ts';
import { capacityOf, prose, Table } from '../table.fixture.ts';
import { ask, line, planHead, state } from './record.fixture.ts';

const text = 'plan.y2021' as SubjectId;
let table: Table;
beforeEach(() => {
  table = new Table(2);
});

/** VN states it, LA takes it, both sign on those days; in force on signature. */
function conclude(
  draft: Omit<DraftRef, 'text'>,
  positions: readonly (readonly [item: string, fields: Parameters<Table['position']>[3]])[],
  dates: Readonly<Record<string, string>>,
) {
  for (const [item, fields] of positions) table.position('VN', { text, ...draft }, item, fields);
  table.share();
  table.accept('LA', 'VN', { text, ...draft });
  table.share();
  const content = table.content('VN', { text, ...draft });
  table.content('LA', { text, ...draft });
  const act = table.propose('VN', { texts: [{ text, content, ...draft }] });
  table.share();
  for (const [party, date] of Object.entries(dates))
    table.sign(party, act, { capacity: capacityOf(party, date) });
  table.share();
  return content;
}

const inPlan = (name: string, more: Parameters<Table['position']>[3] = {}) =>
  line(name, 'visits', { in: true, place: name, ...more });
const rows = (day = '2021-12-10') =>
  (['VN', 'LA'] as const).map((party) => ask(table.register(party), 'plans', { for: text }, day).rows);

test('A4 a plan of several years that is signed after its first activity began says so, with the lines that had begun', () => {
  conclude(
    {},
    [
      [text, { ...planHead, covers: { from: '2021-01', to: '2023-12' } }],
      ['visit.a', inPlan('a', { period: { from: '2021-02', to: '2021-03' } })],
      ['visit.b', inPlan('b', { period: { from: '2022-02', to: '2022-03' } })],
      ['course.c', inPlan('c', { carriedFrom: 'course.c-2020' })],
    ],
    { VN: '2021-04-01', LA: '2021-03-20' },
  );
  const [vn, la] = rows();
  expect(vn).toMatchObject([
    {
      severalYears: true,
      signedLate: true,
      signed: '2021-04-01',
      since: '2021-04-01',
      begins: '2021-02-01',
      begunBefore: 2,
      lines: 3,
      carriedOver: 1,
      unplanned: 0,
    },
  ]);
  expect(la).toEqual(vn);
  const brief = ask(table.register('LA'), 'brief', { side: 'LA' }, '2021-12-10').rows[0];
  expect(brief).toMatchObject({ subject: text, why: 'signedLate' });
  expect(brief?.['counts']).toContainEqual({ what: 'carriedOver', count: 1 });
  const lines = ask(table.register('VN'), 'activities', {}, '2021-12-10').rows;
  expect(lines.map(({ begunBefore, subject }) => [subject, begunBefore])).toEqual([
    ['visit.a', true],
    ['course.c', true],
    ['visit.b', undefined],
  ]);
  expect(lines[1]).toMatchObject({ carriedFrom: 'course.c-2020' });
});

test('A4 a plan of one year signed before its work begins says neither', () => {
  conclude(
    {},
    [
      [text, planHead],
      ['visit.a', inPlan('a')],
    ],
    { VN: '2021-02-28', LA: '2021-02-28' },
  );
  expect(rows()[0]).toMatchObject([{ severalYears: false, signedLate: false, begunBefore: 0 }]);
  expect(ask(table.register('VN'), 'brief', {}, '2021-12-10').rows[0]?.['why']).toBeUndefined();
});

test('T2 a correction is counted apart from an amendment, and neither makes a plan late', () => {
  const dates = { VN: '2021-01-04', LA: '2021-01-05' };
  const first = conclude(
    {},
    [
      [text, planHead],
      ['visit.a', inPlan('a')],
    ],
    dates,
  );
  const change = { period: { from: '2021-05', to: '2021-07' } };
  const amended = conclude({ base: first, mode: 'amendment' }, [['visit.a', change]], {
    VN: '2021-06-10',
    LA: '2021-06-10',
  });
  expect(rows()[0]).toMatchObject([
    { amendments: 1, corrections: 0, signed: '2021-01-05', signedLate: false },
  ]);
  const draft = { text, base: amended, mode: 'correction' } as DraftRef;
  table.position('VN', draft, 'visit.a', { activity: prose('a, corrected') });
  table.share();
  expect(rows()[1]?.map(({ mode, standing }) => [standing, mode])).toEqual([
    ['inForce', undefined],
    ['draft', 'correction'],
  ]);
  conclude({ base: amended, mode: 'correction' }, [], { VN: '2021-06-11', LA: '2021-06-11' });
  expect(rows()[1]).toMatchObject([{ amendments: 1, corrections: 1, signedLate: false }]);
});

test('S1 what is reported on and stands in no plan is an activity of its own, in the year it was held, beside the plan and in its review', () => {
  conclude(
    {},
    [
      [text, planHead],
      ['visit.a', inPlan('a')],
    ],
    { VN: '2021-01-04', LA: '2021-01-05' },
  );
  const held = { from: '2021-10-19', to: '2021-10-23' };
  state(table, 'VN', 'report', 'rescue.slide', {
    status: 'carriedOut',
    held,
    narrative: { vi: 'Cứu nạn' },
    exercise: true,
  });
  const of = (party: string, question: string, options = {}) =>
    ask(table.register(party), question, options, '2021-12-10').rows;
  const row = () => of('LA', 'activities').find(({ subject }) => subject === 'rescue.slide');
  expect(row()).toMatchObject({
    unplanned: true,
    standing: 'stated',
    kind: 'rescue',
    title: { vi: 'Cứu nạn' },
    period: held,
    says: [{ party: 'VN', status: 'carriedOut' }],
  });
  state(table, 'LA', 'unplanned', 'rescue.slide', { activity: { lo: 'ກູ້ໄພ' }, area: 'rescue' });
  expect(row()).toMatchObject({ title: { lo: 'ກູ້ໄພ' }, area: 'rescue', period: held });
  expect(rows()[0]).toMatchObject([{ unplanned: 1 }]);
  expect(of('VN', 'calendar').map(({ standing, subject }) => [subject, standing])).toContainEqual([
    'rescue.slide',
    'stated',
  ]);
  expect(of('VN', 'brief')[0]?.['counts']).toContainEqual({ what: 'unplanned', count: 1 });
  expect(of('LA', 'review', { for: text }).at(-1)).toMatchObject({
    subject: 'rescue.slide',
    number: '+1',
    unplanned: true,
    outcome: 'carriedOut',
    carryOver: false,
  });
  // Once a line names it, it is planned.
  table.position('VN', { text: 'plan.y2022' as SubjectId }, 'rescue.slide', inPlan('slide'));
  table.share();
  expect(row()?.['unplanned']).toBeUndefined();
});
