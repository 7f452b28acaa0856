import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* docs/screens.md: each address of the app has a journey that opens it. */

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rows = [...read('docs/screens.md').matchAll(/^\| `(.+?)` \| `(.+?)` \| `(.+?)` \|$/gm)].map(
  ([, address = '', journey = '', words = '']) => ({ address, journey, words }),
);

test('every address of the app stands in docs/screens.md, and no other does', () => {
  const addresses = [...read('src/web/routes.ts').matchAll(/pattern: '(.+?)'/g)].map(([, one]) => one);
  expect(addresses.length).toBeGreaterThan(40);
  expect(rows.map(({ address }) => address).toSorted()).toEqual(addresses.toSorted());
});

test('the journey named beside an address opens it', () => {
  const missing = rows.filter(
    ({ journey, words }) => !read(`test/journeys/${journey}.test.ts`).includes(words),
  );
  expect(missing).toEqual([]);
});
