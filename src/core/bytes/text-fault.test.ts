import { expect, test } from 'vitest';
import { hasOnlyAssigned, textFault } from './text-fault.ts';
import { isAssigned } from './unassigned.ts';

test('B4 the table of Unicode 16 agrees with the engine: what it calls assigned is assigned there', () => {
  let unassigned = 0;
  const wrong: number[] = [];
  for (let point = 0; point <= 0x10ffff; point += 1) {
    if (!isAssigned(point)) unassigned += 1;
    else if (/\p{Cn}/u.test(String.fromCodePoint(point))) wrong.push(point);
  }
  expect(wrong).toEqual([]);
  // 1,114,112 code points less the 154,998 characters of Unicode 16, 137,468 private-use ones, 65 controls and 2,048 surrogates.
  expect(unassigned).toBe(1_114_112 - 154_998 - 137_468 - 65 - 2_048);
});

test('B4 the short way of everyday text says what the table says', () => {
  const wrong: number[] = [];
  for (let point = 0; point <= 0xffff; point += 1) {
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    if (!isSurrogate && hasOnlyAssigned(String.fromCodePoint(point)) !== isAssigned(point)) wrong.push(point);
  }
  expect(wrong).toEqual([]);
});

test('B4 names the first fault of a text', () => {
  expect(textFault('ສະບາຍດີ, Việt Nam 🤝')).toBeUndefined();
  expect(textFault('a\udc00')).toBe('bytes.surrogate');
  expect(textFault('e\u0301')).toBe('bytes.not-nfc');
  expect(textFault('\u{2ffff}')).toBe('bytes.unassigned');
});
