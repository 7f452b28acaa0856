import type { PatrolCount } from '../../core/register/ask/border.ts';
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

/**
 * What the plan foresees and what each of `parties` reports done, row by row below each other, by month and split by segment. A party that has said
 * nothing keeps its row, without a figure.
 */
export function patrolsByMonth(
  counts: readonly PatrolCount[],
  parties: readonly string[],
): readonly (FigureRow & { readonly month: string; readonly party?: string })[] {
  return [...Map.groupBy(counts, ({ month }) => month)].flatMap(([month, here]) =>
    [undefined, ...parties].map((party) => {
      const id = `${month} ${party ?? ''}`;
      const said = here.filter((one) => one.party === party);
      const [row = { values: {} }] = count(
        said.map(({ count: by, segment }) => ({ row: id, part: segment, by })),
      );
      return { id, label: id, values: row.values, month, ...(party === undefined ? {} : { party }) };
    }),
  );
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
