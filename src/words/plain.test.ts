import { expect, test } from 'vitest';
import { languages } from './languages.ts';
import { plainIn } from './plain.ts';
import { whoIn } from './who.ts';

test.each([
  ['2021-02-18 – 2021-02-24', 'fr', 'du 18 au 24 février 2021'],
  ['2021-11-16 – 2021-11-16', 'en', '16 November 2021'],
  ['2021-11', 'lo', 'ເດືອນພະຈິກ 2021'],
  ['1000 tonne gạo', 'fr', 'gạo: 1\u202f000\u00a0tonnes'],
  ['20 place a / b; 18 person c', 'en', 'a / b: 20\u00a0places; c: 18\u00a0persons'],
  ['1300000 USD', 'vi', '1.300.000\u00a0USD'],
  ['40000 cây giống / ເບ້ຍໄມ້', 'lo', '40.000\u00a0cây giống / ເບ້ຍໄມ້'],
  ['40000 VND', 'en', 'VND\u00a040,000'],
] as const)('%s in %s is %s', (text, language, shown) => {
  expect(plainIn(text, language)).toBe(shown);
});

test.each(['2021', '60 %', 'Hanoi', '', '2021-13', 'word 5', 'a – b', 'carriedOut'])(
  'what is no date and no figure stands as it is: %s',
  (text) => {
    for (const language of languages) expect(plainIn(text, language)).toBe(text);
  },
);

test('who spoke is said in each language, and what nobody foresaw stands as it was written', () => {
  expect(languages.map((language) => whoIn('both MNDs', language))).toEqual([
    'hai bộ quốc phòng',
    'ສອງກະຊວງປ້ອງກັນປະເທດ',
    'les deux ministères',
    'both ministries',
  ]);
  expect(whoIn('VN MND', 'fr')).toBe('VN ministère');
  expect(whoIn('VN Red Cross', 'fr')).toBe('VN Red Cross');
  expect(whoIn('constructor', 'fr')).toBe('constructor');
});
