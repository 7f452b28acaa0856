import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64 } from '../bytes/codec.ts';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Hash, PartyCode } from '../bytes/ids.ts';
import { readRun } from './accept-run.ts';
import type { Item } from './build-run.ts';
import { rereadRun } from './reread-run.ts';
import { extend, openFeedOf, type TestFeed, twoParties } from './world.fixture.ts';

const start = openFeedOf(twoParties(), 'VN');

/** Wordings that look like what stands behind a body, in every alphabet that the programme writes. */
const wording = fc.oneof(
  fc.constantFrom(
    '',
    '","key":"00","prev":"',
    '],"heads":[{"party":"LA"}]',
    '"type":"open"}',
    'ນ້ຳຖ້ວມ 2021',
    'Đoàn đại biểu Bộ Quốc phòng',
    'a'.repeat(200),
    '\\"\\\\"',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
);
const heads = fc.option(
  fc
    .nat(9)
    .map((seq) => [{ party: 'LA' as PartyCode, seq: seq + 1, hash: seq.toString(16).repeat(64) as Hash }]),
  { nil: undefined },
);
const item: fc.Arbitrary<Item> = fc
  .record({
    type: fc.constantFrom('note', 'statement', 'position'),
    vi: wording,
    lo: wording,
    on: wording,
    heads,
  })
  .map(({ heads: cited, lo, on, type, vi }) => ({
    type,
    body: { fields: { place: { lo, vi }, number: 3, rows: [lo, vi] }, on },
    ...(cited === undefined ? {} : { heads: cited }),
  }));
const second = toBase64(testKey(201).public);
const admitting: Item = { type: 'keys', body: { admit: [{ public: second, uses: ['operate'] }] } };

/** A feed of which so many entries are said to stand before: what is read again of a long one is kept in another way. */
const startAt = (entries: number): TestFeed => ({ ...start, chain: { ...start.chain, seq: entries } });

test.each([start.chain.seq, 9_999, 60_000])(
  'F8 a run behind %i entries gives the entries and the chain of its first reading when read again',
  (before) => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.array(item, { minLength: 1, maxLength: 4 }), { nil: undefined }), {
          maxLength: 5,
        }),
        (runs) => {
          const first = startAt(before);
          let feed = first;
          for (const items of runs)
            feed = extend(feed, items ?? [admitting], items === undefined ? feed.root : feed.key);
          let { chain } = first;
          for (const run of feed.runs.slice(1)) {
            const read = readRun(chain, run, testCrypto);
            if (!read.ok) throw new Error(read.code);
            const again = rereadRun(chain, run, testCrypto, 10_000);
            expect(again.entries).toEqual(read.entries);
            expect(again.chain).toEqual(read.chain);
            chain = read.chain;
          }
        },
      ),
    );
  },
);

test('F2 a run that does not stand on the chain is not read again', () => {
  const feed = extend(start, [{ type: 'note', body: {} }]);
  const other = extend(start, [{ type: 'note', body: { other: true } }]);
  const [run] = extend(feed, [{ type: 'note', body: {} }]).runs.slice(-1);
  if (run === undefined) throw new Error('no run');
  expect(() => rereadRun(other.chain, run, testCrypto)).toThrow('feed.prev at entry 3');
});
