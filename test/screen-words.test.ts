import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const web = join(import.meta.dirname, '../src/web');

test('the app names no message of the command line, since it does not load them', () => {
  const sources = globSync('**/*.{ts,svelte}', { cwd: web }).filter((path) => !path.endsWith('.test.ts'));
  expect(sources.length).toBeGreaterThan(100);
  const naming = sources.filter((path) => /['"`]cli\./.test(readFileSync(join(web, path), 'utf8')));
  expect(naming).toEqual([]);
});
