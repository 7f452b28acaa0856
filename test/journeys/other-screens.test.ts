import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, demoPair, demoPerson } from './demo.fixture.ts';

/* Screens that no other journey comes by (docs/screens.md): each stands with its heading, accessible and within the window. */

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

const screens: readonly (readonly [account: string, path: string, shows: RegExp])[] = [
  ['desk', '/programmes/new', /Prepare|programme/i],
  ['desk', '/programmes/join', /Join|founding/i],
  ['desk', '/p/{id}/founding', /Fingerprint|founding/i],
  ['desk', '/p/{id}/record/assistance', /1,000/],
  ['desk', '/p/{id}/field/take', /outbox/i],
  ['desk', '/exchange', /Exchange/],
  ['post', '/field', /activities/i],
  ['admin', '/p/{id}/keys', /Keys/],
];

test('screens that nothing else comes by stand at a desk and on a phone', async () => {
  const people = new Map<string, Awaited<ReturnType<typeof demoPerson>>>();
  for (const [account, path, shows] of screens) {
    const person = people.get(account) ?? (await demoPerson(opened, browser, pair, 'vn', account));
    people.set(account, person);
    const { page } = person;
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(person.node.url + path.replace('{id}', pair.id));
    await page.locator('#main h1').first().waitFor();
    await page.getByRole('main').getByText(shows).first().waitFor();
    await expectAccessible(person, path);
    await shot(person, `other${path.replaceAll(/\W+/g, '-')}`);
    await page.setViewportSize({ width: 390, height: 844 });
    const beyond = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(beyond).toBe(0);
  }
});
