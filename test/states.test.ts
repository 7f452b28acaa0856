import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/* docs/states.md: what no screen shows by itself is opened by a journey that asks axe about it. */

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const rows = [...read('docs/states.md').matchAll(/^\| `(.+?)` \| `(.+?)` \| `(.+?)` \|$/gm)].map(
  ([, state = '', shownBy = '', journey = '']) => ({ state, shownBy, journey }),
);
const components = globSync('src/web/**/*.svelte', { cwd: root }).map((path) => ({
  name: path.slice('src/web/'.length, -'.svelte'.length).replaceAll('\\', '/'),
  source: read(path),
}));
/** What opens over a screen, or sounds an alarm in it. */
const ways =
  /<(?:Dialog|Drawer)(?=\s)|role="(?:alert|alertdialog|dialog|menu)"|<details class="menu"|\spopover/g;
const named = /<(?:Dialog|Drawer)\s+state="([^"]+)"|(?<!\w)data-state="([^"]+)"/g;
/** The two that give their name to what uses them. */
const frames = ['parts/dialog', 'parts/drawer'];

test('every dialog, drawer, menu and alarm has a name of its own', () => {
  const nameless = components.flatMap(({ name, source }) => {
    const of = source.match(ways)?.length ?? 0;
    return frames.includes(name) || of === (source.match(named)?.length ?? 0) ? [] : [name];
  });
  expect(nameless).toEqual([]);
});

test('every one of them stands in docs/states.md, and nothing else does', () => {
  const found = components.flatMap(({ name, source }) =>
    [...source.matchAll(named)].map(([, opened, said]) => `${opened ?? said} ${name}`),
  );
  expect(found.length).toBeGreaterThan(40);
  expect(rows.map(({ shownBy, state }) => `${state} ${shownBy}`).toSorted()).toEqual(found.toSorted());
  expect(new Set(rows.map(({ state }) => state)).size).toBe(rows.length);
});

test('the journey named beside a state looks at it', () => {
  const unseen = rows.filter(({ journey, state }) => {
    const source = read(`test/journeys/${journey}.test.ts`);
    // By name at once, or in a table of states that the journey goes through.
    const inTable = source.includes(`['${state}',`) || source.includes(`[\n    '${state}',`);
    return !(
      new RegExp(`expectState\\(\\w+, '${state}'\\)`).test(source) ||
      (inTable && source.includes('expectState(vn, state)'))
    );
  });
  expect(unseen).toEqual([]);
});
