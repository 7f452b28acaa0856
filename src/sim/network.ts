import type { Run } from '../core/feed/entry.ts';
import type { Programme } from '../node/programme.ts';
import type { Store } from '../store/store.ts';
import type { Machine } from './machine.ts';
import type { Random } from './random.ts';

/** A call that got no answer. What was asked may have been done all the same. */
export class Unreachable extends Error {}

/** Runs on their way, by whatever means: a connection that broke off, a courier, a copy sent twice. */
export interface Message {
  readonly from: string;
  readonly to: Machine;
  readonly runs: readonly Run[];
  /** Step at which it arrives. */
  readonly due: number;
}

/** Between the machines: what is called may not be reached, may answer in vain, may be asked twice; what is sent may get lost, come late, twice, in another order. */
export class SimNetwork {
  readonly #random: Random;
  readonly #cuts = new Map<string, number>();
  #messages: Message[] = [];
  #step = 0;
  #isCalm = false;
  readonly counts = { calls: 0, lost: 0, sent: 0, delivered: 0, cuts: 0 };

  constructor(random: Random) {
    this.#random = random;
  }

  /** Time goes on. Partitions that have lasted long enough end. */
  moveTo(step: number): void {
    this.#step = step;
    for (const [pair, until] of this.#cuts) if (until <= step) this.#cuts.delete(pair);
  }

  /** Two parties cannot reach each other until that step. */
  cut(one: Machine, other: Machine, until: number): void {
    this.counts.cuts += 1;
    this.#cuts.set(pairOf(one, other), until);
  }

  isCut(one: Machine, other: Machine): boolean {
    return this.#cuts.has(pairOf(one, other));
  }

  /** All partitions end and nothing gets lost any more. What is on its way arrives. */
  calm(): void {
    this.#isCalm = true;
    this.#cuts.clear();
    this.#messages = this.#messages.map((message) => ({ ...message, due: 0 }));
  }

  /** Trouble may come again. */
  trouble(): void {
    this.#isCalm = false;
  }

  /** Asks another machine for something. @throws Unreachable */
  async call<Value>(
    from: Machine,
    to: Machine,
    work: (programme: Programme, store: Store) => Promise<Value>,
  ): Promise<Value> {
    this.counts.calls += 1;
    const fate = this.#isCalm ? 'fine' : this.#random.weighted(fates);
    if (!to.isUp || this.isCut(from, to) || fate === 'lost') throw this.#unreachable();
    if (fate === 'twice') await to.alive(work);
    const answer = await to.alive(async (programme, store) => ({ value: await work(programme, store) }));
    if (answer === undefined || fate === 'unanswered') throw this.#unreachable();
    return answer.value;
  }

  /** Sends runs by a way that may lose them, bring them late, or twice. */
  send(from: Machine, to: Machine, runs: readonly Run[]): void {
    this.counts.sent += 1;
    const copies = this.#random.weighted([
      [0, 1],
      [1, 5],
      [2, 1],
    ]);
    for (let copy = 0; copy < copies; copy++) {
      const due = this.#step + this.#random.weighted(delays);
      this.#messages.push({ from: from.name, to, runs, due });
    }
  }

  /** What arrives now, in any order. What meets a machine that is down comes again later. */
  arrivals(): Message[] {
    const due = this.#messages.filter((message) => message.due <= this.#step && message.to.isUp);
    this.#messages = this.#messages.filter((message) => !due.includes(message));
    this.counts.delivered += due.length;
    return this.#random.shuffled(due);
  }

  /** Whether something is still on its way. */
  get isQuiet(): boolean {
    return this.#messages.length === 0;
  }

  #unreachable(): Unreachable {
    this.counts.lost += 1;
    return new Unreachable('no answer');
  }
}

const fates = [
  ['fine', 20],
  ['lost', 2],
  ['unanswered', 2],
  ['twice', 1],
] as const;

const delays = [
  [0, 4],
  [2, 3],
  [9, 2],
  [40, 1],
] as const;

function pairOf(one: Machine, other: Machine): string {
  return [one.party, other.party].sort().join(' ');
}
