import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot, take } from './browser.fixture.ts';
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
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.endsWith('/ask/calendar')) asked.push(search);
  });
  await page.goto(`${vn.node.url}/p/${pair.id}/record/calendar?year=2022`);
  await page.getByRole('heading', { name: /^Visits/ }).waitFor();
  // The years there are, what may still be moved, and the one year: never all of it.
  expect([...new Set(asked)].toSorted()).toEqual(['?limit=1', '?on=2022', '?where=standing%3Adraft']);
  await expectAccessible(vn, 'calendar');
  await shot(vn, 'calendar');
  const saved = await take(vn, () => page.getByRole('button', { name: 'Export as ICS' }).click());
  const planned = readFileSync(saved, 'utf8');
  expect(planned).toMatch(/BEGIN:VEVENT/);
  // Known to one month: told once, not as a period from it to itself.
  expect(planned).not.toMatch(/(\d{4}-\d{2}) – \1\b/);
  const onPaper = await take(vn, () => page.getByRole('button', { name: 'Export as PDF' }).click());
  expect(readFileSync(onPaper, 'latin1').slice(0, 5)).toBe('%PDF-');
  await page.getByLabel('By', { exact: true }).selectOption('month');
  await page.getByRole('heading', { name: /^August/ }).waitFor();
  await page.getByLabel('Year', { exact: true }).selectOption('2012');
  await expect.poll(() => new URL(page.url()).searchParams.get('year')).toBe('2012');
  await page.getByRole('heading', { name: /^August/ }).waitFor({ state: 'detached' });

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

test('it opens on the year of the plan one comes from, and by itself on the nearest year in which something is planned', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'leader');
  const { page } = vn;
  const year = page.getByLabel('Year', { exact: true });
  await page.goto(`${vn.node.url}/p/${pair.id}/record/calendar`);
  await page.getByRole('heading', { name: /^Visits/ }).waitFor();
  await expect.poll(() => year.inputValue()).toBe('2022');
  await page.goto(`${vn.node.url}/p/${pair.id}/t/plan/exercise-2021`);
  await page.getByRole('link', { name: 'Calendar', exact: true }).click();
  await page.getByRole('heading', { name: /^Visits/ }).waitFor();
  await expect.poll(() => year.inputValue()).toBe('2021');
  // So it does by way of the record.
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Record' }).click();
  await page.getByRole('heading', { level: 1, name: 'Record' }).waitFor();
  await page.getByRole('link', { name: 'Calendar' }).first().click();
  await page.getByRole('heading', { name: /^Visits/ }).waitFor();
  await expect.poll(() => year.inputValue()).toBe('2021');
});

test('what is under negotiation is moved by keys and by the pointer: a private change, told, undone, known as before', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = vn;
  await page.goto(`${vn.node.url}/p/${pair.id}/record/calendar?year=2022`);
  const barAt = (period: string) =>
    page.getByRole('button', { name: new RegExp(`^Move: Official visit to Laos.*, ${period}$`) });
  const bar = barAt('Jun 2022 – Jul 2022');
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  const told = (period: RegExp) =>
    page.getByRole('status').filter({ hasText: 'Prepared, not sent' }).filter({ hasText: period }).waitFor();
  await told(/July–August 2022/);
  // It is the same bar that has the focus, at its new place.
  const moved = barAt('Jul 2022 – Aug 2022').and(page.locator(':focus'));
  await moved.waitFor();
  await page.keyboard.press('Shift+ArrowRight');
  await told(/August–September 2022/);
  await expectAccessible(vn, 'moved in the calendar');
  await shot(vn, 'calendar-moved');
  await page.getByRole('button', { name: 'Undo' }).click();
  await barAt('Jul 2022 – Aug 2022').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await bar.waitFor();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ state: 'detached' });

  await bar.hover();
  const box = (await bar.boundingBox())!;
  const track = (await bar.locator('xpath=..').boundingBox())!;
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + track.width / 12, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  await barAt('Jul 2022 – Aug 2022').waitFor();

  // The plan has it as an unsent change like any other; LA sees nothing of it.
  await page.goto(`${vn.node.url}/p/${pair.id}/t/plan/exercise-2022`);
  await page.getByText(/1 change is not sent/).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${vn.node.url}/p/${pair.id}/record/calendar?year=2022`);
  await barAt('Jul 2022 – Aug 2022').waitFor();
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBe(0);
  await shot(vn, 'calendar-390');
});
