import { beforeAll, expect, test } from 'vitest';
import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import { allKinds } from '../../kinds/catalogue.ts';
import { prose, type Table } from '../table.fixture.ts';
import { textIn } from './asking.ts';
import { contentToClear, languagesIn, type Publishable, publishable } from './publication.ts';
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
import { draftedFrom } from './review.ts';

const register = recordRegister();

test('what became of the words of 18 December 2024: training, border, economy and trade in what came later', () => {
  const { about, rows } = ask(register, 'later');
  expect(about).toMatchObject({ event: 'event.vl-0158', date: '2024-12-18', silent: [] });
  const later = (topic: string) =>
    rows.filter((row) => row['topic'] === topic && row['what'] !== 'words').map(({ subject }) => subject);
  expect(later('training')).toEqual(['undertaking.vl-0169-2', 'undertaking.vl-0169-7', 'onRecord.vl-0175-1']);
  expect(later('trade')).toEqual(['undertaking.vl-0181-5']);
  expect(
    rows.filter(({ what }) => what === 'words').every(({ subject }) => subject === 'undertaking.vl-0158-5'),
  ).toBe(true);
});

test('the brief is one page: a few lines in each section, each traceable to subject and entry', () => {
  const { about, rows } = ask(register, 'brief', { side: 'LA', for: 'minister' });
  expect(rows.length).toBeLessThanOrEqual(32);
  expect(
    rows.filter(({ entries, subject }) => subject === undefined || (entries as unknown[]).length === 0),
  ).toEqual([]);
  expect(about).toMatchObject({
    own: 'LA',
    for: 'minister',
    ours: { kept: 0, unkept: 0 },
    theirs: { unkept: 0 },
    late: 75,
  });
  expect(new Set(rows.map(({ section }) => section))).toEqual(
    new Set(['ours', 'theirs', 'joint', 'divergences', 'late', 'raise', 'posts']),
  );
  expect(rows.filter(({ section }) => section === 'posts')[0]).toMatchObject({
    name: 'Phan Van Giang',
    basis: 'after',
    date: '2026-02-05',
  });
  expect(ask(register, 'brief', { side: 'LA', for: 'desk' }).rows.length).toBeGreaterThan(rows.length);
});

let table: Table;
beforeAll(() => {
  table = recordTable();
  agree(table, 'plan.y2021', planHead, {
    'visit.a': line('ຢ້ຽມຢາມ', 'visits'),
    'visit.b': line('ຢ້ຽມຢາມ', 'visits'),
    'course.c': line('ຫຼັກສູດ', 'training'),
    'patrol.d': line('ລາດຕະເວນ', 'border'),
  });
  for (const party of ['VN', 'LA'])
    state(table, party, 'report', 'visit.a', { status: 'carriedOut', exercise: true });
  state(table, 'VN', 'report', 'visit.b', { status: 'carriedOut', exercise: true });
  state(table, 'LA', 'report', 'visit.b', { status: 'partly', exercise: true });
  for (const party of ['VN', 'LA'])
    state(table, party, 'report', 'patrol.d', { status: 'dropped', exercise: true });
  state(table, 'LA', 'outcome', 'undertaking.vl-0081-3', { status: 'dropped', exercise: true });
});

test('the brief counts the lines of the plan by outcome and raises what a side says it did not do', () => {
  const { rows } = ask(table.register('VN'), 'brief', { side: 'VN', for: 'minister' }, '2021-12-10');
  expect(rows[0]).toMatchObject({
    section: 'standing',
    subject: 'plan.y2021',
    counts: [
      { what: 'lines', count: 4 },
      { what: 'carriedOut', count: 1 },
      { what: 'differs', count: 1 },
      { what: 'noReport', count: 1 },
      { what: 'dropped', count: 1 },
    ],
  });
  expect(rows.find(({ section }) => section === 'raise')).toMatchObject({
    why: 'unkept',
    subject: 'undertaking.vl-0081-3',
  });
});

test('a review begins from the plan and both accounts, and its unfinished lines seed the next plan', () => {
  const asking = askingOf(table.register('VN'), '2021-12-10');
  const { about, rows } = ask(table.register('VN'), 'review', { for: 'plan.y2021' }, '2021-12-10');
  expect(about).toEqual({ lines: 4, carriedOut: 1, dropped: 1, differs: 1, silent: 1, carryOver: 2 });
  expect(rows.map(({ carryOver, outcome }) => [outcome, carryOver])).toEqual([
    ['carriedOut', false],
    [undefined, true],
    [undefined, true],
    ['dropped', false],
  ]);
  const drafted = (party: string) =>
    draftedFrom(asking, 'review.y2021' as SubjectId, 'plan.y2021' as SubjectId, party as PartyCode);
  const [vn, la] = [drafted('VN'), drafted('LA')];
  expect(vn.map(({ item }) => item)).toEqual(la.map(({ item }) => item));
  // Where the accounts differ each side begins with its own, and only there; of what nobody reported it says nothing.
  const differing = vn.flatMap(({ fields, item }, at) =>
    JSON.stringify(fields) === JSON.stringify(la[at]?.fields) ? [] : [item],
  );
  expect(differing).toEqual(['reviewLine.y2021-2']);
  expect(vn[3]?.fields['outcome']).toBeUndefined();
  const [head, ...lines] = vn;
  const items = Object.fromEntries(
    lines.map(({ fields, item }) => [item, { ...fields, wording: prose('ສະຫຼຸບ') }]),
  );
  // What is reviewed at mid-year goes on: it closes nothing.
  const midYear = { ...head?.fields, title: prose('ສະຫຼຸບກາງປີ', 'Sơ kết'), stage: 'midYear' };
  agree(table, 'review.mid-2021', midYear, {});
  expect(ask(table.register('VN'), 'volumes').rows).toEqual([]);
  agree(
    table,
    'review.y2021',
    { ...head?.fields, title: prose('ສະຫຼຸບ', 'Tổng kết'), stage: 'yearEnd' },
    items,
  );
  const closed = [ask(table.register('VN'), 'volumes'), ask(table.register('LA'), 'volumes')];
  expect(closed[0]?.rows).toMatchObject([
    { subject: 'review.y2021', plan: 'plan.y2021', heads: [{ party: 'VN' }, { party: 'LA' }] },
  ]);
  expect(closed[1]).toEqual(closed[0]);
  const seeds = draftedFrom(
    askingOf(table.register('LA'), '2021-12-10'),
    'plan.y2022' as SubjectId,
    'review.y2021' as SubjectId,
    'LA' as PartyCode,
  );
  expect(seeds.map(({ fields, item }) => [item, fields['carriedFrom'], fields['period']])).toEqual([
    ['visit.b-y2022', 'visit.b', undefined],
    ['course.c-y2022', 'course.c', undefined],
  ]);
});

test('a text in force is published with its lines; a translation for information counts, file numbers and costs do not', () => {
  const record = () => publishable(askingOf(table.register('VN'), '2021-12-10'), 'plan.y2021' as SubjectId);
  const hash = () => contentToClear(askingOf(table.register('VN'), '2021-12-10'), 'plan.y2021' as SubjectId);
  expect(record()?.parts.map(({ kind }) => kind)).toEqual(['plan', 'visit', 'visit', 'course', 'patrol']);
  expect(languagesIn(allKinds, record() as Publishable)).toEqual(['lo', 'vi']);
  expect(publishable(askingOf(table.register('VN'), '2021-12-10'), 'plan.none' as SubjectId)).toBeUndefined();
  const before = hash();
  table.say('VN', 'position', {
    text: 'plan.y2021',
    item: 'visit.a',
    fields: { reference: 'EXERCISE 1' },
    info: { activity: { fr: 'EXERCISE visite' } },
  });
  table.share();
  expect(hash()).not.toBe(before);
  expect(languagesIn(allKinds, record() as Publishable)).toContain('fr');
  expect(JSON.stringify(record())).not.toContain('EXERCISE 1');
});

test('published is what every party has cleared of the content as it stands, language by language', () => {
  const subject = 'event.vl-0081';
  const cleared = () => ask(table.register('LA'), 'publication', { for: subject }).rows[0];
  const clear = (party: string, languages: readonly string[]) =>
    state(table, party, 'clearance', subject, {
      content: textIn(cleared()?.['content']) ?? '',
      languages: languages.map((lang) => ({ lang })),
    });
  clear('VN', ['vi', 'fr']);
  expect(cleared()).toMatchObject({ published: false, languages: [] });
  clear('LA', ['vi']);
  expect(cleared()).toMatchObject({
    published: true,
    languages: ['vi'],
    title: { en: 'Defence ministers sign the plan for 2021' },
  });
  expect(ask(table.register('VN'), 'publication', { state: 'cleared' }).rows).toHaveLength(1);
  table.say('VN', 'retract', { kind: 'clearance', subject });
  table.share();
  expect(cleared()).toMatchObject({ published: false });
  clear('VN', ['vi']);
  state(table, 'LA', 'event', subject, { title: { lo: 'ລົງນາມ' }, date: '2020-12-04' });
  expect(cleared()).toMatchObject({
    published: false,
    by: [
      { party: 'VN', stale: true },
      { party: 'LA', stale: true },
    ],
  });
});
