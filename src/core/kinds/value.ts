import { isAmount } from '../bytes/amount.ts';
import { isHash, isLang, isPartyCode, isSubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { isPartialDate } from '../bytes/partial-date.ts';
import { listRowsMax, proseLengthMax } from '../feed/limits.ts';
import { kindName } from './catalogue.ts';
import type { FieldType } from './declare.ts';

export const wordsLengthMax = 500;

/** What is wrong with a value; a stable word, for a person and a program. */
export type ValueFault =
  | 'value.type'
  | 'value.long'
  | 'value.rows'
  | 'value.code'
  | 'value.date'
  | 'value.period'
  | 'value.amount'
  | 'value.currency'
  | 'value.language'
  | 'value.column'
  | 'value.kind';

/**
 * Checks one value against its declared type. `null` is the empty value (T2) and fits every type.
 * `languages` are the programme's authentic languages, in which prose is held (T5).
 */
export function valueFault(
  field: FieldType,
  value: Json,
  languages: readonly string[],
): ValueFault | undefined {
  if (value === null) return undefined;
  switch (field.type) {
    case 'prose':
      return proseFault(value, languages);
    case 'told':
      return toldFault(value);
    case 'words':
      return wordsFault(value);
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'value.type';
    case 'count':
      return typeof value === 'number' && value >= 0 ? undefined : 'value.type';
    case 'amount':
      return isAmount(value) ? undefined : 'value.amount';
    case 'date':
      return isPartialDate(value) ? undefined : 'value.date';
    case 'period':
      return periodFault(value);
    case 'quantity':
      return pairFault(value, 'unit', (unit) => wordsFault(unit));
    case 'money':
      return pairFault(value, 'currency', (currency) =>
        typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? undefined : 'value.currency',
      );
    case 'party':
      return isPartyCode(value) ? undefined : 'value.type';
    case 'parties':
      return listFault(value, (one) => (isPartyCode(one) ? undefined : 'value.type'));
    case 'hash':
      return isHash(value) ? undefined : 'value.type';
    case 'code':
      return isCode(field.codes, value) ? undefined : 'value.code';
    case 'codes':
      return listFault(value, (one) => (isCode(field.codes, one) ? undefined : 'value.code'));
    case 'subject':
      return subjectFault(value, field.kinds);
    case 'subjects':
      return listFault(value, (one) => subjectFault(one, field.kinds));
    case 'files':
      return listFault(value, fileFault);
    case 'rows':
      return listFault(value, (row) => {
        if (!isObject(row)) return 'value.type';
        for (const column in row) {
          const type = Object.hasOwn(field.columns, column) ? field.columns[column] : undefined;
          if (type === undefined) return 'value.column';
          const fault = valueFault(type, row[column] ?? null, languages);
          if (fault !== undefined) return fault;
        }
        return undefined;
      });
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Equal as values, whatever the order of keys. */
export function isSame(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((row: Json, at) => isSame(row, other[at] as Json));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => isSame(one[name], other[name]));
}

function proseFault(value: Json, languages: readonly string[]): ValueFault | undefined {
  if (!isObject(value)) return 'value.type';
  for (const key in value) {
    const text = value[key];
    if (key === 'stale') {
      if (!Array.isArray(text) || text.length === 0) return 'value.type';
      for (const [index, lang] of text.entries()) {
        if (typeof lang !== 'string' || !languages.includes(lang)) return 'value.language';
        const before: unknown = text[index - 1];
        if (typeof before === 'string' && before >= lang) return 'value.type';
      }
    } else {
      if (!languages.includes(key)) return 'value.language';
      if (typeof text !== 'string' || text === '') return 'value.type';
      if (text.length > proseLengthMax) return 'value.long';
    }
  }
  return undefined;
}

function toldFault(value: Json): ValueFault | undefined {
  if (!isObject(value)) return 'value.type';
  for (const lang in value) {
    const text = value[lang];
    if (!isLang(lang)) return 'value.language';
    if (typeof text !== 'string' || text === '') return 'value.type';
    if (text.length > proseLengthMax) return 'value.long';
  }
  return undefined;
}

function wordsFault(value: Json): ValueFault | undefined {
  if (typeof value !== 'string' || value === '') return 'value.type';
  return value.length > wordsLengthMax ? 'value.long' : undefined;
}

function periodFault(value: Json): ValueFault | undefined {
  if (!isObject(value)) return 'value.type';
  const { from, to } = value;
  for (const key in value) {
    if ((key !== 'from' && key !== 'to') || !isPartialDate(value[key])) return 'value.period';
  }
  if (from === undefined && to === undefined) return 'value.period';
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const [start, end] = [from.replace('~', ''), to.replace('~', '')];
  const shared = Math.min(start.length, end.length);
  return start.slice(0, shared) > end.slice(0, shared) ? 'value.period' : undefined;
}

function pairFault(
  value: Json,
  other: string,
  check: (value: Json) => ValueFault | undefined,
): ValueFault | undefined {
  if (!isObject(value)) return 'value.type';
  for (const key in value) if (key !== 'amount' && key !== other) return 'value.column';
  if (!isAmount(value['amount'])) return 'value.amount';
  return check(value[other] ?? null);
}

function fileFault(value: Json): ValueFault | undefined {
  if (!isObject(value)) return 'value.type';
  const { hash, name, size, type } = value;
  if (Object.keys(value).length !== 4 || !isHash(hash)) return 'value.type';
  if (typeof size !== 'number' || size < 0) return 'value.type';
  return wordsFault(name ?? null) ?? wordsFault(type ?? null);
}

function subjectFault(value: Json, kinds: readonly string[] | undefined): ValueFault | undefined {
  if (!isSubjectId(value)) return 'value.type';
  return kinds === undefined || kinds.includes(kindName(value)) ? undefined : 'value.kind';
}

function listFault(value: Json, check: (one: Json) => ValueFault | undefined): ValueFault | undefined {
  if (!Array.isArray(value)) return 'value.type';
  if (value.length > listRowsMax) return 'value.rows';
  for (const one of value as readonly Json[]) {
    const fault = check(one);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function isCode(codes: Readonly<Record<string, unknown>>, value: Json): boolean {
  return typeof value === 'string' && Object.hasOwn(codes, value);
}
