import { toBase64 } from '../bytes/codec.ts';
import { type TestKey, testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { type Lang, type PartyCode, parsePartyCode } from '../bytes/ids.ts';
import { acceptRun } from './accept-run.ts';
import { buildRun, type Item } from './build-run.ts';
import { type ChainState, openChain } from './chain.ts';
import type { Run } from './entry.ts';
import {
  type Founding,
  type FoundingSignature,
  foundingBytes,
  parseFounding,
  signFounding,
} from './founding.ts';

/* A small world for tests: two parties founded, feeds opened. Everything is the same on each run. */

export const time = '2026-11-21T08:00:00Z';

export interface World {
  readonly founding: Founding;
  readonly bytes: Uint8Array;
  readonly signatures: readonly FoundingSignature[];
}

/** `VN` and `LA`, by seed: root `10 * i`, next root `10 * i + 1`, operating key `10 * i + 2`, exchange `10 * i + 3`. */
export function twoParties(nonce = 1): World {
  const codes = ['VN', 'LA'].map(parsePartyCode);
  const parties = codes.map((party, at) => ({
    party,
    names: { en: `Ministry of ${party}` } as Record<Lang, string>,
    root: toBase64(testKey(10 * at + 10).public),
    exchange: toBase64(testKey(10 * at + 13).public),
    recipient: `age1${'qp'[at]}${'q'.repeat(57)}`,
  }));
  const bytes = foundingBytes({
    name: { lo: 'ແຜນການ', vi: 'Kế hoạch' } as Record<Lang, string>,
    languages: ['lo', 'vi'] as Lang[],
    level: 1,
    zone: 'Asia/Vientiane',
    nonce: toBase64(new Uint8Array(16).fill(nonce)),
    parties,
  });
  const signatures = codes.map((party, at) => ({
    party,
    signature: signFounding(bytes, testKey(10 * at + 10).sign),
  }));
  return { founding: parseFounding(bytes, testCrypto), bytes, signatures };
}

export interface TestFeed {
  readonly chain: ChainState;
  readonly runs: readonly Run[];
  readonly root: TestKey;
  readonly nextRoot: TestKey;
  readonly key: TestKey;
}

/** A feed of which only `open` is written. */
export function openFeedOf(world: World, party: string): TestFeed {
  const at = party === 'VN' ? 10 : 20;
  const [root, nextRoot, key] = [testKey(at), testKey(at + 1), testKey(at + 2)];
  const start = openChain(world.founding, party as PartyCode);
  if (start === undefined) throw new Error('no such party');
  const admit = [{ public: toBase64(key.public), uses: ['desk', 'operate', 'signatory'] }];
  const body = { admit, nextRoot: testCrypto.sha256(nextRoot.public) };
  const feed = { chain: start, runs: [], root, nextRoot, key };
  return extend(feed, [{ type: 'open', body }], root);
}

/** The feed with one more run. Throws if it is refused. */
export function extend(feed: TestFeed, items: readonly Item[], key = feed.key): TestFeed {
  const run = buildRun(feed.chain, items, time, key.id, key.sign, testCrypto);
  const answer = acceptRun(feed.chain, run, testCrypto);
  if (!answer.ok) throw new Error(`${answer.code} at ${answer.seq}: ${answer.detail}`);
  return { ...feed, chain: answer.chain, runs: [...feed.runs, run] };
}

/** Items of an unknown type, numbered. */
export function notes(count: number, text = ''): Item[] {
  return Array.from({ length: count }, (_, at) => ({ type: 'note', body: { number: at, text } }));
}
