import { expect, test } from 'vitest';
import { type Explored, explore, type World } from './explore.fixture.ts';

const timeout = 900_000;
const [VN, LA, KH] = [0, 1, 2];
const twoRivals = [
  { name: 'X', by: [VN] },
  { name: 'Y', by: [LA] },
];

/** How many states each world had when it was recorded: a walk that meets fewer has lost some. */
const recorded = {
  'two parties, two rival acts and one that supersedes what its proposer knows': 90_900,
  'two parties, two rival acts, and each may decline': 66_994,
  'three parties of which one lies to each in a branch of its own, two acts': 2_173_053,
  'a party that joins, against an act on a text': 13_960,
  'a party that joins, against an act on a text, when one of the others lies': 148_613,
  'a party that leaves, against an act on a text': 770_576,
} as const;
type Name = keyof typeof recorded;

const worlds: Readonly<Record<Name, World>> = {
  'two parties, two rival acts and one that supersedes what its proposer knows': {
    parties: 2,
    founders: 2,
    slots: [...twoRivals, { name: 'M', by: [VN, LA] }],
  },
  'two parties, two rival acts, and each may decline': {
    parties: 2,
    founders: 2,
    slots: twoRivals,
    declines: true,
  },
  'three parties of which one lies to each in a branch of its own, two acts': {
    parties: 3,
    founders: 3,
    liar: KH,
    slots: twoRivals,
  },
  'a party that joins, against an act on a text': {
    parties: 3,
    founders: 2,
    slots: [
      { name: 'C', by: [VN], list: [VN, LA, KH] },
      { name: 'X', by: [LA] },
    ],
  },
  'a party that joins, against an act on a text, when one of the others lies': {
    parties: 3,
    founders: 2,
    liar: LA,
    slots: [
      { name: 'C', by: [VN], list: [VN, LA, KH] },
      { name: 'X', by: [VN] },
    ],
  },
  'a party that leaves, against an act on a text': {
    parties: 3,
    founders: 3,
    slots: [
      { name: 'C', by: [VN], list: [VN, LA] },
      { name: 'X', by: [LA] },
    ],
  },
};

function walked(name: string, world: World): Explored {
  const explored = explore(world);
  const { entries, full, places, states, views } = explored;
  const signed = Object.entries(full).map(([slot, times]) => `${slot} ${times}`);
  const counts = `${states} states at ${places} places, ${views} sets of entries, ${entries} entries`;
  process.stdout.write(`A5 ${name}: ${counts}, fully signed in: ${signed.join(', ')}\n`);
  return explored;
}

test.each(Object.keys(recorded) as Name[])('A1 A2 A3 A4 A5 A6 F8 every state: %s', { timeout }, (name) => {
  const world = worlds[name];
  const { full, states, violation } = walked(name, world);
  expect(violation).toBeUndefined();
  expect(states).toBeGreaterThanOrEqual(recorded[name]);
  expect(Object.keys(full).sort()).toEqual(world.slots.map((slot) => slot.name).sort());
});

test('A4 without the chain rule the walk finds two acts beside each other', { timeout }, () => {
  for (const world of Object.values(worlds).slice(0, 3)) {
    expect(explore({ ...world, ignores: ['act.chain'] }).violation).toMatch(
      /^A5: [XYM] and [XYM] are fully signed/,
    );
  }
});

test('A2 without the rules on lists the walk finds an act that is fully signed and then is not', {
  timeout,
}, () => {
  const world = worlds['a party that joins, against an act on a text'];
  expect(explore({ ...world, ignores: ['act.list', 'act.joiners'] }).violation).toBe(
    'A1: X was fully signed and is no more',
  );
});
