import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { openBrowser } from './browser.fixture.ts';
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

test('what one side sends, the other side’s open page shows, over HTTPS', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const la = await demoPerson(opened, browser, pair, 'la', 'desk');
  for (const { node, page } of [vn, la]) await page.goto(`${node.url}/p/${pair.id}/record/matrix`);
  await vn.page.getByRole('button', { name: 'Provision' }).click();
  const form = vn.page.getByRole('dialog');
  const instrument = form.getByRole('group', { name: 'Instrument' });
  await instrument.getByRole('searchbox').fill('joint statement 2016');
  await instrument.getByRole('button', { name: /joint statement \(November 2016\)/ }).click();
  await form.getByLabel('Wording, English').fill('EXERCISE: over the wire');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  const row = la.page.getByRole('row').filter({ hasText: 'EXERCISE: over the wire' });
  await row.getByText('No activity carries it out').waitFor();
  expect(await row.count()).toBe(1);
});
