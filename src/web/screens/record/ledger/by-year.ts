import type { SaidLine } from './said-lines.ts';

/** Promises by the year in which they were made, split by what became of them. */
export function promisesByYear(
  lines: readonly SaidLine[],
): readonly { readonly label: string; readonly values: Readonly<Record<string, number>> }[] {
  const years = new Map<string, Record<string, number>>();
  for (const { date, state } of lines) {
    if (state === undefined || date === undefined) continue;
    const year = date.replace('~', '').slice(0, 4);
    const values = years.get(year) ?? {};
    values[state] = (values[state] ?? 0) + 1;
    years.set(year, values);
  }
  return [...years]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, values]) => ({ label, values }));
}
