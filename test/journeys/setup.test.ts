import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Opened, reopen, temporaryFolder } from '../../src/node/world.fixture.ts';
import {
  arrive,
  expectAccessible,
  expectState,
  openBrowser,
  type Person,
  shot,
  signIn,
} from './browser.fixture.ts';
import { goLive, type LiveNode, password } from './nodes.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

const emptyNode = async (): Promise<LiveNode> =>
  goLive(opened, await reopen(opened, join(temporaryFolder(opened), 'new')), false);

/** How far the page reaches beyond the screen's edge. */
const beyond = ({ page }: Person): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('an empty node is set up in the browser with the code it printed, and leads to the three ways to begin', async () => {
  const node = await emptyNode();
  const { page } = await arrive(opened, browser, node);
  const person = { page, node, clicks: () => 0 };
  await page.getByRole('heading', { name: 'Set up this node' }).waitFor();
  await expectAccessible(person, 'set up');

  await page.locator('#setup-code').fill('0000000000');
  await page.locator('#setup-party').fill('vn');
  await page.locator('#setup-name-vi').fill('Bộ Quốc phòng Việt Nam');
  await page.locator('#setup-name-lo').fill('ກະຊວງປ້ອງກັນປະເທດຫວຽດນາມ');
  await page.locator('#setup-name-fr').fill('Ministère de la Défense du Viet Nam');
  await page.locator('#setup-name-en').fill('Ministry of National Defence of Viet Nam');
  await page.locator('#setup-administrator').fill('tuan');
  await page.locator('#setup-administrator-password').fill(password);
  for (const role of ['desk', 'signatory']) {
    await page.locator(`#setup-with-${role}`).check();
    await page.locator(`#setup-${role}`).fill('tuan');
    await page.locator(`#setup-${role}-password`).fill(password);
  }
  // Two of a name are seen before anything is written, and so is a code that nobody printed.
  await page.getByText('Two accounts have the same name.').waitFor();
  await expectState(person, 'set-up');
  await page.locator('#setup-desk').fill('lan');
  await page.locator('#setup-signatory').fill('minh');
  await expectAccessible(person, 'set up, filled in');
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('alert').waitFor();
  expect(await node.node.store.workspace.accounts()).toEqual([]);

  await page.locator('#setup-code').fill(node.node.setupCode);
  await page.getByRole('button', { name: 'Set up' }).click();
  await page.getByRole('heading', { name: 'Look at the demo' }).waitFor();
  await page.getByRole('link', { name: 'Found a programme' }).waitFor();
  await page.getByRole('link', { name: 'Join a programme' }).waitFor();
  await page.getByText('npm run demo').waitFor();
  await expectAccessible(person, 'ways to begin');
  expect(node.node.about()).toMatchObject({ party: 'VN', names: { vi: 'Bộ Quốc phòng Việt Nam' } });
  const made = (await node.node.store.workspace.accounts()).map(({ name, roles }) => [name, ...roles]);
  expect(made.toSorted()).toEqual([
    ['lan', 'desk'],
    ['minh', 'signatory'],
    ['tuan', 'administrator'],
  ]);

  // From now on there is a sign-in, for each of them.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(person, 'lan');
  await page.getByRole('link', { name: 'Found a programme' }).waitFor();
});

test('the set-up page is read in Vietnamese and Lao on a telephone', async () => {
  const node = await emptyNode();
  for (const language of ['vi', 'lo'] as const) {
    const person = await arrive(opened, browser, node, language, { width: 390, height: 844 });
    await person.page.locator('#setup-code').waitFor();
    await expect.poll(() => beyond(person)).toBe(0);
    await expectAccessible(person, `set up ${language}`);
    await shot(person, `setup-${language}`);
  }
  const [vi, lo] = [
    await arrive(opened, browser, node, 'vi', { width: 390, height: 844 }),
    await arrive(opened, browser, node, 'lo', { width: 390, height: 844 }),
  ];
  await vi.page.locator('#setup-code').fill(node.node.setupCode);
  await vi.page.locator('#setup-party').fill('VN');
  await vi.page.locator('#setup-name-vi').fill('Bộ Quốc phòng');
  await vi.page.locator('#setup-administrator').fill('tuan');
  await vi.page.locator('#setup-administrator-password').fill(password);
  await vi.page.locator('form button.main').click();
  await vi.page.getByText('npm run demo').waitFor();
  await expect.poll(() => beyond(vi)).toBe(0);
  await shot(vi, 'ways-vi');
  await lo.page.reload();
  await signIn(lo, 'tuan');
  await lo.page.getByText('npm run demo').waitFor();
  await expect.poll(() => beyond(lo)).toBe(0);
  await shot(lo, 'ways-lo');
});
