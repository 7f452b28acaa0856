import { beforeAll, expect, test } from 'vitest';
import { standings } from '../../kinds/codes.ts';
import { prose, Table } from '../table.fixture.ts';
import { agree, ask, line, planHead, state } from './record.fixture.ts';

let table: Table;
beforeAll(() => {
  table = new Table(2);
  agree(table, 'plan.y2021', planHead, {
    'experience.epidemic': line('ໂລກລະບາດ', 'experience'),
    'science.filter': line('ເຄື່ອງຕອງ', 'science', {
      deliverables: [
        { what: 'Trial report', due: '2021-06' },
        { what: 'Design', due: '2021-09' },
        { what: 'Handbook' },
      ],
    }),
  });
});

const experience = () => ask(table.register('VN'), 'activities', { for: 'experience' }, '2021-12-01').rows[0];
const deliverables = () =>
  ask(table.register('VN'), 'projects', { for: 'deliverable' }, '2021-12-01').rows.map(
    ({ late, says, title }) => [(title as { und: string }).und, late, says],
  );
const overdue = () =>
  ask(table.register('VN'), 'overdue', {}, '2021-12-01').rows.map(({ title, what }) => [
    what,
    Object.values(title as object)[0],
  ]);

test('S1 an activity is postponed with cause and proposer, then held remotely; what it carries out is listed with it', () => {
  expect(experience()).toMatchObject({
    silent: true,
    changes: [],
    entries: [{ party: 'VN' }, { party: 'LA' }],
  });
  const postponed = { standing: 'postponed', changedBy: ['LA'], cause: { en: 'EXERCISE cause' } };
  state(table, 'LA', 'report', 'experience.epidemic', { status: 'notStarted', ...postponed });
  expect(experience()?.['changes']).toEqual([
    { party: 'LA', how: 'postponed', cause: { en: 'EXERCISE cause' }, proposers: ['LA'] },
  ]);
  const held = { held: { from: '2021-09-14', to: '2021-09-14' } };
  state(table, 'LA', 'report', 'experience.epidemic', {
    status: 'carriedOut',
    ...postponed,
    standing: 'remote',
    ...held,
  });
  state(table, 'VN', 'link', 'experience.epidemic', { carriesOut: ['undertaking.a'] });
  expect(experience()).toMatchObject({
    says: [{ party: 'LA', status: 'carriedOut' }],
    changes: [{ party: 'LA', how: 'remote', proposers: ['LA'], ...held }],
    carriesOut: ['undertaking.a'],
    silent: false,
  });
});

test.each(Object.keys(standings).filter((how) => how !== 'planned'))(
  'S1 what is %s says why and on whose proposal, in the plan or in what a side reports',
  (how) => {
    const other = new Table(2);
    const changed = { standing: how, changedBy: ['VN', 'LA'], cause: prose('EXERCISE ສາເຫດ') };
    agree(other, 'plan.y2021', planHead, {
      'visit.planned': line('ຢ້ຽມຢາມ', 'visits', changed),
      'visit.reported': line('ຢ້ຽມຢາມ', 'visits'),
    });
    state(other, 'VN', 'report', 'visit.reported', {
      status: 'notStarted',
      ...changed,
      cause: { vi: 'EXERCISE' },
    });
    const changes = ask(other.register('LA'), 'activities', {}, '2021-12-01').rows.map(
      (row) => row['changes'],
    );
    expect(changes).toEqual([
      [{ how, cause: { vi: expect.any(String), lo: 'EXERCISE ສາເຫດ' }, proposers: ['VN', 'LA'] }],
      [{ party: 'VN', how, cause: { vi: 'EXERCISE' }, proposers: ['VN', 'LA'] }],
    ]);
  },
);

test('a deliverable past its day is late until a side says that all of it is done; a step that delivers it stands there', () => {
  expect(deliverables()).toEqual([
    ['Trial report', true, []],
    ['Design', true, []],
    ['Handbook', false, []],
  ]);
  const step = (delivers: string, done: number) => ({
    project: 'science.filter',
    title: { en: delivers },
    delivers,
    due: '2021-06',
    done,
  });
  state(table, 'LA', 'milestone', 'milestone.trial', step('trial  REPORT', 60));
  state(table, 'VN', 'milestone', 'milestone.design', step('Design', 100));
  expect(deliverables()).toEqual([
    ['Trial report', true, [{ party: 'LA', what: 'done', value: '60 %' }]],
    ['Design', false, [{ party: 'VN', what: 'done', value: '100 %' }]],
    ['Handbook', false, []],
  ]);
  expect(overdue()).toEqual([
    ['activity', 'ເຄື່ອງຕອງ'],
    ['deliverable', 'Trial report'],
  ]);
  state(table, 'VN', 'milestone', 'milestone.trial', step('Trial report', 100));
  expect(overdue()).toEqual([['activity', 'ເຄື່ອງຕອງ']]);
});
