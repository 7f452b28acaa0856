import { measures } from './measures.ts';

/**
 * node bench/measure.ts <name> <arguments as JSON>: one measure in a process of its own, so that none pays for the memory
 * of another. Prints its figures as JSON, with the most memory that the process ever held.
 */
const [name = '', given = '{}'] = process.argv.slice(2);
const load = measures[name];
if (load === undefined) throw new Error(`no measure "${name}"`);
const figures = await (await load())(JSON.parse(given) as never);
// `maxRSS` counts 1,024 bytes each.
const megabytes = Math.round((process.resourceUsage().maxRSS * 1024) / 1_000_000);
process.stdout.write(`${JSON.stringify({ ...figures, megabytes })}\n`);
