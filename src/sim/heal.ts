import { arrive, exchangeBetween } from './actions.ts';
import { statePositions } from './desk.ts';
import { consent } from './desk-acts.ts';
import { answersOf, firstDifference } from './digest.ts';
import { allFiles } from './exchange.ts';
import { continueFeed } from './faults.ts';
import type { Machine } from './machine.ts';
import { openOn } from './pouch.ts';
import { promise, short } from './story.ts';
import type { World } from './world.ts';

/** Rounds of everybody with everybody until nothing moves; more than a world of five parties ever needs. */
const roundsMax = 12;
/** A second machine of a party may hold what the first does not. */
const unlockRoundsMax = 3;

/**
 * All trouble ends: partitions, crashes, failing disks. What is on its way arrives, everybody exchanges with everybody
 * until nothing moves, and then every promise is checked. Then roots continue what is locked, everybody says one thing
 * more, and all is checked again.
 */
export async function heal(world: World): Promise<void> {
  world.story.tell('', 'heals');
  const random = world.random.fork('heal');
  world.network.calm();
  for (const machine of world.machines) await startSound(world, machine);
  await revealLies(world);
  await deliver(world);
  for (const pouch of world.pouches) {
    const machine = world.running.find(({ party }) => party === pouch.to);
    if (machine !== undefined && random.oneIn(3)) {
      await world.scheduler.run([
        world.attempt(machine, `opens ${pouch.name}`, () => openOn(machine, pouch.file)),
      ]);
    }
  }
  await exchangeUntilQuiet(world);
  await expectAll(world);
  // What a locked machine kept to itself comes out once the root has spoken; then the root speaks again.
  for (let round = 1; round <= unlockRoundsMax; round++) {
    await unlock(world);
    await exchangeUntilQuiet(world);
    if (!isAnyLocked(world)) break;
  }
  await signAll(world);
  await exchangeUntilQuiet(world);
  await speakOnce(world);
  await exchangeUntilQuiet(world);
  await expectAll(world);
  await expectOneVoice(world);
}

/** Starts a machine that is down or whose disk has failed, with a disk that keeps what it is told. */
async function startSound(world: World, machine: Machine): Promise<void> {
  const isFailed = machine.isUp && machine.store.findings().some(({ code }) => code === 'failed');
  if (isFailed) machine.goDown('kill');
  machine.disk.keepSound();
  if (!machine.isUp) await world.scheduler.run([world.startMachine(machine)]);
  promise('F10', machine.isUp, () => `${machine.name} does not start on a sound disk`);
}

/** In the end somebody honest learns of everything that the liar signed. */
async function revealLies(world: World): Promise<void> {
  const runs = world.liar?.everything ?? [];
  const [first] = world.random.fork('reveal').shuffled(world.honest);
  if (first !== undefined && runs.length > 0) world.network.send(first, first, runs);
}

async function deliver(world: World): Promise<void> {
  world.network.calm();
  while (!world.network.isQuiet) {
    await world.scheduler.run(world.network.arrivals().map((message) => arrive(world, message)));
  }
}

async function exchangeUntilQuiet(world: World): Promise<void> {
  const random = world.random.fork('quiet');
  for (let round = 1; round <= roundsMax; round++) {
    const before = await holdingsOf(world);
    for (const from of world.honest) {
      for (const to of world.honest) {
        if (from.party !== to.party) await world.run(exchangeBetween(world, from, to, random));
      }
    }
    await world.check();
    if ((await holdingsOf(world)) === before) return;
  }
  promise('X8', false, () => `after ${roundsMax} rounds of everybody with everybody something still moves`);
}

/** Everything that an exchange could change, in one line. */
async function holdingsOf(world: World): Promise<string> {
  const held: string[] = [];
  for (const machine of world.honest) {
    const { programme, store } = machine;
    for (const branch of await world.run(store.branches(programme.id))) held.push(branch.hash);
    held.push(String((await world.run(allFiles(machine))).size), programme.lock()?.code ?? '');
  }
  return held.join(' ');
}

const isAnyLocked = (world: World): boolean =>
  world.honest.some(({ name, party, programme }) => name === party && programme.lock() !== undefined);

/** The root of each party that is still locked continues its feed. */
async function unlock(world: World): Promise<void> {
  const random = world.random.fork('unlock');
  for (const machine of world.honest) {
    if (machine.name !== machine.party || machine.programme.lock() === undefined) continue;
    world.oracle.excuse(machine.party);
    await world.scheduler.run([continueFeed(world, machine, random)]);
  }
}

/** Everybody signs whatever the rules still let them sign: what could come into force beside something else now does. */
async function signAll(world: World): Promise<void> {
  const random = world.random.fork('last signatures');
  for (const machine of world.honest) {
    if (machine.name !== machine.party) continue;
    await world.run(machine.followKeys());
    for (let isDone = false; !isDone; ) {
      isDone = true;
      const signed = world.attempt(machine, 'signs', async (programme) => {
        const head = await consent(world.deskOf(machine, random));
        await world.oracle.acknowledged(machine, programme, head);
        isDone = false;
        return `entry ${head.seq} ${short(head.hash)}`;
      });
      await world.run(signed);
    }
  }
}

/** Everybody can speak, now that nothing is wrong. */
async function speakOnce(world: World): Promise<void> {
  const random = world.random.fork('last words');
  for (const machine of world.honest) {
    if (machine.name !== machine.party) continue;
    const { programme } = machine;
    promise(
      'F9',
      programme.lock() === undefined,
      () => `${machine.name} stays locked: ${programme.lock()?.code}`,
    );
    await world.scheduler.run([
      machine.alive(async () => {
        await machine.followKeys();
        const head = await statePositions(world.deskOf(machine, random));
        await world.oracle.acknowledged(machine, programme, head);
        world.story.tell(machine.name, `can speak: entry ${head.seq} ${short(head.hash)}`);
      }),
    ]);
  }
}

/** F8, F6, F10: the same feeds and the same answers everywhere, and nothing that was acknowledged is missing. */
async function expectAll(world: World): Promise<void> {
  await world.check();
  // A locked machine may hold entries of its own that it must not give out yet.
  const [first, ...others] = world.honest.filter(({ programme }) => programme.lock() === undefined);
  if (first === undefined) return;
  const answers = await world.run(answersOf(first));
  for (const other of others) {
    const difference = firstDifference(answers, await world.run(answersOf(other)));
    promise('F8', difference === undefined, () => `${first.name} and ${other.name} differ in ${difference}`);
  }
  const open = [first, ...others].map(({ programme }) => programme);
  const locked = world.honest.map(({ programme }) => programme).filter((one) => !open.includes(one));
  for (const machine of [first, ...others])
    await world.run(world.oracle.expectAcknowledged(machine, machine.programme, open, locked));
  for (const party of world.ground.parties) {
    if (party === world.liarParty || !answers.get('gaps')?.includes(`"party":"${party}"`)) continue;
    promise(
      'F5',
      false,
      () => `the feed of ${party}, who does not lie, waits for something: ${answers.get('gaps')}`,
    );
  }
}

/** T1, F1: whatever stands in a feed was signed by a key of its party: nobody speaks in another's name. */
async function expectOneVoice(world: World): Promise<void> {
  for (const machine of world.honest) {
    const { programme, store } = machine;
    const checked = (async () => {
      for (const { branch, party } of await store.branches(programme.id)) {
        for await (const { first, run } of store.readRuns(programme.id, party, branch)) {
          promise('F1', world.book.isSaidBy(party, run), () => {
            return `on ${machine.name}, entry ${first} of ${party} was never signed by it`;
          });
        }
      }
    })();
    await world.scheduler.run([checked]);
  }
}
