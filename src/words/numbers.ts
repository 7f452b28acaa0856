import { isAmount } from '../core/bytes/amount.ts';
import { BytesError } from '../core/bytes/error.ts';
import type { Language } from './languages.ts';
import { groupDigits, marks } from './marks.ts';

/** An amount with its unit: a code of `unitNames`, else any word as its author wrote it. */
export interface Quantity {
  readonly amount: string;
  readonly unit: string;
}

/** An amount of money, in a currency of ISO 4217. Nothing is ever converted. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/**
 * An exact decimal string with the marks of the language: `12000.50` is 12,000.50 in English, 12.000,50 in Vietnamese
 * and Lao, 12 000,50 in French. Every digit stays; no floating-point number is made. Throws `bytes.amount`.
 */
export function formatAmount(amount: string, language: Language): string {
  if (!isAmount(amount)) throw new BytesError('bytes.amount');
  const { point } = marks[language];
  const [whole = '', fraction] = amount.replace('-', '').split('.');
  const grouped = groupDigits(whole, language);
  return (amount.startsWith('-') ? '−' : '') + grouped + (fraction === undefined ? '' : point + fraction);
}

/** A whole number with the marks of the language. */
export const formatCount = (count: number, language: Language): string =>
  formatAmount(String(Math.trunc(count)), language);

/** "1,000 tonnes", "1.000 tấn", "1.000 ໂຕນ", "1 000 tonnes". Throws `bytes.amount`. */
export function formatQuantity(quantity: Quantity, language: Language): string {
  return `${formatAmount(quantity.amount, language)}\u00a0${unitName(quantity.unit, language, quantity.amount)}`;
}

/** "USD 12,000" in English, "12.000 USD" elsewhere. Throws `bytes.amount`. */
export function formatMoney(money: Money, language: Language): string {
  const amount = formatAmount(money.amount, language);
  return language === 'en' ? `${money.currency}\u00a0${amount}` : `${amount}\u00a0${money.currency}`;
}

/** The size of a file, to one decimal: "1.5 MB", "1,5 Mo". */
export function formatSize(bytes: number, language: Language): string {
  const letter = language === 'fr' ? 'o' : 'B';
  let step = 0;
  let tenths = Math.round(bytes * 10);
  while (tenths >= 10_000 && step < prefixes.length - 1) {
    tenths = Math.round(tenths / 1000);
    step += 1;
  }
  const amount = tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return `${formatAmount(amount, language)}\u00a0${prefixes[step] ?? ''}${letter}`;
}

/** The name of a unit for that amount; a word that is no code of ours stands as it is. */
export function unitName(unit: string, language: Language, amount: string): string {
  const names = Object.hasOwn(unitNames, unit) ? unitNames[unit as Unit][language] : undefined;
  if (names === undefined) return unit;
  const [one = unit, many = one] = names.split('|');
  return isSingular(amount, language) ? one : many;
}

/** The gender of a unit's name, for what agrees with it: French alone tells any apart. */
export const genderOf = (unit: string): 'feminine' | 'other' => (feminine.has(unit) ? 'feminine' : 'other');

/** A unit that has a name in each language. */
export type Unit = keyof typeof unitNames;

/** Names of units, `one|many` where the language tells them apart. */
export const unitNames = {
  tonne: { en: 'tonne|tonnes', vi: 'tấn', lo: 'ໂຕນ', fr: 'tonne|tonnes' },
  kg: { en: 'kg', vi: 'kg', lo: 'ກິໂລກຣາມ', fr: 'kg' },
  litre: { en: 'litre|litres', vi: 'lít', lo: 'ລິດ', fr: 'litre|litres' },
  km: { en: 'km', vi: 'km', lo: 'ກິໂລແມັດ', fr: 'km' },
  person: { en: 'person|persons', vi: 'người', lo: 'ຄົນ', fr: 'personne|personnes' },
  place: { en: 'place|places', vi: 'chỉ tiêu', lo: 'ບ່ອນ', fr: 'place|places' },
  delegation: { en: 'delegation|delegations', vi: 'đoàn', lo: 'ຄະນະ', fr: 'délégation|délégations' },
  visit: { en: 'visit|visits', vi: 'chuyến', lo: 'ຄັ້ງ', fr: 'visite|visites' },
  patrol: { en: 'patrol|patrols', vi: 'lần tuần tra', lo: 'ຄັ້ງ', fr: 'patrouille|patrouilles' },
  meeting: { en: 'meeting|meetings', vi: 'cuộc', lo: 'ຄັ້ງ', fr: 'réunion|réunions' },
  course: { en: 'course|courses', vi: 'khóa', lo: 'ຫຼັກສູດ', fr: 'stage|stages' },
  case: { en: 'case|cases', vi: 'vụ', lo: 'ກໍລະນີ', fr: 'affaire|affaires' },
  item: { en: 'item|items', vi: 'chiếc', lo: 'ອັນ', fr: 'article|articles' },
  set: { en: 'set|sets', vi: 'bộ', lo: 'ຊຸດ', fr: 'jeu|jeux' },
  box: { en: 'box|boxes', vi: 'hộp', lo: 'ກັບ', fr: 'boîte|boîtes' },
  day: { en: 'day|days', vi: 'ngày', lo: 'ມື້', fr: 'jour|jours' },
  week: { en: 'week|weeks', vi: 'tuần', lo: 'ອາທິດ', fr: 'semaine|semaines' },
  month: { en: 'month|months', vi: 'tháng', lo: 'ເດືອນ', fr: 'mois' },
  percent: { en: '%', vi: '%', lo: '%', fr: '%' },
} as const satisfies Record<string, Record<Language, string>>;

/** Units whose French names are feminine. */
const feminine: ReadonlySet<string> = new Set<Unit>([
  'tonne',
  'person',
  'place',
  'delegation',
  'visit',
  'patrol',
  'meeting',
  'case',
  'box',
  'week',
]);

/**
 * Reads what a person types into an amount field, with the marks of the language or as a plain decimal number; Lao
 * digits too. `1.000` is one thousand in Vietnamese and Lao. Gives the amount, or undefined when it is none.
 */
export function readAmount(typed: string, language: Language): string | undefined {
  const text = asciiDigits(typed).trim().replace(/^[−–]/, '-');
  const { group, point } = marks[language];
  const own = language === 'fr' ? text.replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, group) : text;
  const [whole = '', fraction, ...more] = own.split(point);
  if (more.length > 0) return undefined;
  const groups = whole.replace('-', '').split(group);
  const wellGrouped =
    groups.length === 1 ||
    groups.every((part, place) => (place === 0 ? part.length < 4 && part !== '' : part.length === 3));
  const plain =
    (wellGrouped ? whole.split(group).join('') : whole) + (fraction === undefined ? '' : `.${fraction}`);
  if (isAmount(plain)) return plain;
  return isAmount(text) ? text : undefined;
}

/** Western digits as the Lao ones, ໐ to ໙. */
export const laoDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(laoZero + Number(digit)));

/** Lao digits as the western ones. */
export const asciiDigits = (text: string): string =>
  text.replace(/[໐-໙]/g, (digit) => String((digit.codePointAt(0) ?? laoZero) - laoZero));

const laoZero = 0x0ed0;
const prefixes = ['', 'k', 'M', 'G', 'T'];

/** English: exactly 1. French: from 0 to below 2. Vietnamese and Lao tell nothing apart. */
function isSingular(amount: string, language: Language): boolean {
  if (language === 'en') return amount === '1' || amount === '-1';
  return language !== 'fr' || /^-?[01](?:\.|$)/.test(amount);
}
