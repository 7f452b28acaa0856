import { expect, test } from 'vitest';
import { hostLocale } from './host-locale.fixture.ts';
import { languages } from './languages.ts';
import { groupDigits, pluralOf } from './marks.ts';

const counts = [...Array(2_200).keys(), 9_999, 10_000, 999_999, 1_000_000, 1_000_001, 2_000_000, 12_345_678];

test.each(languages)('whole numbers are written and counted as Intl has it: %s', (language) => {
  const numbers = new Intl.NumberFormat(hostLocale[language]);
  const rules = new Intl.PluralRules(hostLocale[language]);
  for (const count of counts) {
    expect(groupDigits(String(count), language)).toBe(numbers.format(count));
    for (const one of [count, -count, count + 0.5]) expect(pluralOf(one, language)).toBe(rules.select(one));
  }
});
