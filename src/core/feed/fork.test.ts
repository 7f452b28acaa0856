import { expect, test } from 'vitest';
import { toBase64 } from '../bytes/codec.ts';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { attempt, BytesError } from '../bytes/error.ts';
import type { ChainState } from './chain.ts';
import { rootClaim } from './control.ts';
import type { Run } from './entry.ts';
import { checkForkProof, decodeForkProof, encodeForkProof, type ForkProof, proveFork } from './fork.ts';
import { extend, notes, openFeedOf, type TestFeed, twoParties } from './world.fixture.ts';

const world = twoParties();
const base = extend(openFeedOf(world, 'VN'), notes(2));

/** The runs that `feed` has beyond `from`. */
function beyond(feed: TestFeed, from: TestFeed): readonly Run[] {
  return feed.runs.slice(from.runs.length);
}

const one = extend(extend(base, notes(3, 'one')), notes(1));
const other = extend(extend(base, notes(2, 'other')), notes(4));
const proof = proveFork(base.chain, beyond(one, base), beyond(other, base), testCrypto) as ForkProof;

test('F6 two signed chains that part prove a fork, to whoever has the feed before', () => {
  expect(checkForkProof(base.chain, proof, testCrypto)).toMatchObject({ ok: true, fork: { seq: 4 } });
  expect(proof.branches.map((runs) => runs.length)).toEqual([1, 1]);
  const mirrored = proveFork(base.chain, beyond(other, base), beyond(one, base), testCrypto);
  expect(mirrored).toEqual(proof);
});

test('F6 the parting may lie in the middle of a run, and behind runs cut differently', () => {
  const shared = notes(4, 'shared');
  const left = extend(base, [...shared, ...notes(1, 'left')]);
  const right = extend(extend(extend(base, shared.slice(0, 1)), shared.slice(1, 3)), [
    shared[3] as never,
    ...notes(2, 'right'),
  ]);
  const found = proveFork(base.chain, beyond(left, base), beyond(right, base), testCrypto) as ForkProof;
  expect(checkForkProof(base.chain, found, testCrypto)).toMatchObject({ ok: true, fork: { seq: 8 } });
  expect(found.branches.map((runs) => runs.length).toSorted()).toEqual([1, 3]);
  expect(found.after).toEqual({ seq: 3, hash: base.chain.hash });
});

test('F6 a proof begins behind the last run that both share', () => {
  const longer = extend(base, notes(2, 'shared'));
  const [left, right] = [extend(longer, notes(1, 'left')), extend(longer, notes(1, 'right'))];
  const found = proveFork(base.chain, beyond(left, base), beyond(right, base), testCrypto) as ForkProof;
  expect(found.after).toEqual({ seq: 5, hash: longer.chain.hash });
  expect(checkForkProof(longer.chain, found, testCrypto)).toMatchObject({ ok: true, fork: { seq: 6 } });
  expect(checkForkProof(base.chain, found, testCrypto)).toEqual({ ok: false, code: 'fork.place' });
});

test('F6 one chain going on where the other ends is no fork', () => {
  expect(proveFork(base.chain, beyond(one, base), beyond(one, base).slice(0, 1), testCrypto)).toBeUndefined();
  expect(proveFork(base.chain, beyond(one, base), [], testCrypto)).toBeUndefined();
  const same: ForkProof = { ...proof, branches: [beyond(one, base), beyond(one, base)] };
  expect(checkForkProof(base.chain, same, testCrypto)).toEqual({ ok: false, code: 'fork.none' });
});

test('F6 an unsigned line proves nothing', () => {
  const [run] = beyond(other, base) as [Run];
  const unsigned = { ...run, signature: new Uint8Array(64) };
  expect(proveFork(base.chain, beyond(one, base), [unsigned], testCrypto)).toBeUndefined();
  const posing: ForkProof = { ...proof, branches: [proof.branches[0], [unsigned]] };
  expect(checkForkProof(base.chain, posing, testCrypto)).toEqual({ ok: false, code: 'feed.signature' });
});

test('F6 a proof has one form: branches in order, nothing that it does not need', () => {
  const [left, right] = proof.branches;
  const forms: ForkProof[] = [
    { ...proof, branches: [right, left] },
    {
      ...proof,
      branches: beyond(one, base)[0] === left[0] ? [beyond(one, base), right] : [beyond(other, base), right],
    },
  ];
  for (const form of forms)
    expect(checkForkProof(base.chain, form, testCrypto)).toEqual({ ok: false, code: 'fork.shape' });
  const longer = extend(base, notes(2, 'shared'));
  const [first, second] = [extend(longer, notes(1, 'left')), extend(longer, notes(1, 'right'))];
  const found = proveFork(
    longer.chain,
    beyond(first, longer),
    beyond(second, longer),
    testCrypto,
  ) as ForkProof;
  const shared = beyond(longer, base);
  const early: ForkProof = {
    ...found,
    after: { seq: base.chain.seq, hash: base.chain.hash },
    branches: [
      [...shared, ...found.branches[0]],
      [...shared, ...found.branches[1]],
    ],
  };
  expect(checkForkProof(base.chain, early, testCrypto)).toEqual({ ok: false, code: 'fork.shape' });
});

test('F6 K4 two rotations of one root are a fork', () => {
  const rotated = (nextRoot: string): TestFeed => {
    const { hash: prev, party, programme, seq } = base.chain;
    const text = toBase64(base.nextRoot.public);
    const claim = rootClaim({ party, prev, programme, public: text, seq: seq + 1 });
    const sig = toBase64(signRecord(base.root.sign, recordTypes.root, claim));
    return extend(base, [{ type: 'root', body: { nextRoot, public: text, sig } }], base.nextRoot);
  };
  const [left, right] = [rotated('a'.repeat(64)), rotated('b'.repeat(64))];
  const found = proveFork(base.chain, beyond(left, base), beyond(right, base), testCrypto) as ForkProof;
  expect(checkForkProof(base.chain, found, testCrypto)).toMatchObject({ ok: true, fork: { seq: 4 } });
});

test('F6 the portable bytes say the same and nothing else does', () => {
  const bytes = encodeForkProof(proof);
  const read = decodeForkProof(bytes);
  expect(checkForkProof(base.chain, read, testCrypto)).toMatchObject({ ok: true });
  expect(encodeForkProof(read)).toEqual(bytes);
  const holds = (candidate: Uint8Array, chain: ChainState): boolean => {
    const decoded = attempt(() => decodeForkProof(candidate));
    return !(decoded instanceof BytesError) && checkForkProof(chain, decoded, testCrypto).ok;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    expect(holds(bytes.subarray(0, at), base.chain)).toBe(false);
    if (at % 3 > 0) continue;
    expect(
      holds(
        bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte)),
        base.chain,
      ),
    ).toBe(false);
  }
  expect(holds(Uint8Array.of(...bytes, 0x0a), base.chain)).toBe(false);
});
