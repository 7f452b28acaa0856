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

test('a number is one word, and words without spaces are told apart', () => {
  expect(partWordings('about 12.500 tonnes', 'about 13.500 tonnes')).toMatchObject({
    middles: ['12.500', '13.500'],
  });
  expect(partWordings('ຢ້ຽມຢາມປະເທດລາວໃນເດືອນມີນາ', 'ຢ້ຽມຢາມປະເທດຈີນໃນເດືອນມີນາ')).toEqual({
    before: 'ຢ້ຽມຢາມປະເທດ',
    middles: ['ລາວ', 'ຈີນ'],
    after: 'ໃນເດືອນມີນາ',
  });
});

test('what only one side adds between spaces needs no dictionary', () => {
  expect(partWordings('ຢ້ຽມຢາມ 5 (ຝຶກ)', 'ຢ້ຽມຢາມ 5 ໂດຍຝ່າຍລາວ (ຝຶກ)')).toEqual({
    before: 'ຢ້ຽມຢາມ 5 ',
    middles: ['', 'ໂດຍຝ່າຍລາວ '],
    after: '(ຝຶກ)',
  });
});

test('the parts of each wording together are the wording', () => {
  const wordings = ['ພາສາລາວ 1', 'Tuần tra (2)', 'a  b\n', 'ລາວ', '12,5 km', 'ລາວວຽດນາມ', ''];
  for (const one of wordings)
    for (const other of wordings) {
      const { after, before, middles } = partWordings(one, other);
      expect([before + middles[0] + after, before + middles[1] + after]).toEqual([one, other]);
    }
});
