import type { BorderRow } from '../../core/register/ask/border.ts';
import type { ReviewRow } from '../../core/register/ask/review.ts';

/* What charts show: figures counted from answers of the register, each side's its own. */

/** A row of a chart with a figure for each part. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
}

/** Lines of a plan by area, split by what both say became of them; where they differ or nobody spoke that is a part of its own. */
export function progressByArea(rows: readonly ReviewRow[]): readonly FigureRow[] {
  return count(
    rows.map(({ area = '', differs, outcome, silent }) => ({
      row: area,
      part: differs ? 'differs' : silent ? 'silent' : (outcome ?? 'differs'),
    })),
  );
}

/** Patrols that plans foresee, by the month or the year they begin in, split by segment. */
export function patrolsByMonth(rows: readonly BorderRow[]): readonly FigureRow[] {
  const patrols = rows.filter(({ period, section }) => section === 'patrol' && period?.from !== undefined);
  return count(
    patrols.map(({ period, planned = 1, segment = '' }) => ({
      row: (period?.from ?? '').replace('~', '').slice(0, 7),
      part: segment,
      by: planned,
    })),
  ).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** How often each side, by its word, met which fate with what it promised. */
export function count(
  all: readonly { readonly row: string; readonly part: string; readonly by?: number }[],
): readonly FigureRow[] {
  const rows = new Map<string, Record<string, number>>();
  for (const { by = 1, part, row } of all) {
    const values = rows.get(row) ?? {};
    values[part] = (values[part] ?? 0) + by;
    rows.set(row, values);
  }
  return [...rows].map(([id, values]) => ({ id, label: id, values }));
}
