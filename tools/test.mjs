/** node tools/test.mjs [stage …]: everything, or only the stages named. */
import { checks, pick, runStages, tests } from './stages.mjs';

/**
 * In this order: what is quick first, and the browser last, when nothing else wants the processor. A stage without a
 * test fails, so these wait for their first: tests('sim'), build, journeys (both from stages.mjs).
 */
const stages = [...checks, tests('unit')];

process.exitCode = await runStages(pick(stages, process.argv.slice(2)));
