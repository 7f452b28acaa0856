import { expect, test } from 'vitest';
import { nameFault, nameLengthMax, normaliseInput, normaliseName, visibleText } from './name.ts';

test('B5 names that people have are accepted', () => {
  for (const name of ['Bộ Quốc phòng', 'ກະຊວງປ້ອງກັນປະເທດ', "Ministère de l'Intérieur", 'A–B (1977)', '越南']) {
    expect(nameFault(name)).toBeUndefined();
  }
});

test('B5 names with bidi controls, zero-width, tag or other invisible characters are refused', () => {
  const marks = [
    '\u202e',
    '\u2066',
    '\u061c',
    '\u200b',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u{e0041}',
    '\ufe0f',
    '\u{e0100}',
  ];
  const others = [
    '\u0000',
    '\n',
    '\t',
    '\u007f',
    '\u0085',
    '\u00ad',
    '\u034f',
    '\u2028',
    '\u115f',
    '\u3164',
    '\u2800',
  ];
  for (const mark of [...marks, ...others]) expect(nameFault(`a${mark}b`)).toBe('invisible');
  expect(nameFault('a\ue000b')).toBe('private-use');
});

test('B5 names are not empty, not too long, sound text, with single spaces', () => {
  expect(nameFault('')).toBe('empty');
  expect(nameFault('a'.repeat(nameLengthMax))).toBeUndefined();
  expect(nameFault('a'.repeat(nameLengthMax + 1))).toBe('too-long');
  for (const text of [' a', 'a ', 'a  b', 'a\u00a0b', 'a\u3000b']) expect(nameFault(text)).toBe('space');
  for (const text of ['e\u0301', '\ud800', '\u0378']) expect(nameFault(text)).toBe('text');
});

test('B5 a name typed with invisible marks and odd spaces is made one', () => {
  expect(normaliseName('  Bộ\u00a0\u200bQuốc   phòng\u202e ')).toBe('Bộ Quốc phòng');
  expect(nameFault(normaliseName('ກະຊວງ\u200bປ້ອງກັນ\u200bປະເທດ\n'))).toBeUndefined();
});

test('B4 a Lao tone typed after the vowel sign is put in its place at input', () => {
  const cases = [
    ['ນໍາ\u0ec9', 'ນ\u0ecd\u0ec9າ'],
    ['ນຳ\u0ec9', 'ນ\u0ec9ຳ'],
    ['ກາ\u0ec8', 'ກ\u0ec8າ'],
    ['ກະ\u0ec8', 'ກ\u0ec8ະ'],
    ['ກ\u0ec8\u0eb8', 'ກ\u0eb8\u0ec8'],
    ['ກ\u0ec8\u0eb4', 'ກ\u0eb4\u0ec8'],
    ['ກ\u0ec9\u0ecdາ', 'ກ\u0ecd\u0ec9າ'],
    ['ກ\u0eb4\u0ec8', 'ກ\u0eb4\u0ec8'],
    ['ປ້ອງກັນ', 'ປ້ອງກັນ'],
  ] as const;
  for (const [typed, kept] of cases) {
    expect(normaliseInput(typed)).toBe(kept);
    expect(normaliseInput(kept)).toBe(kept);
  }
});

test('B4 input is made NFC, its line ends LF, its lone surrogates visible', () => {
  expect(normaliseInput('e\u0301\r\nb\rc\ud800')).toBe('é\nb\nc\ufffd');
});

test('B4 B5 prose shows controls and private-use characters as what they are', () => {
  expect(visibleText('a\u001b[2Jb\u007f\u0085')).toBe('a‹U+001B›[2Jb‹U+007F›‹U+0085›');
  expect(visibleText('\ue000x\u{f0000}\u{10fffd}')).toBe('‹U+E000›x‹U+F0000›‹U+10FFFD›');
});

test('B5 prose shows its invisible marks, but for the zero-width space between Lao letters', () => {
  expect(visibleText('a\u202eb\u200bc\u{e0041}\u0000')).toBe('a‹U+202E›b‹U+200B›c‹U+E0041›‹U+0000›');
  expect(visibleText('ປ້ອງກັນ\u200bປະເທດ\nVN\tLA')).toBe('ປ້ອງກັນ\u200bປະເທດ\nVN\tLA');
});
