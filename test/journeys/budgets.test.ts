import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureApp } from '../../bench/app-measure.ts';
import { appTableOf, budgets } from '../../bench/app-table.ts';
import { writeLongPlan } from '../../bench/long-plan.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { type DemoPair, demoPair } from './demo.fixture.ts';

/*
 * What the app may cost a slow machine, told on every run. A machine that does other things measures them too, so only gross
 * excess fails: times at five times what quality asks, bytes at one and a half. `npm run bench -- --only app` is exact.
 */

const opened = new Opened();
const lines = 5_000;
let pair: DemoPair;
beforeAll(async () => {
  pair = await demoPair(opened);
  await writeLongPlan(pair.vn.node, pair.la.node, lines);
});
afterAll(() => opened.closeAll());

test('budgets: the first view of a plan of 5,000 lines, a letter in its filter, the script', async () => {
  const [programme = ''] = pair.vn.node.programmes().keys();
  const figures = await measureApp({ programme, appUrl: pair.vn.url }, 6, 100);
  process.stdout.write(appTableOf('this one, with whatever else it does', lines, figures));
  expect(figures.interactiveMs).toBeLessThan(5 * budgets.interactiveMs);
  expect(figures.letterMs.middle).toBeLessThan(5 * budgets.letterMs);
  expect(figures.scriptBytes).toBeLessThan(1.5 * budgets.scriptBytes);
  // Something was measured.
  expect(figures.foundMs.middle).toBeGreaterThan(0);
  expect(figures.answerBytes.first).toBeLessThan(figures.answerBytes.all);
});
