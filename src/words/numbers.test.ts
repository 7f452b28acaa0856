import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Language } from './languages.ts';
import {
  asciiDigits,
  formatAmount,
  formatCount,
  formatMoney,
  formatQuantity,
  formatSize,
  laoDigits,
  readAmount,
} from './numbers.ts';

const all: readonly Language[] = ['en', 'vi', 'lo', 'fr'];

describe('an exact amount keeps every digit', () => {
  test.each<[string, Language, string]>([
    ['12000.50', 'en', '12,000.50'],
    ['12000.50', 'vi', '12.000,50'],
    ['12000.50', 'lo', '12.000,50'],
    ['12000.50', 'fr', '12\u202f000,50'],
    ['980', 'fr', '980'],
    ['-1000', 'vi', '−1.000'],
    ['0.10', 'en', '0.10'],
    ['123456789012345678901234567890.123456789', 'en', '123,456,789,012,345,678,901,234,567,890.123456789'],
  ])('%s in %s', (amount, language, text) => {
    expect(formatAmount(amount, language)).toBe(text);
  });

  test.each(['1e3', '01', '1.', '.5', '1,000', '', 'NaN'])('%s is no amount', (text) => {
    expect(() => formatAmount(text, 'en')).toThrow('bytes.amount');
  });

  test('what is shown is read back, whatever the amount and the language', () => {
    const amount = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^[0-9]{0,6}$/))
      .map(([minus, whole, rest]) => (minus ? '-' : '') + String(whole) + (rest === '' ? '' : `.${rest}`));
    fc.assert(
      fc.property(amount, fc.constantFrom(...all), (text, language) => {
        expect(readAmount(formatAmount(text, language), language)).toBe(text);
      }),
      { seed: 1 },
    );
  });
});

test('quantities and money name their unit, and convert nothing', () => {
  expect(formatQuantity({ amount: '1000', unit: 'tonne' }, 'vi')).toBe('1.000\u00a0tấn');
  expect(formatQuantity({ amount: '1000', unit: 'tonne' }, 'lo')).toBe('1.000\u00a0ໂຕນ');
  expect(formatQuantity({ amount: '1', unit: 'tonne' }, 'en')).toBe('1\u00a0tonne');
  expect(formatQuantity({ amount: '1.5', unit: 'tonne' }, 'fr')).toBe('1,5\u00a0tonne');
  expect(formatQuantity({ amount: '2', unit: 'tonne' }, 'fr')).toBe('2\u00a0tonnes');
  expect(formatQuantity({ amount: '3', unit: 'ống nghiệm' }, 'fr')).toBe('3\u00a0ống nghiệm');
  expect(formatQuantity({ amount: '3', unit: 'constructor' }, 'en')).toBe('3\u00a0constructor');
  expect(formatMoney({ amount: '12000', currency: 'USD' }, 'en')).toBe('USD\u00a012,000');
  expect(formatMoney({ amount: '12000', currency: 'USD' }, 'vi')).toBe('12.000\u00a0USD');
});

test('counts and sizes', () => {
  expect(formatCount(1_000_000, 'fr')).toBe('1\u202f000\u202f000');
  expect(formatSize(512, 'en')).toBe('512\u00a0B');
  expect(formatSize(1_500_000, 'en')).toBe('1.5\u00a0MB');
  expect(formatSize(1_500_000, 'fr')).toBe('1,5\u00a0Mo');
  expect(formatSize(1_000_000_000, 'vi')).toBe('1\u00a0GB');
});

describe('what a person types into an amount field', () => {
  test.each<[string, Language, string | undefined]>([
    ['1.000', 'vi', '1000'],
    ['1.000,5', 'lo', '1000.5'],
    ['1,000.5', 'en', '1000.5'],
    ['1 000,5', 'fr', '1000.5'],
    ['1000.5', 'fr', '1000.5'],
    ['1000,5', 'vi', '1000.5'],
    ['12.5', 'vi', '12.5'],
    ['໑໐໐', 'lo', '100'],
    ['−5', 'en', '-5'],
    ['1,00', 'en', undefined],
    ['1e3', 'en', undefined],
    ['a lot', 'en', undefined],
    ['', 'vi', undefined],
  ])('%s in %s', (typed, language, amount) => {
    expect(readAmount(typed, language)).toBe(amount);
  });
});

test('Lao digits and back', () => {
  expect(laoDigits('2021-03')).toBe('໒໐໒໑-໐໓');
  expect(asciiDigits('໒໐໒໑-໐໓')).toBe('2021-03');
});
