import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDemo } from '../demo/make.ts';
import { serveDemo } from '../src/cli/demo.ts';
import { silentLog } from '../src/node/log.ts';
import { measureApp, type Served } from './app-measure.ts';
import { measureOffline } from './app-offline.ts';
import { measureReference } from './app-reference.ts';
import { measureSaid } from './app-said.ts';
import { appTableOf } from './app-table.ts';
import { type Beside, serveBeside } from './beside.ts';
import { writeLongPlan } from './long-plan.ts';

/** How many times slower than this machine a phone is taken to be. */
const slowed = 6;
/** Views of a page, the best of which counts. */
const views = 3;

/** Measures what the app costs a slow machine, on a plan of that many lines: that part of docs/bench.md. */
export async function benchApp(machine: string, lines: number): Promise<string> {
  const load = `${machine}, load ${loadavg()[0]?.toFixed(1)} before the run`;
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-bench-app-'));
  try {
    process.stderr.write(`making the demo and a plan of ${lines} lines …\n`);
    await makeDemo(dir, silentLog);
    const { LA, VN, stop } = await serveLongPlan(dir, lines);
    try {
      const figures = await measureApp(VN, slowed, 1_000, views);
      process.stderr.write('the same page offline, and a statement on its way …\n');
      const offlineMs = await measureOffline(VN, slowed, views);
      const saidMs = await measureSaid(VN, LA);
      process.stderr.write('the same table with React and React Aria …\n');
      const reference = await measureReference(dir, lines, slowed, views).catch((error: unknown) => {
        process.stderr.write(`without it: ${String(error)}\n`);
      });
      return appTableOf(load, lines, figures, { offlineMs, saidMs, reference: reference ?? undefined });
    } finally {
      await stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The demo with a long plan, both nodes served by a process of their own. */
async function serveLongPlan(
  dir: string,
  lines: number,
): Promise<Beside & Readonly<Record<'LA' | 'VN', Served>>> {
  const made = await serveDemo(dir, 0, silentLog);
  const { LA, VN } = made.nodes;
  await writeLongPlan(VN.node, LA.node, lines);
  const [programme = ''] = VN.node.programmes().keys();
  await made.stop();
  const { port } = made;
  const { stop } = await serveBeside(
    '../src/cli/main.ts',
    ['demo', '--dir', dir, '--port', String(port)],
    [port, port + 1].map((one) => `http://127.0.0.1:${one}/healthz`),
  );
  return { VN: { programme, appUrl: VN.appUrl }, LA: { programme, appUrl: LA.appUrl }, stop };
}
