import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { breachesOf, packages } from './layers.ts';
import { parse, readSources, root } from './source-files.ts';

test('every file keeps to the arrows between rooms, the packages of its room and the rules of core', {
  timeout: 120_000,
}, () => {
  expect(readSources().flatMap(breachesOf)).toEqual([]);
});

test.each([
  ['src/core/feed/a.ts', `import { x } from '../../words/x.ts'`, 'no arrow core > words'],
  ['src/core/feed/a.ts', `import type { x } from '../../store/x.ts'`, 'no arrow core > store'],
  [
    'src/core/feed/a.ts',
    `import { createHash } from 'node:crypto'`,
    'may not import the package node:crypto',
  ],
  ['src/core/feed/a.ts', `import { z } from 'zod'`, 'may not import the package zod'],
  ['src/core/feed/a.ts', `const x = Date.now()`, 'core may not use Date.now'],
  ['src/core/feed/a.ts', `const x = new Date()`, 'core may not use new Date()'],
  ['src/core/feed/a.ts', `const x = Math.random()`, 'core may not use Math.random'],
  ['src/core/feed/a.ts', `const x = crypto.randomUUID()`, 'core may not use crypto'],
  ['src/core/feed/a.ts', `const x = performance.now()`, 'core may not use performance'],
  ['src/core/feed/a.ts', `const x = process.env`, 'core may not use process'],
  ['src/core/feed/a.ts', `setTimeout(() => {}, 1)`, 'core may not use setTimeout'],
  ['src/core/feed/a.ts', `const x = 'a'.localeCompare('b')`, 'core may not use localeCompare'],
  ['src/core/feed/a.ts', `const x = new Intl.Segmenter('lo')`, 'core may not use Intl'],
  ['src/core/feed/a.ts', `const x: any = 1`, 'no any'],
  ['src/core/feed/a.ts', `enum X { a }`, 'no enum'],
  ['src/core/feed/index.ts', `export * from './a.ts'`, 'no barrels'],
  ['src/core/feed/a.ts', `import { x } from './a.fixture.ts'`, 'only tests import ./a.fixture.ts'],
  ['src/core/feed/a.ts', `import { x } from '../../store/node-crypto.ts'`, 'no arrow core > store'],
  ['src/words/a.ts', `import { x } from '../web/x.ts'`, 'no arrow words > web'],
  ['src/api/a.ts', `import { x } from '../node/x.ts'`, 'no arrow api > node'],
  ['src/store/a.ts', `const x = import('../node/x.ts')`, 'no arrow store > node'],
  ['src/node/a.ts', `const x = new URL('../web/worker.ts', import.meta.url)`, 'no arrow node > web'],
  ['src/node/a.ts', `import { DatabaseSync } from 'node:sqlite'`, 'may not import the package node:sqlite'],
  ['src/node/a.ts', `export { x } from '../sim/x.ts'`, 'no arrow node > sim'],
  ['src/cli/a.ts', `import { x } from '../../test/x.ts'`, 'no arrow cli > test'],
  [
    'src/web/a.svelte',
    `<script lang="ts">\n  import { x } from '../api/x.ts';\n</script>`,
    'carries types only',
  ],
  ['src/web/a.ts', `import { type x } from '../api/x.ts'`, 'carries types only'],
  ['src/web/a.ts', `import { readFileSync } from 'node:fs'`, 'may not import the package node:fs'],
  ['src/web/a.ts', `import { expect } from 'vitest'`, 'may not import the package vitest'],
  ['src/sim/a.ts', `import { x } from '../web/x.ts'`, 'no arrow sim > web'],
  ['demo/a.ts', `import { x } from '../src/web/x.ts'`, 'no arrow demo > web'],
  ['src/helpers/a.ts', ``, 'is not a room'],
])('a breach is named: %s %s', (path, text, breach) => {
  expect(breachesOf(parse(path, text)).join('\n')).toContain(breach);
});

test.each([
  [
    'src/core/feed/a.ts',
    `import { x } from '../bytes/x.ts'; const d = new Date(x), t = Date.UTC(1, 2), crypto = x; crypto.sign()`,
  ],
  [
    'src/core/feed/a.test.ts',
    `import { test } from 'vitest'; import { sign } from 'node:crypto'; sign(Date.now())`,
  ],
  [
    'src/web/a.svelte',
    `<script lang="ts">\n  import type { x } from '../api/x.ts';\n  import { onMount } from 'svelte';\n</script>`,
  ],
  ['src/core/feed/a.fixture.ts', `import { x } from '../../store/node-crypto.ts'`],
  ['src/store/a.ts', `import { DatabaseSync } from 'node:sqlite'; import { x } from '../core/feed/x.ts'`],
  ['src/words/a.test.ts', `import { IntlMessageFormat } from 'intl-messageformat'`],
])('what is allowed passes: %s %s', (path, text) => {
  expect(breachesOf(parse(path, text))).toEqual([]);
});

test('each package has a line in docs/dependencies.md that says why, and each line a package', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((part) =>
    Object.keys(manifest[part] ?? {}),
  );
  const rows = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').matchAll(/^\| `([^`]+)` \|/gm);
  expect([...rows].map((row) => row[1]).sort()).toEqual(named.sort());
});

test('the table of packages names only packages of package.json', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const known = [
    ...Object.keys(manifest['dependencies'] ?? {}),
    ...Object.keys(manifest['devDependencies'] ?? {}),
  ];
  const unknown = Object.keys(packages)
    .filter((line) => !line.startsWith('node:'))
    .filter(
      (line) =>
        !known.some((name) =>
          line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : `${line}/`.startsWith(`${name}/`),
        ),
    );
  expect(unknown).toEqual([]);
});

test('no file of the project names a package registry or a path of one machine', () => {
  const elsewhere = [
    /"resolved"\s*:/,
    /https?:\/\/(?:[\w.-]*\b)?(?:registry|npm|artifactory|nexus|verdaccio|mirror)s?\b[\w.-]*[/:]/,
  ]
    .concat([/registry\.(?:npmjs|yarnpkg|npmmirror)\./, /(?<![\w.-])\/(?:work|root)\/[\w.]/, /\/tmp\/bash/])
    .concat([/(?<![\w.-])\/(?:home|Users)\/(?!user\b|counterpart\b)\w+\//]);
  const found = trackedFiles().flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        elsewhere.some((pattern) => pattern.test(line))
          ? [`${path}:${at + 1}: ${line.trim().slice(0, 120)}`]
          : [],
      ),
  );
  expect(found).toEqual([]);
});

/** What git tracks; in a checkout without its .git, all there is but what .gitignore names. */
function trackedFiles(): readonly string[] {
  const binary = /\.(?:png|jpe?g|gif|webp|ico|woff2?|ttf|otf|xlsx|docx|pdf|zip|zst|age|pouch)$/;
  const ignored = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);
  let paths: readonly string[];
  try {
    paths = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).split('\0');
  } catch {
    paths = globSync('{*,.*,{src,test,tools,bench,demo,docs,.ci}/**/*}', {
      cwd: root,
      exclude: (name) => ignored.has(name),
    });
  }
  return paths.filter((path) => path !== '' && !binary.test(path) && isFile(path));
}

function isFile(path: string): boolean {
  try {
    readFileSync(join(root, path));
    return true;
  } catch {
    return false;
  }
}
