import { toBase64 } from '../core/bytes/codec.ts';
import { type Lang, type PartyCode, parsePartyCode } from '../core/bytes/ids.ts';
import { foundingBytes, parseFounding, signFounding } from '../core/feed/founding.ts';
import { silentLog } from '../node/log.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { StoreError } from '../store/errors.ts';
import { SimClock } from './clock.ts';
import { type Desk, subjects } from './desk.ts';
import type { DiskCopy } from './disk.ts';
import type { Wire } from './exchange.ts';
import { type Flaws, flawedStore, ignoredBars, makeDisk } from './flaws.ts';
import { KeyBook } from './keys.ts';
import { Liar } from './liar.ts';
import { type Founded, Machine } from './machine.ts';
import { SimNetwork, Unreachable } from './network.ts';
import { Oracle } from './oracle.ts';
import { PartyKeys } from './party-keys.ts';
import { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { promise, Story } from './story.ts';
import type { Ground } from './values.ts';

export interface WorldOptions {
  readonly seed: number;
  /** 2 to 5. */
  readonly parties: number;
  readonly steps: number;
  /** Nobody changes the list of parties, as in worlds that failed before anybody did. */
  readonly lists?: 'never';
  /** Faults built in on purpose, to show that they are found. */
  readonly flaws?: Flaws;
}

/** A copy of a machine's disk, to be put back. */
export interface Backup {
  readonly machine: Machine;
  readonly copy: DiskCopy;
  readonly step: number;
}

/** A pouch for one party, to be opened once, often or never. */
export interface Carried {
  readonly name: string;
  readonly to: PartyCode;
  readonly file: Uint8Array;
}

const codes = ['VN', 'LA', 'KH', 'TH', 'MM'] as const;
const start = Date.UTC(2026, 10, 21, 8);

/** Several nodes, the network between them, and everything that can be known of them from outside. */
export class World {
  readonly options: WorldOptions;
  readonly random: Random;
  readonly clock = new SimClock(start);
  readonly scheduler: Scheduler;
  readonly story = new Story();
  readonly oracle = new Oracle(this.story);
  readonly wire: Wire;
  readonly ground: Ground;
  readonly machines: Machine[] = [];
  readonly backups: Backup[] = [];
  readonly pouches: Carried[] = [];
  /** By party, how far its clocks are off, in milliseconds. */
  readonly skews = new Map<PartyCode, number>();
  /** The party to which nothing worse happens than crashes, failing disks and a database put back. */
  readonly steady: PartyCode;
  /** Parties to whom everything may happen but lying. */
  readonly unlucky: ReadonlySet<PartyCode>;
  readonly liarParty: PartyCode | undefined;
  readonly book: KeyBook;
  liar: Liar | undefined;
  readonly #founded: Founded;

  constructor(options: WorldOptions) {
    const { parties: count, seed } = options;
    this.options = options;
    this.random = new Random(`world ${seed}`);
    this.scheduler = new Scheduler(this.random.fork('turns'));
    const network = new SimNetwork(this.random.fork('network'));
    this.wire = { network, oracle: this.oracle };
    this.book = new KeyBook(seed);
    const parties = codes.slice(0, count).map(parsePartyCode);
    this.#founded = found(seed, parties, this.book);
    this.ground = { languages: this.#founded.founding.languages, parties, subjects };
    const fates = this.random.fork('fates');
    const [steady, ...others] = fates.shuffled(parties) as [PartyCode, ...PartyCode[]];
    this.steady = steady;
    this.liarParty = fates.oneIn(2) ? others.pop() : undefined;
    if (this.liarParty !== undefined) this.oracle.excuse(this.liarParty);
    this.unlucky = new Set(others.filter(() => fates.oneIn(2)));
    const roles = `steady ${steady}; unlucky ${[...this.unlucky].join(' ') || 'nobody'}; lying ${this.liarParty ?? 'nobody'}`;
    this.story.tell('', `seed ${seed}, ${parties.join(' ')}; ${roles}`);
  }

  get network(): SimNetwork {
    return this.wire.network;
  }

  /** All machines but a liar's. */
  get honest(): Machine[] {
    return this.machines.filter(({ party }) => party !== this.liarParty);
  }

  /** Honest machines that run. */
  get running(): Machine[] {
    return this.honest.filter(({ isUp }) => isUp);
  }

  /** Starts all machines and opens their feeds. */
  async begin(): Promise<void> {
    for (const party of this.ground.parties) {
      const machine = this.addMachine(party, party);
      await this.scheduler.run([machine.start()]);
      if (party === this.liarParty) this.liar = this.#makeLiar(machine);
      else await this.scheduler.run([machine.openFeed()]);
    }
  }

  /** Runs one thing to its end. */
  async run<Value>(work: Promise<Value>): Promise<Value> {
    await this.scheduler.run([work]);
    return work;
  }

  /** Another machine of a party, down, with an empty disk. */
  addMachine(name: string, party: PartyCode): Machine {
    const { flaws = {} } = this.options;
    const machine = new Machine({
      name,
      party,
      keys: new PartyKeys(this.book, party),
      disk: makeDisk(this.random.fork(`disk ${name}`), flaws),
      founded: this.#founded,
      turn: this.scheduler.turn,
      now: () => this.clock.now + (this.skews.get(party) ?? 0),
      log: silentLog,
      wrapStore: (store) => flawedStore(store, flaws),
    });
    this.machines.push(machine);
    return machine;
  }

  /** A machine starts again; a fault may end it while it recovers. */
  async startMachine(machine: Machine): Promise<void> {
    const isUp = await machine.start();
    this.story.count('starts');
    this.story.tell(machine.name, isUp ? 'starts' : 'starts and goes down again');
  }

  /** Does something on a machine, and tells what came of it. Refusals, failing disks and silence are part of life. */
  async attempt(
    machine: Machine,
    what: string,
    work: (programme: Programme) => Promise<string>,
  ): Promise<void> {
    try {
      const told = await machine.alive(work);
      this.story.tell(machine.name, told === undefined ? `${what}: the machine is down` : `${what}: ${told}`);
    } catch (error) {
      this.story.tell(machine.name, `${what}: ${this.#excuseOf(machine, error)}`);
    }
  }

  /** What somebody at a machine has before them. */
  deskOf(machine: Machine, random: Random): Desk {
    return {
      programme: machine.programme,
      keys: machine.keys,
      ground: this.ground,
      random,
      onConsent: (act) => this.oracle.consented(machine.party, act),
      stays: this.steady,
      ignores: ignoredBars(this.options.flaws),
    };
  }

  /** A2, A5, F9: what must hold at every moment. */
  async check(): Promise<void> {
    for (const machine of this.running) {
      await this.scheduler.run([
        machine.alive(async (programme) => {
          this.oracle.expectActs(machine, await programme.register());
          const lock = programme.lock();
          const isSafe = lock !== undefined || !(await this.oracle.mustBeLocked(machine, programme));
          promise('F9', isSafe, () => {
            return `${machine.name} was restored and would sign before its partners confirmed its head`;
          });
        }),
      ]);
    }
  }

  /** After a disk was put back: what no honest machine holds any more is lost. What one held when it went down, it holds. */
  async countLost(): Promise<void> {
    await this.oracle.countLost(this.honest.flatMap(({ latest }) => latest ?? []));
  }

  /** Adds the figures that others kept. */
  sumUp(): void {
    const { calls, cuts, delivered, lost, sent } = this.network.counts;
    const figures = {
      calls,
      'calls lost': lost,
      'messages sent': sent,
      'messages come': delivered,
      partitions: cuts,
    };
    for (const [figure, by] of Object.entries(figures)) this.story.count(figure, by);
    this.story.count('turns', this.scheduler.turns);
    for (const { disk } of this.machines) this.story.count('writes', disk.operations);
    if (this.liar !== undefined) this.story.count('forks by a liar', this.liar.forks);
  }

  #excuseOf(machine: Machine, error: unknown): string {
    if (error instanceof Unreachable) return 'no answer';
    if (error instanceof Refusal)
      return `refused, ${error.code}${error.message === '' ? '' : ` (${error.message})`}`;
    if (error instanceof StoreError && error.code === 'failed') return 'the disk failed';
    // Two exchanges may bring one file at once.
    if (error instanceof StoreError && error.code.startsWith('attachment-')) return error.code;
    const isLower = error instanceof StoreError && error.code === 'watermark-lower';
    if (isLower && this.oracle.isExcused(machine.party)) return 'stopped by the mark';
    throw error;
  }

  #makeLiar(machine: Machine): Liar {
    const { party, programme } = machine;
    const parts = {
      keys: machine.keys,
      ground: this.ground,
      random: this.random.fork('liar'),
      now: () => programme.time(),
      lists: this.options.lists !== 'never',
      onConsent: (act: Parameters<Oracle['consented']>[1]) => this.oracle.consented(party, act),
    };
    return new Liar(parts, programme);
  }
}

/** Founds the programme that all nodes of the world take part in. */
function found(seed: number, parties: readonly PartyCode[], book: KeyBook): Founded {
  const letters = 'qpzry';
  const cards = parties.map((party, at) => ({
    party,
    names: { en: `Ministry of ${party}` } as Record<Lang, string>,
    root: toBase64(book.key(party, 'root', 0).public),
    exchange: toBase64(book.key(party, 'exchange', 0).public),
    recipient: `age1${letters[at]}${'q'.repeat(57)}`,
  }));
  const bytes = foundingBytes({
    name: { lo: 'ແຜນການ', vi: 'Kế hoạch' } as Record<Lang, string>,
    languages: ['lo', 'vi'] as Lang[],
    level: 1,
    zone: 'Asia/Vientiane',
    nonce: toBase64(new Random(`nonce ${seed}`).bytes(16)),
    parties: cards,
  });
  const signatures = parties.map((party) => ({
    party,
    signature: signFounding(bytes, book.key(party, 'root', 0).sign),
  }));
  return { founding: parseFounding(bytes, book.crypto), bytes, signatures };
}
