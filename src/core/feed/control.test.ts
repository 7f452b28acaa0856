import { describe, expect, test } from 'vitest';
import { toBase64 } from '../bytes/codec.ts';
import { type TestKey, testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { type Accepted, acceptRun } from './accept-run.ts';
import { buildRun, type Item } from './build-run.ts';
import { type ChainState, keyStanding, openChain, rootOf } from './chain.ts';
import { rootClaim } from './control.ts';
import { extend, notes, openFeedOf, time, twoParties } from './world.fixture.ts';

const world = twoParties();
const feed = openFeedOf(world, 'VN');
const { key, nextRoot, root } = feed;
const [other, third, fresh] = [testKey(101), testKey(102), testKey(103)];

/** 'ok', or code and place of the refusal. */
function answer(chain: ChainState, items: readonly Item[], by: TestKey): string {
  const accepted = acceptRun(chain, buildRun(chain, items, time, by.id, by.sign, testCrypto), testCrypto);
  return accepted.ok ? 'ok' : `${accepted.code} at ${accepted.seq}`;
}

function accept(chain: ChainState, items: readonly Item[], by: TestKey): Accepted {
  const accepted = acceptRun(chain, buildRun(chain, items, time, by.id, by.sign, testCrypto), testCrypto);
  if (!accepted.ok) throw new Error(`${accepted.code} at ${accepted.seq}`);
  return accepted;
}

/** Why the last of the items is inert, by the root if nobody else is named. */
function inertness(chain: ChainState, items: readonly Item[], by = root): string | undefined {
  return accept(chain, items, by).entries.at(-1)?.inert;
}

function admit(row: TestKey, ...uses: string[]): JsonObject {
  return { public: toBase64(row.public), uses };
}

const keys = (body: JsonObject): Item => ({ type: 'keys', body });

describe('K1 a feed begins with open by the root of the founding', () => {
  const start = openChain(world.founding, feed.chain.party) as ChainState;
  const nextHash = testCrypto.sha256(nextRoot.public);
  const open = (body: JsonObject): Item => ({ type: 'open', body });
  const sound = { admit: [admit(key, 'operate')], nextRoot: nextHash };

  test('which admits the first keys and commits to the next root', () => {
    const { chain } = accept(start, [open(sound)], root);
    expect(chain.nextRoot).toBe(nextHash);
    expect(chain.keys.get(key.id)).toEqual({
      id: key.id,
      public: key.public,
      uses: ['operate'],
      admittedAt: 1,
    });
  });

  test('K1 anything else in its place is refused', () => {
    expect(answer(start, notes(1), root)).toBe('feed.not-open at 1');
    expect(answer(start, [keys({ admit: [] })], root)).toBe('feed.not-open at 1');
    expect(answer(start, [open(sound)], key)).toBe('feed.key-unknown at 1');
    expect(answer(start, [open(sound)], nextRoot)).toBe('feed.key-unknown at 1');
    expect(openChain(world.founding, 'TH' as typeof start.party)).toBeUndefined();
  });

  test.for<[string, JsonObject]>([
    ['without next root', { admit: [] }],
    ['with a next root that is no hash', { ...sound, nextRoot: 'ab' }],
    ['with more', { ...sound, more: 1 }],
    [
      'with an unsound key',
      { ...sound, admit: [{ public: toBase64(new Uint8Array(32)), uses: ['operate'] }] },
    ],
    ['with its own root as a key', { ...sound, admit: [admit(root, 'operate')] }],
    ['with a key twice', { ...sound, admit: [admit(key, 'desk'), admit(key, 'operate')] }],
    ['with no use', { ...sound, admit: [admit(key)] }],
    ['with an unknown use', { ...sound, admit: [admit(key, 'everything')] }],
    ['with uses out of order', { ...sound, admit: [admit(key, 'operate', 'desk')] }],
    ['with a use twice', { ...sound, admit: [admit(key, 'desk', 'desk')] }],
    [
      'with base64 that is not canonical',
      { ...sound, admit: [{ public: `${toBase64(key.public).slice(0, -2)}B=`, uses: ['desk'] }] },
    ],
  ])('K1 open %s is refused', ([, body]) => {
    expect(answer(start, [open(body)], root)).toBe('feed.open-shape at 1');
  });

  test('K1 a second open changes nothing', () => {
    expect(inertness(feed.chain, [open(sound)])).toBe('inert.open-again');
    expect(
      accept(feed.chain, [open({ admit: [admit(other, 'operate')], nextRoot: nextHash })], root).chain.keys
        .size,
    ).toBe(1);
  });
});

describe('K2 keys', () => {
  test('K2 a key is authorised from the run after its admission', () => {
    expect(answer(feed.chain, notes(1), other)).toBe('feed.key-unknown at 2');
    const { chain } = accept(feed.chain, [keys({ admit: [admit(other, 'operate')] })], root);
    expect(answer(chain, notes(1), other)).toBe('ok');
    expect(keyStanding(chain, other.id, 'operate', 2)).toBe('none');
    expect(keyStanding(chain, other.id, 'operate', 3)).toBe('valid');
    expect(keyStanding(chain, other.id, 'signatory', 3)).toBe('none');
  });

  test('K2 a key without the use to operate writes no feed', () => {
    const { chain } = accept(feed.chain, [keys({ admit: [admit(other, 'desk', 'signatory')] })], root);
    expect(answer(chain, notes(1), other)).toBe('feed.key-use at 3');
    expect(keyStanding(chain, other.id, 'signatory', 3)).toBe('valid');
  });

  test('K2 a key void after n is refused beyond n', () => {
    const { chain } = accept(
      extend(feed, notes(3)).chain,
      [keys({ void: [{ after: 3, key: key.id }] })],
      root,
    );
    expect(answer(chain, notes(1), key)).toBe('feed.key-void at 6');
    const ahead = accept(feed.chain, [keys({ void: [{ after: 4, key: key.id }] })], root).chain;
    expect(answer(ahead, notes(2), key)).toBe('ok');
    expect(answer(ahead, notes(3), key)).toBe('feed.key-void at 3');
  });

  test('K2 the root replaces a key in mid-feed: the old one up to there, the new one after', () => {
    const before = extend(feed, notes(2));
    const swap = keys({ admit: [admit(other, 'operate')], void: [{ after: 3, key: key.id }] });
    const { chain } = accept(before.chain, [swap], root);
    expect(answer(chain, notes(1), key)).toBe('feed.key-void at 5');
    expect(answer(chain, notes(1), other)).toBe('ok');
  });

  test('K3 void reaches back by position, and only ever further', () => {
    const long = extend(feed, notes(6)).chain;
    const first = accept(long, [keys({ void: [{ after: 5, key: key.id }] })], root).chain;
    expect([5, 6].map((seq) => keyStanding(first, key.id, 'signatory', seq))).toEqual(['valid', 'void']);
    expect(first.keys.get(key.id)).toMatchObject({ voidAfter: 5, voidAt: 8 });
    const second = accept(first, [keys({ void: [{ after: 2, key: key.id }] })], root).chain;
    expect(second.keys.get(key.id)).toMatchObject({ voidAfter: 2, voidAt: 9 });
    const third = accept(second, [keys({ void: [{ after: 7, key: key.id }] })], root).chain;
    expect(third.keys.get(key.id)).toMatchObject({ voidAfter: 2, voidAt: 9 });
    // The entries that stood stay accepted: the same runs lead to the same chain.
    expect(first.hash).not.toBe(long.hash);
  });

  test('K2 by another than the root it is kept, and changes nothing', () => {
    const { chain, entries } = accept(feed.chain, [keys({ admit: [admit(other, 'operate')] })], key);
    expect(entries[0]?.inert).toBe('inert.not-root');
    expect(chain.keys).toBe(feed.chain.keys);
  });

  test('K2 the root writes only control entries', () => {
    expect(inertness(feed.chain, notes(1))).toBe('inert.root-writes');
  });

  test.for<[string, JsonObject, string]>([
    ['empty', {}, 'inert.keys-shape'],
    ['with more', { admit: [], more: 1 }, 'inert.keys-shape'],
    ['admitting a known key', { admit: [admit(key, 'operate')] }, 'inert.keys-admit'],
    ['admitting the root', { admit: [admit(root, 'operate')] }, 'inert.keys-admit'],
    ['admitting no list', { admit: 1 }, 'inert.keys-admit'],
    ['admitting an unsound key', { admit: [{ public: 'AAAA', uses: ['desk'] }] }, 'inert.keys-admit'],
    ['voiding an unknown key', { void: [{ after: 1, key: '0'.repeat(32) }] }, 'inert.keys-void'],
    ['voiding after a negative', { void: [{ after: -1, key: key.id }] }, 'inert.keys-void'],
    ['voiding without place', { void: [{ key: key.id }] }, 'inert.keys-void'],
    ['one good and one bad row', { admit: [admit(third, 'desk'), admit(key, 'desk')] }, 'inert.keys-admit'],
    ['a good admission and a bad voiding', { admit: [admit(third, 'desk')], void: [1] }, 'inert.keys-void'],
  ])('F4 K2 keys %s is inert as a whole', ([, body, code]) => {
    const { chain, entries } = accept(feed.chain, [keys(body)], root);
    expect(entries[0]?.inert).toBe(code);
    expect(chain.keys).toBe(feed.chain.keys);
  });
});

describe('K4 the root changes', () => {
  /** The body of a rotation of a chain, correct if nothing else is said. */
  function rotation(
    chain: ChainState,
    change: { to?: TestKey; by?: TestKey; seq?: number; nextRoot?: Json } = {},
  ): Item {
    const to = change.to ?? nextRoot;
    const { hash: prev, party, programme } = chain;
    const text = toBase64(to.public);
    const claim = rootClaim({ party, prev, programme, public: text, seq: change.seq ?? chain.seq + 1 });
    const sig = toBase64(signRecord((change.by ?? root).sign, recordTypes.root, claim));
    return {
      type: 'root',
      body: { nextRoot: change.nextRoot ?? testCrypto.sha256(fresh.public), public: text, sig },
    };
  }

  test('K4 signed by the committed new root and the old one it is accepted', () => {
    const { chain } = accept(
      feed.chain,
      [rotation(feed.chain), keys({ admit: [admit(other, 'operate')] })],
      nextRoot,
    );
    expect(rootOf(chain)).toMatchObject({ id: nextRoot.id, since: 2, prev: feed.chain.hash });
    expect(chain.nextRoot).toBe(testCrypto.sha256(fresh.public));
    expect(answer(chain, [keys({ admit: [] })], root)).toBe('feed.key-unknown at 4');
    expect(inertness(chain, [keys({ admit: [] })], nextRoot)).toBeUndefined();
    // Operating keys go on.
    expect(answer(chain, notes(1), key)).toBe('ok');
    expect(answer(chain, notes(1), other)).toBe('ok');
  });

  test('K4 without either signature, or to another key than committed, it is refused', () => {
    const { chain } = feed;
    expect(answer(chain, [rotation(chain)], root)).toBe('feed.root-key at 2');
    expect(answer(chain, [rotation(chain)], key)).toBe('feed.root-key at 2');
    expect(answer(chain, [rotation(chain, { by: key })], nextRoot)).toBe('feed.root-signature at 2');
    expect(answer(chain, [rotation(chain, { by: nextRoot })], nextRoot)).toBe('feed.root-signature at 2');
    expect(answer(chain, [rotation(chain, { to: other })], other)).toBe('feed.root-key at 2');
    expect(answer(chain, [rotation(chain, { seq: 3 })], nextRoot)).toBe('feed.root-signature at 2');
    expect(answer(chain, notes(1), nextRoot)).toBe('feed.key-unknown at 2');
  });

  test('K4 a rotation signed by the old operating key only is refused', () => {
    expect(answer(feed.chain, [rotation(feed.chain, { by: key })], key)).toBe('feed.root-key at 2');
  });

  test('K4 for another place or feed the old signature does not serve', () => {
    const later = extend(feed, notes(1)).chain;
    expect(answer(later, [rotation(feed.chain, { seq: 3 })], nextRoot)).toBe('feed.root-signature at 3');
    const elsewhere = openFeedOf(world, 'LA').chain;
    expect(answer(feed.chain, [rotation({ ...elsewhere, hash: feed.chain.hash })], nextRoot)).toBe(
      'feed.root-signature at 2',
    );
  });

  test('K4 malformed, or not first in its run, it is refused', () => {
    const { body } = rotation(feed.chain);
    for (const bad of [
      { ...body, more: 1 },
      { ...body, nextRoot: 'x' },
      { ...body, sig: 'AA==' },
      { ...body, public: 1 },
    ]) {
      expect(answer(feed.chain, [{ type: 'root', body: bad }], nextRoot)).toBe('feed.root-shape at 2');
    }
    expect(answer(feed.chain, [keys({ admit: [] }), rotation(feed.chain)], root)).toBe('feed.root-key at 2');
    expect(answer(feed.chain, [...notes(1), rotation(feed.chain)], key)).toBe('feed.root-key at 2');
  });

  test('K4 an admitted key does not become root, nor a root a key', () => {
    const committed = accept(feed.chain, [keys({ admit: [admit(nextRoot, 'operate')] })], root).chain;
    expect(answer(committed, [rotation(committed)], nextRoot)).toBe('feed.root-key at 3');
    const { chain } = accept(feed.chain, [rotation(feed.chain)], nextRoot);
    expect(inertness(chain, [keys({ admit: [admit(root, 'operate')] })], nextRoot)).toBe('inert.keys-admit');
  });
});

describe('F7 a continuation', () => {
  const long = extend(feed, notes(2));
  const { hash, seq } = long.chain;
  const continuation = (heads: Json): Item => ({ type: 'continue', body: { heads } });
  const elsewhere = { hash: 'f'.repeat(64), seq: 9 };

  test('F7 by the root extends a head that it names', () => {
    expect(inertness(long.chain, [continuation([{ hash, seq }])])).toBeUndefined();
    const both = [{ hash, seq }, elsewhere].toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
    expect(inertness(long.chain, [continuation(both)])).toBeUndefined();
  });

  test('F7 that names only other heads, or stands behind something else, is inert', () => {
    expect(inertness(long.chain, [continuation([elsewhere])])).toBe('inert.continue-names');
    expect(inertness(long.chain, [continuation([{ hash, seq: seq + 1 }])])).toBe('inert.continue-names');
    expect(inertness(long.chain, [keys({ admit: [] }), continuation([{ hash, seq }])])).toBe(
      'inert.continue-names',
    );
    expect(inertness(long.chain, [continuation([{ hash, seq }])], key)).toBe('inert.not-root');
  });

  test('F7 K4 may stand behind the rotation that extends the head, in one run or two', () => {
    const { hash: prev, party, programme } = long.chain;
    const text = toBase64(nextRoot.public);
    const claim = rootClaim({ party, prev, programme, public: text, seq: seq + 1 });
    const sig = toBase64(signRecord(root.sign, recordTypes.root, claim));
    const rotate = { type: 'root', body: { nextRoot: testCrypto.sha256(fresh.public), public: text, sig } };
    const go = continuation([{ hash, seq }]);
    const swap = keys({ admit: [admit(other, 'operate')], void: [{ after: 1, key: key.id }] });
    expect(inertness(long.chain, [rotate, go], nextRoot)).toBeUndefined();
    const rotated = accept(long.chain, [rotate], nextRoot).chain;
    expect(inertness(rotated, [go], nextRoot)).toBeUndefined();
    expect(inertness(long.chain, [rotate, swap, go], nextRoot)).toBe('inert.continue-names');
    expect(inertness(long.chain, [rotate, go, swap], nextRoot)).toBeUndefined();
  });

  test.for<[string, Json]>([
    ['no heads', []],
    ['no list', { hash, seq }],
    [
      'a head twice',
      [
        { hash, seq },
        { hash, seq },
      ],
    ],
    ['heads out of order', [elsewhere, { hash, seq }]],
    ['a head with its party', [{ hash, party: 'VN', seq }]],
  ])('F7 with %s it is inert', ([, heads]) => {
    expect(inertness(long.chain, [continuation(heads)])).toBe('inert.continue-shape');
  });
});
