import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problems } from '../src/node/problems.ts';
import { readSources, root } from './source-files.ts';

/* docs/hostile.md: each case of bad input, what becomes of it, and the test that shows it. */

const rows = readFileSync(join(root, 'docs/hostile.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:case|-)/.test(line))
  .map((line) => line.slice(2, -2).split(' | '));

test('every case of docs/hostile.md has an outcome, its code and a test', () => {
  expect(rows.length).toBeGreaterThan(80);
  const odd = rows.filter(([, outcome = '', code = '', shownBy = ''], at) => {
    // What is refused or frozen for good has a name, but a fault that is named by its line, and forks by their proof.
    const needsCode = outcome === 'R' || outcome === 'refused';
    return rows[at]?.length !== 4 || shownBy === '' || (needsCode && !code.includes('`'));
  });
  expect(odd).toEqual([]);
});

test('every test that docs/hostile.md names exists', () => {
  const missing = rows.flatMap(([, , , shownBy = '']) =>
    shownBy.split('<br>').flatMap((one) => {
      const [, file = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(one) ?? [];
      if (!existsSync(join(root, file))) return [one];
      const text = readFileSync(join(root, file), 'utf8');
      const isThere = ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
      return isThere ? [] : [one];
    }),
  );
  expect(missing).toEqual([]);
});

test('every code that docs/hostile.md names is one of the program’s', () => {
  const source = readSources('src/{core,node,store,api}/**/*.ts')
    .map(({ tree }) => tree.text)
    .join('\n');
  const codes = rows.flatMap(([, , code = '']) =>
    [...code.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
  );
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !source.includes(`'${code}'`))).toEqual([]);
});

test('every code of docs/problems.md is named by a test', () => {
  const tests = readSources('{src,test}/**/*.test.ts')
    .map(({ tree }) => tree.text)
    .join('\n');
  expect(Object.keys(problems).filter((code) => !tests.includes(`'${code}'`))).toEqual([]);
});
