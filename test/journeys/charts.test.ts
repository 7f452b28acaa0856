import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

/* Charts where people would rather look: each is a table whose figures stand beside the bars. */

const opened = new Opened();
let browser: Browser;
let pair: DemoPair;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await demoPair(opened);
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

/** A screen, its chart, and a row that the demo has there. */
const charts: readonly (readonly [path: string, chart: string, row: RegExp])[] = [
  ['', 'Progress by area', /Border[^a-z]*\d/],
  ['/record/ledger?binds=yes', 'What became of the promises, by side', /VN\s*\d/],
  ['/record/border', 'Incidents counted, by period and segment', /2021 · VN\s*48/],
  [
    '/record/border',
    'Patrols planned and done, by month and segment',
    /^(?=[^]*Jan 2021 · planned\s+24)(?=[^]*Jan 2021 · done, says VN\s+22)(?=[^]*Jan 2021 · done, says LA\s+24)/,
  ],
  ['/record/list/training', 'By institution and year', /EXERCISE academy[^]*2021[^]*VN\s*20\s*18\s*17/],
  ['/record/mechanisms', 'Sessions held, by year', /.+\d/],
];
const go = ({ node, page }: DemoPerson, path: string) => page.goto(`${node.url}/p/${pair.id}${path}`);

test('each chart is a table with its figures, accessible, and the same on both nodes', async () => {
  const [vn, la] = [
    await demoPerson(opened, browser, pair, 'vn', 'desk'),
    await demoPerson(opened, browser, pair, 'la', 'desk'),
  ];
  const looked = new Set<string>();
  for (const [path, chart, row] of charts) {
    // What one node counts the other does: asked where both sides have figures.
    for (const person of path === '/record/border' ? [la, vn] : [vn]) {
      await go(person, path);
      const table = person.page.getByRole('region', { name: chart }).last().getByRole('table');
      await table.waitFor();
      const lines = async (): Promise<string> =>
        (await table.innerText()).replaceAll(/[ \t]+/g, ' ').replaceAll(/\n(?=\s)/g, '');
      await expect.poll(lines).toMatch(row);
    }
    if (!looked.has(path)) await expectAccessible(vn, chart);
    looked.add(path);
    await shot(vn, `chart-${chart.replaceAll(/\W+/g, '-')}`);
  }
});

test('charts stand on a phone in Lao, in the dark, and in forced colours', async () => {
  const person = await demoPerson(opened, browser, pair, 'la', 'desk', 'lo');
  const { page } = person;
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [at, path] of ['', '/record/border', '/record/mechanisms'].entries()) {
    await page.emulateMedia(
      at % 2 === 0 ? { colorScheme: 'dark' } : { colorScheme: 'light', forcedColors: 'active' },
    );
    await go(person, path);
    await page.getByRole('region').getByRole('table').first().waitFor();
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(beyond).toBe(0);
    await shot(person, `chart-lo-${at}`);
  }
});
