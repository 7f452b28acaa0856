/** One figure beside its bare cost of the same run. */
export interface Row {
  readonly what: string;
  /** Entries of the register; none where it does not matter. */
  readonly size?: number;
  readonly per: 'statement' | 'run' | 'entry' | 'request' | 'all';
  readonly ms?: number;
  readonly bytes?: number;
  /** In the unit of the figure. */
  readonly bare?: number;
  readonly bareIs?: string;
  readonly goal?: string;
  /** Most memory that the process held. */
  readonly megabytes?: number;
}

/** The part of docs/bench.md that tells of the register. */
export function tableOf(machine: string, rows: readonly Row[]): string {
  return [
    '# Measured',
    '',
    'Made by `npm run bench`: each figure beside the bare cost of the same run, the best of several runs taken by turns, each',
    'in a process of its own, counted from when the process is ready. The register measured is that of `bench/world.ts`: two',
    'parties, plans of 500 lines stated and restated in runs of 1 to 40 entries, reports and comments between them.',
    '',
    'What the app costs a slow machine, beside the same page built with React and React Aria, stands [below](#the-app).',
    '',
    `Machine: ${machine}.`,
    'The goals in ms were set on a machine whose bare cost was 2.4 s for a million entries (a prototype verified them in 6.6 s, 2.7',
    'times that): on a slower one it is the ratio that tells.',
    '',
    '| what | entries | figure | bare cost | ratio | goal | memory |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(lineOf),
    '',
    ...growthOf(rows),
  ].join('\n');
}

function lineOf(row: Row): string {
  const { bare, bareIs, goal, megabytes, size, what } = row;
  const figure = row.ms ?? row.bytes ?? 0;
  const cells = [
    what,
    size === undefined ? '' : count(size),
    `${told(figure, row)}${row.per === 'all' ? '' : ` per ${row.per}`}`,
    bare === undefined ? '' : `${told(bare, row)} (${bareIs ?? ''})`,
    bare === undefined ? '' : ratio(figure / bare),
    goal ?? '',
    megabytes === undefined ? '' : `${count(megabytes)} MB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** "Double the entries, double the cost": what an entry costs at each size. */
function growthOf(all: readonly Row[]): readonly string[] {
  const sized = Map.groupBy(
    all.filter(({ ms, per, size }) => per === 'all' && ms !== undefined && size !== undefined),
    ({ what }) => what,
  );
  const rows = [...sized].filter(([, figures]) => figures.length > 1);
  if (rows.length === 0) return [];
  const sizes = [...new Set(rows.flatMap(([, figures]) => figures.map(({ size = 0 }) => size)))].sort(
    (a, b) => a - b,
  );
  const cell = (figures: readonly Row[], size: number): string => {
    const row = figures.find((one) => one.size === size);
    return row?.ms === undefined ? '' : `${((row.ms / size) * 1000).toPrecision(3)} µs`;
  };
  return [
    '## Growth',
    '',
    'The cost of one entry, by the size of the register.',
    '',
    `| what | ${sizes.map(count).join(' | ')} |`,
    `|---|${sizes.map(() => '---').join('|')}|`,
    ...rows.map(([what, figures]) => `| ${what} | ${sizes.map((size) => cell(figures, size)).join(' | ')} |`),
    '',
  ];
}

const count = (number: number): string => Math.round(number).toLocaleString('en-US');
const ratio = (number: number): string =>
  number < 0.1 ? `1 / ${(1 / number).toFixed(0)}` : number.toFixed(2);

function told(figure: number, { ms }: Row): string {
  const number = figure >= 100 ? count(figure) : figure.toPrecision(3);
  return ms === undefined ? `${number} bytes` : `${number} ms`;
}
