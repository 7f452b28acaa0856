import type { Lang } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Codes, Field, FieldType } from '../core/kinds/declare.ts';
import { valueFault } from '../core/kinds/value.ts';
import type { Register } from '../core/register/register.ts';
import { asciiDigits } from '../words/numbers.ts';
import { fold } from '../words/sort.ts';
import { tidy } from './drafts.ts';
import { looseDate } from './import/loose-date.ts';

/* What the cells of a block from a spreadsheet say, as values of fields. Nothing is written. */

/** Why a cell cannot be taken. */
export type PasteFault =
  | 'field'
  | 'code'
  | 'date'
  | 'ambiguous'
  | 'day'
  | 'period'
  | 'number'
  | 'party'
  | 'long'
  | 'plain'
  | 'type';
export type PastedCell = { readonly value: Json } | { readonly fault: PasteFault };

export interface PasteColumn {
  readonly field: string;
  /** For prose: the language of the cell's text. */
  readonly lang?: string | undefined;
}

/** Each cell's value for the field that its row's kind has there; a text is told in its language, the whole value is the caller's. */
export function readBlock(
  register: Register,
  columns: readonly PasteColumn[],
  rows: readonly { readonly kind: string; readonly cells: readonly string[] }[],
): readonly (readonly PastedCell[])[] {
  return rows.map(({ cells, kind }) => {
    const declared = register.kinds.get(kind);
    return columns.map(({ field, lang }, at): PastedCell => {
      const found =
        declared !== undefined && Object.hasOwn(declared.fields, field) ? declared.fields[field] : undefined;
      return found === undefined ? { fault: 'field' } : readCell(register, found, lang, cells[at] ?? '');
    });
  });
}

function readCell(register: Register, field: Field, lang: string | undefined, cell: string): PastedCell {
  const text = tidy(cell.trim()) as string;
  if (text === '') return { value: field.type === 'prose' ? '' : null };
  if (field.type === 'prose') {
    if (lang === undefined || !register.ground.languages.includes(lang as Lang)) return { fault: 'field' };
    const fault = valueFault(field, { [lang]: text }, register.ground.languages);
    return fault === undefined ? { value: text } : { fault: fault === 'value.long' ? 'long' : 'type' };
  }
  const read = valueIn(register, field, text);
  if ('fault' in read) return read;
  const fault = valueFault(field, read.value, register.ground.languages);
  if (fault === undefined) return read;
  return { fault: fault === 'value.period' ? 'period' : fault === 'value.long' ? 'long' : 'type' };
}

function valueIn(register: Register, field: FieldType, text: string): PastedCell {
  switch (field.type) {
    case 'words':
      return { value: text.replaceAll(/\s+/g, ' ') };
    case 'flag':
      return flagIn(text);
    case 'count':
      return wholeIn(text);
    case 'amount':
      return decimalIn(text);
    case 'money':
    case 'quantity':
      return measureIn(field.type, text);
    case 'date':
      return dateIn(text);
    case 'period':
      return periodIn(text);
    case 'code':
      return codeIn(field.codes, text);
    case 'codes':
      return listIn(text, (one) => codeIn(field.codes, one));
    case 'party':
      return partyIn(register, text);
    case 'parties':
      return listIn(text, (one) => partyIn(register, one));
    default:
      // Records, files and references to other lines have no form as one text.
      return { fault: 'plain' };
  }
}

const yes = new Set(['✓', 'x', '1', 'true', 'yes', 'oui', 'co', 'ແມ່ນ', 'ມີ']);
const no = new Set(['–', '-', '0', 'false', 'no', 'non', 'khong', 'ບໍ່', 'ບໍ່ມີ']);

function flagIn(text: string): PastedCell {
  const said = fold(text);
  return yes.has(said) ? { value: true } : no.has(said) ? { value: false } : { fault: 'type' };
}

function wholeIn(text: string): PastedCell {
  // Thousands may stand in groups of three between spaces, points or commas.
  const digits = asciiDigits(text);
  if (!/^\d{1,15}$|^\d{1,3}(?:([ .,\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(digits))
    return { fault: 'number' };
  return { value: Number(digits.replaceAll(/\D/g, '')) };
}

function decimalIn(text: string): PastedCell {
  const digits = asciiDigits(text).replaceAll(/[\s\u00a0\u202f]/g, '');
  const [, whole = '', , rest = ''] = /^(\d{1,15})(?:([.,])(\d{1,12}))?$/.exec(digits) ?? [];
  // "1.234" is a thousand to one and little more than one to another.
  if (whole === '' || rest.length === 3) return { fault: 'number' };
  const fraction = rest.replace(/0+$/, '');
  return { value: `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}` };
}

function measureIn(type: 'money' | 'quantity', text: string): PastedCell {
  const [, digits = '', unit = ''] = /^([\d\u0ed0-\u0ed9][\d\u0ed0-\u0ed9.,\s]*)\s+(\S.*)$/.exec(text) ?? [];
  const amount = decimalIn(digits);
  if ('fault' in amount) return amount;
  return {
    value:
      type === 'money'
        ? { amount: amount.value, currency: unit.toUpperCase() }
        : { amount: amount.value, unit },
  };
}

function dateIn(text: string): PastedCell {
  const found = looseDate(asciiDigits(text));
  if (found === undefined) return { fault: 'date' };
  if (found.note === 'ambiguous') return { fault: 'ambiguous' };
  if (found.note === 'impossible-day') return { fault: 'day' };
  return { value: found.date };
}

/** `2027-03 – 2027-04`, `5/3/2027 - 15/3/2027`, or one date for both ends. */
function periodIn(text: string): PastedCell {
  const ends = text.split(/\s*[–—]\s*|\s+-\s+|\s+(?:to|đến|ຫາ|au)\s+/);
  if (ends.length > 2) return { fault: 'period' };
  const [from, to] = ends.map((end) => (end === '' ? undefined : dateIn(end)));
  for (const end of [from, to]) if (end !== undefined && 'fault' in end) return end;
  const at = (end: PastedCell | undefined): Json | undefined =>
    end !== undefined && 'value' in end ? end.value : undefined;
  const [first, last] = [at(from), ends.length === 1 ? at(from) : at(to)];
  return {
    value: { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) },
  };
}

/** By its code, or by what it is called in any language of the interface, with or without accents. */
function codeIn(codes: Codes, text: string): PastedCell {
  if (Object.hasOwn(codes, text)) return { value: text };
  const said = fold(text);
  const found = Object.entries(codes).find(([code, label]) =>
    [code, label.en, label.vi, label.lo, label.fr].some((name) => fold(name) === said),
  );
  return found === undefined ? { fault: 'code' } : { value: found[0] };
}

function partyIn(register: Register, text: string): PastedCell {
  const said = fold(text);
  const found = register.ground.parties.find((party) => fold(party) === said);
  return found === undefined ? { fault: 'party' } : { value: found };
}

function listIn(text: string, read: (one: string) => PastedCell): PastedCell {
  const values: Json[] = [];
  for (const one of text.split(/\s*[,;]\s*/).filter((part) => part !== '')) {
    const cell = read(one);
    if ('fault' in cell) return cell;
    values.push(cell.value);
  }
  return { value: values };
}
