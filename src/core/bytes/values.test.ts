import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAmounts, amountText, compareAmounts, isAmount, parseAmount, subtractAmounts } from './amount.ts';
import { fromBase64, fromHex, toBase64, toHex } from './codec.ts';
import { attempt, BytesError } from './error.ts';
import {
  isHash,
  isKeyId,
  isLang,
  isPartyCode,
  isSubjectId,
  kindOf,
  parseSubjectId,
  suffixOf,
} from './ids.ts';
import {
  comparePartialDates,
  daysOf,
  isPartialDate,
  parsePartialDate,
  partialDateText,
} from './partial-date.ts';
import { isTime } from './time.ts';

test('B1 base64 has one form for each bytes: padded, no spare bits, no other alphabet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      expect(fromHex(toHex(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  for (const text of [
    'AA',
    'AA=',
    'AB==',
    'AAB=',
    'AA==\n',
    ' AA==',
    'A-_=',
    'AAAAA',
    '====',
    'AA==AA==',
    'AÀ==',
  ]) {
    expect(attempt(() => fromBase64(text))).toBeInstanceOf(BytesError);
  }
  expect(attempt(() => fromBase64('AAAA', 4))).toBeInstanceOf(BytesError);
});

test('B1 hex is lower case and even', () => {
  for (const text of ['A0', '0', 'g0', '0x00', ' 00'])
    expect(attempt(() => fromHex(text))).toBeInstanceOf(BytesError);
});

test('B1 ids have their forms and nothing beside', () => {
  expect([
    isHash('a'.repeat(64)),
    isHash('A'.repeat(64)),
    isHash('a'.repeat(63)),
    isHash(`${'a'.repeat(64)}\n`),
  ]).toEqual([true, false, false, false]);
  expect([isKeyId('0'.repeat(32)), isKeyId('0'.repeat(33)), isKeyId(0)]).toEqual([true, false, false]);
  expect(['VN', 'LA', 'ABCDEFGH'].every(isPartyCode)).toBe(true);
  expect(['V', 'ABCDEFGHI', 'Vn', 'V1', '', ' VN', 'VN\n', null].some(isPartyCode)).toBe(false);
  expect(['lo', 'vi', 'hmn'].every(isLang)).toBe(true);
  expect(['l', 'LO', 'lao2', 'laoo', ''].some(isLang)).toBe(false);
  expect(['plan.2026', 'activityLine.a-1', `a.${'b'.repeat(40)}`].every(isSubjectId)).toBe(true);
  const bad = [
    'plan',
    'plan.',
    '.a',
    'Plan.a',
    'plan.A',
    'plan.-a',
    'plan.a.b',
    `a.${'b'.repeat(41)}`,
    `${'a'.repeat(65)}.b`,
  ];
  expect(bad.some(isSubjectId)).toBe(false);
  const id = parseSubjectId('plan.2026-1');
  expect([kindOf(id), suffixOf(id)]).toEqual(['plan', '2026-1']);
});

test('B1 times are whole seconds of UTC that exist', () => {
  expect(['2026-11-21T08:00:00Z', '2024-02-29T23:59:59Z', '0001-01-01T00:00:00Z'].every(isTime)).toBe(true);
  const bad = [
    '2026-02-30T08:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T08:60:00Z',
    '2026-11-21T08:00:60Z',
    '2026-11-21T08:00:00',
    '2026-11-21 08:00:00Z',
    '2026-11-21T08:00:00.0Z',
    '2026-11-21T08:00:00+07:00',
    '~2026-11-2T08:00:00Z',
    5,
  ];
  expect(bad.filter(isTime)).toEqual([]);
});

test('B1 partial dates exist in the calendar; 2026-02-30 is refused', () => {
  expect(
    ['2021', '2021-03', '2021-03-14', '~2021', '~2021-03', '2024-02-29', '2000-02-29'].every(isPartialDate),
  ).toBe(true);
  const bad = [
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2021-13',
    '2021-00',
    '2021-04-31',
    '2021-01-00',
    '0000',
    '21',
    '2021-3',
    '2021-03-1',
    '~~2021',
    '2021~',
    ' 2021',
    '2021-',
    '02021',
    '2021-03-14T00:00:00Z',
    2021,
  ];
  expect(bad.filter(isPartialDate)).toEqual([]);
  expect(parsePartialDate('~2021-03')).toEqual({ about: true, year: 2021, month: 3 });
});

test('B1 a partial date names its days and keeps its text', () => {
  expect(daysOf('2021')).toEqual(['2021-01-01', '2021-12-31']);
  expect(daysOf('~2024-02')).toEqual(['2024-02-01', '2024-02-29']);
  expect(daysOf('2021-03-14')).toEqual(['2021-03-14', '2021-03-14']);
  for (const text of ['0009', '~2021-03', '2021-03-14'])
    expect(partialDateText(parsePartialDate(text))).toBe(text);
  const sorted = ['2020-12-31', '2021-01-01', '2021-01', '~2021-01', '2021', '~2021', '2021-02'];
  expect(sorted.toReversed().toSorted(comparePartialDates)).toEqual(sorted);
});

test('B1 amounts are exact', () => {
  expect(['0', '-1', '12.50', '-0.001', '0.0', '123456789012345678901234567890.12'].every(isAmount)).toBe(
    true,
  );
  expect(['', '01', '.5', '1.', '+1', '1e3', '1,5', '١', '--1', ' 1', '1'.repeat(65), 1].some(isAmount)).toBe(
    false,
  );
  expect(subtractAmounts('0.3', '0.1')).toBe('0.2');
  expect(addAmounts('0.10', '-0.1')).toBe('0.00');
  expect(subtractAmounts('1', '2.005')).toBe('-1.005');
  expect(amountText(parseAmount('-0.05'))).toBe('-0.05');
  expect([compareAmounts('1.5', '1.50'), compareAmounts('-2', '-1.9'), compareAmounts('10', '9.99')]).toEqual(
    [0, -1, 1],
  );
  // Sums may be longer than what can be read again; comparing never is.
  const long = '9'.repeat(64);
  expect(compareAmounts(long, `-${'9'.repeat(63)}`)).toBe(1);
});

test('B1 sums and differences of amounts agree with whole numbers', () => {
  const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
  fc.assert(
    fc.property(cents, cents, (one, other) => {
      const text = (units: bigint): string => amountText({ units, scale: 2 });
      expect(addAmounts(text(one), text(other))).toBe(text(one + other));
      expect(subtractAmounts(text(one), text(other))).toBe(text(one - other));
      expect(compareAmounts(text(one), text(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
    }),
  );
});
