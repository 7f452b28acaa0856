import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64 } from '../bytes/codec.ts';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Crypto } from '../bytes/crypto.ts';
import { acceptRun } from './accept-run.ts';
import { acceptRuns } from './accept-runs.ts';
import type { Run } from './entry.ts';
import { extend, notes, openFeedOf, type TestFeed, twoParties } from './world.fixture.ts';

const start = openFeedOf(twoParties(), 'VN');
const second = testKey(201);

/** Runs by two keys and the root, in an order drawn from `by`. */
function feedOf(by: readonly ('key' | 'second' | 'root')[]): TestFeed {
  const admit = [{ public: toBase64(second.public), uses: ['operate'] }];
  let feed = extend(start, [{ type: 'keys', body: { admit } }], start.root);
  for (const who of by) {
    const items = who === 'root' ? [{ type: 'keys', body: { admit: [] } }] : notes(2);
    feed = extend(feed, items, who === 'root' ? feed.root : who === 'key' ? feed.key : second);
  }
  return feed;
}

const broken = (run: Run): Run => ({
  ...run,
  signature: run.signature.map((byte, at) => (at === 3 ? byte ^ 1 : byte)),
});

function oneByOne(runs: readonly Run[]): { seq: number; count: number } {
  let { chain } = start;
  for (const [at, run] of runs.entries()) {
    const answer = acceptRun(chain, run, testCrypto);
    if (!answer.ok) return { seq: chain.seq, count: at };
    chain = answer.chain;
  }
  return { seq: chain.seq, count: runs.length };
}

const order = fc.array(fc.constantFrom('key', 'second', 'root'), { minLength: 1, maxLength: 8 });

test('F2 many runs at once are accepted like one by one, with one verification for each change of key', () => {
  fc.assert(
    fc.property(order, (by) => {
      const feed = feedOf(by);
      const runs = feed.runs.slice(1);
      let verified = 0;
      const counting: Crypto = {
        ...testCrypto,
        verify: (...args) => {
          verified += 1;
          return testCrypto.verify(...args);
        },
      };
      const all = acceptRuns(start.chain, runs, counting);
      expect(all).toMatchObject({ chain: feed.chain, runs: runs.length });
      expect(all.fault).toBeUndefined();
      expect(all.entries.map(({ entry }) => entry.seq)).toEqual(
        Array.from({ length: feed.chain.seq - 1 }, (_, at) => at + 2),
      );
      expect(verified).toBe(runs.filter((run, at) => run.key !== runs[at + 1]?.key).length);
    }),
    { numRuns: 30 },
  );
});

test('F2 a feed reaches to its last valid signature: a false one inside is passed over, what lies beyond is not taken', () => {
  fc.assert(
    fc.property(order, fc.nat(), (by, which) => {
      const runs = feedOf(by).runs.slice(1);
      const at = which % runs.length;
      const bad = runs.map((run, index) => (index === at ? broken(run) : run));
      const all = acceptRuns(start.chain, bad, testCrypto);
      const covers = bad[at + 1]?.key === bad[at]?.key;
      const alone = oneByOne(bad);
      expect(alone.count).toBe(at);
      expect(all.runs).toBe(covers ? runs.length : at);
      if (!covers) expect(all.chain.seq).toBe(alone.seq);
      expect(all.fault?.code).toBe(covers ? undefined : 'feed.signature');
      expect(all.entries.at(-1)?.entry.seq ?? 1).toBe(all.chain.seq);
    }),
    { numRuns: 30 },
  );
});

test('F2 a fault in a line stops there, and the signatures before it are judged all the same', () => {
  const runs = feedOf(['key', 'key', 'second', 'second']).runs.slice(1);
  const torn = runs.map((run, at) => (at === 4 ? { ...run, lines: run.lines.slice(1) } : run));
  expect(acceptRuns(start.chain, torn, testCrypto)).toMatchObject({
    runs: 4,
    fault: { code: 'feed.gap', seq: 9 },
  });
  const both = torn.map((run, at) => (at === 3 ? broken(run) : run));
  expect(acceptRuns(start.chain, both, testCrypto)).toMatchObject({
    runs: 3,
    fault: { code: 'feed.signature', seq: 8 },
  });
  expect(acceptRuns(start.chain, [], testCrypto)).toEqual({ chain: start.chain, entries: [], runs: 0 });
});
