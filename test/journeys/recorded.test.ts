import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TextPage } from '../../src/api/texts.ts';
import { Opened, signInAs } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, expectState, openBrowser, shot, signIn } from './browser.fixture.ts';
import { livePair } from './nodes.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

test('S4 T12 what a partner wrote in a letter is recorded as ours of them, and theirs once they confirm it', async () => {
  const pair = await livePair(opened);
  const desk = await signInAs(pair.vn, 'desk');
  const api = `/api/programmes/${pair.id}/texts`;
  await desk.ask('POST', api, { kind: 'plan', suffix: 'y2027', title: { vi: 'Kế hoạch', lo: 'ແຜນ' } });
  await desk.ask('PUT', `${api}/plan.y2027/drafts`, {
    changes: [
      { item: 'visit.a', field: 'in', value: true, version: 0 },
      { item: 'visit.a', field: 'place', value: 'a', version: 0 },
    ],
  });
  // Nothing is sent: the letter is all that LA will hear of the line.
  const row = `/p/${pair.id}/t/plan/y2027?row=visit.a`;
  const phone = { width: 390, height: 844 };
  const vn = await arrive(opened, browser, pair.vn, 'vi', phone);
  await signIn(vn, 'desk');
  await vn.page.goto(pair.vn.url + row);
  await vn.page.getByRole('button', { name: 'Ghi lại phương án theo công văn của đối tác' }).click();
  const dialog = vn.page.getByRole('dialog', { name: 'Ghi lại phương án' });
  await dialog.getByLabel('Công văn: số và ngày').fill('số 17 ngày 3/11');
  await dialog.getByLabel('Thêm mục khác').selectOption('venue');
  await dialog.getByLabel('Địa điểm').fill('ວຽງຈັນ');
  await expectState(vn, 'record-dialog');
  await shot(vn, 'record-vi');
  await dialog.getByRole('button', { name: 'Ghi lại', exact: true }).click();
  await vn.page.getByText('Bên ta ghi lại theo số 17 ngày 3/11; bên LA chưa xác nhận').waitFor();

  const la = await arrive(opened, browser, pair.la, 'lo', phone);
  await signIn(la, 'desk');
  const card = la.page.getByRole('link', { name: /ຢືນຢັນວ່າເປັນຂໍ້ສະເໜີຂອງຝ່າຍເຮົາ/ });
  await card.waitFor();
  await expectAccessible(la, 'a record of us on the desk');
  await shot(la, 'recorded-card-lo');
  await card.click();
  const confirm = la.page.getByRole('button', { name: 'ຢືນຢັນວ່າເປັນຂໍ້ສະເໜີຂອງຝ່າຍເຮົາ' });
  await confirm.waitFor();
  await expectAccessible(la, 'confirm a position');
  await shot(la, 'confirm-lo');
  await confirm.click();
  await confirm.waitFor({ state: 'detached' });
  const theirs = await signInAs(pair.la, 'desk');
  const { view } = (await theirs.ask<TextPage>('GET', `${api}/plan.y2027`)).body;
  const venue = view.items[0]?.fields.find((field) => field.field === 'venue');
  expect(venue?.positions.find((one) => one.party === 'LA')).toMatchObject({
    source: 'stated',
    value: 'ວຽງຈັນ',
  });
  await vn.page.getByText('bên LA đã xác nhận').waitFor();
});
