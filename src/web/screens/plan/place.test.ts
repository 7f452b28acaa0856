import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBetween } from './place.ts';

test('T9: a place lies between two others, however often one inserts', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 }), (choices) => {
      const keys: string[] = [];
      for (const choice of choices) {
        const at = choice % (keys.length + 1);
        const before = keys[at - 1] ?? '';
        const after = keys[at] ?? '';
        const key = placeBetween(before, after);
        expect(key > before).toBe(true);
        if (after !== '') expect(key < after).toBe(true);
        keys.splice(at, 0, key);
      }
      expect(keys).toEqual([...keys].sort());
    }),
  );
});

test('lines added at the end keep short places', () => {
  let last = '';
  for (let line = 0; line < 200; line += 1) last = placeBetween(last, '');
  expect(last.length).toBeLessThan(12);
});
