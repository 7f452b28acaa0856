import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../demo/make.ts';
import { serveDemo } from '../src/cli/demo.ts';
import { silentLog } from '../src/node/log.ts';
import { measureApp } from './app-measure.ts';
import { appTableOf } from './app-table.ts';
import { writeLongPlan } from './long-plan.ts';

const docs = join(import.meta.dirname, '../docs/bench-app.md');

/** Measures what the app costs a slow machine, on a plan of that many lines; writes docs/bench-app.md. */
export async function benchApp(machine: string, lines: number, out = docs): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-bench-app-'));
  try {
    process.stderr.write(`making the demo and a plan of ${lines} lines …\n`);
    await makeDemo(dir, silentLog);
    const served = await serveDemo(dir, 0, silentLog);
    try {
      const { LA, VN } = served.nodes;
      await writeLongPlan(VN.node, LA.node, lines);
      const text = appTableOf(machine, lines, await measureApp(VN, 6));
      writeFileSync(out, text);
      return text;
    } finally {
      await served.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
