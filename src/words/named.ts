import type { Json } from '../core/bytes/json.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import type { Kind } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import { formatDate } from './dates.ts';
import type { Language } from './languages.ts';
import { plainIn } from './plain.ts';

/**
 * Rows of a question about fields of things (`kind`, `field`, and what each `says`), with the field, its codes, dates and
 * figures as the reader calls them. Any other row stands as it is.
 */
export const namedFields = <Row extends Readonly<Record<string, Json | undefined>>>(
  rows: readonly Row[],
  kinds: ReadonlyMap<string, Pick<Kind, 'fields'>>,
  language: Language,
): readonly Row[] =>
  rows.map((row) => {
    const { field: name, kind, says } = row;
    if (typeof kind !== 'string' || typeof name !== 'string' || !Array.isArray(says)) return row;
    const field = kinds.get(kind)?.fields[name];
    const shown = (value: Json | undefined): Json => {
      if (typeof value !== 'string') return value ?? null;
      if (field?.type === 'code') return field.codes[value]?.[language] ?? value;
      return field?.type === 'date' ? dateOr(value, language) : plainIn(value, language);
    };
    return {
      ...row,
      field: field?.label[language] ?? name,
      says: (says as readonly Json[]).map((one) =>
        isObject(one) ? { ...one, value: shown(one['value']) } : one,
      ),
    };
  });

/** Records hold days that are none. */
function dateOr(value: string, language: Language): string {
  return isPartialDate(value) ? formatDate(value, language) : value;
}
