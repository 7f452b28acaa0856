import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { send, shot } from './browser.fixture.ts';
import { type DemoPerson, demoPerson } from './demo.fixture.ts';
import { twoDesks } from './two-desks.fixture.ts';

/* Who sees little, or nothing: the narrowest window in the longest language, the reader's own colours, no motion, a screen reader. */

const desks = twoDesks();

const record = ['', '/chronology', '/calendar?year=2021', '/ledger', '/mechanisms', '/instruments', '/matrix']
  .concat(['/border', '/assistance', '/projects', '/directory', '/brief', '/tasks', '/goals'])
  .concat(['/publication', '/intake', '/search?q=riz', '/list/activities', '/list/training'])
  .concat(['/ask/divergences'])
  .map((path) => `/record${path}`)
  .concat(['/founding', '/field/take', '/t/plan/exercise-2022/table', '/t/plan/exercise-2022/redline']);

test('every list stands at 320 px in French, in the reader’s own colours, without motion and without a button of the browser', async () => {
  const { browser, opened, pair } = desks();
  const { node, page } = await demoPerson(opened, browser, pair, 'vn', 'desk', 'fr');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const path of record) {
    await page.goto(`${node.url}/p/${pair.id}${path}`);
    await page.locator('#main h1').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const found = () =>
      page.evaluate(() => ({
        beyondTheEdge: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        // What a browser writes on its own button is in the language of the browser.
        ownButtons: document.querySelectorAll('input[type="file"]:not(.visually-hidden)').length,
        moving: document.getAnimations().filter((one) => one.playState === 'running').length,
      }));
    await expect
      .poll(async () => ({ path, ...(await found()) }))
      .toEqual({
        path,
        beyondTheEdge: 0,
        ownButtons: 0,
        moving: 0,
      });
    await shot({ page }, `reach${path.replaceAll(/\W+/g, '-')}`);
  }
});

test('what is saved, sent and held is said where a screen reader hears it by itself', async () => {
  const { at, vn } = desks();
  const { page } = vn;
  await at(vn, '/t/plan/exercise-2022?group=none&cols=venue');
  const told = page.locator('[aria-live="polite"]');
  const cell = page.locator('[data-row="visit.vice-minister-2022"] [data-column="venue"]');
  await cell.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type(' EXERCISE');
  await page.keyboard.press('Enter');
  await told.getByText('1 change is not sent').waitFor();
  await told.getByText('Saved on our node').waitFor();
  await send(vn);
  await told.getByText('Sent; LA holds it').waitFor();
  await at(vn, '/exchange');
  await page
    .getByRole('status')
    .filter({ hasText: /^LA holds of ours: up to entry \d+/ })
    .waitFor();
  // What one asks for oneself is answered there too.
  await page.getByRole('button', { name: 'Exchange now' }).click();
  await told
    .filter({ hasText: /sent|received/i })
    .first()
    .waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

/** Holds what a page asks of an address; what is called lets it go, to get the node's answer. */
async function hold(page: Page, address: RegExp): Promise<() => void> {
  let letGo = (): void => {};
  const free = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(address, async (route) => {
    if (route.request().resourceType() === 'fetch') await free;
    await route.continue();
  });
  return letGo;
}

/** Somebody whose clock stands still until it is told how long it runs. */
async function clockStands(account: string): Promise<DemoPerson> {
  const { browser, opened, pair } = desks();
  const person = await demoPerson(opened, browser, pair, 'vn', account);
  await person.page.clock.install();
  return person;
}

test.each([
  ['founding', '/founding', /\/founding$/, ''],
  ['a list', '/record/list/activities', /\/ask\//, ''],
  ['a search', '/record/search?q=rice', /\/search\?/, ''],
  // Where a table is the first page, its answer comes with the page.
  ['a table', '', /\/api\/.+\/table/, '/t/plan/exercise-2022'],
])(
  'what takes long shows where it will stand, and says so, not earlier than one notices: %s',
  async (_, path, address, link) => {
    const { at } = desks();
    const person = await clockStands('desk');
    const { page } = person;
    const letGo = await hold(page, address);
    await page.clock.pauseAt(Date.now() + 60_000);
    const asked = page.waitForRequest(address);
    await at(person, path);
    if (link !== '') await page.locator(`main a[href$="${link}"]`).first().click();
    await asked;
    const place = page.locator('[data-waiting]');
    const loading = page.getByText('Loading');
    await place.waitFor({ state: 'attached' });
    await page.clock.runFor(299);
    expect(await loading.count()).toBe(0);
    expect(await place.innerHTML()).not.toMatch(/<(?!!)/);
    await page.clock.runFor(1);
    await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor();
    expect(await page.locator('.bones i').first().isVisible()).toBe(true);
    letGo();
    await place.waitFor({ state: 'detached' });
    expect(await loading.count()).toBe(0);
  },
);

test('what a file takes is said too, not earlier than one notices: one that is made, one that is read', async () => {
  const { at } = desks();
  const person = await clockStands('desk');
  const { page } = person;
  await at(person, '/record/list/activities');
  await page.getByRole('button', { name: 'Export as DOCX' }).waitFor();
  await page.clock.pauseAt(Date.now() + 60_000);
  const giveFile = await hold(page, /\/export\//);
  const making = page.locator('[aria-live="polite"]').getByText('The file is being made');
  const asked = page.waitForRequest(/\/export\//);
  await page.getByRole('button', { name: 'Export as DOCX' }).click();
  await asked;
  await page.clock.runFor(299);
  expect(await making.count()).toBe(0);
  await page.clock.runFor(1);
  await making.waitFor();
  const download = page.waitForEvent('download');
  giveFile();
  await download;
  await making.waitFor({ state: 'detached' });

  await at(person, '/exchange');
  const giveReport = await hold(page, /\/pouch\/inspect/);
  const reading = page.getByRole('status').filter({ hasText: 'The file is being read' });
  await page.locator('#pouch-file').setInputFiles({
    name: 'EXERCISE.pouch',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('no pouch'),
  });
  await page.locator('[data-waiting]').waitFor({ state: 'attached' });
  await page.clock.runFor(299);
  expect(await reading.count()).toBe(0);
  await page.clock.runFor(1);
  await reading.waitFor();
  giveReport();
  await reading.waitFor({ state: 'detached' });
  await page.getByRole('alert').waitFor();
});

test('a file is chosen by keyboard, and one sees where one is', async () => {
  const { at, vn } = desks();
  const { page } = vn;
  await at(vn, '/field/take');
  const input = page.getByLabel('The file from the post');
  await input.waitFor();
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Tab');
  await expect.poll(() => input.evaluate((it) => it === document.activeElement)).toBe(true);
  const outline = page
    .locator('label.button', { hasText: 'Choose a file' })
    .evaluate((it) => getComputedStyle(it).outlineStyle);
  expect(await outline).toBe('solid');
});

test('the desk says what waits for us, for them, is overdue and has changed, and each leads there', async () => {
  const { browser, opened, pair } = desks();
  // Of whoever has not looked yet.
  const { page } = await demoPerson(opened, browser, pair, 'vn', 'chief');
  const cards = (title: RegExp) =>
    page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title }) })
      .last()
      .getByRole('link');
  for (const title of [/^Waiting for us/, /^Waiting for LA/, /^Changed since/, /^Overdue/]) {
    await cards(title).first().waitFor();
    expect(await cards(title).first().getAttribute('href')).toMatch(/^\/p\/[0-9a-f]{64}\//);
  }
  await cards(/^Waiting for us/)
    .filter({ hasText: 'bracket' })
    .last()
    .click();
  await page.getByRole('grid').waitFor();
});
