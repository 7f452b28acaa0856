import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import {
  acceptAll,
  arrive,
  expectState,
  openBrowser,
  type Person,
  send,
  shot,
  sign,
  signIn,
} from './browser.fixture.ts';
import { type LiveNode, livePair, password } from './nodes.fixture.ts';
import { seedOpen, settleAll } from './seed.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

/** Goes on by Tab until what has the focus is called so. */
async function tabTo({ page }: Person, name: RegExp, most = 90): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    const named = await page.evaluate(() => {
      const it = document.activeElement;
      if (!(it instanceof HTMLElement) || it.tabIndex < 0) return '';
      const label =
        it instanceof HTMLInputElement ? [...(it.labels ?? [])].map((one) => one.innerText).join(' ') : '';
      return `${it.getAttribute('aria-label') ?? ''} ${label} ${it.innerText}`.trim();
    });
    if (name.test(named)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}`);
}

const ready = ({ page }: Person, name: string): Promise<void> =>
  page
    .locator('button:enabled')
    .and(page.getByRole('button', { name, exact: true }))
    .waitFor();

test('by keyboard alone: edit and accept in the table, prepare, clear, send', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  const vn = await arrive(opened, browser, pair.vn);
  const { page } = vn;
  await signIn(vn, 'desk');
  await page.getByRole('link', { name: 'Go on' }).waitFor();
  await tabTo(vn, /^Go on/);
  await page.keyboard.press('Enter');
  await page.getByRole('grid').waitFor();

  // As in a spreadsheet: arrows, Enter, Esc.
  await tabTo(vn, /Open points only/);
  await page.keyboard.press('Space');
  await page.getByText('18 plan lines', { exact: true }).waitFor();
  const at = () =>
    page.evaluate(() => {
      const cell = document.activeElement;
      return `${cell?.closest('[data-row]')?.getAttribute('data-row') ?? ''} ${cell?.getAttribute('data-column') ?? ''}`;
    });
  for (let step = 0; step < 20 && !(await at()).endsWith('number'); step += 1)
    await page.keyboard.press('Tab');
  await expect.poll(at).toBe('visit.minister-2022 number');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect.poll(at).toBe('visit.vice-minister-2022 activity.vi');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' (Esc)');
  await page.keyboard.press('Escape');
  await page.getByText('(Esc)').waitFor({ state: 'detached' });
  await expect.poll(at).toBe('visit.vice-minister-2022 activity.vi');
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type(' lần thứ hai');
  await page.keyboard.press('Enter');
  await page.getByText('1 change is not sent').waitFor();
  await page.getByText('Saved on our node').waitFor();
  await page
    .getByRole('row', { name: /lần thứ hai/ })
    .getByText('Lao to confirm')
    .waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys of the keyboard' }).waitFor();
  await page.keyboard.press('Escape');

  await tabTo(vn, /^Prepare submission/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Submission for clearance' }).waitFor();
  await ready(vn, 'Prepare submission');
  await tabTo(vn, /^Prepare submission/);
  await page.keyboard.press('Enter');
  // A button that waits for an answer is passed by.
  await ready(vn, 'Clear for sending');
  await tabTo(vn, /^Clear for sending/);
  await page.keyboard.press('Enter');
  await ready(vn, 'Send to LA');
  await tabTo(vn, /^Send to LA/);
  await page.keyboard.press('Enter');
  await page
    .getByText(/(Sent; |Everything is sent)/)
    .first()
    .waitFor();
  expect(vn.clicks()).toBe(0);
});

test('? tells the keys of any screen, not while one types, and not to whoever turned it off', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  const vn = await arrive(opened, browser, pair.vn);
  const { page } = vn;
  await signIn(vn, 'desk');
  await page.getByRole('link', { name: 'Go on' }).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Keys of the keyboard' });
  const p = `${pair.vn.url}/p/${pair.id}`;
  for (const [address, heading, group] of [
    ['/exchange', 'Exchange', undefined],
    ['/record/calendar', 'Calendar', 'Calendar'],
    ['/record/ledger', 'What was said', undefined],
  ] as const) {
    await page.goto(p + address);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.keyboard.press('?');
    await dialog.getByRole('heading', { name: 'Everywhere' }).waitFor();
    expect(await dialog.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(
      group === undefined ? ['Everywhere'] : [group, 'Everywhere'],
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  await page.goto(`${p}/record/search`);
  const field = page.getByRole('searchbox').first();
  await field.fill('why');
  await field.press('?');
  expect(await field.inputValue()).toBe('why?');
  expect(await dialog.count()).toBe(0);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('?');
  await expectState(vn, 'keys-dialog');
  await dialog.getByLabel('The key ? shows this list').uncheck();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  expect(await dialog.count()).toBe(0);
  // By its button it is there all the same.
  await page.goto(`${p}/t/plan/exercise-2022`);
  await page.getByRole('button', { name: 'Keys of the keyboard' }).click();
  await dialog.getByRole('heading', { name: 'In the table' }).waitFor();
  await dialog.getByLabel('The key ? shows this list').check();
});

test('by keyboard alone: read, fill in and sign', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  await settleAll(pair);
  const minister = await arrive(opened, browser, pair.vn);
  const { page } = minister;
  await signIn(minister, 'signatory');
  await page.getByRole('link', { name: 'Go on' }).waitFor();
  await tabTo(minister, /^Go on/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Signing room' }).waitFor();
  for (const language of ['Vietnamese', 'Lao']) {
    await tabTo(minister, new RegExp(`I have read the text in ${language}`));
    await page.keyboard.press('Space');
  }
  await tabTo(minister, /^Place of signature/);
  await page.keyboard.type('Hà Nội');
  await tabTo(minister, /^Your password again/);
  await page.keyboard.type(password);
  await shot(minister, 'by-keyboard');
  await tabTo(minister, /^Sign$/);
  await page.keyboard.press('Enter');
  await page.getByText('Signed by VN, awaits LA').waitFor();
  expect(minister.clicks()).toBe(0);
});

test('a stranger who follows the first card has the plan in force within 12 clicks a side', async () => {
  const pair = await livePair(opened);
  await seedOpen(pair);
  await pair.hold(false);
  // From brackets on, with the card of the desk and then of the signatory; names and passwords are typed.
  const comes = async (node: LiveNode, account: string): Promise<Person> => {
    const person = await arrive(opened, browser, node);
    await signIn(person, account);
    return person;
  };
  const goOn = async ({ page }: Person, step: string): Promise<void> => {
    await page.locator('.guide li.now').filter({ hasText: step }).waitFor();
    await page.getByRole('link', { name: 'Go on' }).click();
  };
  const la = await comes(pair.la, 'desk');
  await goOn(la, 'Settle');
  await acceptAll(la);
  await send(la);
  const vn = await comes(pair.vn, 'desk');
  await goOn(vn, 'Lay out');
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const signatories = [await comes(pair.vn, 'signatory'), await comes(pair.la, 'signatory')];
  for (const person of signatories) {
    await goOn(person, 'Sign');
    await sign(person, 'Hà Nội');
    await person.page.getByText(/Signed by VN, awaits LA|In force since/).waitFor();
  }
  for (const { page } of [vn, ...signatories]) await page.getByText(/In force since/).waitFor();
  const clicks = [vn, la].map((desk, side) => desk.clicks() + (signatories[side]?.clicks() ?? 0));
  process.stdout.write(`clicks: VN ${clicks[0]}, LA ${clicks[1]}\n`);
  for (const count of clicks) expect(count).toBeLessThanOrEqual(12);
  // What is checked and pressed is counted.
  for (const { clicks: signed } of signatories) expect(signed()).toBeGreaterThanOrEqual(4);
});
