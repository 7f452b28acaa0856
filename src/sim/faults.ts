import type { Item } from '../core/feed/build-run.ts';
import type { Chain } from '../node/chains.ts';
import type { Action } from './actions.ts';
import { day, year } from './clock.ts';
import type { Machine } from './machine.ts';
import type { Random } from './random.ts';
import { simFiles } from './sim-store.ts';
import { short } from './story.ts';
import type { World } from './world.ts';

/** What may befall machines and parties that do not lie. */
export const faults: readonly Action[] = [
  { name: 'crash at a write', weight: 5, run: crashAtWrite },
  { name: 'crash at a turn', weight: 4, run: crashAtTurn },
  { name: 'crash', weight: 1, run: crash },
  { name: 'failed sync', weight: 1, run: failSync },
  { name: 'partition', weight: 2, run: partition },
  { name: 'clock', weight: 1, run: skewClock },
  { name: 'backup', weight: 2, run: backUp },
  { name: 'restore', weight: 2, run: restore },
  { name: 'second machine', weight: 1, run: addTwin },
  { name: 'keys', weight: 2, run: changeKeys },
  { name: 'continuation', weight: 3, run: continueSomewhere },
];

/** The machine goes down before one of its next writes, or in the middle of it. */
async function crashAtWrite(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.machines);
  const after = random.below(12);
  machine.disk.goDownAfter(after, random.oneIn(3) ? 'kill' : 'power');
  world.story.count('crashes');
  world.story.tell(machine.name, `will go down after ${after} more writes`);
}

/** The machine goes down between two steps of what it is doing: durable and not acknowledged, or neither, or both. */
async function crashAtTurn(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.machines);
  const after = random.below(60);
  const how = random.oneIn(3) ? 'kill' : 'power';
  world.story.count('crashes');
  world.scheduler.faultAfter(after, () => {
    world.story.tell(machine.name, `goes down (${how})`);
    machine.goDown(how);
  });
}

/** The machine goes down at rest. */
async function crash(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.machines);
  const how = random.oneIn(3) ? 'kill' : 'power';
  world.story.count('crashes');
  world.story.tell(machine.name, `goes down (${how})`);
  machine.goDown(how);
}

async function failSync(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.machines);
  machine.disk.failSyncAfter(random.below(6));
  world.story.count('failed syncs');
  world.story.tell(machine.name, 'its disk will fail');
}

async function partition(world: World, random: Random): Promise<void> {
  const [one, other] = random.shuffled(world.machines) as [Machine, Machine];
  const steps = random.between(2, 25);
  world.network.cut(one, other, world.story.step + steps);
  world.story.tell('', `${one.party} and ${other.party} do not reach each other for ${steps} steps`);
}

/** A party's clocks are off by days or by decades. */
async function skewClock(world: World, random: Random): Promise<void> {
  const party = random.pick(world.ground.parties);
  const skew = random.pick([0, -3 * day, 40 * year, -40 * year, 90 * day]);
  world.skews.set(party, skew);
  world.story.tell(party, `its clock is off by ${Math.round(skew / day)} days`);
}

async function backUp(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.honest);
  if (!machine.isUp) return;
  world.backups.push({ machine, copy: machine.disk.copy(), step: world.story.step });
  world.story.tell(machine.name, 'is backed up');
}

/**
 * A backup is put back over newer data. `database`: its marks stay. `folder`: everything, marked as restored. `machine`:
 * everything and no mark, as when a virtual machine goes back to a snapshot: nothing on the disk tells.
 */
async function restore(world: World, random: Random): Promise<void> {
  if (world.backups.length === 0) return;
  const { copy, machine, step } = random.pick(world.backups);
  const isUnlucky = world.unlucky.has(machine.party);
  const how = isUnlucky ? random.pick(['database', 'folder', 'machine'] as const) : 'database';
  machine.goDown('kill');
  machine.latest = undefined;
  const isDatabase = (name: string) => name === simFiles.feeds || name === simFiles.workspace;
  if (how === 'database') machine.disk.putBack(copy, isDatabase);
  else {
    const marked = how === 'folder' ? new Map([...copy, [simFiles.restored, new Uint8Array([1])]]) : copy;
    machine.disk.putBack(marked);
    world.oracle.excuse(machine.party);
    if (how === 'folder')
      world.oracle.restored(
        machine,
        world.ground.parties.filter((party) => party !== machine.party),
      );
    else world.oracle.forgotten(machine);
  }
  world.story.count('restores');
  world.story.tell(machine.name, `is put back to step ${step} (${how})`);
  await world.startMachine(machine);
  await world.countLost();
}

/** A second machine with a copy of the first one's disk and the same keys writes on: its feed forks. */
async function addTwin(world: World, random: Random): Promise<void> {
  const party = random.pick([...world.unlucky, undefined]);
  const first = world.machines.find((machine) => machine.party === party);
  if (first === undefined || !first.isUp || world.machines.some(({ name }) => name === `${party}*`)) return;
  const twin = world.addMachine(`${first.name}*`, first.party);
  world.oracle.excuse(first.party);
  twin.disk.putBack(first.disk.copy());
  world.story.count('twins');
  world.story.tell(first.name, 'is copied to a second machine');
  await world.startMachine(twin);
}

/** The root replaces a key, makes one void, or hands over to the next root (K2, K3, K4). */
async function changeKeys(world: World, random: Random): Promise<void> {
  const machine = random.pick(world.honest);
  if (!machine.isUp || machine.programme.lock() !== undefined) return;
  const { keys } = machine;
  const role = random.pick(['operate', 'desk', 'signatory', 'root'] as const);
  await world.attempt(machine, `replaces its ${role} key`, async (programme) => {
    const key = role === 'root' ? keys.nextRoot : keys.root;
    const head =
      role === 'root'
        ? await programme.appendByRoot(key, (chain) => [keys.rotateRoot(chain)])
        : await programme.appendByRoot(key, (chain) => [
            keys.replace(role, random.oneIn(2) ? Math.max(1, chain.seq - random.below(3)) : undefined),
          ]);
    await machine.followKeys();
    await world.oracle.acknowledged(machine, programme, head);
    world.story.count('keys replaced');
    return `entry ${head.seq} ${short(head.hash)}`;
  });
}

async function continueSomewhere(world: World, random: Random): Promise<void> {
  const locked = world.running.filter(({ programme }) => programme.lock() !== undefined);
  if (locked.length === 0) return;
  const machine = random.pick(locked);
  await machine.alive(async (programme) => {
    const isFree = world.unlucky.has(machine.party);
    // Who continues without knowing what it signed is no longer one whose consents form a chain.
    if (!isFree && !world.oracle.knowsItsConsents(machine.party, await programme.register())) return;
    await continueFeed(world, machine, random);
  });
}

/**
 * The root continues a feed that is locked, as the node does it (F7): all heads named, the operating keys void there and a new
 * one admitted. Now and then it keeps the keys, which the protocol allows too.
 */
export async function continueFeed(world: World, machine: Machine, random: Random): Promise<void> {
  const { keys } = machine;
  const withKey = !random.oneIn(4);
  await world.attempt(
    machine,
    `its root continues the feed${withKey ? ' with a new key' : ''}`,
    async (programme) => {
      // A crash may have kept it from hearing of the root that follows this one.
      await machine.followKeys();
      const code = programme.lock()?.code;
      const head = await programme.appendByRoot(keys.root, (chain, chains) => [
        continuation(chains),
        ...(withKey ? [keys.replaceAllOperating(chain)] : []),
      ]);
      world.oracle.continued(machine.party);
      await machine.followKeys();
      await programme.continued();
      await programme.store.confirmRestored(programme.id);
      await world.oracle.acknowledged(machine, programme, head);
      world.story.count('continuations');
      return `entry ${head.seq} ${short(head.hash)}, was locked: ${code ?? 'no'}`;
    },
  );
}

function continuation(chains: readonly Chain[]): Item {
  const heads = chains.map(({ state: { hash, seq } }) => ({ hash, seq }));
  return { type: 'continue', body: { heads: heads.sort((one, other) => (one.hash < other.hash ? -1 : 1)) } };
}
