/**
 * node tools/run.mjs <script> [arguments]
 *
 * Runs a script of package.json on the Node that the lock pins, whatever Node (20 or newer) reads this file.
 * Installs first when the lock has changed, and builds the app before what serves it.
 */
import { join } from 'node:path';
import { install } from './install.mjs';
import { root } from './paths.mjs';
import { endAs, run } from './spawn.mjs';

/** @param {string[]} args of the command line */
const servesApp = ([command, ...options]) =>
  (command === 'serve' || command === 'demo') &&
  !options.includes('--no-serve') &&
  !options.includes('--help');

/**
 * What each script runs. `servesApp` builds the app first where it is out of date; `here` keeps the caller's folder.
 *
 * @type {Record<string, { file: string, args?: string[], here?: boolean, servesApp?: (args: string[]) => boolean }>}
 */
const scripts = {
  start: { file: 'src/cli/main.ts', args: ['serve', '--dir', './data'], servesApp },
  demo: { file: 'src/cli/main.ts', args: ['demo'], servesApp },
  cli: { file: 'src/cli/main.ts', here: true, servesApp },
  test: { file: 'tools/test.mjs' },
  check: { file: 'tools/check.mjs' },
  fix: { file: 'tools/fix.mjs' },
  sim: { file: 'src/sim/main.ts' },
  bench: { file: 'bench/main.ts' },
  'border-line': { file: 'tools/border-line.mjs' },
  pictures: { file: 'test/pictures.ts' },
  dev: { file: 'tools/dev.mjs' },
  icons: { file: 'tools/icons.mjs' },
  build: { file: 'tools/build.mjs' },
  vitest: { file: 'node_modules/vitest/vitest.mjs' },
};

// npm hands a signal to its shell, which may die of it without a word to us: then we stop as if it had been ours.
const parent = process.ppid;
const stopWithParent = () => void (process.ppid === parent || process.kill(process.pid, 'SIGTERM'));
if (process.env['npm_lifecycle_event']) setInterval(stopWithParent, 250).unref();

try {
  const [name = '', ...args] = process.argv.slice(2);
  const script = scripts[name];
  if (!script) throw new Error(`no script "${name}"; there are ${Object.keys(scripts).join(', ')}`);
  const node = await install();
  const options = script.here ? {} : { cwd: root };
  const wanted = [...(script.args ?? []), ...args];
  if (script.servesApp?.(wanted)) {
    const built = await run(node, [join(root, 'tools/build.mjs'), '--if-stale'], { cwd: root });
    if (built.code !== 0) process.exit(built.code);
  }
  endAs(await run(node, [join(root, script.file), ...wanted], options));
} catch (error) {
  process.stderr.write(`counterpart: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
