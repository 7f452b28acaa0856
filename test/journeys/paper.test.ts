import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: DemoPair;
let vn: DemoPerson;
let la: DemoPerson;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await demoPair(opened);
  vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  la = await demoPerson(opened, browser, pair, 'la', 'desk');
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const at = ({ node, page }: DemoPerson, path: string): Promise<unknown> =>
  page.goto(`${node.url}/p/${pair.id}${path}`);

/** Both state the same, so that the texts match. */
async function agree(): Promise<void> {
  const text = 'advice.exercise-paper';
  const prose = (vi: string, lo: string) => ({ vi, lo });
  const positions = [
    { item: text, fields: { title: prose('EXERCISE Tham mưu', 'EXERCISE ຄຳແນະນຳ'), exercise: true } },
    {
      item: 'point.exercise-paper',
      fields: { in: true, place: '0010', wording: prose('EXERCISE', 'EXERCISE ຂໍ້') },
    },
  ];
  for (const { node } of [pair.vn, pair.la])
    await node
      .programmes()
      .get(pair.id)
      ?.append(() => positions.map((one) => ({ type: 'position', body: { text, ...one } })));
}

test('A12 what ministers signed on paper is registered by each side with its scan, over one fingerprint', async () => {
  await agree();
  await at(vn, '/t/advice/exercise-paper');
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const room = new URL(vn.page.url()).pathname;
  const digits = await vn.page.locator('dd.num').first().innerText();
  for (const [party, place] of [
    ['vn', 'EXERCISE Hà Nội'],
    ['la', 'EXERCISE ວຽງຈັນ'],
  ] as const) {
    const { node, page } = await demoPerson(opened, browser, pair, party, 'minister');
    await page.goto(node.url + room);
    await page.getByLabel('It was signed on paper: register it').check();
    const register = page.getByRole('button', { name: 'Register the paper signature' });
    expect(await register.isDisabled()).toBe(true);
    await page.getByLabel(`The paper that was signed carries the fingerprint ${digits}`).check();
    const scan = {
      name: `${party}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF EXERCISE ${party}`),
    };
    await page.getByLabel('Scan of the signed page').setInputFiles(scan);
    await page.getByLabel('Place of signature').fill(place);
    await page.getByLabel('Your password again', { exact: false }).fill(`exercise-${party}`);
    await expectAccessible({ page }, 'register a paper signature');
    await shot({ page }, `paper-${party}`);
    await register.click();
    await page.getByText(party === 'vn' ? 'Signed by VN, awaits LA' : /In force since/).waitFor();
  }
  // Each side holds both signatures, marked as paper, and the scan of the other.
  for (const { node, page } of [vn, la]) {
    await page.goto(node.url + room);
    await page.getByText(/In force since/).waitFor();
    await page.getByRole('link', { name: 'Scan of the signed page' }).nth(1).waitFor();
    expect(await page.getByText('Strength of the signature: paper').count()).toBe(2);
    const hrefs = await page
      .getByRole('link', { name: 'Scan of the signed page' })
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const statuses = (): Promise<readonly number[]> =>
      page.evaluate((all) => Promise.all(all.map(async (href) => (await fetch(href)).status)), hrefs);
    await expect.poll(statuses).toEqual([200, 200]);
  }
});

test('an instrument concluded elsewhere is entered with its source: on record for both, never signed here', async () => {
  await at(vn, '/record/instruments');
  await vn.page.getByRole('button', { name: 'Recorded instrument' }).click();
  const form = vn.page.getByRole('dialog');
  await form.getByLabel('Title, English').fill('EXERCISE treaty of friendship');
  await form.getByLabel('Layer').selectOption('treaty');
  await form.getByText('More', { exact: true }).click();
  const signed = form.getByRole('group', { name: 'Signed', exact: true });
  await signed.getByLabel('Year').fill('1977');
  await form.getByLabel('Source').fill('EXERCISE gazette');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });
  await at(la, '/record/instruments?q=EXERCISE+treaty');
  await la.page.getByRole('link', { name: 'EXERCISE treaty of friendship' }).click();
  await la.page.getByRole('heading', { level: 1, name: 'EXERCISE treaty of friendship' }).waitFor();
  await la.page.getByText('EXERCISE gazette').first().waitFor();
  await at(la, '');
  const line = la.page.getByRole('listitem').filter({ hasText: 'EXERCISE treaty of friendship' });
  await line.getByText('on record').or(line.getByText('On record')).first().waitFor();
  expect(await line.innerText()).not.toMatch(/in force|signed by/i);
});
