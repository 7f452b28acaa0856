import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, shot, signIn } from './browser.fixture.ts';
import { livePair, type Pair } from './nodes.fixture.ts';
import { seedRecord } from './record.fixture.ts';

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
}, 120_000);
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

test('the record opens on eighteen years: events, promises without a report, mechanisms that sleep', async () => {
  await vn.page.getByRole('link', { name: 'Record' }).click();
  await vn.page.getByRole('link', { name: /^Chronology\s+162 events/ }).waitFor();
  await expectAccessible(vn, 'record');
  await shot(vn, 'record');
  await vn.page.getByRole('link', { name: /^Chronology/ }).click();
  const words = vn.page.getByRole('searchbox', { name: /^Words to look for/ });
  await words.fill('quang binh');
  await vn.page.getByText('Burial in Quang Binh of 50 volunteers').waitFor();
  await words.fill('surname printed');
  await vn.page.getByText('surname printed "Chanyarath" here').waitFor();
  expect(await vn.page.getByRole('article').count()).toBe(1);
  await expectAccessible(vn, 'chronology');
});
