import type { Field, Fields } from '../../../core/kinds/declare.ts';
import { type Sought, sift } from '../../../core/register/ask/narrow.ts';
import { fold } from '../../../words/sort.ts';
import { showValue } from '../../fields/show.ts';
import { router } from '../../state/router.svelte.ts';
import type { Row } from './ask.svelte.ts';

/** What the address says one looks for. */
export function soughtHere(columns: Fields): Sought {
  const chosen: Record<string, string> = {};
  for (const column of Object.keys(columns)) {
    const value = router.query(column);
    if (value !== '') chosen[column] = value;
  }
  return { words: router.query('q'), chosen };
}

/** The rows that the address leaves. */
export function siftHere<Of>(rows: readonly Of[], columns: Fields): readonly Of[] {
  const show = (field: Field, value: unknown): string => showValue(field, value);
  return sift(
    rows as readonly Row[],
    columns,
    soughtHere(columns),
    show,
    fold,
  ) as readonly unknown[] as readonly Of[];
}
