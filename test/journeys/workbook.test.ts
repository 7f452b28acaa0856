import ExcelJS from 'exceljs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Programme } from '../../src/api/programmes.ts';
import type { TextPage } from '../../src/api/texts.ts';
import { Opened, signInAs, testNode } from '../../src/node/world.fixture.ts';
import { arrive, expectState, openBrowser, shot, signIn } from './browser.fixture.ts';
import { goLive } from './nodes.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

test('S4 a partner without a node gets the plan as a workbook and returns it: a redline first, then our record of them', async () => {
  const node = await testNode(opened, 'VN');
  const desk = await signInAs(node, 'desk');
  const prepared = await desk.ask<Programme>('POST', '/api/programmes', {
    names: { vi: 'Hợp tác', lo: 'ການຮ່ວມມື' },
    languages: ['vi', 'lo'],
    timeZone: 'Asia/Vientiane',
    partners: [{ code: 'LA', names: { lo: 'ລາວ' } }],
  });
  const api = `/api/programmes/${prepared.body.id}/texts`;
  await desk.ask('POST', api, { kind: 'plan', suffix: 'y2027', title: { vi: 'Kế hoạch', lo: 'ແຜນ' } });
  const fields = {
    in: true,
    place: '0010',
    activity: { vi: 'EXERCISE Thăm', lo: 'EXERCISE ຢ້ຽມຢາມ' },
    area: 'visits',
    level: 'minister',
    venue: 'Hà Nội',
  };
  await desk.ask('PUT', `${api}/plan.y2027/drafts`, {
    changes: Object.entries(fields).map(([field, value]) => ({ item: 'visit.a', field, value, version: 0 })),
  });
  const live = await goLive(opened, node);
  const person = await arrive(opened, browser, live, 'en');
  const { page } = person;
  await signIn(person, 'desk');
  await page.goto(`${live.url}/p/${prepared.body.id}/t/plan/y2027`);
  await page.getByText('Export', { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Workbook for a partner' }).click(),
  ]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
  const column = (key: string): number => (sheet.getRow(1).values as unknown[]).indexOf(key);
  // The first line stands under what the plan says of itself.
  const first = (sheet.getColumn(1).values as unknown[]).findIndex(
    (value, at) => at > 3 && typeof value === 'string' && !value.includes('#'),
  );
  expect(sheet.getRow(first).getCell(column('activity.lo')).value).toBe('EXERCISE ຢ້ຽມຢາມ');
  sheet.getRow(first).getCell(column('venue')).value = 'EXERCISE ວຽງຈັນ';
  sheet.getRow(first).getCell(column('level')).value = 'Department';
  sheet.getRow(first).getCell(column('period')).value = 'some day';
  const returned = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
    name: 'from-la.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });

  await page.getByRole('button', { name: 'Take in a returned workbook' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The workbook').setInputFiles(await returned());
  await dialog.getByText('What they changed, 1 line').waitFor();
  await dialog.getByText('EXERCISE ວຽງຈັນ').waitFor();
  // A code is told in the reader's words.
  await dialog.locator('del', { hasText: /^Minister$/ }).waitFor();
  await dialog.locator('ins', { hasText: /^Department$/ }).waitFor();
  await dialog.getByText('This is no value of that field.').waitFor();
  await expectState(person, 'workbook-dialog');
  await shot(person, 'workbook');
  const recorded = async (): Promise<TextPage['recorded']> =>
    (await desk.ask<TextPage>('GET', `${api}/plan.y2027`)).body.recorded;
  expect(await recorded()).toEqual([]);
  await dialog.getByLabel(/letter/i).fill('EXERCISE no. 17');
  await dialog.getByRole('button', { name: 'Record as the position of LA' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await recorded()).toMatchObject([
    {
      party: 'LA',
      by: 'VN',
      item: 'visit.a',
      letter: 'EXERCISE no. 17',
      values: { level: 'department', venue: 'EXERCISE ວຽງຈັນ' },
    },
  ]);
  await page.goto(`${live.url}/p/${prepared.body.id}/t/plan/y2027?row=visit.a`);
  await page
    .getByText(/EXERCISE no\. 17/)
    .first()
    .waitFor();

  // A formula in a cell: refused whole.
  sheet.getRow(first).getCell(column('venue')).value = { formula: '1+1', result: 2 };
  await page.getByText('Export', { exact: true }).click();
  await page.getByRole('button', { name: 'Take in a returned workbook' }).click();
  await dialog.getByLabel('The workbook').setInputFiles(await returned());
  await dialog.getByText('The workbook was not taken').waitFor();
  expect(await dialog.getByRole('button', { name: 'Record as the position of LA' }).isDisabled()).toBe(true);

  // One that did not go out from here says so.
  sheet.getRow(first).getCell(column('venue')).value = 'EXERCISE ວຽງຈັນ';
  await page.route('**/workbook/returned*', (route) =>
    route.fulfill({ json: { redline: [], positions: [], faults: [], rows: 1, known: false } }),
  );
  await dialog.getByLabel('The workbook').setInputFiles(await returned());
  await expectState(person, 'workbook-dialog:unknown');
});
