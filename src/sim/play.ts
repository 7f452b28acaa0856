import { actions, arrive, changesTheList } from './actions.ts';
import { day } from './clock.ts';
import { heal } from './heal.ts';
import { Stuck } from './scheduler.ts';
import { type Story, Violation } from './story.ts';
import { World, type WorldOptions } from './world.ts';

/** What a world came to. */
export interface Outcome {
  readonly options: WorldOptions;
  readonly story: Story;
  /** The promise that did not hold, or what broke. */
  readonly failure: Error | undefined;
}

/** Plays one world from its seed to its end. The same options give the same story on every machine. */
export async function playWorld(options: WorldOptions): Promise<Outcome> {
  const world = new World(options);
  let failure: Error | undefined;
  try {
    await world.begin();
    for (let step = 1; step <= options.steps; step++) await playStep(world, step);
    await heal(world);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    const isExpected = failure instanceof Violation || failure instanceof Stuck;
    world.story.tell('', isExpected ? failure.message : (failure.stack ?? failure.message));
  }
  world.sumUp();
  return { options, story: world.story, failure };
}

/** What is due arrives, what is down may start, something is done, perhaps several things at once; then all is checked. */
async function playStep(world: World, step: number): Promise<void> {
  world.story.step = step;
  world.network.moveTo(step);
  const random = world.random.fork(`step ${step}`);
  world.clock.advance(random.below(day));
  const work: Promise<unknown>[] = [];
  for (const machine of world.machines) {
    // Somebody sees to a node whose disk has failed.
    if (machine.isUp && machine.store.findings().some(({ code }) => code === 'failed') && random.oneIn(4))
      machine.goDown('kill');
    if (!machine.isUp && random.oneIn(2)) work.push(world.startMachine(machine));
  }
  work.push(...world.network.arrivals().map((message) => arrive(world, message)));
  const count = random.weighted(countWeights);
  for (let at = 0; at < count; at++) {
    const action = random.weighted(world.options.lists === 'never' ? weightsWithoutLists : actionWeights);
    work.push(action.run(world, random.fork(`act ${at}`)));
  }
  await world.scheduler.run(work);
  world.scheduler.clearFault();
  world.story.count('steps');
  await world.check();
}

/** How many things are done at once. */
const countWeights = [
  [1, 5],
  [2, 2],
  [3, 1],
] as const;

const actionWeights = actions.map((action) => [action, action.weight] as const);
const weightsWithoutLists = actionWeights.filter(([action]) => action !== changesTheList);
