import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeStrict } from './decode.ts';
import { encodeCanonical } from './encode.ts';
import { attempt, BytesError } from './error.ts';
import { jsonValue } from './json.fixture.ts';
import type { Json, JsonObject } from './json.ts';
import { depthMax, keyLengthMax } from './limits.ts';
import { bytesOf } from './utf8.ts';

const limit = 65_536;

/** The code with which bytes or text are refused, or 'ok'. */
function answer(input: string | Uint8Array, max = limit): string {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  const decoded = attempt(() => decodeStrict(bytes, max));
  return decoded instanceof BytesError ? decoded.code : 'ok';
}

/** `{"a":"…"}` with raw bytes as the text. */
function withText(...bytes: readonly number[]): Uint8Array {
  return Uint8Array.of(...bytesOf('{"a":"'), ...bytes, ...bytesOf('"}'));
}

test('B1 accepts canonical JSON and gives its value', () => {
  const text =
    '{"a":[null,true,false,0,-1,9007199254740991],"b":{"lo":"ສະບາຍດີ","vi":"Việt Nam"},"c":"\\n\\u0001\\""}';
  expect(decodeStrict(bytesOf(text), limit).value).toEqual(JSON.parse(text));
});

describe('B1 refuses every other writing of the same value', () => {
  test.for([
    ['a space', '{"a": 1}', 'bytes.not-canonical'],
    ['a line feed behind', '{"a":1}\n', 'bytes.not-canonical'],
    ['a space in front', ' {"a":1}', 'bytes.not-canonical'],
    ['a key twice', '{"a":1,"a":1}', 'bytes.not-canonical'],
    ['a key twice, its values different', '{"a":1,"a":2}', 'bytes.not-canonical'],
    ['a needless escape', '{"a":"\\u0061"}', 'bytes.not-canonical'],
    ['an escaped solidus', '{"a":"\\/"}', 'bytes.not-canonical'],
    ['a capital in an escape', '{"a":"\\u001F"}', 'bytes.not-canonical'],
    ['a long escape of a line feed', '{"a":"\\u000a"}', 'bytes.not-canonical'],
    ['an escaped key', '{"\\u0061":1}', 'bytes.not-canonical'],
    ['1.0', '{"a":1.0}', 'bytes.not-canonical'],
    ['-0', '{"a":-0}', 'bytes.not-canonical'],
    ['1e2', '{"a":1e2}', 'bytes.not-canonical'],
    ['1e3 and a space', '{"a": 1e3}', 'bytes.not-canonical'],
    ['12e3 and a space', '[12e3, 1]', 'bytes.not-canonical'],
    ['01', '{"a":01}', 'bytes.not-json'],
    ['+1', '{"a":+1}', 'bytes.not-json'],
    ['NaN', '{"a":NaN}', 'bytes.not-json'],
    ['a trailing comma', '{"a":1,}', 'bytes.not-json'],
    ['a comment', '{"a":1/**/}', 'bytes.not-json'],
    ['a raw tab in text', '{"a":"\t"}', 'bytes.not-json'],
    ['two values', '{"a":1}{"a":1}', 'bytes.not-json'],
    ['nothing', '', 'bytes.not-json'],
    ['a text cut off', '{"a":"', 'bytes.not-json'],
  ] as const)('%s', ([, text, code]) => {
    expect(answer(text)).toBe(code);
  });
});

describe('B1 refuses numbers that are not whole within 2^53 - 1', () => {
  test.for(['1.5', '1e400', '-1e400', '9007199254740992', '-9007199254740992', '1e21', '0.1', '5e-324'])(
    '%s',
    (number) => {
      expect(answer(`{"a":${number}}`)).toBe('bytes.number');
      expect(answer(number)).toBe('bytes.number');
    },
  );
});

test('B2 refuses more bytes than the limit, before anything else is looked at', () => {
  expect(answer(bytesOf('"aaaa"'), 6)).toBe('ok');
  expect(answer(bytesOf('"aaaaa"'), 6)).toBe('bytes.too-large');
  expect(answer(new Uint8Array(7).fill(0xff), 6)).toBe('bytes.too-large');
});

test('B2 refuses a byte order mark', () => {
  expect(answer(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('{}')))).toBe('bytes.bom');
});

describe('B2 refuses bytes that are not UTF-8', () => {
  test.for([
    ['overlong solidus', [0xc0, 0xaf]],
    ['overlong NUL', [0xc0, 0x80]],
    ['overlong in three bytes', [0xe0, 0x80, 0xaf]],
    ['a surrogate as three bytes', [0xed, 0xa0, 0x80]],
    ['a pair of surrogates as six bytes', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80]],
    ['above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a continuation alone', [0x80]],
    ['a letter cut off', [0xe0, 0xba]],
    ['0xFF', [0xff]],
  ] as const)('%s', ([, bytes]) => {
    expect(answer(withText(...bytes))).toBe('bytes.not-utf8');
  });
});

/** Lists and objects in turn, nested so deep. */
function nested(depth: number, inside = ''): string {
  let text = inside;
  for (let at = depth; at > 0; at -= 1)
    text = at % 2 === 0 ? `{"a":${text === '' ? '0' : text}}` : `[${text}]`;
  return text;
}

test('B2 refuses a depth of 33 before parsing', () => {
  expect(answer(nested(depthMax))).toBe('ok');
  expect(answer(nested(depthMax + 1))).toBe('bytes.too-deep');
  // What is no JSON at all shows that the parser never saw it.
  expect(answer('['.repeat(depthMax + 1))).toBe('bytes.too-deep');
  expect(answer('['.repeat(limit))).toBe('bytes.too-deep');
});

test('B2 counts brackets outside text only, and many of them side by side', () => {
  expect(answer(`["${'['.repeat(100)}","\\"${'{'.repeat(100)}","\\\\"]`)).toBe('ok');
  expect(answer(`[${Array(100).fill('[{}]').join(',')}]`)).toBe('ok');
  expect(answer(`["\\\\",${nested(depthMax)}]`)).toBe('bytes.too-deep');
});

describe('B3 refuses keys', () => {
  test.for([
    ['out of order', '{"b":1,"a":1}', 'bytes.key'],
    ['out of order, deep inside', '{"a":[{"b":1,"a":1}]}', 'bytes.key'],
    ['__proto__', '{"__proto__":1}', 'bytes.not-canonical'],
    ['__proto__ with an object', '{"a":1,"__proto__":{"b":1}}', 'bytes.not-canonical'],
    ['constructor', '{"constructor":1}', 'bytes.key'],
    ['integer-like', '{"1":1}', 'bytes.key'],
    ['empty', '{"":1}', 'bytes.key'],
    ['a capital first', '{"A":1}', 'bytes.key'],
    ['an underscore', '{"a_b":1}', 'bytes.key'],
    ['a letter beyond ASCII', '{"é":1}', 'bytes.key'],
    ['too long', `{"${'a'.repeat(keyLengthMax + 1)}":1}`, 'bytes.key'],
  ] as const)('%s', ([, text, code]) => {
    expect([code, 'bytes.key']).toContain(answer(text));
  });
});

test('B3 accepts keys in ascending order of their letters', () => {
  expect(answer(`{"a":1,"a-B":1,"aB":1,"ab":1,"b1":1,"${'z'.repeat(keyLengthMax)}":1}`)).toBe('ok');
  expect(({} as Record<string, unknown>)['b']).toBeUndefined();
});

describe('B4 refuses text', () => {
  test.for([
    ['a lone surrogate, escaped', '{"a":"\\ud800"}', 'bytes.surrogate'],
    ['a low surrogate alone', '{"a":"\\udc00 ສ"}', 'bytes.surrogate'],
    ['not in NFC', '{"a":"e\u0301"}', 'bytes.not-nfc'],
    ['not in NFC, behind another script', '{"a":"ສະບາຍດີ","b":"a\u0323\u0302"}', 'bytes.not-nfc'],
    ['marks out of order', '{"a":"ກ\u0ec8\u0eb8"}', 'bytes.not-nfc'],
    ['a compatibility sign that NFC replaces', '{"a":"\u212b"}', 'bytes.not-nfc'],
    ['unassigned', '{"a":"\u0378"}', 'bytes.unassigned'],
    ['unassigned, in Lao', '{"a":"\u0e83"}', 'bytes.unassigned'],
    ['unassigned, above the first plane', '{"a":"\u{1ffff}"}', 'bytes.unassigned'],
    ['a noncharacter', '{"a":"\uffff"}', 'bytes.unassigned'],
    ['assigned in Unicode 17 only', '{"a":"\u{16ea0}"}', 'bytes.unassigned'],
  ] as const)('%s', ([, text, code]) => {
    expect(answer(text)).toBe(code);
  });
});

test('B4 accepts marks that stand behind an escape or a quote, where there is nothing to compose with', () => {
  expect(answer('{"a":"\\n\u0301"}')).toBe('ok');
  expect(answer('{"a":"\u0301"}')).toBe('ok');
  expect(answer('{"a":"\\u0001\u0338"}')).toBe('ok');
});

test('B4 accepts what is new in Unicode 16', () => {
  expect(answer('{"a":"\u{10d40}\u1c89"}')).toBe('ok');
});

test('B1 what was encoded decodes to the same value and encodes to the same bytes', () => {
  fc.assert(
    fc.property(jsonValue(), (value) => {
      const bytes = encodeCanonical(value);
      const decoded = decodeStrict(bytes, 1_000_000).value;
      expect(decoded).toEqual(value);
      expect(encodeCanonical(decoded)).toEqual(bytes);
    }),
  );
});

test('B1 of bytes changed anywhere only canonical ones are accepted', () => {
  fc.assert(
    fc.property(jsonValue(), fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, change) => {
      const bytes = encodeCanonical(value);
      bytes[at % bytes.length] = (bytes[at % bytes.length] as number) ^ change;
      const decoded = attempt(() => decodeStrict(bytes, 1_000_000));
      if (decoded instanceof BytesError) return;
      expect(encodeCanonical(decoded.value)).toEqual(bytes);
    }),
    { numRuns: 2_000 },
  );
});

/** A value's text in which numbers may be written otherwise, spaces stand anywhere, and members come twice. */
function loosely(value: Json, draw: () => number): string {
  const gap = (): string => ' '.repeat(Math.max(0, (draw() % 12) - 10));
  if (Array.isArray(value))
    return `[${gap()}${value.map((row: Json) => loosely(row, draw)).join(`,${gap()}`)}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as JsonObject).toSorted(([one], [other]) => (one < other ? -1 : 1));
    const twice = members.length > 0 && draw() % 9 === 0 ? [...members.slice(0, 1), ...members] : members;
    return `{${twice.map(([key, row]) => `"${key}":${gap()}${loosely(row, draw)}`).join(',')}}`;
  }
  if (typeof value !== 'number') return JSON.stringify(value);
  const zeros = value === 0 ? 0 : (/0*$/.exec(String(value))?.[0].length ?? 0);
  const forms = [
    String(value),
    value.toExponential(),
    `${String(value).slice(0, String(value).length - zeros)}e${zeros}`,
    `${value}.0`,
    `${value}e0`,
    value === 0 ? '-0' : String(value).replace(/(\d)(\d)$/, '$1.$2e1'),
  ];
  return forms[draw() % forms.length] ?? '';
}

const roundNumbers = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: 0, max: 6 }))
  .map(([head, zeros]) => head * 10 ** zeros + 0);

test('B1 counting the length finds what comparing the text finds', () => {
  const values = fc.oneof(
    jsonValue(),
    fc.array(fc.oneof(roundNumbers, fc.constantFrom('a', true, null)), { maxLength: 4 }),
  );
  const draws = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(values, draws, (value, numbers) => {
      let at = 0;
      const text = loosely(value, () => numbers[at++ % numbers.length] as number);
      const expected = JSON.stringify(JSON.parse(text)) === text;
      expect({ text, isAccepted: answer(text) === 'ok' }).toEqual({ text, isAccepted: expected });
    }),
    { numRuns: 3_000 },
  );
});

test('B1 no canonical text is accepted cut off', () => {
  const bytes = encodeCanonical({ a: [{ b: 'ສະ', c: -12 }], d: 'Ừ' });
  for (let length = 0; length < bytes.length; length += 1)
    expect(answer(bytes.subarray(0, length))).not.toBe('ok');
});
