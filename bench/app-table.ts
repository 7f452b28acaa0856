import type { AppFigures } from './app-measure.ts';
import type { PageFigures, Spread } from './app-page.ts';
import { appHeading } from './report.ts';

/** What quality asks of each figure; the journey `budgets` fails at five times as much. */
export const budgets = {
  interactiveMs: 1_500,
  letterMs: 60,
  offlineMs: 1_000,
  saidMs: 300,
  scriptBytes: 120 * 1024,
  readMs: 5,
} as const;

/** What the command measures besides, which takes longer than a test may. */
export interface Besides {
  /** The same table built with React and React Aria; absent when its packages could not be fetched. */
  readonly reference?: PageFigures | undefined;
  readonly offlineMs: number;
  readonly saidMs: Spread;
}

/** The part of docs/bench.md that tells of the app; without `besides` what a test measures of it. */
export function appTableOf(machine: string, lines: number, figures: AppFigures, besides?: Besides): string {
  const { readMs, slowed } = figures;
  const reference = besides?.reference;
  const ours = pageFigures(figures);
  const theirs = reference && pageFigures(reference);
  const rows: (readonly [
    what: string,
    ours: string,
    theirs?: string | undefined,
    goal?: string | undefined,
  ])[] = pageRows.map(([what, goal], at) => [what, ours[at] ?? '', theirs?.[at], goal]);
  if (besides) {
    const { offlineMs, saidMs } = besides;
    rows.push(
      ['interactive, loaded again offline', ms(offlineMs), undefined, `under ${ms(budgets.offlineMs)}`],
      [
        'a statement, from save to shown in the other side’s browser, not slowed',
        spread(saidMs),
        undefined,
        `under ${ms(budgets.saidMs)}`,
      ],
    );
  }
  rows.push([
    'a read of the table or a slice, 200 a second, p99 (middle), not slowed; beside it the same bytes by a bare server',
    `${few(readMs.table.p99)} (${few(readMs.table.middle)})`,
    `${few(readMs.bare.p99)} (${few(readMs.bare.middle)})`,
    `under ${ms(budgets.readMs)}`,
  ]);
  return [
    appHeading,
    '',
    `Made by \`npm run bench -- --only app\`: a plan of ${lines.toLocaleString('en-US')} lines under negotiation (\`bench/long-plan.ts\`), opened by`,
    `somebody signed in, in Chromium with nothing kept and its processor slowed ${slowed} times. Times count from the call for the`,
    'page; a view is the best of several, since other work of the machine only ever adds.',
    '',
    'Beside it stands the table of the same lines as it is commonly built: React with the table and the virtualizer of React',
    'Aria (`bench/reference-react/`), its packages fetched for this run, built by the same bundler and served packed by a bare',
    'server. It does less: no session, no languages, no brackets, nothing is saved, and its lines come as they are shown.',
    '',
    'Loaded again offline is what a border post does: the account that works in the field, whose browser has kept the app and',
    'the plan. The statement goes from one node to the other over HTTPS, by the call that saves it. A list beside one of',
    'Directus is measured with the others, above.',
    '',
    `Machine: ${machine}.`,
    '',
    '| what | app | React with React Aria | goal |',
    '|---|---|---|---|',
    ...rows.map(([what, figure, other = '', goal = '']) => `| ${what} | ${figure} | ${other} | ${goal} |`),
    '',
  ].join('\n');
}

const pageRows: readonly (readonly [what: string, goal?: string | undefined])[] = [
  ['script until the table stands, gzip', `under ${kib(budgets.scriptBytes)}`],
  ['data until the table stands, over the wire'],
  ['data until every line is there, over the wire'],
  ['interactive', `under ${ms(budgets.interactiveMs)}`],
  ['the page’s thread until then, not slowed'],
  ['every line there'],
  ['a letter in the filter painted', `under ${ms(budgets.letterMs)}`],
  ['the lines that it finds painted'],
  ['tasks over 50 ms in 60 turns of the wheel'],
  ['heap'],
];

/** In the order of `pageRows`. */
function pageFigures(of: PageFigures): readonly string[] {
  return [
    kib(of.scriptBytes),
    kib(of.answerBytes.first),
    kib(of.answerBytes.all),
    ms(of.interactiveMs),
    ms(of.threadMs),
    ms(of.completeMs),
    spread(of.letterMs),
    spread(of.foundMs),
    `${of.scrolling.longTasks}, the longest ${ms(of.scrolling.longest)}`,
    `${(of.heapBytes / 1024 / 1024).toFixed(1)} MiB`,
  ];
}

function kib(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en-US')} KiB`;
}
function ms(time: number): string {
  return `${Math.round(time).toLocaleString('en-US')} ms`;
}
function few(time: number): string {
  return `${time.toFixed(1)} ms`;
}
function spread({ longest, middle }: Spread): string {
  return `${ms(middle)}, the longest ${ms(longest)}`;
}
