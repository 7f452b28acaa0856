import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { formatMessage, readMessage } from './message.ts';

test('a plural inside a plural counts by its own number', () => {
  const message = readMessage(
    '{lines, plural, one {# line {cells, plural, one {with # cell} other {with # cells}}} other {# lines ({cells})}}.',
  );
  expect(formatMessage(message, 'en', { lines: 1, cells: 2000 })).toBe('1 line with 2,000 cells.');
  expect(formatMessage(message, 'en', { lines: 3, cells: 2000 })).toBe('3 lines (2000).');
});

test.each([
  [1, 'feminine', '1 tonne perdue'],
  [3, 'feminine', '3 tonnes perdues'],
  [1, 'other', '1 sac perdu'],
  [3, 'other', '3 sacs perdus'],
])(
  '%i of a noun that is %s: gender is chosen by what is given, as ICU chooses it',
  (count, gender, sentence) => {
    const text =
      '{count, plural, one {# {gender, select, feminine {tonne perdue} other {sac perdu}}} other {# {gender, select, feminine {tonnes perdues} other {sacs perdus}}}}';
    const args = { count, gender };
    expect(formatMessage(readMessage(text), 'fr', args)).toBe(sentence);
    expect(new IntlMessageFormat(text, 'fr').format(args)).toBe(sentence);
  },
);

test('outside a plural a number sign is one', () => {
  expect(formatMessage(readMessage('point #{n}'), 'en', { n: 4 })).toBe('point #4');
});

test.each([
  '{',
  '{n',
  '{n, number}',
  '{n, select, a {b}}',
  '{n, selectordinal, one {b} other {c}}',
  'a}',
  '{n, plural, one {#}}',
  '{n, plural, other {#}',
])('a message that is not whole, or asks for more than we know, is refused: %s', (text) => {
  expect(() => readMessage(text)).toThrow();
});
