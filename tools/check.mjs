/** node tools/check.mjs [stage …]: types, lint, format, layers. */
import { checks, pick, runStages, tests } from './stages.mjs';

const layers = { ...tests('unit', ['test/layers.test.ts']), name: 'layers' };

process.exitCode = await runStages(pick([...checks, layers], process.argv.slice(2)));
