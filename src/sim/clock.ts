/** The time of a world, which passes only when the world says so. */
export class SimClock {
  #now: number;

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export const day = 86_400_000;
export const year = 365 * day;
