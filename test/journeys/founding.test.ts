import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, shot, signIn } from './browser.fixture.ts';
import { strangers } from './nodes.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

async function take(page: Page, click: Promise<void>): Promise<string> {
  const [download]: [Download, void] = await Promise.all([page.waitForEvent('download'), click]);
  return download.path();
}

test('two strangers found a programme by carrying files, and read each other the same digits', async () => {
  const pair = await strangers(opened);
  const vn = await arrive(opened, browser, pair.vn);
  const la = await arrive(opened, browser, pair.la);
  await signIn(vn, 'administrator');
  await signIn(la, 'administrator');

  // VN begins alone.
  await vn.page.getByRole('link', { name: 'Found a programme' }).click();
  await expectAccessible(vn, 'programmes');
  await vn.page.getByRole('link', { name: 'Begin alone' }).click();
  await vn.page.locator('#name-vi').fill('Hợp tác quốc phòng Việt Nam – Lào');
  await vn.page.locator('#name-lo').fill('ການຮ່ວມມືປ້ອງກັນຊາດ ລາວ – ຫວຽດນາມ');
  await vn.page.locator('#code').fill('LA');
  await vn.page.locator('#partner-vi').fill('Bộ Quốc phòng Lào');
  await vn.page.locator('#partner-lo').fill('ກະຊວງປ້ອງກັນປະເທດລາວ');
  await expectAccessible(vn, 'prepare');
  await vn.page.getByRole('button', { name: 'Next' }).click();
  await vn.page.getByText('2. Cards of the partners').waitFor();

  // LA gives its card; VN takes it in, writes the founding and signs it.
  await la.page.getByRole('link', { name: 'Join a programme' }).click();
  await expectAccessible(la, 'join');
  const card = await take(la.page, la.page.getByRole('link', { name: 'Download our card' }).click());
  await vn.page.locator('#card').setInputFiles(card);
  await vn.page.getByRole('button', { name: 'Sign with our root key' }).click();
  await vn.page.getByText('Signed by 1 of 2').waitFor();
  await expectAccessible(vn, 'founding');
  await shot(vn, 'founding');
  const digits = await vn.page.locator('dd.num').innerText();
  const founding = await take(
    vn.page,
    vn.page.getByRole('button', { name: 'Download the founding with the signatures so far' }).click(),
  );

  // LA looks at it, types what VN reads aloud, and signs; a wrong digit is refused.
  await la.page.locator('#founding-file').setInputFiles(founding);
  expect(await la.page.locator('dd.num').innerText()).toBe(digits);
  await la.page.locator('#digits').fill('00000 00000');
  await la.page.getByRole('button', { name: 'Sign with our root key' }).click();
  await la.page.getByRole('alert').waitFor();
  await la.page.locator('#digits').fill(digits);
  await la.page.getByRole('button', { name: 'Sign with our root key' }).click();
  await la.page.getByText('Signed by 2 of 2').waitFor();
  const returned = await take(
    la.page,
    la.page.getByRole('button', { name: 'Download the founding with the signatures so far' }).click(),
  );

  await vn.page.getByLabel('The partner reads the same').check();
  await vn.page.locator('#returned').setInputFiles(returned);
  await vn.page.getByText('Signed by 2 of 2').waitFor();
  await vn.page.getByRole('link', { name: 'Open the programme on this node' }).click();
  await vn.page.getByRole('heading', { name: 'Hợp tác quốc phòng Việt Nam – Lào' }).waitFor();
  expect(await vn.page.locator('dd.num').innerText()).toBe(digits);
});
