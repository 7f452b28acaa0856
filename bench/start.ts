import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Figures, timed } from './figures.ts';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const turns = 10;

/** From nothing to the end of a process: one that prints the version of the command line, and one that does nothing. */
export async function measureStart(): Promise<Figures> {
  const took = async (args: readonly string[]): Promise<number> => {
    const each: number[] = [];
    for (let turn = 0; turn < turns; turn += 1)
      each.push(await timed(() => void execFileSync(process.execPath, args)));
    return Math.min(...each);
  };
  return { ms: await took([main, '--version']), bareMs: await took(['-e', '0']) };
}
