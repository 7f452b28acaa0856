import { describe, expect, test } from 'vitest';
import type { WorldOptions } from './world.ts';
import { endOf, held, worldOf } from './worlds.fixture.ts';

const seeds = Array.from({ length: 200 }, (_, at) => 1 + at);

/** Worlds in which a promise once did not hold, each with what it found. They stay. */
const pinned: readonly (readonly [string, WorldOptions])[] = [
  ['F6 a branch below another in one batch', { seed: 9, parties: 3, steps: 150, lists: 'never' }],
  ['F9 a crash between a continuation and its mark', { seed: 40, parties: 4, steps: 150, lists: 'never' }],
  ['F8 a branch of ours kept from everybody', { seed: 20, parties: 2, steps: 150, lists: 'never' }],
  ['F10 an entry left unmarked behind a lock', { seed: 51, parties: 5, steps: 150, lists: 'never' }],
  ['F7 F9 a mark on the branch that was given up', { seed: 340, parties: 2, steps: 150, lists: 'never' }],
  ['F7 a continuation that came from elsewhere', { seed: 594, parties: 4, steps: 150, lists: 'never' }],
  ['F10 an entry that a locked machine alone holds', { seed: 301, parties: 3, steps: 200 }],
  ['F9 a mark beside what partners give back', { seed: 190, parties: 4, steps: 150, lists: 'never' }],
];

describe('F6 F7 F8 F9 F10 A2 A5 X2 X8 every promise holds', () => {
  test.for(seeds)('in the world of seed %i', async (seed) => {
    expect(await endOf(worldOf(seed))).toBe(held);
  });
});

describe('worlds that once failed', () => {
  test.for(pinned)('%s', async ([, options]) => {
    expect(await endOf(options)).toBe(held);
  });
});
