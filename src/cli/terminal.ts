import { writeSync } from 'node:fs';

/** Where answers go: standard output for what was asked, standard error for everything about it. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly note: (line: string) => void;
  /** One JSON value on one line of standard output. */
  readonly json: (value: unknown) => void;
  /** A bar with a count on standard error, where that is a terminal; elsewhere nothing. */
  readonly progress: (label: string, total?: number) => Progress;
}

export interface Progress {
  /** So many more are done. */
  readonly add: (count: number) => void;
  /** So many in all. */
  readonly total: (count: number) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const barWidth = 24;
/** Milliseconds between two drawings of a bar. */
const drawEvery = 100;

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const line = (stream: 1 | 2) => (text: string) => write(stream, `${text}\n`);
  return {
    print: line(1),
    note: line(2),
    json: (value) => write(1, `${JSON.stringify(value)}\n`),
    progress: (label, total) =>
      process.stderr.isTTY ? drawnProgress((text) => write(2, text), label, total) : silentProgress,
  };
}

const silentProgress: Progress = { add: () => {}, total: () => {}, end: () => {} };

/** Exported for its test. */
export function drawnProgress(draw: (text: string) => void, label: string, expected?: number): Progress {
  let [done, total, drawnAt, width] = [0, expected, 0, 0];
  const redraw = () => {
    const text = `${label} ${barOf(done, total)}`;
    draw(`\r${text}${' '.repeat(Math.max(0, width - text.length))}`);
    width = text.length;
  };
  return {
    add: (count) => {
      done += count;
      const now = performance.now();
      if (now - drawnAt < drawEvery) return;
      drawnAt = now;
      redraw();
    },
    total: (count) => {
      total = count;
    },
    end: () => {
      if (width > 0) draw(`\r${' '.repeat(width)}\r`);
      width = 0;
    },
  };
}

function barOf(done: number, total: number | undefined): string {
  const count = done.toLocaleString('en-US');
  if (total === undefined || total === 0) return count;
  const share = Math.min(1, done / total);
  const filled = Math.floor(share * barWidth);
  const bar = '#'.repeat(filled) + '-'.repeat(barWidth - filled);
  return `[${bar}] ${Math.floor(share * 100)} %  ${count} / ${total.toLocaleString('en-US')}`;
}

/** Writes at once, so that nothing is lost at an exit. A reader that has left (`| head`) ends the process quietly. */
function write(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') continue;
      if (code === 'EPIPE') process.exit(0);
      throw error;
    }
  }
}
