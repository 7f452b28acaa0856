import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, demoPair, demoPerson } from './demo.fixture.ts';

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

test('the year by area, place and month; an address of one’s own that a calendar program reads until it is revoked', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = vn;
  await page.goto(`${vn.node.url}/p/${pair.id}/record/calendar?year=2022`);
  await page.getByRole('heading', { name: /^Visits/ }).waitFor();
  await expectAccessible(vn, 'calendar');
  await shot(vn, 'calendar');
  await page.getByLabel('By', { exact: true }).selectOption('month');
  await page.getByRole('heading', { name: /^August/ }).waitFor();
  await page.getByLabel('Year').selectOption('2012');
  await page.getByRole('heading', { name: /^Visits/ }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).searchParams.get('year')).toBe('2012');

  await page.getByRole('button', { name: 'Make an address' }).click();
  // Only browsers know that every name under localhost is this machine.
  const address = (await page.getByLabel('Address, shown this once').inputValue()).replace(
    'vn.localhost',
    '127.0.0.1',
  );
  const read = await fetch(address);
  expect(read.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await read.text()).toContain('BEGIN:VEVENT');
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Make an address' }).waitFor();
  expect((await fetch(address)).status).toBe(404);
});
