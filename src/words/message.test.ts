import { expect, test } from 'vitest';
import { formatMessage, readMessage } from './message.ts';

test('a plural inside a plural counts by its own number', () => {
  const message = readMessage(
    '{lines, plural, one {# line {cells, plural, one {with # cell} other {with # cells}}} other {# lines ({cells})}}.',
  );
  expect(formatMessage(message, 'en', { lines: 1, cells: 2000 })).toBe('1 line with 2,000 cells.');
  expect(formatMessage(message, 'en', { lines: 3, cells: 2000 })).toBe('3 lines (2000).');
});

test('outside a plural a number sign is one', () => {
  expect(formatMessage(readMessage('point #{n}'), 'en', { n: 4 })).toBe('point #4');
});

test.each([
  '{',
  '{n',
  '{n, number}',
  '{n, select, a {b} other {c}}',
  'a}',
  '{n, plural, one {#}}',
  '{n, plural, other {#}',
])('a message that is not whole, or asks for more than we know, is refused: %s', (text) => {
  expect(() => readMessage(text)).toThrow();
});
