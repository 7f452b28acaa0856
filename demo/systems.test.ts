import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allKinds } from '../src/core/kinds/catalogue.ts';
import { questions } from '../src/core/register/ask/catalogue.ts';
import { plan2021 } from './plan-2021.ts';
import { planOpen } from './plan-open.ts';
import { planProjects } from './plan-projects.ts';
import { recordStatements } from './record.ts';

const text = readFileSync(new URL('../docs/systems.md', import.meta.url), 'utf8');
const rows = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));

test('docs/systems.md has a row for each of the twenty-two systems, naming kinds, questions and events that exist', () => {
  expect(rows).toHaveLength(22);
  const events = new Set(recordStatements().map(({ body }) => body['subject']));
  const names = new Set<string>([
    ...allKinds.keys(),
    ...questions.map(({ question }) => question),
    'carriedFrom',
  ]);
  for (const row of rows) {
    const [, , , kinds = '', asked = '', real = ''] = row.split('|');
    const named = [...`${kinds} ${asked}`.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !names.has(name))).toEqual([]);
    const ids = [...real.matchAll(/\b0\d{3}\b/g)].map(([id]) => `event.vl-${id}`);
    expect(ids.filter((id) => !events.has(id))).toEqual([]);
  }
});

test('every kind of activity is planned somewhere in the demo, and what has no system of its own is named with its events', () => {
  const planned = [...plan2021.lines, ...planProjects.lines, ...planOpen.lines.map(({ line }) => line)];
  const kinds = new Set(planned.map(({ item }) => item.slice(0, item.indexOf('.'))));
  const declared = [...allKinds.values()].filter((kind) => kind.of === 'item' && kind.activity);
  expect(declared.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  const events = new Set(recordStatements().map(({ body }) => body['subject']));
  for (const kind of ['commemoration', 'exhibition', 'awareness', 'remains', 'works', 'rescue']) {
    const ids = new RegExp(`\`${kind}\`: ([\\d, \\n]+)`).exec(text)?.[1]?.match(/\d{4}/g) ?? [];
    expect([kind, ids.length > 0, ids.filter((id) => !events.has(`event.vl-${id}`))]).toEqual([
      kind,
      true,
      [],
    ]);
  }
});
