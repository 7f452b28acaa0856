import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const rows = readFileSync(new URL('docs/shown.md', root), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?:\d+|–) \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

test('docs/shown.md names for every system a test that is there', () => {
  const systems = new Set(rows.map(([, number]) => number));
  expect(Array.from({ length: 22 }, (_, at) => String(at + 1)).filter((one) => !systems.has(one))).toEqual(
    [],
  );
  const figures = readFileSync(new URL('docs/bench.md', root), 'utf8');
  const missing = rows.flatMap(([, , , shown = '']) => {
    const [, file = '', title = ''] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
    const at = new URL(file, root);
    if (file === '' || !existsSync(at)) return [shown];
    const [, measure] = /^measured: (.+)$/.exec(title) ?? [];
    if (measure !== undefined) return figures.includes(`| ${measure}`) ? [] : [shown];
    return titlesIn(readFileSync(at, 'utf8')).some((found) => found.startsWith(title)) ? [] : [shown];
  });
  expect(missing).toEqual([]);
});

/** Titles of tests, also of those with rows: what follows the name of the call, or the end of its rows. */
const titlesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\btest\(|^\s*\]?(?:\s*as const)?\)\(|\)\()\s*(['"`])([^\n]+)/gm)].map(
    ([, , title = '']) => title,
  );

test('each of the journeys of the articles is named', () => {
  const named = rows.map(([, , , shown]) => shown).join('\n');
  const folder = new URL('test/journeys/', root);
  const journeys = readdirSync(folder).flatMap((name) =>
    titlesIn(readFileSync(new URL(name, folder), 'utf8')).filter((title) => title.startsWith('row-')),
  );
  expect(
    journeys.filter(
      (title) => !named.split('\n').some((one) => title.startsWith(one.replace(/^`[^`]+` /, ''))),
    ),
  ).toEqual([]);
  const numbers = new Set(journeys.map((title) => /^row-(\d+)/.exec(title)?.[1]));
  expect(numbers.size).toBe(22);
});
