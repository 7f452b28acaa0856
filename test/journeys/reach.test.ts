import { expect, test } from 'vitest';
import { send, shot } from './browser.fixture.ts';
import { demoPerson } from './demo.fixture.ts';
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
}, 90_000);

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

test('what takes long shows where it will stand, and says so; nothing spins', async () => {
  const { at, pair, vn } = desks();
  const { page } = vn;
  let answer = (): void => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route('**/founding', async (route) => {
    if (route.request().resourceType() === 'fetch') await held;
    await route.continue();
  });
  await at(vn, '/founding');
  await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor();
  expect(await page.locator('.bones i').first().isVisible()).toBe(true);
  answer();
  await page.getByRole('status').filter({ hasText: 'Loading' }).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Our card' }).waitFor();
  await page.unroute('**/founding');
  expect(page.url()).toContain(pair.id);
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
