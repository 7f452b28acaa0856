import { expect, test } from 'vitest';
import { skeletonOf } from './look-alike.ts';

test.each([
  ['Ministry of Defence', 'Мinistrу оf Dеfеnсе'],
  ['Ministry of Defence', 'ministry  of defence.'],
  ['Ministry of Defence', 'Minlstry of Defence'],
  ['Ministry of Defence', 'Μinistry οf Defence'],
  ['Bộ Quốc phòng', 'Bô Quôc Phong'],
  ['Modern', 'Modem'],
  ['C00P 1', 'coop l'],
  ['ກະຊວງປ້ອງກັນປະເທດ', 'ກະຊວງ ປ້ອງກັນ ປະເທດ'],
])('%s and %s are taken for each other', (one, other) => {
  expect(skeletonOf(one)).toBe(skeletonOf(other));
});

test.each([
  ['Ministry of Defence', 'Ministry of Finance'],
  ['ກະຊວງປ້ອງກັນປະເທດ', 'ກະຊວງການເງິນ'],
  ['Bộ Quốc phòng', 'Bộ Công an'],
])('%s and %s are not', (one, other) => {
  expect(skeletonOf(one)).not.toBe(skeletonOf(other));
});
