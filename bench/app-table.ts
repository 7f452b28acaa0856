import type { AppFigures, Spread } from './app-measure.ts';

/** What quality asks of each figure; the journey `budgets` fails at five times as much. */
export const budgets = {
  interactiveMs: 1_500,
  letterMs: 60,
  scriptBytes: 120 * 1024,
  readMs: 5,
} as const;

/** docs/bench-app.md. */
export function appTableOf(machine: string, lines: number, figures: AppFigures): string {
  const { answerBytes, readMs, scrolling, slowed } = figures;
  const rows: readonly (readonly [string, string, string?])[] = [
    ['script until the table stands, gzip', kib(figures.scriptBytes), `under ${kib(budgets.scriptBytes)}`],
    ['answers until the table stands, over the wire', kib(answerBytes.first)],
    ['answers until every line is there, over the wire', kib(answerBytes.all)],
    ['interactive', ms(figures.interactiveMs), `under ${ms(budgets.interactiveMs)}`],
    ['the page’s thread until then, not slowed', ms(figures.threadMs)],
    ['every line there', ms(figures.completeMs)],
    ['a letter in the filter painted', spread(figures.letterMs), `under ${ms(budgets.letterMs)}`],
    ['the lines that it finds painted', spread(figures.foundMs)],
    [
      'tasks over 50 ms in 60 turns of the wheel',
      `${scrolling.longTasks}, the longest ${ms(scrolling.longest)}`,
    ],
    ['heap', `${(figures.heapBytes / 1024 / 1024).toFixed(1)} MiB`],
    [
      'a read of the table or a slice, 200 a second, p99 (middle)',
      `${few(readMs.p99)} (${few(readMs.middle)})`,
      `under ${ms(budgets.readMs)}`,
    ],
  ];
  return [
    '# The app, measured',
    '',
    `Made by \`npm run bench -- --only app\`: a plan of ${lines.toLocaleString('en-US')} lines under negotiation (\`bench/long-plan.ts\`), opened by`,
    `somebody signed in, in Chromium with nothing kept and its processor slowed ${slowed} times. Times count from the call for the`,
    'page; a figure is one run, not the best of several. What else the machine does is in it.',
    '',
    `Machine: ${machine}.`,
    '',
    '| what | figure | goal |',
    '|---|---|---|',
    ...rows.map(([what, figure, goal = '']) => `| ${what} | ${figure} | ${goal} |`),
    '',
  ].join('\n');
}

const kib = (bytes: number): string => `${Math.round(bytes / 1024).toLocaleString('en-US')} KiB`;
const ms = (time: number): string => `${Math.round(time).toLocaleString('en-US')} ms`;
const few = (time: number): string => `${time.toFixed(1)} ms`;
const spread = ({ longest, middle }: Spread): string => `${ms(middle)}, the longest ${ms(longest)}`;
