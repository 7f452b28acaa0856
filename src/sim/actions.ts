import type { Head, Run } from '../core/feed/entry.ts';
import type { Programme } from '../node/programme.ts';
import { acceptPositions, type Desk, settleDraft, statePositions, withdrawPosition } from './desk.ts';
import { consent, propose, proposeList, turnDown } from './desk-acts.ts';
import { confirm, record, report, retract } from './desk-statements.ts';
import { allRuns, exchange } from './exchange.ts';
import { faults } from './faults.ts';
import type { Machine } from './machine.ts';
import type { Message } from './network.ts';
import { openDamaged, openOn, packFor } from './pouch.ts';
import type { Random } from './random.ts';
import { short } from './story.ts';
import type { World } from './world.ts';

/** Something that may happen in a world. What it waits for is over when its promise resolves. */
export interface Action {
  readonly name: string;
  /** How often it is chosen beside the others. */
  readonly weight: number;
  readonly run: (world: World, random: Random) => Promise<void>;
}

/** A change of the list is proposed (A2). */
export const changesTheList: Action = { name: 'changes the list', weight: 3, run: proposeListSomewhere };

/** Everything that may happen, by weight. */
export const actions: readonly Action[] = [
  said('states positions', 5, statePositions),
  said('settles', 24, settleDraft),
  said('accepts', 8, acceptPositions),
  said('withdraws a position', 1, withdrawPosition),
  said('reports', 6, report),
  said('retracts', 1, retract),
  said('records', 1, record),
  said('confirms', 1, confirm),
  said('signs', 40, consent),
  said('turns down', 1, turnDown),
  { name: 'proposes', weight: 16, run: proposeSomewhere },
  changesTheList,
  { name: 'exchanges', weight: 40, run: exchangeSomewhere },
  { name: 'sends', weight: 7, run: sendSomewhere },
  { name: 'packs a pouch', weight: 3, run: packSomewhere },
  { name: 'opens a pouch', weight: 3, run: openSomewhere },
  { name: 'lies', weight: 24, run: lieSomewhere },
  ...faults,
];

/** Runs that were on their way reach a machine. */
export function arrive(world: World, { from, runs, to }: Message): Promise<void> {
  return world.attempt(to, `gets ${runs.length} runs from ${from}`, (programme) => take(programme, runs));
}

async function take(programme: Programme, runs: readonly Run[]): Promise<string> {
  const { gaps, held, refused, runs: fresh, staged } = await programme.receive(runs);
  const codes = [...new Set(refused.map(({ code }) => code))];
  const rest = [
    `${fresh} new`,
    `${held} held`,
    ...(staged > 0 ? [`${staged} staged`] : []),
    ...gaps.map(({ from, party, to }) => `gap ${party} ${from}-${to}`),
    ...(codes.length > 0 ? [`refused ${codes.join(' ')}`] : []),
  ];
  return rest.join(', ');
}

/** An action by which an honest party says something in its feed. */
function said(name: string, weight: number, deed: (desk: Desk) => Promise<Head>): Action {
  return {
    name,
    weight,
    run: async (world, random) => {
      const machine = aMachine(world, random);
      if (machine === undefined) return;
      await world.attempt(machine, name, async (programme) => {
        const head = await deed(world.deskOf(machine, random));
        await world.oracle.acknowledged(machine, programme, head);
        world.story.count('appends');
        return `entry ${head.seq} ${short(head.hash)}`;
      });
    },
  };
}

async function proposeSomewhere(world: World, random: Random): Promise<void> {
  const machine = aMachine(world, random);
  if (machine === undefined) return;
  await world.attempt(machine, 'proposes', async (programme) => {
    const act = await propose(world.deskOf(machine, random));
    const head = await programme.ownHead();
    if (head !== undefined) await world.oracle.acknowledged(machine, programme, head);
    world.story.count('acts proposed');
    return `act ${short(act)}`;
  });
}

async function proposeListSomewhere(world: World, random: Random): Promise<void> {
  const machine = aMachine(world, random);
  if (machine === undefined) return;
  await world.attempt(machine, 'changes the list', async (programme) => {
    const act = await proposeList(world.deskOf(machine, random));
    const head = await programme.ownHead();
    if (head !== undefined) await world.oracle.acknowledged(machine, programme, head);
    world.story.count('lists proposed');
    return `act ${short(act)}`;
  });
}

async function exchangeSomewhere(world: World, random: Random): Promise<void> {
  const from = aMachine(world, random);
  const to = random.pick(world.machines);
  if (from === undefined || to.party === from.party) return;
  await exchangeBetween(world, from, to, random);
}

/** One machine exchanges with another. */
export async function exchangeBetween(
  world: World,
  from: Machine,
  to: Machine,
  random: Random,
): Promise<void> {
  await world.attempt(from, `exchanges with ${to.name}`, async () => {
    const { files, received, sent } = await exchange(world.wire, from, to, random);
    await from.followKeys();
    world.story.count('exchanges');
    return `${received} runs in, ${sent} out, ${files} files`;
  });
}

/** Sends a part of what a machine holds by an unsafe way: some feeds, from some run on, in any order. */
async function sendSomewhere(world: World, random: Random): Promise<void> {
  const from = aMachine(world, random);
  const to = random.pick(world.machines);
  if (from === undefined || to === from) return;
  await world.attempt(from, `sends to ${to.name}`, async () => {
    const runs = await allRuns(world.wire, from);
    const start = random.below(runs.length + 1);
    const some = random.oneIn(3) ? random.shuffled(runs.slice(start)) : runs.slice(start);
    if (some.length > 0) world.network.send(from, to, some);
    return `${some.length} of ${runs.length} runs`;
  });
}

async function packSomewhere(world: World, random: Random): Promise<void> {
  const from = aMachine(world, random);
  if (from === undefined) return;
  const to = random.pick(world.ground.parties.filter((party) => party !== from.party));
  await world.attempt(from, `packs a pouch for ${to}`, async () => {
    const file = await packFor(world.wire, from, to);
    world.pouches.push({ name: `pouch ${world.pouches.length + 1} of ${from.name}`, to, file });
    world.story.count('pouches packed');
    return `${file.length} bytes`;
  });
}

/** Opens a pouch, which may be old, and may have been opened before. */
async function openSomewhere(world: World, random: Random): Promise<void> {
  if (world.pouches.length === 0) return;
  const pouch = random.pick(world.pouches);
  const machine = world.machines.find(({ isUp, party }) => isUp && party === pouch.to);
  if (machine === undefined) return;
  const isDamaged = random.oneIn(4);
  await world.attempt(machine, `opens ${isDamaged ? 'a damaged ' : ''}${pouch.name}`, () =>
    isDamaged ? openDamaged(machine, pouch.file, random) : openOn(machine, pouch.file),
  );
  await machine.followKeys();
  world.story.count(isDamaged ? 'damaged pouches' : 'pouches opened');
}

/** The liar says something and tells it to some of the others. */
async function lieSomewhere(world: World, random: Random): Promise<void> {
  const { liar } = world;
  const machine = world.machines.find(({ isUp, party }) => isUp && party === world.liarParty);
  if (liar === undefined || machine === undefined) return;
  await world.attempt(machine, 'lies', async (programme) => {
    const { runs, what } = await liar.lie(programme);
    const told = world.honest.filter(() => random.oneIn(2));
    for (const other of told)
      world.network.send(machine, other, random.oneIn(4) ? random.shuffled(runs) : runs);
    if (!random.oneIn(3)) await programme.receive(runs);
    world.story.count('lies');
    return `${what}, tells ${told.map(({ name }) => name).join(' ') || 'nobody'}`;
  });
}

/** An honest machine that runs, if there is one. */
export function aMachine(world: World, random: Random): Machine | undefined {
  const { running } = world;
  return running.length === 0 ? undefined : random.pick(running);
}
