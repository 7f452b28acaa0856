import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* Nothing is shown as under way before one notices that one waits: all of it goes by `state/noticed.svelte.ts`. */

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const web = globSync('src/web/**/*.{svelte,ts}', { cwd: root });

test('only what waits until one notices says that something is under way', () => {
  const says = /t\('common\.(loading|saving|readingFile|makingFile)'\)/;
  const found = web.flatMap((path) =>
    read(path)
      .split('\n')
      .filter((line) => says.test(line) && !/<Waiting says=|sayWhile\(/.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found.map((line) => line.slice(0, line.indexOf(':'))).toSorted()).toEqual([
    'src/web/parts/waiting.svelte',
    // What is typed is saved in sight, from the first moment on.
    'src/web/screens/plan/unsent-bar.svelte',
  ]);
});
