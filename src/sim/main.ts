import { parseArgs } from 'node:util';
import { type Outcome, playWorld } from './play.ts';

const usage = `npm run sim -- --seed=N [--parties=3] [--steps=400]
npm run sim -- --seeds=A..B [--parties=N] [--steps=400]

Plays simulated worlds. One seed prints its story; several print a line each. Without --parties each seed has its own number.
Exit code 1 when a promise of the protocol did not hold, with the story of that world.
`;

const options = {
  seed: { type: 'string' },
  seeds: { type: 'string' },
  parties: { type: 'string' },
  steps: { type: 'string', default: '400' },
  help: { type: 'boolean', default: false },
} as const;

const { values } = parseArgs({ options, args: process.argv.slice(2) });
if (values.help || (values.seed === undefined && values.seeds === undefined)) process.stdout.write(usage);
else process.exitCode = await play(seedsOf(values.seed, values.seeds));

/** Plays one world after the other. @returns the exit code */
async function play(seeds: readonly number[]): Promise<number> {
  for (const seed of seeds) {
    const parties = values.parties === undefined ? 2 + (seed % 4) : wholeNumber(values.parties);
    const outcome = await playWorld({ seed, parties, steps: wholeNumber(values.steps) });
    if (seeds.length === 1 || outcome.failure !== undefined) process.stdout.write(storyOf(outcome));
    process.stdout.write(`${summaryOf(outcome)}\n`);
    if (outcome.failure !== undefined) return 1;
  }
  return 0;
}

function storyOf({ story }: Outcome): string {
  return story.lines.map((line) => `${line}\n`).join('');
}

function summaryOf({ failure, options: { parties, seed, steps }, story }: Outcome): string {
  const figures = [...story.figures].map(([figure, count]) => `${count} ${figure}`).join(', ');
  const end = failure === undefined ? 'every promise held' : `FAILED: ${failure.message}`;
  return `seed ${seed}, ${parties} parties, ${steps} steps: ${end}\n  ${figures}`;
}

function seedsOf(seed: string | undefined, range: string | undefined): readonly number[] {
  if (range === undefined) return [wholeNumber(seed ?? '')];
  const [first = '', last = ''] = range.split('..');
  const [from, to] = [wholeNumber(first), wholeNumber(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    process.stderr.write(`not a whole number: "${text}"\n${usage}`);
    process.exit(2);
  }
  return Number(text);
}
