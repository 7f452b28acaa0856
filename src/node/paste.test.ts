import { expect, test } from 'vitest';
import { allKinds } from '../core/kinds/catalogue.ts';
import type { Register } from '../core/register/register.ts';
import { type PasteColumn, readBlock } from './paste.ts';

const register = {
  kinds: allKinds,
  ground: { languages: ['vi', 'lo'], parties: ['VN', 'LA'] },
} as unknown as Register;

const one = (column: PasteColumn | string, cell: string, kind = 'patrol') =>
  readBlock(
    register,
    [typeof column === 'string' ? { field: column } : column],
    [{ kind, cells: [cell] }],
  )[0]?.[0];

test('codes are known by what they are called in any language, parties by their code', () => {
  for (const name of ['border', 'Biên giới', 'bien gioi', 'ຊາຍແດນ', 'Frontière'])
    expect(one('area', name)).toEqual({ value: 'border' });
  expect(one('area', 'somewhere')).toEqual({ fault: 'code' });
  expect(one('host', 'vn')).toEqual({ value: 'VN' });
  expect(one('host', 'KH')).toEqual({ fault: 'party' });
});

test('periods are dates as people write them; what may be two dates is a fault', () => {
  expect(one('period', '2027-03')).toEqual({ value: { from: '2027-03', to: '2027-03' } });
  expect(one('period', '5 March 2027 – 15 March 2027')).toEqual({
    value: { from: '2027-03-05', to: '2027-03-15' },
  });
  expect(one('period', 'tháng 3 năm 2027')).toEqual({ value: { from: '2027-03', to: '2027-03' } });
  expect(one('period', '25/3/2027 - 15/4/2027')).toEqual({ value: { from: '2027-03-25', to: '2027-04-15' } });
  expect(one('period', '3/4/2027')).toEqual({ fault: 'ambiguous' });
  expect(one('period', '31 June 2027')).toEqual({ fault: 'day' });
  expect(one('period', '2027-04 – 2027-03')).toEqual({ fault: 'period' });
  expect(one('period', 'soon')).toEqual({ fault: 'date' });
});

test('numbers may stand in groups and in Lao digits; what is no number is a fault', () => {
  expect(one('patrols', '1 200')).toEqual({ value: 1200 });
  expect(one('patrols', '໑໒')).toEqual({ value: 12 });
  expect(one('patrols', '1.5')).toEqual({ fault: 'number' });
  expect(one('patrols', 'many')).toEqual({ fault: 'number' });
});

test('a text is told in the language of its column, tidied; an empty cell empties', () => {
  expect(one({ field: 'activity', lang: 'vi' }, '  Tuần tra ')).toEqual({ value: 'Tuần tra' });
  expect(one({ field: 'activity', lang: 'fr' }, 'x')).toEqual({ fault: 'field' });
  expect(one({ field: 'activity', lang: 'lo' }, '')).toEqual({ value: '' });
  expect(one('venue', '')).toEqual({ value: null });
  expect(one('venue', 'x'.repeat(600))).toEqual({ fault: 'long' });
});

test('a field that the line does not have, and one without a form as text, are faults of their own', () => {
  expect(one('patrols', '3', 'visit')).toEqual({ fault: 'field' });
  expect(one('area', 'border', 'no-kind')).toEqual({ fault: 'field' });
  expect(one('participants', 'VN 3')).toEqual({ fault: 'plain' });
});
