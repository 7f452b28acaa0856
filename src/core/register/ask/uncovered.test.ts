import { beforeAll, expect, test } from 'vitest';
import { prose, type Table } from '../table.fixture.ts';
import { runningUntil, stateOn } from './instruments.ts';
import { agree, ask, line, planHead, recordTable, state } from './record.fixture.ts';

let table: Table;
beforeAll(() => {
  table = recordTable();
  state(table, 'VN', 'provision', 'provision.science-1', {
    instrument: 'onRecord.vl-0043-1',
    number: '5',
    wording: { en: 'exchange of science' },
    area: 'science',
    exercise: true,
  });
});
const asked = (question: string, party = 'LA', options = {}) =>
  ask(table.register(party), question, options, '2021-05-01');
const uncovered = (party?: string) => asked('uncovered', party).rows.map(({ subject }) => subject);

test('a provision without an activity is uncovered on both nodes until a line carries it out', () => {
  expect(uncovered('VN')).toContain('provision.science-1');
  expect(uncovered('LA')).toHaveLength(7);
  const cells = () => asked('matrix').rows.find(({ subject }) => subject === 'provision.science-1');
  expect(cells()).toMatchObject({
    number: '5',
    instrumentTitle: { en: 'Treaty of Friendship and Cooperation' },
  });
  expect(cells()?.['science']).toBeUndefined();
  agree(table, 'plan.y2021', planHead, {
    'science.a': line('ວິທະຍາສາດ', 'science', { carriesOut: ['provision.science-1'] }),
  });
  expect(cells()?.['science']).toEqual(['science.a']);
  expect(uncovered('VN')).not.toContain('provision.science-1');
  expect(asked('uncovered').about).toEqual({ provisions: 7, covered: 1 });
});

test('a link that a party states covers a provision too, and taking it back uncovers it', () => {
  const crime = 'provision.vl-0036-3';
  state(table, 'VN', 'link', 'science.a', { carriesOut: [crime] });
  expect(uncovered()).not.toContain(crime);
  table.say('VN', 'retract', { kind: 'link', subject: 'science.a' });
  table.share();
  expect(uncovered()).toContain(crime);
});

test('articles of an instrument negotiated here are provisions, before and after it is signed', () => {
  const draft = { text: 'instrument.border' as never };
  table.position('VN', draft, 'instrument.border', {
    title: prose('ຂໍ້ຕົກລົງ', 'Thỏa thuận'),
    layer: 'agreement',
  });
  table.position('VN', draft, 'article.one', {
    in: true,
    wording: prose('ມາດຕາ'),
    area: 'border',
    place: 'a',
  });
  table.share();
  const row = () => asked('uncovered').rows.find(({ subject }) => subject === 'article.one');
  expect(row()).toMatchObject({ standing: 'draft', instrument: 'instrument.border', layer: 'agreement' });
});

test('instruments stand in layers from treaty to minutes, each with its state on the day', () => {
  const { rows } = ask(table.register('LA'), 'instruments', {}, '2022-02-01');
  expect(rows.slice(0, 2).map(({ layer }) => layer)).toEqual(['treaty', 'treaty']);
  const state = (subject: string) => rows.find((row) => row['subject'] === subject)?.['state'];
  expect(state('onRecord.vl-0043-1')).toBe('inForce');
  expect(state('onRecord.vl-0081-1')).toBe('ended');
  expect(state('onRecord.vl-0098-2')).toBe('inForce');
  expect(state('onRecord.vl-0152-1')).toBe('notYet');
  expect(state('plan.y2021')).toBe('ended');
});

const term = {
  begins: '2020-01-01',
  ends: '2024-12-31',
  renewal: undefined,
  renewalMonths: undefined,
  denouncedFrom: undefined,
};
test.each([
  ['2019-06-01', {}, 'notYet'],
  ['2022-06-01', {}, 'inForce'],
  ['2025-01-01', {}, 'ended'],
  ['2025-01-01', { renewal: 'express' }, 'ended'],
  ['2025-01-01', { renewal: 'tacit', renewalMonths: 60 }, 'renewed'],
  ['2023-01-01', { denouncedFrom: '2023-07-01' }, 'noticeRuns'],
  ['2023-07-01', { denouncedFrom: '2023-07-01' }, 'denounced'],
  ['2025-03-01', { renewal: 'tacit', denouncedFrom: '2025-02-01' }, 'denounced'],
  ['2022-06-01', { begins: undefined, ends: undefined }, 'unknown'],
])('A4 on %s an instrument with %j is %s', (day, given, expected) => {
  expect(stateOn(day, { ...term, ...given })).toBe(expected);
});

test.each([
  ['2024-12-31', '2024-12-31'],
  ['2025-01-01', '2029-12-31'],
  ['2030-01-01', '2034-12-31'],
])('A4 on %s the term that was renewed tacitly runs until %s', (day, expected) => {
  expect(runningUntil(day, { ...term, renewal: 'tacit', renewalMonths: 60 })).toBe(expected);
});

test('no language of an instrument prevails, or one does; two are refused', () => {
  const on = (name: string, prevailing: string | readonly string[]) => {
    const subject = `onRecord.${name}`;
    const fields = { title: { en: name }, layer: 'agreement', prevailing, exercise: true };
    state(table, 'VN', 'onRecord', subject, fields);
    return ask(table.register('LA'), 'instruments').rows.find((row) => row['subject'] === subject);
  };
  expect(on('equal', 'none')).toMatchObject({ prevailing: 'none' });
  expect(on('french', 'fr')).toMatchObject({ prevailing: 'fr' });
  expect(on('both', ['vi', 'lo'])).toBeUndefined();
});

test('a denunciation by one side ends an instrument after its notice', () => {
  state(table, 'LA', 'onRecord', 'onRecord.arrangement', {
    title: { en: 'Arrangement' },
    layer: 'agreement',
    entry: '2020-01-01',
    noticeMonths: 6,
    exercise: true,
  });
  state(table, 'LA', 'denunciation', 'onRecord.arrangement', { date: '2022-01-31', exercise: true });
  const on = (day: string) =>
    ask(table.register('VN'), 'instruments', {}, day).rows.find(
      (row) => row['subject'] === 'onRecord.arrangement',
    );
  expect(on('2022-02-01')).toMatchObject({
    state: 'noticeRuns',
    denouncedBy: 'LA',
    denouncedFrom: '2022-07-31',
  });
  expect(on('2022-07-31')).toMatchObject({ state: 'denounced' });
});
