import { existsSync, globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { cache, root } from './paths.mjs';
import { run } from './spawn.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Stage
 */

/** @param {string} path under node_modules */
const packaged = (path) => join(root, 'node_modules', path);
// svelte-check takes no TypeScript 7 yet; the rooms without components need not wait for it.
const tsc = packaged('typescript-native/bin/tsc');
const svelteCheck = packaged('svelte-check/bin/svelte-check');
const biome = packaged('@biomejs/biome/bin/biome');
const oxlint = packaged('oxlint/bin/oxlint');
const vitest = packaged('vitest/vitest.mjs');

/** A stage that passes or fails as one.
 *
 * @param {string} name
 * @param {() => Promise<boolean>} passes
 * @returns {Stage}
 */
export function whole(name, passes) {
  return { name, run: async () => ((await passes()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

/**
 * @param {string} script run on this Node at the root
 * @param {string[]} args
 */
export async function succeeds(script, args) {
  return (await run(process.execPath, [script, ...args], { cwd: root })).code === 0;
}

/** One word for each stage, in the order `npm test` runs them. */
export const checks = [
  whole('types', checkTypes),
  whole('svelte', () =>
    succeeds(svelteCheck, [
      '--workspace',
      'src/web',
      '--tsconfig',
      'tsconfig.json',
      '--output',
      'human',
      '--fail-on-warnings',
    ]),
  ),
  whole('lint', () => succeeds(oxlint, ['--deny-warnings'])),
  whole('format', () => succeeds(biome, ['check', '--reporter=summary', '--error-on-warnings'])),
];

/** Every tsconfig of a room with a TypeScript file; one that only refers to others is for editors. Web is svelte-check's. */
async function checkTypes() {
  const configs = globSync(
    ['tsconfig.json', '{bench,demo,test,tools}/tsconfig.json', 'src/*/tsconfig*.json'],
    { cwd: root },
  )
    .filter((path) => dirname(path) !== join('src', 'web'))
    .filter((path) => JSON.parse(readFileSync(join(root, path), 'utf8')).files?.length !== 0)
    .filter((path) =>
      globSync('**/*.{ts,mjs}', { cwd: join(root, dirname(path)) }).some((file) => !file.endsWith('.d.ts')),
    )
    .sort();
  mkdirSync(cache, { recursive: true });
  let passed = true;
  const next = async () => {
    for (let config = configs.shift(); config !== undefined; config = configs.shift()) {
      const built = join(cache, `${config.replaceAll(/[/\\]/g, '-')}.tsbuildinfo`);
      const args = ['-p', config, '--incremental', '--tsBuildInfoFile', built, '--pretty'];
      if (!(await succeeds(tsc, args))) passed = false;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return passed;
}

/**
 * A project of vitest.config.ts. A skipped test counts as failed, and so do a file that does not load, an error outside
 * of any test, and a project without a test.
 *
 * @param {string} project
 * @param {string[]} [args] more arguments for vitest
 * @returns {Stage}
 */
export function tests(project, args = []) {
  return { name: project, run: () => runVitest(project, args) };
}

export const build = whole('build', () => succeeds(join(root, 'tools/build.mjs'), ['--if-stale']));

/** @type {Stage} */
export const journeys = {
  name: 'journeys',
  run: async () => {
    // Here, so that its installation is no part of a test's time.
    await ensureChromium();
    return runVitest('journeys', []);
  },
};

/**
 * @param {string} project
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function runVitest(project, args) {
  const report = join(cache, `${project}.json`);
  rmSync(report, { force: true });
  const end = await run(
    process.execPath,
    [
      vitest,
      'run',
      `--project=${project}`,
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    { cwd: root },
  );
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const statuses = testResults.flatMap((/** @type {any} */ file) =>
    file.assertionResults.map((/** @type {any} */ one) => one.status),
  );
  const passed = statuses.filter((/** @type {string} */ status) => status === 'passed').length;
  const unloaded = testResults.filter(
    (/** @type {any} */ file) =>
      file.status !== 'passed' &&
      !file.assertionResults.some((/** @type {any} */ one) => one.status === 'failed'),
  ).length;
  const skipped = statuses.filter(
    (/** @type {string} */ status) => status !== 'passed' && status !== 'failed',
  ).length;
  if (skipped > 0) process.stdout.write(`${project}: ${skipped} skipped, which counts as failed\n`);
  const failed = statuses.length - passed + unloaded;
  return { passed, failed: failed === 0 && (end.code !== 0 || passed === 0) ? 1 : failed };
}

/**
 * Runs stages one after the other, prints what each came to and, as the last line, the sum.
 *
 * @param {readonly Stage[]} stages
 * @returns {Promise<number>} the exit code
 */
export async function runStages(stages) {
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  for (const stage of stages) {
    process.stdout.write(`\n── ${stage.name}\n`);
    const since = performance.now();
    const { passed, failed } = await stage.run();
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((performance.now() - since) / 1000).toFixed(1);
    lines.push(
      `${failed ? 'FAILED' : 'ok    '}  ${stage.name}: ${passed} passed, ${failed} failed, ${seconds} s`,
    );
    process.stdout.write(`${lines.at(-1)}\n`);
  }
  process.stdout.write(`\n${lines.join('\n')}\n${sum.passed} passed, ${sum.failed} failed\n`);
  return sum.failed === 0 ? 0 : 1;
}

/**
 * The stages called by name; all if none is.
 *
 * @param {readonly Stage[]} stages
 * @param {readonly string[]} names
 */
export function pick(stages, names) {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown)
    throw new Error(`no stage "${unknown}"; there are ${stages.map((stage) => stage.name).join(', ')}`);
  return stages.filter((stage) => names.length === 0 || names.includes(stage.name));
}
