/** node tools/test.mjs [stage …]: everything, or only the stages named. */
import { join } from 'node:path';
import { root } from './paths.mjs';
import { checks, pick, runStages, succeeds, tests, whole } from './stages.mjs';

/** In this order: what is quick first, and the browser last, when nothing else wants the processor. */
const stages = [
  ...checks,
  tests('unit'),
  // tests('sim'),
  // whole('build', () => succeeds(join(root, 'tools/build.mjs'), ['--if-stale'])),
  // tests('journeys'),
];
void [join, root, succeeds, whole];

process.exitCode = await runStages(pick(stages, process.argv.slice(2)));
