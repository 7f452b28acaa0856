import { playWorld } from './play.ts';
import type { WorldOptions } from './world.ts';

/** Steps of a world in `npm test`; `npm run sim` plays longer ones. */
const steps = 80;

/** 2 to 5 parties, decided by the seed. */
export const worldOf = (seed: number): WorldOptions => ({ seed, parties: 2 + (seed % 4), steps });

export const held = 'every promise held';

/** Plays a world to its end. @throws Error that tells its whole story, and how to play it again, if a promise did not hold */
export async function endOf(options: WorldOptions): Promise<string> {
  const { failure, story } = await playWorld(options);
  if (failure === undefined) return held;
  const { parties, seed, steps: count } = options;
  const replay = `npm run sim -- --seed=${seed} --parties=${parties} --steps=${count}`;
  throw new Error(`${failure.message}\n${story.lines.join('\n')}\n${replay}`, { cause: failure });
}
