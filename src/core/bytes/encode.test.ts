import { expect, test } from 'vitest';
import { testCrypto } from './crypto.fixture.ts';
import { canonicalText, encodeCanonical } from './encode.ts';
import { attempt, BytesError } from './error.ts';
import { hashOf } from './hash.ts';
import type { Json } from './json.ts';
import { depthMax } from './limits.ts';

function codeOf(value: unknown): string {
  const answer = attempt(() => encodeCanonical(value as Json));
  return answer instanceof BytesError ? answer.code : 'ok';
}

test('B1 keys are sorted by UTF-16 units and text is escaped as RFC 8785 wants it', () => {
  expect(canonicalText({ b: 1, aB: 2, 'a-b': 3, a: { d: null, c: [] } })).toBe(
    '{"a":{"c":[],"d":null},"a-b":3,"aB":2,"b":1}',
  );
  // The escapes of RFC 8785's own example, section 3.2.3.
  expect(canonicalText('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  expect(canonicalText('\b\f\n\r\t\u0000\u001f\u007f')).toBe('"\\b\\f\\n\\r\\t\\u0000\\u001f\u007f"');
});

test('B1 what JSON cannot say is refused rather than left out', () => {
  const cases: unknown[] = [
    undefined,
    { a: undefined },
    [undefined],
    1n,
    () => 1,
    Symbol('a'),
    new Date(0),
    new Map(),
  ];
  for (const value of cases) expect(codeOf(value)).toBe('bytes.not-representable');
  expect(codeOf({ [Symbol('a')]: 1 })).toBe('bytes.not-representable');
  // oxlint-disable-next-line no-sparse-arrays
  expect(codeOf([1, , 2])).toBe('bytes.not-representable');
  expect(codeOf(new Uint8Array(2))).toBe('bytes.not-representable');
  expect(codeOf(Object.assign(Object.create(null), { a: 1 }))).toBe('ok');
});

test('B1 numbers beyond whole ones within 2^53 - 1 are refused', () => {
  for (const value of [1.5, -0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]) {
    expect(codeOf(value)).toBe('bytes.number');
  }
  expect(canonicalText([2 ** 53 - 1, -(2 ** 53 - 1), 0])).toBe('[9007199254740991,-9007199254740991,0]');
});

test('B2 B3 B4 what decoding would refuse is not written', () => {
  let deep: Json = 0;
  for (let at = 0; at < depthMax; at += 1) deep = [deep];
  expect(codeOf(deep)).toBe('ok');
  expect(codeOf([deep])).toBe('bytes.too-deep');
  const cycle: Record<string, unknown> = {};
  cycle['a'] = cycle;
  expect(codeOf(cycle)).toBe('bytes.too-deep');
  for (const key of ['', 'A', 'a_b', 'constructor', '1', 'é']) expect(codeOf({ [key]: 1 })).toBe('bytes.key');
  expect(codeOf(JSON.parse('{"__proto__":1}'))).toBe('bytes.key');
  expect(codeOf('\ud800')).toBe('bytes.surrogate');
  expect(codeOf(['e\u0301'])).toBe('bytes.not-nfc');
  expect(codeOf('\u0378')).toBe('bytes.unassigned');
});

test('B1 the hash of a value is that of its canonical bytes', () => {
  expect(hashOf({ b: 1, a: 2 }, testCrypto)).toBe(
    testCrypto.sha256(new TextEncoder().encode('{"a":2,"b":1}')),
  );
});
