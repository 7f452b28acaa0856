import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allKinds } from '../src/core/kinds/catalogue.ts';
import { questions } from '../src/core/register/ask/catalogue.ts';
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
