import type { Random } from './random.ts';

/** Nothing moves and something is unfinished: what it waits for will never come. */
export class Stuck extends Error {
  constructor() {
    super('what was begun never ends');
  }
}

/** Rounds of the event loop without any turn asked for, after which work counts as stuck. Only hangs come near it. */
const idleRoundsMax = 20_000;

/**
 * Decides who goes on. Whatever could be interrupted asks for a turn; one turn is given at a time, by seed, and only
 * when everything else stands still. So several nodes, and several requests in one node, mix in every way that the event
 * loop allows, and in the same way for the same seed.
 */
export class Scheduler {
  readonly #random: Random;
  #waiting: (() => void)[] = [];
  #turnsToFault = Number.POSITIVE_INFINITY;
  #fault: () => void = () => {};
  turns = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Resolves when it is the caller's turn. */
  readonly turn = (): Promise<void> => new Promise((resolve) => this.#waiting.push(resolve));

  /** Lets `fault` happen after so many turns; `clearFault` takes it back. */
  faultAfter(turns: number, fault: () => void): void {
    this.#turnsToFault = turns;
    this.#fault = fault;
  }

  clearFault(): void {
    this.#turnsToFault = Number.POSITIVE_INFINITY;
  }

  /** Runs work until all of it has ended. @throws Stuck */
  async run(work: readonly Promise<unknown>[]): Promise<void> {
    const open = new Set(work);
    for (const one of work) {
      const ended = () => open.delete(one);
      one.then(ended, ended);
    }
    let idleRounds = 0;
    while (open.size > 0 || this.#waiting.length > 0) {
      await standstill();
      if (this.#waiting.length > 0) {
        idleRounds = 0;
        this.#give();
      } else if (open.size > 0 && ++idleRounds > idleRoundsMax) throw new Stuck();
    }
    await Promise.all(work);
  }

  #give(): void {
    this.turns += 1;
    this.#turnsToFault -= 1;
    if (this.#turnsToFault < 0) {
      this.clearFault();
      this.#fault();
    }
    const [next] = this.#waiting.splice(this.#random.below(this.#waiting.length), 1);
    next?.();
  }
}

/** Resolves when no promise is left to go on. It waits for nothing and takes no time. */
function standstill(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
