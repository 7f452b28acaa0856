import { existsSync, readFileSync } from 'node:fs';
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
  const missing = rows.flatMap(([, , , shown = '']) => {
    const [, file = '', title = ''] = /^`([^`]+)` (.+)$/.exec(shown) ?? [];
    const at = new URL(file, root);
    if (file === '' || !existsSync(at)) return [shown];
    const titles = [
      ...readFileSync(at, 'utf8').matchAll(/(?:test|test\.each\([\s\S]*?\))\(\s*['"`]([^\n]+)/g),
    ];
    return titles.some(([, found = '']) => found.startsWith(title)) ? [] : [shown];
  });
  expect(missing).toEqual([]);
});
