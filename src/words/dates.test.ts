import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayInZone, formatDate, formatPeriod, formatTime, monthNames, readDate, weekday } from './dates.ts';
import type { Language } from './languages.ts';

describe('a partial date never says more than is known', () => {
  test.each<[string, Language, string, string]>([
    ['2020-12-04', 'en', '4 December 2020', '4 Dec 2020'],
    ['2020-12-04', 'vi', 'ngày 4 tháng 12 năm 2020', '04/12/2020'],
    ['2020-12-04', 'lo', 'ວັນທີ 4 ທັນວາ 2020', '04/12/2020'],
    ['2020-12-04', 'fr', '4 décembre 2020', '04/12/2020'],
    ['2021-03-01', 'fr', '1er mars 2021', '01/03/2021'],
    ['2021-03', 'en', 'March 2021', 'Mar 2021'],
    ['2021-03', 'vi', 'tháng 3 năm 2021', '03/2021'],
    ['2021-03', 'lo', 'ເດືອນມີນາ 2021', '03/2021'],
    ['2021-03', 'fr', 'mars 2021', '03/2021'],
    ['2021', 'en', '2021', '2021'],
    ['2021', 'vi', 'năm 2021', '2021'],
    ['2021', 'lo', 'ປີ 2021', '2021'],
    ['2021', 'fr', '2021', '2021'],
    ['~2021-03', 'en', 'about March 2021', '~ Mar 2021'],
    ['~2021-03', 'vi', 'khoảng tháng 3 năm 2021', '~ 03/2021'],
    ['~2021-03', 'lo', 'ປະມານເດືອນມີນາ 2021', '~ 03/2021'],
    ['~2021-03', 'fr', 'vers mars 2021', '~ 03/2021'],
    ['~2021-03-14', 'fr', 'vers le 14 mars 2021', '~ 14/03/2021'],
  ])('%s in %s', (text, language, long, short) => {
    expect(formatDate(text, language)).toBe(long);
    expect(formatDate(text, language, { form: 'short' })).toBe(short);
  });

  test('an impossible date is refused', () => {
    expect(() => formatDate('2026-02-30', 'en')).toThrow('bytes.date');
  });
});

test('Lao writes the Buddhist era and its own digits when asked', () => {
  expect(formatDate('2020-12-04', 'lo', { buddhistEra: true })).toBe('ວັນທີ 4 ທັນວາ ພ.ສ. 2563');
  expect(formatDate('2020-12-04', 'lo', { laoDigits: true })).toBe('ວັນທີ ໔ ທັນວາ ໒໐໒໐');
  expect(formatDate('2020', 'lo', { buddhistEra: true, form: 'short' })).toBe('2563');
  expect(formatDate('2020-12-04', 'vi', { buddhistEra: true, laoDigits: true })).toBe(
    'ngày 4 tháng 12 năm 2020',
  );
});

test('every language writes both eras when asked, as a treaty does', () => {
  const both = { bothEras: true };
  expect(formatDate('2018-12-20', 'lo', both)).toBe('ວັນທີ 20 ທັນວາ 2018 (ພ.ສ. 2561)');
  expect(formatDate('2018-12-20', 'vi', both)).toBe(
    'ngày 20 tháng 12 năm 2018 (năm 2561 theo Phật lịch Lào)',
  );
  expect(formatDate('2018-12', 'fr', both)).toBe('décembre 2018 (2561 de l’ère bouddhique)');
  expect(formatDate('2018', 'en', { ...both, form: 'short' })).toBe('2018 (2561)');
  expect(formatPeriod({ from: '2019', to: '2023' }, 'en', both)).toBe(
    '2019 (2562 of the Buddhist era) – 2023 (2566 of the Buddhist era)',
  );
});

describe('a period says once what its ends share', () => {
  test.each<[string | undefined, string | undefined, Language, string]>([
    ['2020-12-04', '2020-12-06', 'en', '4–6 December 2020'],
    ['2020-12-04', '2020-12-06', 'vi', 'từ ngày 4 đến ngày 6 tháng 12 năm 2020'],
    ['2020-12-04', '2020-12-06', 'lo', 'ວັນທີ 4 ຫາ 6 ທັນວາ 2020'],
    ['2020-12-04', '2020-12-06', 'fr', 'du 4 au 6 décembre 2020'],
    ['2021-03', '2021-05', 'en', 'March–May 2021'],
    ['2021-03', '2021-05', 'vi', 'từ tháng 3 đến tháng 5 năm 2021'],
    ['2021-03', '2021-05', 'lo', 'ເດືອນມີນາ ຫາ ເດືອນພຶດສະພາ 2021'],
    ['2021-04', '2021-08', 'fr', 'd’avril à août 2021'],
    ['2020-12-28', '2021-01-03', 'fr', 'du 28 décembre 2020 au 3 janvier 2021'],
    ['2020-12', '2021-02', 'vi', 'từ tháng 12 năm 2020 đến tháng 2 năm 2021'],
    ['2016', '2020', 'en', '2016 – 2020'],
    ['2016', '2020', 'fr', 'de 2016 à 2020'],
    ['~2021-03', '2021-05', 'en', 'about March 2021 – May 2021'],
    ['2021', '2021', 'vi', 'năm 2021'],
    ['2021-03-01', undefined, 'fr', 'à partir du 1er mars 2021'],
    ['2021-10', undefined, 'fr', 'à partir d’octobre 2021'],
    ['2021-10', undefined, 'lo', 'ຕັ້ງແຕ່ເດືອນຕຸລາ 2021'],
    [undefined, '2021-10-31', 'fr', 'jusqu’au 31 octobre 2021'],
    [undefined, '2021-10', 'vi', 'đến tháng 10 năm 2021'],
    [undefined, undefined, 'en', ''],
  ])('%s to %s in %s', (from, to, language, text) => {
    const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    expect(formatPeriod(period, language)).toBe(text);
  });

  test('short, for cells', () => {
    expect(formatPeriod({ from: '2021-03', to: '2021-05' }, 'vi', { form: 'short' })).toBe(
      '03/2021 – 05/2021',
    );
  });
});

test('a time is shown in the time zone asked for', () => {
  const time = '2026-11-21T17:30:00Z';
  expect(formatTime(time, 'en', 'Asia/Ho_Chi_Minh')).toBe('22 November 2026, 00:30');
  expect(formatTime(time, 'vi', 'Asia/Vientiane')).toBe('00:30, ngày 22 tháng 11 năm 2026');
  expect(formatTime(time, 'lo', 'Asia/Vientiane')).toBe('ວັນທີ 22 ພະຈິກ 2026 ເວລາ 00:30');
  expect(formatTime(time, 'fr', 'UTC')).toBe('21 novembre 2026 à 17:30');
  expect(formatTime(time, 'fr', 'UTC', { form: 'short' })).toBe('21/11/2026 17:30');
  expect(dayInZone(time, 'Asia/Vientiane')).toBe('2026-11-22');
});

test('the day of the week of dates that are known', () => {
  expect(weekday('2020-12-04', 'fr')).toBe('vendredi');
  expect(weekday('2020-12-04', 'lo')).toBe('ວັນສຸກ');
  expect(weekday('2024-12-22', 'vi')).toBe('Chủ nhật');
  expect(() => weekday('2020-12', 'en')).toThrow(RangeError);
});

test('the day of the week is that of the proleptic Gregorian calendar for every date', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
        expect(weekday(date.toISOString().slice(0, 10), 'en')).toBe(names[date.getUTCDay()]);
      },
    ),
    { seed: 1 },
  );
});

test('our Lao month names are those of CLDR, which Node carries', () => {
  const format = new Intl.DateTimeFormat('lo', { month: 'long', timeZone: 'UTC' });
  expect(monthNames.lo).toEqual(
    Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2020, month, 4))),
  );
});

describe('what a person types into a date field', () => {
  test.each([
    ['4/12/2020', '2020-12-04'],
    ['04.12.2020', '2020-12-04'],
    ['2020-12-04', '2020-12-04'],
    ['12/2020', '2020-12'],
    ['2020', '2020'],
    ['~ 3/2021', '~2021-03'],
    ['khoảng 3/2021', '~2021-03'],
    ['໔/໑໒/໒໐໒໐', '2020-12-04'],
    ['4/12/2563', '2020-12-04'],
    ['29/2/2024', '2024-02-29'],
    ['30/2/2026', undefined],
    ['4/12/20', undefined],
    ['12/4/2020/1', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  test('what is shown short in vi, lo and fr is read back', () => {
    for (const language of ['vi', 'lo', 'fr'] as const)
      for (const date of ['2020-12-04', '2020-12', '2020', '~2021-03'])
        expect(readDate(formatDate(date, language, { form: 'short' }))).toBe(date);
  });
});
