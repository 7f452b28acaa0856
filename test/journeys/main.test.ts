import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, send, shot, sign, signIn } from './browser.fixture.ts';
import { livePair } from './nodes.fixture.ts';
import { seedOpen, settleAll } from './seed.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

const text = 'plan/exercise-2022';

test('two ministries take a plan from brackets to both signatures; what one sends the other sees', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  const vn = await arrive(opened, browser, pair.vn);
  await signIn(vn, 'desk');
  await expectAccessible(vn, 'desk');

  // The desk's first card leads to the open points.
  await vn.page.getByRole('link', { name: 'Go on' }).click();
  await vn.page.getByRole('grid').waitFor();
  await expectAccessible(vn, 'plan');

  // A bracket in place: ours left, theirs right; accepted, it is agreed here and sent to nobody.
  const line = vn.page.getByRole('row').filter({ hasText: 'Đối thoại chính sách quốc phòng cấp thứ' });
  const venue = line.locator('[data-column="venue"]');
  expect(await venue.innerText()).toMatch(/VN[^]*Hà Nội[^]*LA[^]*Viêng Chăn/);
  await venue.getByRole('button', { name: 'Accept' }).click();
  await vn.page.getByText('1 change is not sent. LA sees nothing of it.').waitFor();
  expect(await venue.innerText()).not.toContain('Hà Nội');

  const la = await arrive(opened, browser, pair.la);
  await signIn(la, 'desk');
  await la.page.goto(`${pair.la.url}/p/${pair.id}/t/${text}`);
  const theirVenue = la.page
    .getByRole('row')
    .filter({ hasText: 'Đối thoại chính sách quốc phòng cấp thứ' })
    .locator('[data-column="venue"]');
  await theirVenue.getByText('Hà Nội').waitFor();

  // Sent: the other window changes by itself.
  await send(vn);
  await theirVenue.getByText('Hà Nội').waitFor({ state: 'detached' });

  // LA takes all that remains but one line of its own striking, which VN strikes as well.
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await la.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText(/changes are not sent/).waitFor();
  await send(la);

  // Nothing is open: VN lays the text out, its minister signs, and then theirs.
  await vn.page.goto(`${pair.vn.url}/p/${pair.id}/t/${text}`);
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  await vn.page.getByText('This account does not sign such texts').waitFor();
  const room = new URL(vn.page.url()).pathname;
  const vnMinister = await arrive(opened, browser, pair.vn);
  await signIn(vnMinister, 'signatory');
  await vnMinister.page.goto(pair.vn.url + room);
  await vnMinister.page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
  await expectAccessible(vnMinister, 'signing room');
  const digits = await vnMinister.page.locator('dd.num').first().innerText();
  await sign(vnMinister, 'Hà Nội');
  await vnMinister.page.getByText('Signed by VN, awaits LA').waitFor();
  await shot(vnMinister, 'signed');

  const laMinister = await arrive(opened, browser, pair.la);
  await signIn(laMinister, 'signatory');
  await laMinister.page.getByRole('link', { name: /Ready for our signature/ }).click();
  await laMinister.page.getByText('Signed by VN, awaits LA').waitFor();
  expect(await laMinister.page.locator('dd.num').first().innerText()).toBe(digits);
  await sign(laMinister, 'ວຽງຈັນ');
  for (const { page } of [laMinister, vnMinister, vn]) await page.getByText(/In force since/).waitFor();
  await shot(laMinister, 'in-force');
}, 120_000);

test('a signature with the wrong password signs nothing, and the page says so', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  await settleAll(pair);
  const minister = await arrive(opened, browser, pair.vn);
  await signIn(minister, 'signatory');
  await minister.page.getByRole('link', { name: 'Go on' }).click();
  await sign(minister, 'Hà Nội', 'not the password at all');
  await minister.page.getByRole('alert').filter({ hasText: 'Nothing was signed' }).waitFor();
  expect(await minister.page.getByText('laid out for signature').isVisible()).toBe(true);
});
