import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Opened, signInAs, temporaryFolder } from '../../src/node/world.fixture.ts';
import { backupFolder, restoreFolder } from '../../src/store/backup.ts';
import {
  arrive,
  expectAccessible,
  openBrowser,
  type Person,
  shot,
  sign,
  signIn,
  take,
} from './browser.fixture.ts';
import { headsAt, type LiveNode, liveAgain, livePair } from './nodes.fixture.ts';
import { seedOpen, settleAll } from './seed.fixture.ts';

/* What goes wrong between two nodes, and what carries them when there is no network. */

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

async function person(node: LiveNode, account: string, path = '/'): Promise<Person> {
  const one = await arrive(opened, browser, node);
  await signIn(one, account);
  if (path !== '/') await one.page.goto(node.url + path);
  return one;
}

test('a pouch carries all that the partner lacks; with one byte changed it is refused and nothing is written', async () => {
  const pair = await livePair(opened);
  await pair.hold(true);
  await seedOpen(pair);
  const path = `/p/${pair.id}/exchange`;
  const vn = await person(pair.vn, 'desk', path);
  const la = await person(pair.la, 'desk', path);
  await vn.page.getByText('No address: exchange by pouch only').waitFor();
  await vn.page.getByText(/^\d+ entries to send$/).waitFor();
  const pack = ({ page }: Person, party: string) =>
    page.getByRole('button', { name: `Pack a pouch for ${party}` });
  const file = await take(vn, () => pack(vn, 'LA').click());
  const pouch = { name: 'VN-LA.pouch', mimeType: 'application/octet-stream', buffer: readFileSync(file) };

  // One byte in the middle of it.
  const altered = Buffer.from(pouch.buffer);
  altered[altered.length >> 1] = (altered[altered.length >> 1] ?? 0) ^ 1;
  const before = await headsAt(pair.la);
  await la.page.locator('#pouch-file').setInputFiles({ ...pouch, buffer: altered });
  await la.page.getByRole('alert').filter({ hasText: 'Nothing was written' }).waitFor();
  await expectAccessible(la, 'pouch refused');
  await shot(la, 'pouch-refused');
  expect(await headsAt(pair.la)).toBe(before);

  // Whole, it is looked into first and then opened.
  const open = la.page.getByRole('button', { name: 'Open a pouch' });
  await la.page.locator('#pouch-file').setInputFiles(pouch);
  await open.waitFor();
  expect(await headsAt(pair.la)).toBe(before);
  await open.click();
  await la.page.getByText(/^Opened: \d+ new entries/).waitFor();
  await la.page.locator('#pouch-file').setInputFiles(pouch);
  await la.page.getByText('Nothing new: we held all of it already.').waitFor();

  // What goes back carries the receipt: VN now knows what LA holds, and since when.
  const back = await take(la, () => pack(la, 'VN').click());
  await vn.page.locator('#pouch-file').setInputFiles(back);
  await vn.page.getByRole('button', { name: 'Open a pouch' }).click();
  await vn.page.getByText('Both sides hold the same').waitFor();
  await vn.page.getByText(/^LA holds of ours: up to entry \d+, confirmed 21 Nov 2026/).waitFor();
  await shot(vn, 'pouch-opened');
  expect(await headsAt(pair.vn)).toBe(await headsAt(pair.la));
});

test('F9 a node restored from a backup reads and signs nothing, until the partner confirms or the root continues', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  const act = `/p/${pair.id}/a/${await settleAll(pair)}`;
  await pair.hold(true);
  const backup = join(temporaryFolder(opened), 'backup');
  await backupFolder(pair.vn.dir, backup, pair.vn.node.time());
  await pair.hold(false);
  // After the backup: only LA keeps it.
  const said = await (await signInAs(pair.vn, 'desk')).ask('POST', `/api/programmes/${pair.id}/comments`, {
    subject: 'visit.minister-2022',
    text: { vi: 'sau bản sao lưu' },
    shared: true,
  });
  expect(said.status).toBe(200);
  await pair.hold(false);
  await pair.vn.stop();

  const restored = async (name: string): Promise<LiveNode> => {
    const dir = join(temporaryFolder(opened), name);
    await restoreFolder(backup, dir, pair.vn.node.time());
    return liveAgain(opened, dir);
  };
  const banner = ({ page }: Person) =>
    page.getByRole('link', { name: 'Signing is locked on this node. See the exchange page.' }).first();
  const seal = ({ page }: Person) => page.getByRole('button', { name: 'Sign', exact: true });

  // The partner confirms: as soon as the administrator says where it is.
  const first = await restored('first');
  const minister = await person(first, 'signatory');
  await banner(minister).waitFor();
  await expectAccessible(minister, 'desk, locked');
  await shot(minister, 'locked');
  await minister.page.goto(first.url + act);
  await banner(minister).waitFor();
  await minister.page.getByText('Cannot be signed yet').waitFor();
  await minister.page.getByText('Exactly this will be signed.').waitFor();
  expect(await seal(minister).count()).toBe(0);
  const administrator = await person(first, 'administrator', `/p/${pair.id}/exchange`);
  await administrator.page.getByText(/restored from a backup and waits for LA/).waitFor();
  await expectAccessible(administrator, 'lock');
  await shot(administrator, 'lock');
  await enter(administrator, pair.la);
  await administrator.page.getByText('Both sides hold the same').waitFor();
  await administrator.page.getByText(/restored from a backup/).waitFor({ state: 'detached' });
  await banner(minister).waitFor({ state: 'detached' });
  await seal(minister).waitFor();
  await expect.poll(async () => (await headsAt(first)) === (await headsAt(pair.la))).toBe(true);
  for (const { page } of [minister, administrator]) await page.context().close();
  await first.stop();

  // The partner cannot be reached: the root continues, and what the minister then signs reaches LA.
  const second = await restored('second');
  const again = await person(second, 'signatory', act);
  await banner(again).waitFor();
  const root = await person(second, 'administrator', `/p/${pair.id}/exchange`);
  await root.page.locator('summary').getByText('Continue by our root key').click();
  await expectAccessible(root, 'continue by the root');
  await shot(root, 'lock-root');
  await root.page.getByRole('button', { name: 'Continue by our root key' }).click();
  await root.page.getByText(/restored from a backup/).waitFor({ state: 'detached' });
  await seal(again).waitFor();
  await sign(again, 'Hà Nội');
  await again.page.getByText('Signed by VN, awaits LA').waitFor();
  await enter(root, pair.la);
  const partner = await person(pair.la, 'signatory', act);
  await partner.page.getByText('Signed by VN, awaits LA').waitFor();
});

/** An administrator enters where the partner's node listens. */
async function enter({ page }: Person, partner: LiveNode): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Address of the node of LA').fill(partner.exchangeUrl());
  await page.getByRole('button', { name: 'Save' }).click();
}
