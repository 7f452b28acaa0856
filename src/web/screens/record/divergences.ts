import type { Kind } from '../../../core/kinds/declare.ts';
import type { DivergenceRow } from '../../../core/register/ask/divergences.ts';
import { plainIn } from '../../../words/plain.ts';
import { showDate } from '../../state/dates.ts';
import { labelOf, screenLanguage } from '../../state/words.svelte.ts';
import type { Row } from './ask.svelte.ts';

/** Rows of the question of divergences with the names of fields and codes in place of their ids. */
export const namedDivergences = (rows: readonly Row[], kinds: ReadonlyMap<string, Kind>): readonly Row[] =>
  (rows as readonly unknown[] as readonly DivergenceRow[]).map((row) => {
    const field = kinds.get(row.kind)?.fields[row.field];
    const shown = (value: string): string => {
      if (field?.type === 'code') return labelOf(field.codes[value]) || value;
      return field?.type === 'date' ? showDate(value) : plainIn(value, screenLanguage());
    };
    return {
      ...row,
      field: labelOf(field?.label) || row.field,
      says: row.says.map((one) => ({ ...one, value: shown(one.value) })),
    };
  });
