import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, shot, signIn } from './browser.fixture.ts';
import { livePair, type Pair } from './nodes.fixture.ts';
import { seedRecord, state } from './record.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: Pair & { id: string };
let vn: Person;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await livePair(opened);
  await seedRecord(pair);
  vn = await arrive(opened, browser, pair.vn);
  await signIn(vn, 'desk');
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

test('the record opens on eighteen years: events, promises without a report, mechanisms that sleep', async () => {
  await vn.page.getByRole('link', { name: 'Record', exact: true }).click();
  await vn.page.getByRole('link', { name: /^Chronology\s+162 events/ }).waitFor();
  await expectAccessible(vn, 'record');
  await shot(vn, 'record');
  await vn.page.getByRole('link', { name: /^Chronology/ }).click();
  const words = vn.page.getByRole('searchbox', { name: /^Words to look for/ });
  await words.fill('quang binh');
  await vn.page.getByText('Burial in Quang Binh of 50 volunteers').waitFor();
  await words.fill('surname printed');
  await vn.page.getByText('surname printed "Chanyarath" here').waitFor();
  await expect.poll(() => vn.page.getByRole('article').count()).toBe(1);
  await expectAccessible(vn, 'chronology');
});

test('a search marks what it found, names each thing, and is narrowed to a kind in the address', async () => {
  const { page } = vn;
  await page.goto(`${pair.vn.url}/p/${pair.id}/record/search`);
  await page.getByRole('status').filter({ hasText: 'A name, a place, a number' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search the record' }).fill('gao rice');
  await page.getByRole('status').filter({ hasText: '0 entries' }).waitFor();
  await page.getByText('Nothing matches').waitFor();
  // A search that could not be made is no search that found nothing.
  await page.route('**/search?*', (route) => route.abort());
  await page.getByRole('searchbox', { name: 'Search the record' }).fill('gao');
  await page.getByRole('alert').filter({ hasText: 'Nothing was changed' }).waitFor();
  // Asked again by hand as long as the node is not there; once it is, the app may ask by itself.
  const again = page.waitForRequest('**/search?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await again;
  await page.unroute('**/search?*');
  await page.getByRole('searchbox', { name: 'Search the record' }).fill('rice');
  await page.getByRole('alert').waitFor({ state: 'detached' });
  await page
    .locator('mark', { hasText: /^rice$/ })
    .first()
    .waitFor();
  const found = page.getByRole('main').getByRole('listitem');
  const all = await found.count();
  const kind = page.getByLabel('Kind');
  await kind.selectOption('delivery');
  await expect.poll(() => found.count()).toBeLessThan(all);
  await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBe('delivery');
  await page.reload();
  await expect.poll(() => kind.inputValue()).toBe('delivery');
  await page
    .locator('mark', { hasText: /^rice$/ })
    .first()
    .waitFor();
  // Any spelling of a person finds, and marks what is written there.
  await page.goto(`${pair.vn.url}/p/${pair.id}/record/search?q=Chanmone+Chanyalath`);
  await page.locator('mark', { hasText: 'Chansamone' }).first().waitFor();
  // Each says when it was.
  await found
    .filter({ hasText: /^Event · 4 Dec 2020/ })
    .first()
    .waitFor();
  // What is said of a thing bears the name of that thing, and no id, date or code is its line.
  expect(await page.getByRole('main').locator('ul').innerText()).not.toMatch(
    /\b(?:undertaking|event|delivery|holder)\.|\b\d{4}-\d{2}-\d{2}\b/,
  );
  await expectAccessible(vn, 'search');
  await shot(vn, 'search');
});

test('on a phone the choices that narrow a list are opened, so that the list stands on the first screen', async () => {
  const { page } = vn;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${pair.vn.url}/p/${pair.id}/record/ledger`);
  const first = page.getByRole('main').getByRole('article').first();
  await first.waitFor();
  await expect.poll(async () => (await first.boundingBox())?.y).toBeLessThan(640);
  expect(await page.getByRole('combobox', { name: 'Force' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Force' }).selectOption('requested');
  await page.getByRole('button', { name: 'Filters (1)' }).click();
  await page.getByRole('combobox', { name: 'Force' }).waitFor({ state: 'hidden' });
  await expectAccessible(vn, 'ledger on a phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('combobox', { name: 'Force' }).waitFor();
  expect(await page.getByRole('button', { name: /^Filters/ }).count()).toBe(0);
});

test('a list of thousands comes as one scrolls, the newest first, and what one looks for is found wherever it stands', async () => {
  const { page } = vn;
  const old = Array.from({ length: 2_400 }, (_, at) => ({
    kind: 'event',
    subject: `event.exercise-old-${at}`,
    fields: {
      title: { en: `EXERCISE talks ${at}` },
      what: 'talks',
      date: `${1900 + Math.floor(at / 24)}`,
      exercise: true,
    },
  }));
  for (let from = 0; from < old.length; from += 400)
    await state(pair.vn, pair.id, old.slice(from, from + 400));
  await page.goto(`${pair.vn.url}/p/${pair.id}/record/chronology`);
  await page.getByText('2,562 entries').waitFor();
  await page.getByRole('heading', { level: 2, name: /^2026/ }).waitFor();
  const first = page.getByRole('listitem').first();
  await expect.poll(() => first.getAttribute('aria-setsize')).toMatch(/^2[0-9]{3}$/);
  // What lies far below is asked for on the way.
  await expect
    .poll(
      async () => {
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        return page.getByRole('link', { name: 'EXERCISE talks 9', exact: true }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await page.getByRole('searchbox', { name: /^Words to look for/ }).fill('exercise talks 1234');
  await page.getByRole('link', { name: 'EXERCISE talks 1234', exact: true }).waitFor();
  await expect.poll(() => page.getByRole('article').count()).toBe(1);
  await page.goto(`${pair.vn.url}/p/${pair.id}/record/ask/chronology?date=1950`);
  await page
    .getByRole('status')
    .filter({ hasText: /24 of 2,?562/ })
    .waitFor();
});
