import { beforeAll, expect, test } from 'vitest';
import type { SubjectId } from '../../bytes/ids.ts';
import type { Register } from '../register.ts';
import { prose, type Table } from '../table.fixture.ts';
import { textIn } from './asking.ts';
import { agree, ask, line, planHead, recordRegister, recordTable, state } from './record.fixture.ts';

const dialogue = 'mechanism.defence-policy-dialogue-deputy-ministers';
const register = recordRegister();
const mechanisms = (question = 'mechanisms', day = '2026-11-21') => ask(register, question, {}, day).rows;
const subjectOf = (title: string): string =>
  textIn(mechanisms().find((row) => JSON.stringify(row['title']).includes(title))?.['subject']) ?? '';

test('sessions stand in a row with the numbers their sources give, and the numbers nobody reports are named', () => {
  const committees = subjectOf('special committees');
  const { about, rows } = ask(register, 'mechanism', { for: committees });
  expect(rows.flatMap(({ session }) => session ?? [])).toEqual([18, 20, 22, 26, 27, 28, 29]);
  expect(about?.['unreported']).toEqual([19, 21, 23, 24, 25]);
  expect(rows.find(({ session }) => session === 27)).toMatchObject({
    date: '2022-06-22',
    minutes: ['onRecord.vl-0105-1'],
    promised: 5,
    open: 5,
  });
});

test('the policy dialogue: the second is of 2021, day unknown, no report; an exchange was counted later as the first', () => {
  const { about, rows } = ask(register, 'mechanism', { for: dialogue });
  expect(rows).toMatchObject([
    { session: 2, date: '2021', conflicts: [{ note: expect.stringContaining('no report') }] },
  ]);
  expect(about).toMatchObject({
    mechanism: {
      level: 'viceMinister',
      since: '2019-07-25',
      numbering: { en: expect.stringContaining('counted later as the first') },
    },
  });
});

test('a mechanism past its cadence sleeps; one without a cadence when it is long silent; one that is heard of does not', () => {
  const asleep = (day: string) =>
    new Map(mechanisms('sleeping', day).map((row) => [row['subject'], row['sleeps']]));
  expect(asleep('2026-11-21').get(subjectOf('special committees'))).toBe('cadence');
  expect(asleep('2026-11-21').get(subjectOf('young officers'))).toBeUndefined();
  expect(asleep('2027-04-30').get(subjectOf('young officers'))).toBe('long');
  expect(asleep('2026-11-21').get(dialogue)).toBeUndefined();
  expect(asleep('2025-01-15').get(subjectOf('annual ministers talks'))).toBeUndefined();
});

test('the next session is due by the cadence, and the host alternates', () => {
  const talks = mechanisms().find(({ subject }) => subject === subjectOf('annual ministers talks'));
  expect(talks).toMatchObject({
    lastDate: '2026-02-05',
    lastHost: 'LA',
    nextDue: '2027-02-05',
    nextHost: 'VN',
    overdue: false,
  });
  expect(
    mechanisms('mechanisms', '2027-02-06').find(({ subject }) => subject === talks?.['subject']),
  ).toMatchObject({ nextDue: '2027-02-05', overdue: true });
});

let table: Table;
beforeAll(() => {
  table = recordTable();
  const session = { mechanism: dialogue, session: 6, host: 'LA', period: { from: '2027-03' } };
  agree(
    table,
    'plan.y2027',
    { ...planHead, covers: { from: '2027', to: '2027' } },
    { 'dialogue.six': line('ສົນທະນາ', 'dialogue', session) },
  );
});
test('a session planned in a line of a plan follows those held; once reported it is held', () => {
  const rows = () => ask(table.register('LA'), 'mechanism', { for: dialogue }, '2027-05-01').rows;
  expect(rows()[1]).toMatchObject({ subject: 'dialogue.six', held: false, session: 6, date: '2027-03' });
  state(table, 'VN', 'report', 'dialogue.six', { status: 'carriedOut', exercise: true });
  expect(rows()[1]).toMatchObject({ held: true });
});

test('the next session takes the next number and the other host, from what is held or agreed and past, never from a draft', () => {
  const next = (of: Register, day: string) => ask(of, 'mechanism', { for: dialogue }, day).about?.['next'];
  // Nobody is said to have hosted the second.
  expect(next(register, '2027-05-01')).toEqual({ session: 3 });
  expect(next(table.register('LA'), '2027-05-01')).toEqual({ session: 7, host: 'VN' });
  const draft = { text: 'plan.y2029' as SubjectId };
  table.position('VN', draft, 'dialogue.seven', {
    in: true,
    place: 'a',
    ...line('ສົນທະນາ', 'dialogue', {
      mechanism: dialogue,
      session: 7,
      host: 'VN',
      period: { from: '2027-04' },
    }),
  });
  table.share();
  expect(next(table.register('LA'), '2027-05-01')).toEqual({ session: 7, host: 'VN' });
});

test('the minutes of a mechanism stand one behind the other, on record and negotiated, with the session they are of', () => {
  const committees = subjectOf('special committees');
  const on = (options = { for: committees }) => ask(table.register('VN'), 'series', options);
  const before = on().rows;
  expect(before.every(({ standing }) => standing === 'onRecord')).toBe(true);
  const draft = { text: 'minutes.thirty' as SubjectId };
  table.position('VN', draft, 'minutes.thirty', {
    title: prose('ບົດບັນທຶກ', 'Biên bản'),
    mechanism: committees,
    session: 30,
    held: '2026-06-01',
  });
  table.position('VN', draft, 'point.one', { in: true, place: 'a', wording: prose('ຂໍ້ໜຶ່ງ', 'Một') });
  table.share();
  expect(on().rows).toHaveLength(before.length + 1);
  expect(on().rows.at(-1)).toMatchObject({
    session: 30,
    subject: 'point.one',
    standing: 'draft',
    wording: { vi: 'Một' },
  });
});
