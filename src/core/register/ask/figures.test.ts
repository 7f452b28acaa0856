import { beforeAll, expect, test } from 'vitest';
import { prose, type Table } from '../table.fixture.ts';
import { rowsOf } from './asking.ts';
import { agree, ask, line, planHead, recordRegister, recordTable, state } from './record.fixture.ts';

const register = recordRegister();

test('S3 the length of the border stands in the figures of its sources, none chosen', () => {
  const { rows } = ask(register, 'border', { for: 'segment' });
  const length = rows.find(({ subject }) => subject === 'segment.viet-nam-laos');
  const figures = rowsOf(length?.['says']).map(({ value }) => value);
  expect(figures).toEqual(['2067', '2130', '2300', '2337', '2340']);
  expect(length).toMatchObject({ differs: true });
  expect(JSON.stringify(length)).not.toContain('"length"');
});

test('assistance of the record: goods and money as the sources give them, nothing converted, both figures of thermometers', () => {
  const { rows } = ask(register, 'assistance');
  const rice = rows.find(({ subject }) => subject === 'delivery.vl-0074');
  expect(rice).toMatchObject({ what: 'rice', unit: 'tonnes', pledged: [{ amount: '1000' }], received: [] });
  const thermometers = rows.find(({ what }) => what === 'infrared thermometers');
  expect(thermometers?.['handedOver']).toMatchObject([{ amount: '20' }, { amount: '20000' }]);
  expect(thermometers).toMatchObject({ difference: '19980', settled: false });
  expect(new Set(rows.map(({ unit }) => unit))).toEqual(
    new Set([
      'USD',
      'VND',
      'LAK',
      'items',
      'works',
      'doses',
      'tonnes',
      'kg',
      'sets',
      'bottles',
      'tubes',
      'units',
      'items (nearly)',
    ]),
  );
});

test('totals of training stand with their own periods and are not added up', () => {
  const { about, rows } = ask(register, 'training');
  expect(rows.map(({ period, says }) => [period, (says as { completed: number }[])[0]?.completed])).toEqual([
    [{ from: '2020', to: '2024' }, 40],
    [{ from: '2020', to: '2024' }, 85],
    [{ from: '2009', to: '2024' }, 326],
    [{ to: '2024' }, 487],
  ]);
  expect(about).toEqual({ totals: [] });
});

let table: Table;
const goods = (amount: string, more = {}) => [
  { what: 'gạo / ເຂົ້າສານ', quantity: { amount, unit: 'tonne' }, ...more },
];
const ways = { from: 'VN', to: 'LA', exercise: true };
const rice = 'delivery.rice';
beforeAll(() => {
  table = recordTable();
  state(
    table,
    'VN',
    'delivery',
    rice,
    { leg: 'pledged', goods: goods('1000'), ...ways },
    { facet: 'pledged' },
  );
  state(
    table,
    'VN',
    'delivery',
    rice,
    { leg: 'dispatched', date: '2021-02-20', goods: goods('1000'), ...ways },
    { facet: 'dispatched' },
  );
  state(
    table,
    'LA',
    'delivery',
    rice,
    { leg: 'received', date: '2021-02-26', goods: goods('980'), ...ways },
    { facet: 'received' },
  );
  agree(table, 'plan.y2021', planHead, {
    'patrol.a': line('ລາດຕະເວນ', 'border', {
      patrols: 24,
      period: { from: '~2021-03', to: '~2021-05' },
      segment: 'North',
    }),
    'patrol.b': line('ລາດຕະເວນ', 'border', { period: { from: '2021-10-02', to: '2021-10-02' } }),
    'course.a': line('ຫຼັກສູດ', 'training', { institution: 'EXERCISE academy', places: 20 }),
    'borderTrade.a': line('ຕະຫຼາດ', 'trade'),
  });
});
const row = (question: string, subject: string) =>
  ask(table.register('LA'), question, {}, '2021-12-01').rows.find((one) => one['subject'] === subject);
const open = () =>
  ask(table.register('VN'), 'divergences', {}, '2021-12-01').rows.filter(({ exercise }) => exercise === true);

test('S2 1,000 tonnes sent and 980 received: a difference of 20 until a hand-over minute settles it, both figures stay', () => {
  expect(row('assistance', rice)).toMatchObject({
    pledged: [{ party: 'VN', amount: '1000' }],
    dispatched: [{ party: 'VN', amount: '1000' }],
    received: [{ party: 'LA', amount: '980' }],
    difference: '20',
    explained: false,
    settled: false,
  });
  expect(open()).toMatchObject([
    {
      subject: rice,
      among: 'steps',
      says: [
        { party: 'VN', value: '1000 tonne' },
        { party: 'LA', value: '980 tonne' },
      ],
    },
  ]);
  agree(
    table,
    'minutes.rice',
    { title: prose('ມອບ-ຮັບ', 'Bàn giao') },
    {
      'settlement.rice': {
        about: rice,
        figures: [{ what: 'gạo / ເຂົ້າສານ', amount: '980', unit: 'tonne' }],
        lost: [{ what: 'gạo / ເຂົ້າສານ', amount: '20', unit: 'tonne' }],
      },
    },
  );
  expect(row('assistance', rice)).toMatchObject({
    dispatched: [{ party: 'VN', amount: '1000' }],
    received: [{ party: 'LA', amount: '980' }],
    difference: '20',
    settled: true,
    explained: true,
    minutes: [{ minutes: 'minutes.rice', since: '2021-01-01', amount: '980', lost: '20' }],
  });
  expect(open()).toEqual([]);
  expect(ask(table.register('VN'), 'divergences', { state: 'settled' }, '2021-12-01').rows).toMatchObject([
    { subject: rice },
  ]);
});

test('a declared loss explains the difference', () => {
  const lost = { lost: { amount: '20', unit: 'tonne' } };
  state(
    table,
    'LA',
    'delivery',
    rice,
    { leg: 'received', date: '2021-02-26', goods: goods('980', lost), ...ways },
    { facet: 'received' },
  );
  expect(row('assistance', rice)).toMatchObject({ difference: '20', explained: true });
});

test('S2 a gate that one side calls closed and the other restricted differs; patrols are planned by both and counted by each', () => {
  state(table, 'VN', 'gateState', 'gateState.one', {
    title: { vi: 'Cửa khẩu' },
    state: 'closed',
    since: '2021-03-01',
    exercise: true,
  });
  state(table, 'LA', 'gateState', 'gateState.one', {
    title: { lo: 'ດ່ານ' },
    state: 'restricted',
    since: '2021-03-01',
    exercise: true,
  });
  expect(row('border', 'gateState.one')).toMatchObject({ differs: true, section: 'gate' });
  expect(open()).toMatchObject([{ subject: 'gateState.one', field: 'state' }]);
  state(table, 'LA', 'report', 'patrol.b', { status: 'carriedOut', exercise: true });
  for (const [party, amount] of [
    ['VN', '22'],
    ['LA', '24'],
  ] as const)
    state(table, party, 'report', 'patrol.a', {
      status: 'carriedOut',
      figures: [{ what: 'patrols', amount, unit: 'patrol' }],
      exercise: true,
    });
  expect(row('border', 'patrol.a')).toMatchObject({
    planned: 24,
    differs: true,
    says: [{ party: 'VN', what: 'carriedOut' }, { party: 'LA' }],
  });
  expect(ask(table.register('LA'), 'border').about).toMatchObject({
    patrols: [
      { month: '2021-03', segment: 'North', count: 24 },
      { month: '2021-03', segment: 'North', party: 'VN', count: 22 },
      { month: '2021-03', segment: 'North', party: 'LA', count: 24 },
      { month: '2021-10', segment: '', count: 1 },
      { month: '2021-10', segment: '', party: 'LA', count: 1 },
    ],
  });
});

test('incidents are counts by category; a column for persons is refused', () => {
  const counts = [{ category: 'smuggling', count: 3 }];
  state(table, 'VN', 'incidents', 'incidents.q1', {
    period: { from: '2021-01', to: '2021-03' },
    counts,
    exercise: true,
  });
  expect(ask(table.register('LA'), 'border').about).toMatchObject({
    incidents: [{ category: 'smuggling', party: 'VN', count: 3 }],
  });
  const before = table.register('LA').voices.get('VN' as never)?.[0]?.inert.length ?? 0;
  state(table, 'VN', 'incidents', 'incidents.q2', {
    period: { from: '2021-04' },
    counts: [{ ...counts[0], person: 'a name' }],
    exercise: true,
  });
  const inert = table.register('LA').voices.get('VN' as never)?.[0]?.inert ?? [];
  expect(inert).toHaveLength(before + 1);
  expect(inert.at(-1)).toMatchObject({ reason: 'inert.value', detail: 'counts value.column' });
});

test('20 places offered, 18 filled, 17 completed, by institution and year', () => {
  const said = { institution: 'EXERCISE academy', period: { from: '2021', to: '2021' }, exercise: true };
  state(table, 'VN', 'training', 'course.a', { ...said, offered: 20, filled: 18, completed: 17 });
  state(table, 'LA', 'training', 'course.a', { ...said, offered: 20, filled: 17, completed: 17 });
  expect(row('training', 'course.a')).toMatchObject({ planned: 20, differs: true });
  expect(ask(table.register('LA'), 'training', {}, '2021-12-01').about).toEqual({
    totals: [
      { institution: 'EXERCISE academy', year: '2021', party: 'VN', offered: 20, filled: 18, completed: 17 },
      { institution: 'EXERCISE academy', year: '2021', party: 'LA', offered: 20, filled: 17, completed: 17 },
    ],
  });
});

test('each side states the year’s trade in its own currency; nothing is converted', () => {
  state(table, 'VN', 'trade', 'borderTrade.a', {
    year: '2021',
    value: { amount: '1200', currency: 'VND' },
    source: 'EXERCISE',
    exercise: true,
  });
  state(table, 'LA', 'trade', 'borderTrade.a', {
    year: '2021',
    value: { amount: '500', currency: 'LAK' },
    source: 'EXERCISE',
    exercise: true,
  });
  const [, trade] = ask(table.register('VN'), 'projects', {}, '2021-12-01').rows;
  expect(trade).toMatchObject({
    section: 'trade',
    says: [
      { party: 'VN', money: { amount: '1200', currency: 'VND' }, source: 'EXERCISE' },
      { party: 'LA', money: { amount: '500', currency: 'LAK' }, source: 'EXERCISE' },
    ],
  });
});

test('S2 a capability goal: each side counts by its own rule, and a course that is dropped is marked in both', () => {
  const goal = {
    title: { en: 'EXERCISE medics' },
    measure: 'medics',
    target: '50',
    exercise: true,
    counted: ['course.a'],
  };
  const stated = { ...goal, reached: '31', rule: { vi: 'người nhập học' } };
  state(table, 'VN', 'goal', 'goal.medics', { ...goal, counting: 'filled', rule: stated.rule });
  state(table, 'LA', 'goal', 'goal.medics', { ...goal, counting: 'completed' });
  state(table, 'VN', 'link', 'course.a', { countsTowards: ['goal.medics'] });
  const goals = () => ask(table.register('LA'), 'goals').rows[0];
  const counted = (amount: string, dropped = false) => [{ subject: 'course.a', amount, dropped }];
  expect(goals()).toMatchObject({
    target: '50',
    differs: true,
    reachedByAll: false,
    says: [
      { reached: '18', counting: 'filled', counted: counted('18') },
      { reached: '17', counting: 'completed', counted: counted('17') },
    ],
    linked: ['course.a'],
    added: [
      { party: 'VN', completed: '17' },
      { party: 'LA', completed: '17' },
    ],
  });
  state(table, 'VN', 'report', 'course.a', { status: 'dropped', standing: 'cancelled', exercise: true });
  expect(goals()).toMatchObject({
    added: [],
    differs: false,
    says: [
      { reached: '0', counted: counted('0', true) },
      { reached: '0', counted: counted('0', true) },
    ],
  });
  state(table, 'VN', 'goal', 'goal.medics', stated);
  expect(goals()).toMatchObject({ says: [{ reached: '31' }, { reached: '0' }] });
});

test('a goal counts activities that a side reports as carried out, and goods that it received', () => {
  const goal = { title: { en: 'EXERCISE' }, measure: 'units', target: '5', exercise: true };
  const counted = ['experience.a', 'experience.b'];
  state(table, 'VN', 'report', 'experience.a', { status: 'carriedOut', exercise: true });
  state(table, 'VN', 'report', 'experience.b', { status: 'partly', exercise: true });
  state(table, 'VN', 'goal', 'goal.units', { ...goal, counting: 'carriedOut', counted });
  const quantity = { amount: '3', unit: 'set' };
  state(
    table,
    'LA',
    'delivery',
    'delivery.kits',
    { leg: 'received', goods: [{ what: 'kits', quantity }] },
    { facet: 'received' },
  );
  state(table, 'LA', 'goal', 'goal.units', { ...goal, counting: 'received', counted: ['delivery.kits'] });
  const row = ask(table.register('LA'), 'goals').rows.find(({ subject }) => subject === 'goal.units');
  expect(row).toMatchObject({ says: [{ reached: '1' }, { reached: '3' }] });
});
