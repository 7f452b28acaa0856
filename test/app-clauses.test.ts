import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* docs/app.md: each clause of what the app must do has a test that is there. */

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

test('docs/app.md names for every clause a test that is there', () => {
  const rows = [...read('docs/app.md').matchAll(/^\| [^|]+ \| [^|]+ \| `(.+?)` (.+?) \|$/gm)];
  expect(rows.length).toBeGreaterThan(50);
  const figures = read('docs/bench.md');
  const missing = rows.flatMap(([row, file = '', title = '']) => {
    const [, measure] = /^measured: (.+)$/.exec(title) ?? [];
    if (!existsSync(join(root, file))) return [row];
    const isThere = measure === undefined ? read(file).includes(title) : figures.includes(`| ${measure}`);
    return isThere ? [] : [row];
  });
  expect(missing).toEqual([]);
});

test('no field of the app is the browser’s own for dates, times or colours', () => {
  const web = globSync('src/web/**/*.svelte', { cwd: root });
  expect(web.length).toBeGreaterThan(100);
  const own = web.filter((path) => /type="(?:date|month|week|time|datetime-local|color)"/.test(read(path)));
  expect(own).toEqual([]);
});

test('the six pictures of README.md are those that the command takes', () => {
  const shown = [...read('README.md').matchAll(/docs\/pictures\/([\w-]+)\.png/g)].map(([, name]) => name);
  const taken = [...read('test/pictures.ts').matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name);
  expect(shown.toSorted()).toEqual(taken.toSorted());
  expect(shown).toHaveLength(6);
  for (const name of shown) expect(existsSync(join(root, `docs/pictures/${name}.png`))).toBe(true);
});

test('docs/bench.md has the figures of the app beside React Aria, and those of the register', () => {
  expect(read('docs/bench.md')).toMatch(/\| what \| app \| React with React Aria \| goal \|/);
  expect(read('docs/bench.md')).toMatch(/\| verify, with fold \| 1,000,000 \|/);
});
