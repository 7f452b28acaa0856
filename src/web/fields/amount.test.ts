import { expect, test } from 'vitest';
import { differenceOf } from './amount.ts';

test('differences are exact', () => {
  expect(differenceOf('1000', '980')).toBe('20');
  expect(differenceOf('0.3', '0.1')).toBe('0.2');
  expect(differenceOf('1', '1.000')).toBe('0');
  expect(differenceOf('12345678901234567890', '1')).toBe('12345678901234567889');
  expect(differenceOf('1', undefined)).toBeUndefined();
});
