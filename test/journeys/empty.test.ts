import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, shot, signIn } from './browser.fixture.ts';
import { livePair, strangers } from './nodes.fixture.ts';

/* A list with nothing in it says what to do next and leads on. */

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

/** Every list of the record, and what else shows lists; `/p/…` stands before each. */
const lists = ['chronology', 'calendar', 'ledger', 'mechanisms', 'instruments', 'matrix', 'assistance']
  .concat(['projects', 'directory', 'tasks', 'goals', 'publication', 'intake', 'list/training'])
  .concat(['list/correspondence', 'list/information', 'list/activities', 'list/multilateral'])
  .concat(['ask/plans', 'ask/overdue', 'ask/promises'])
  .map((path) => `/record/${path}`)
  .concat(['', '/field', '/field/outbox']);

/** The ways on that an empty list of a page gives, as soon as there are any. */
function waysOn({ page }: Person): () => Promise<number> {
  const ways = page.locator('main [data-empty]').locator('a, button');
  return () => ways.count();
}
const soon = (message: string) => ({ message });

test('in a programme with nothing in it, every list says what to do next and leads on', async () => {
  const pair = await livePair(opened);
  const desk = await arrive(opened, browser, pair.vn);
  await signIn(desk, 'desk');
  for (const path of ['/', ...lists.map((path) => `/p/${pair.id}${path}`)]) {
    await desk.page.goto(desk.node.url + path);
    await expect.poll(waysOn(desk), soon(path)).toBeGreaterThan(0);
    await expectAccessible(desk, path, '[data-empty]');
  }
  await shot(desk, 'empty-outbox');
  await desk.page.goto(desk.node.url + `/p/${pair.id}/record/calendar`);
  await expect.poll(waysOn(desk), soon(`/p/${pair.id}/record/calendar`)).toBeGreaterThan(0);
  await shot(desk, 'empty-calendar');
  // It is the way that leads on: the next step is one press away.
  await desk.page.locator('[data-empty] a').click();
  await desk.page.getByRole('button', { name: 'Begin a text' }).first().waitFor();
});

test('a field whose label does not say all has help beside it, read out with it, in the language of the screen', async () => {
  const pair = await livePair(opened);
  const desk = await arrive(opened, browser, pair.vn);
  const { page } = desk;
  await signIn(desk, 'desk');
  const helpOf = (label: string): Promise<string> =>
    page.getByLabel(label, { exact: true }).evaluate((control) => {
      const id = control.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.innerText ?? '';
    });
  await page.goto(`${desk.node.url}/p/${pair.id}/record/mechanisms`);
  await page.getByRole('button', { name: 'Mechanism', exact: true }).click();
  await page.getByLabel('Every … months').waitFor();
  await expect.poll(() => helpOf('Every … months')).toMatch(/months lie between two sessions/);
  await expectAccessible(desk, 'help');
  await shot(desk, 'help');
  await page.goto(`${desk.node.url}/programmes/new`);
  await page.getByLabel('Time zone').waitFor();
  await expect.poll(() => helpOf('Time zone')).toMatch(/Asia\/Vientiane/);
  await page.getByLabel('Language of the screen').selectOption('fr');
  await page.getByText(/quel jour il est/).waitFor();
});

test('on a node without a programme too', async () => {
  const { vn } = await strangers(opened);
  const desk = await arrive(opened, browser, vn);
  await signIn(desk, 'desk');
  for (const address of ['/exchange', '/field', '/news']) {
    await desk.page.goto(desk.node.url + address);
    await expect.poll(waysOn(desk), soon(address)).toBeGreaterThan(0);
  }
});
