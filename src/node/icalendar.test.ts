import { expect, test } from 'vitest';
import { icalendarOf } from './icalendar.ts';

const entry = {
  id: 'visit.a@vn',
  title: 'Visit',
  first: '2022-02-28',
  last: '2022-02-28',
  status: 'CONFIRMED',
} as const;
const of = (more = {}) => icalendarOf('Plan', [{ ...entry, ...more }], '2026-11-21T08:00:00Z');

test('whole days, the end excluded, as the format wants it', () => {
  const text = of();
  expect(text).toContain('DTSTART;VALUE=DATE:20220228\r\nDTEND;VALUE=DATE:20220301\r\n');
  expect(text).toContain('DTSTAMP:20261121T080000Z\r\n');
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
  expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
});

test('no text ends a line or begins a property of its own', () => {
  const text = of({ title: 'a;b,c\\d\r\nATTACH:x\u2028y\u0007z', place: 'Hà Nội\nX' });
  expect(text).toContain('SUMMARY:a\\;b\\,c\\\\d\\nATTACH:x\\nyz\r\n');
  expect(text).toContain('LOCATION:Hà Nội\\nX\r\n');
  expect(text).not.toMatch(/^ATTACH/m);
});

test('no line is longer than 75 bytes, and none divides a character', () => {
  const title = 'ຄະນະຜູ້ແທນກະຊວງປ້ອງກັນປະເທດລາວຢ້ຽມຢາມຫວຽດນາມຢ່າງເປັນທາງການ';
  const text = of({ title });
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}`);
});
