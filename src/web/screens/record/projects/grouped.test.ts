import { expect, test } from 'vitest';
import type { ProjectRow } from '../../../../core/register/ask/projects.ts';
import { grouped } from './grouped.ts';

const row = (section: ProjectRow['section'], subject: string, project?: string, title = {}): ProjectRow => ({
  subject,
  section,
  title,
  late: false,
  says: [],
  institutes: [],
  entries: [],
  ...(project === undefined ? {} : { project }),
});

test('a step that delivers something stands once; trade is listed by year, the newest first; the rest comes last', () => {
  const groups = grouped([
    row('science', 'science.a', 'science.a'),
    row('deliverable', 'milestone.a', 'science.a'),
    row('milestone', 'milestone.a', 'science.a'),
    row('milestone', 'milestone.b', 'science.a'),
    row('milestone', 'milestone.lost', 'science.gone'),
    row('trade', 'trade.old', 'science.a', { und: '2020' }),
    row('trade', 'trade.new', 'science.a', { und: '2021' }),
  ]);
  const told = groups.map(({ row: of, steps, trade }) => [
    of?.subject,
    steps.map(({ section, subject }) => `${section} ${subject}`),
    trade.map(({ subject }) => subject),
  ]);
  expect(told).toEqual([
    ['science.a', ['deliverable milestone.a', 'milestone milestone.b'], ['trade.new', 'trade.old']],
    [undefined, ['milestone milestone.lost'], []],
  ]);
});
