import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActPage, PartyList } from '../../src/api/acts.ts';
import { Opened, signInAs } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, expectState, openBrowser, shot, signIn } from './browser.fixture.ts';
import { type LiveNode, liveThree, password } from './nodes.fixture.ts';

/* The list of parties is changed in the app, on three live nodes. */

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

/** Signs as that party's minister, once the act has come to its node and its turn is there. */
async function signThere(node: LiveNode, id: string, act: string): Promise<void> {
  const minister = await signInAs(node, 'signatory');
  const path = `/api/programmes/${id}/acts/${act}`;
  await expect.poll(async () => (await minister.ask<ActPage>('GET', path)).body.mayConsent).toBe(true);
  const post = { vi: 'Bộ trưởng', lo: 'ລັດຖະມົນຕີ' };
  const capacity = { name: 'A', post, place: 'Vientiane', date: '2026-11-21' };
  expect((await minister.ask('POST', `${path}/sign`, { password, content: [act], capacity })).status).toBe(
    200,
  );
}

test('A2 a party is left off the list and comes back, laid out and signed in the app of three nodes', async () => {
  const [vn, la, kh] = await liveThree(opened);
  const [id = ''] = vn.node.programmes().keys();
  const desk = await arrive(opened, browser, vn);
  await signIn(desk, 'desk');
  await desk.page.goto(`${vn.url}/p/${id}`);
  await desk.page.getByRole('button', { name: 'Propose a change of the list' }).click();
  const dialog = desk.page.getByRole('dialog');
  const layOut = dialog.getByRole('button', { name: 'Lay out for signature' });
  expect(await layOut.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'KH' }).uncheck();
  await dialog.getByRole('button', { name: 'Move LA up' }).click();
  await expectState(desk, 'parties-dialog');
  await shot(desk, 'parties-dialog');
  await layOut.click();
  await desk.page.getByRole('heading', { name: 'The parties after it' }).waitFor();
  const act = desk.page.url().split('/').at(-1) ?? '';

  // The minister finds it on the desk; the room says what a change of the list does, and asks to read no text.
  const minister = await arrive(opened, browser, kh, 'lo', { width: 390, height: 844 });
  await signIn(minister, 'signatory');
  await minister.page.locator('a.card', { hasText: 'ການປ່ຽນແປງລາຍຊື່ບັນດາຝ່າຍ' }).first().click();
  await minister.page.getByText('ສະແດງຄວາມເຫັນດີຂອງຝ່າຍ KH ຕໍ່ບັນດາຝ່າຍເຫຼົ່ານີ້.').waitFor();
  await expectAccessible(minister, 'a change of the list in the signing room');
  await shot(minister, 'parties-room-lo');
  for (const lang of ['vi', 'lo']) await minister.page.locator(`#sign-post-${lang}`).fill('ລັດຖະມົນຕີ');
  await minister.page.locator('#sign-place').fill('ພະນົມເປັນ');
  await minister.page.locator('#sign-password').fill(password);
  await minister.page.locator('button.seal').click();
  await signThere(la, id, act);
  await signThere(vn, id, act);

  await desk.page.goto(`${vn.url}/p/${id}`);
  const list = desk.page.getByRole('region', { name: 'Parties' });
  await list.getByText('not on the list now').waitFor();
  expect(await list.locator('ol li').allInnerTexts()).toEqual([
    expect.stringMatching(/^\s*LA\s/),
    expect.stringMatching(/^\s*VN\s/),
  ]);
  await expectAccessible(desk, 'the programme after a change of the list');
  await shot(desk, 'parties-list');

  // Who comes back signs first.
  await list.getByRole('button', { name: 'Propose a change of the list' }).click();
  await dialog.getByRole('checkbox', { name: 'KH' }).check();
  await layOut.click();
  await desk.page.getByRole('heading', { name: 'Cannot be signed yet' }).waitFor();
  const again = desk.page.url().split('/').at(-1) ?? '';
  const ours = await signInAs(vn, 'signatory');
  const room = await ours.ask<ActPage>('GET', `/api/programmes/${id}/acts/${again}`);
  expect(room.body.mayConsent).toEqual({ code: 'joiners-first' });
  for (const node of [kh, la, vn]) await signThere(node, id, again);
  const theirs = await signInAs(kh, 'desk');
  await expect
    .poll(async () => (await theirs.ask<PartyList>('GET', `/api/programmes/${id}/parties`)).body.listed)
    .toEqual(['LA', 'VN', 'KH']);
});
