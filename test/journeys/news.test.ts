import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubjectId } from '../../src/core/bytes/ids.ts';
import { statementsOn } from '../../src/core/register/accounts.ts';
import { makeStatement } from '../../src/node/statements.ts';
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

test('the bell counts what changed since one looked; the digest names it, prints, and begins anew', async () => {
  const { page } = await demoPerson(opened, browser, pair, 'vn', 'leader');
  const bell = page.getByRole('banner').getByRole('link', { name: /since you last looked/ });
  await bell.click();
  await page.getByRole('heading', { name: 'What changed', level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Seen' }).click();
  await page.getByRole('link', { name: 'Nothing new since you last looked' }).waitFor();

  const programme = pair.la.node.programmes().get(pair.id)!;
  const subject = 'patrol.rainy-season-2021';
  const [before] = statementsOn(await programme.register(), programme.party, subject as SubjectId);
  expect(before).toBeUndefined();
  await makeStatement(programme, { kind: 'report', subject, fields: { status: 'underWay' }, version: 0 });
  await page.getByRole('link', { name: '1 change since you last looked' }).waitFor();
  const changed = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /^Changed since/ }) });
  await changed.last().getByText('Report of LA').waitFor();
  await expectAccessible({ page }, 'the digest');
  await shot({ page }, 'news');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Seen' }).isVisible()).toBe(false);
  expect(await changed.last().getByText('Report of LA').isVisible()).toBe(true);
  await shot({ page }, 'news-print');
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 390, height: 844 });
  await shot({ page }, 'news-390');
  await page.getByRole('button', { name: 'Seen' }).click();
  await page.getByRole('link', { name: 'Nothing new since you last looked' }).waitFor();
});
