import { expect, test } from 'vitest';
import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { openFeedOf, twoParties } from '../core/feed/world.fixture.ts';
import type { Chain } from './chains.ts';
import { isBeside, markOf, publishedUpTo } from './published.ts';

const { chain: opened } = openFeedOf(twoParties(), 'VN');
const programme = 'p'.repeat(64) as ProgrammeId;

/** A chain of so many entries that the root continued at `continued`, told apart by `story`. */
function chainOf(seq: number, story = 'one'): Chain {
  const hashAt = (at: number): Hash | undefined => (at <= seq ? (`${story} ${at}` as Hash) : undefined);
  const state = { ...opened, seq, hash: `${story} ${seq}` as Hash };
  return { party: 'VN' as PartyCode, branch: 0, parent: null, partedAt: 0, state, hashAt };
}

test('F9 a chain put back behind its continuation gives out again what it had given out', () => {
  const mark = markOf(programme, chainOf(12), 5);
  expect(mark).toEqual({
    programme,
    party: 'VN',
    seq: 12,
    hash: 'one 12',
    continued: { seq: 5, hash: 'one 5' },
  });
  expect(publishedUpTo(chainOf(8), 5, mark)).toBe(8);
});

test('F9 nothing goes out of a continuation that the mark does not know', () => {
  const before = markOf(programme, chainOf(12, 'lost'), undefined);
  expect(publishedUpTo(chainOf(8), 5, before)).toBe(4);
  expect(publishedUpTo(chainOf(8), 5, markOf(programme, chainOf(12, 'lost'), 3))).toBe(4);
  expect(publishedUpTo(chainOf(8), 5, markOf(programme, chainOf(12, 'lost'), 5))).toBe(4);
});

test('F9 with the mark beside the chain nobody knows what was published', () => {
  const mark = markOf(programme, chainOf(6, 'other'), undefined);
  expect(isBeside(chainOf(8), mark)).toBe(true);
  expect(publishedUpTo(chainOf(8), undefined, mark)).toBe(0);
  expect(publishedUpTo(chainOf(8), undefined, undefined)).toBe(0);
  expect(publishedUpTo(chainOf(8), undefined, markOf(programme, chainOf(6), undefined))).toBe(6);
});
