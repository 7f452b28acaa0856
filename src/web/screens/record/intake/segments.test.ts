import { expect, test } from 'vitest';
import { placeOf, segmentsOf } from './segments.ts';

test('a text is cut where marks begin and end; what two marks cover bears both numbers', () => {
  const marks = [
    { from: 2, to: 6 },
    { from: 4, to: 8 },
  ];
  expect(segmentsOf('0123456789', marks)).toEqual([
    { from: 0, text: '01', marks: [] },
    { from: 2, text: '23', marks: [1] },
    { from: 4, text: '45', marks: [1, 2] },
    { from: 6, text: '67', marks: [2] },
    { from: 8, text: '89', marks: [] },
  ]);
  expect(segmentsOf('', [])).toEqual([]);
});

test('words are found whatever white space parts them, the next time after a place, and never as a pattern', () => {
  const text = 'a (b) c\n d … a (b)';
  expect(placeOf(text, 'c d')).toEqual({ from: 6, to: 10 });
  expect(placeOf(text, 'a (b)')).toEqual({ from: 0, to: 5 });
  expect(placeOf(text, 'a (b)', 1)).toEqual({ from: 13, to: 18 });
  expect(placeOf(text, 'a (b)', 14)).toEqual({ from: 0, to: 5 });
  expect(placeOf(text, 'a.b')).toBeUndefined();
  expect(placeOf(text, ' ')).toBeUndefined();
});
