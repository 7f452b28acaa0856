import { expect, test } from 'vitest';
import { testCrypto } from '../core/bytes/crypto.fixture.ts';
import { buildRun } from '../core/feed/build-run.ts';
import { extend, notes, openFeedOf, time, twoParties } from '../core/feed/world.fixture.ts';
import type { Store } from '../store/store.ts';
import { gapsBefore, planReceive } from './plan-receive.ts';

const world = twoParties();
const nothing: Pick<Store, 'branches'> = { branches: () => Promise.resolve([]) };
const parts = { store: nothing as Store, founding: world.founding, crypto: testCrypto };

test('F6 a branch that leaves below the parting of another leaves the trunk, in one batch with both', async () => {
  const open = openFeedOf(world, 'VN');
  const one = extend(open, notes(1));
  const trunk = extend(extend(one, notes(1)), notes(1));
  const late = extend(extend(one, notes(1)), notes(1, 'late'));
  const early = extend(open, notes(1, 'early'));
  const runs = [
    ...trunk.runs.slice(0, 3),
    ...late.runs.slice(3),
    ...trunk.runs.slice(3),
    ...early.runs.slice(1),
  ];
  const plan = await planReceive(parts, new Map(), runs);
  const branches = plan.runs.filter(({ isNewBranch }) => isNewBranch).map(({ place }) => place);
  expect(plan.refused).toEqual([]);
  expect(branches).toMatchObject([
    { branch: 1, parent: 0, partedAt: 3 },
    { branch: 2, parent: 0, partedAt: 1 },
  ]);
});

test('X2 every gap is named, from its first entry to its last, also before a branch below what is held', async () => {
  const open = openFeedOf(world, 'VN');
  const trunk = [1, 2, 3, 4].reduce((feed) => extend(feed, notes(1)), open);
  const branch = extend(extend(open, notes(1, 'other')), notes(1, 'other'));
  const twice = await planReceive(
    parts,
    new Map(),
    [4, 2, 0].flatMap((at) => trunk.runs[at] ?? []),
  );
  expect(gapsBefore(twice.waiting)).toEqual([
    { party: 'VN', from: 2, to: 2 },
    { party: 'VN', from: 4, to: 4 },
  ]);
  const below = await planReceive(parts, new Map(), [...trunk.runs, ...branch.runs.slice(2)]);
  expect(below.waiting[0]?.placed).toMatchObject({ first: 3, held: 5 });
  expect(gapsBefore(below.waiting)).toEqual([{ party: 'VN', from: 2, to: 2 }]);
});

test('X3 one batch takes as many runs as a pouch brings', async () => {
  // One signature for all, since only their number is of interest here.
  const crypto = { ...testCrypto, verify: () => true };
  const { chain, key, runs } = openFeedOf(world, 'VN');
  const signature = runs[0]?.signature ?? new Uint8Array();
  const many = [...runs];
  let end = chain;
  for (let count = 0; count < 15_000; count++) {
    const run = buildRun(end, notes(1), time, key.id, () => signature, crypto);
    end = { ...end, seq: end.seq + 1, hash: crypto.sha256(run.lines[0] as Uint8Array) };
    many.push(run);
  }
  const plan = await planReceive({ ...parts, crypto }, new Map(), many);
  expect(plan.runs.length).toBe(15_001);
});
