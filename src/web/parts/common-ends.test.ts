import { expect, test } from 'vitest';
import { partWordings } from './common-ends.ts';

test('two wordings share their ends and differ in the middle', () => {
  expect(partWordings('Visit to Hanoi in March', 'Visit to Vientiane in March')).toEqual({
    before: 'Visit to ',
    middles: ['Hanoi', 'Vientiane'],
    after: ' in March',
  });
  expect(partWordings('a', 'a')).toEqual({ before: 'a', middles: ['', ''], after: '' });
  expect(partWordings('', 'new')).toEqual({ before: '', middles: ['', 'new'], after: '' });
});

test('what repeats is not taken twice', () => {
  const { before, middles, after } = partWordings('one one', 'one one one');
  expect(before + middles[0] + after).toBe('one one');
  expect(before + middles[1] + after).toBe('one one one');
});
