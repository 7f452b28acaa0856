import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, BytesError } from '../bytes/error.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import { bytesOf, textOf } from '../bytes/utf8.ts';
import type { Head } from '../feed/entry.ts';
import { encodeAsk, encodeHeads, parseAsk, parseHeads } from './message.ts';
import { type FeedBranch, locatorSeqs, planExchange, segmentsOf } from './plan-exchange.ts';

const [vn, la] = ['VN', 'LA'] as PartyCode[] as [PartyCode, PartyCode];
const hash = (name: string, seq: number): Hash => `${name}${seq}`.padEnd(64, '0') as Hash;

/** A branch named by a letter, `a` for the chain seen first. */
function branch(
  party: PartyCode,
  number: number,
  seq: number,
  parent: number | null = null,
  partedAt = 0,
): FeedBranch {
  const letter = String.fromCharCode(97 + number);
  return { party, branch: number, parent, partedAt, seq, hash: hash(letter, seq) };
}

const head = (party: PartyCode, letter: string, seq: number): Head => ({
  party,
  seq,
  hash: hash(letter, seq),
});

/** On which branch a head lies, going by the letter in its hash, if it is not beyond what is held. */
function lookUp(branches: readonly FeedBranch[]): (head: Head) => number | undefined {
  return ({ hash: name, party, seq }) => {
    const row = branches.find((one) => one.party === party && one.branch === name.charCodeAt(0) - 97);
    return row !== undefined && seq <= row.seq ? row.branch : undefined;
  };
}

function plan(branches: readonly FeedBranch[], theirs: readonly Head[], own = vn) {
  return planExchange(own, branches, theirs, lookUp(branches));
}

test('X1 equal heads: nothing goes either way', () => {
  const mine = [branch(vn, 0, 5), branch(la, 0, 3)];
  expect(plan(mine, [head(vn, 'a', 5), head(la, 'a', 3)])).toEqual({
    take: [],
    give: [],
    isBehindOwn: false,
    planAgain: false,
  });
});

test('X1 X2 what they lack is given, of any feed, and what I lack is taken', () => {
  const mine = [branch(vn, 0, 5), branch(la, 0, 3)];
  const { give, take } = plan(mine, [head(vn, 'a', 2), head(la, 'a', 9)]);
  expect(give).toEqual([{ party: vn, head: head(vn, 'a', 5), segments: [{ branch: 0, from: 3, to: 5 }] }]);
  expect(take).toEqual([{ party: la, after: 3, to: head(la, 'a', 9) }]);
  expect(plan(mine, []).give.map(({ party, segments }) => [party, segments[0]?.from])).toEqual([
    [vn, 1],
    [la, 1],
  ]);
});

test('X1 F9 if the partner holds more of my own feed, I take that first, and lock', () => {
  const mine = [branch(la, 0, 3), branch(vn, 0, 5)];
  const answer = plan(mine, [head(la, 'a', 9), head(vn, 'a', 7)]);
  expect(answer.isBehindOwn).toBe(true);
  expect(answer.take.map(({ party }) => party)).toEqual([vn, la]);
  expect(answer.give).toEqual([]);
  expect(answer.planAgain).toBe(true);
});

test('X1 X2 both branches of a fork are given, each from where the partner’s chain leaves it', () => {
  const mine = [branch(vn, 0, 8), branch(vn, 1, 9, 0, 5), branch(vn, 2, 12, 1, 7)];
  const all = plan(mine, [head(vn, 'a', 6)]).give;
  expect(all.map(({ segments }) => segments)).toEqual([
    [{ branch: 0, from: 7, to: 8 }],
    [{ branch: 1, from: 6, to: 9 }],
    [
      { branch: 1, from: 6, to: 7 },
      { branch: 2, from: 8, to: 12 },
    ],
  ]);
  const rest = plan(mine, [head(vn, 'a', 8), head(vn, 'c', 10)]).give;
  expect(rest.map(({ segments }) => segments)).toEqual([
    [{ branch: 1, from: 8, to: 9 }],
    [{ branch: 2, from: 11, to: 12 }],
  ]);
  expect(plan(mine, [head(vn, 'a', 8), head(vn, 'b', 9), head(vn, 'c', 12)]).give).toEqual([]);
});

test('X1 a branch that parts at entry 1 shares nothing', () => {
  const mine = [branch(vn, 0, 4), branch(vn, 1, 3, 0, 0)];
  expect(plan(mine, [head(vn, 'a', 4)]).give).toEqual([
    { party: vn, head: head(vn, 'b', 3), segments: [{ branch: 1, from: 1, to: 3 }] },
  ]);
});

test('X8 exchanging by plans in any order and from any state ends with equal heads', () => {
  // One feed, up to three branches; each side holds each up to some entry, never less than its parting.
  const whole = [branch(vn, 0, 9), branch(vn, 1, 11, 0, 4), branch(vn, 2, 8, 0, 6)];
  const held = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 4, max: 11 }),
    fc.integer({ min: 6, max: 8 }),
  );
  fc.assert(
    fc.property(held, held, (one, other) => {
      const sideOf = (reach: readonly [number, number, number]): FeedBranch[] =>
        whole.flatMap((row, at) => {
          const seq = reach[at] as number;
          const isHeld = row.parent === null ? seq > 0 : seq > row.partedAt && reach[0] >= row.partedAt;
          return isHeld ? [{ ...row, seq, hash: hash(String.fromCharCode(97 + at), seq) }] : [];
        });
      const [left, right] = [sideOf(one), sideOf(other)];
      const given = plan(left, right, la).give.flatMap(({ segments }) => segments);
      const taken = plan(left, right, la).take;
      // Whatever left holds and right does not is in what is given, unless left waits for something of that feed.
      const lacks = left.some(
        ({ branch: at, seq }) => (right.find((row) => row.branch === at)?.seq ?? 0) < seq,
      );
      if (taken.length === 0) expect(given.length > 0).toBe(lacks);
      for (const { branch: at, from, to } of given) {
        expect(from).toBeLessThanOrEqual(to);
        expect(left.find((row) => row.branch === at)?.seq).toBeGreaterThanOrEqual(to);
      }
    }),
  );
});

test('X8 a chain is named at doubling steps back, so that any parting is found in one question', () => {
  expect(locatorSeqs(0)).toEqual([]);
  expect(locatorSeqs(1)).toEqual([1]);
  expect(locatorSeqs(20)).toEqual([20, 19, 17, 13, 5, 1]);
  expect(locatorSeqs(1_000_000).length).toBeLessThan(25);
  expect(segmentsOf([branch(vn, 0, 5)], 0, 5)).toEqual([]);
});

test('X1 heads and questions travel as canonical JSON, strictly', () => {
  const programme = 'ab'.repeat(32) as Hash;
  const heads = [head(la, 'a', 3), head(vn, 'a', 5), head(vn, 'b', 5)];
  const message = encodeHeads({ programme, heads: heads.toReversed() });
  expect(parseHeads(message)).toEqual({ programme, heads });
  const ask = {
    programme,
    to: head(vn, 'a', 9),
    have: [
      { seq: 5, hash: hash('a', 5) },
      { seq: 1, hash: hash('a', 1) },
    ],
  };
  expect(parseAsk(encodeAsk(ask))).toEqual(ask);
  const twice = textOf(message).replace('"seq":3', '"seq":0');
  for (const bad of [twice, '{}', '[]', textOf(message).replace('heads', 'heady')]) {
    expect(attempt(() => parseHeads(bytesOf(bad)))).toBeInstanceOf(BytesError);
  }
  expect(attempt(() => parseHeads(encodeHeads({ programme, heads: [...heads, ...heads] })))).toBeInstanceOf(
    BytesError,
  );
  const rising = { ...ask, have: ask.have.toReversed() };
  expect(attempt(() => parseAsk(encodeAsk(rising)))).toBeInstanceOf(BytesError);
});
