import { expect, test } from 'vitest';
import { facetOf, nameInFields, namesOf, newSubject } from './new-subject.ts';

test('a new subject is named after its words without marks, and always has a valid id', () => {
  expect(newSubject('provision', 'Trao đổi khoa học', 0.5)).toBe('provision.trao-doi-khoa-hoc-i00000');
  expect(newSubject('letter', 'ຈົດໝາຍ', 0)).toBe('letter.000000');
  expect(newSubject('event', 'x'.repeat(80), 0.999)).toMatch(/^event\.x{28}-[0-9a-z]{6}$/);
});

test('the step of a delivery is its facet', () => {
  expect(facetOf({ kind: 'delivery' }, { leg: 'handedOver' })).toBe('handedover');
  expect(facetOf({ kind: 'training' }, { leg: 'x' })).toBeUndefined();
  expect(nameInFields({ title: { vi: 'Tên' } })).toBe('Tên');
});

test('whoever states theirs begins with what names the thing, never with what the other says of it', () => {
  const value = { amount: '1', currency: 'VND' };
  expect(namesOf({ year: '2021', project: 'borderTrade.a', value, source: 'x', done: 60 })).toEqual({
    year: '2021',
    project: 'borderTrade.a',
  });
});
