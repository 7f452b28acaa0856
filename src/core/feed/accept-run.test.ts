import { expect, test } from 'vitest';
import { testCrypto } from '../bytes/crypto.fixture.ts';
import { acceptRun } from './accept-run.ts';
import { buildRun } from './build-run.ts';
import { openFeedOf, twoParties } from './world.fixture.ts';

test('F1 F2 a run behind open is accepted', () => {
  const { chain, key } = openFeedOf(twoParties(), 'VN');
  const run = buildRun(
    chain,
    [{ type: 'note', body: { n: 1 } }],
    '2026-11-21T08:00:00Z',
    key.id,
    key.sign,
    testCrypto,
  );
  const answer = acceptRun(chain, run, testCrypto);
  expect(answer).toMatchObject({ ok: true, chain: { seq: 2 } });
});
