/** node tools/test.mjs [stage …]: everything, or only the stages named. */
import { build, checks, journeys, pick, runStages, tests } from './stages.mjs';

/** In this order: what is quick first, and the browser last, when nothing else wants the processor. */
const stages = [...checks, tests('unit'), tests('sim'), build, journeys];

process.exitCode = await runStages(pick(stages, process.argv.slice(2)));
