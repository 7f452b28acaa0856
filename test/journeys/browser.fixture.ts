import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Opened } from '../../src/node/world.fixture.ts';
import { ensureChromium } from '../../tools/chromium.mjs';
import { type LiveNode, password } from './nodes.fixture.ts';

/* One real Chromium; a context for each person, as two people at two desks. */

export async function openBrowser(): Promise<Browser> {
  return chromium.launch(await ensureChromium());
}

export interface Person<At extends { readonly url: string } = LiveNode> {
  readonly page: Page;
  readonly node: At;
  /** Clicks made, counted for the first card's promise. */
  readonly clicks: () => number;
}

const texts = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Somebody at a node's address, in a language, not yet signed in. Faults of the page fail the test. */
export async function arrive<At extends { readonly url: string }>(
  opened: Opened,
  browser: Browser,
  node: At,
  language: 'vi' | 'lo' | 'fr' | 'en' = 'en',
  viewport = { width: 1280, height: 860 },
  device: Pick<BrowserContextOptions, 'hasTouch' | 'isMobile' | 'colorScheme'> = {},
): Promise<Person<At>> {
  const context = await browser.newContext({ viewport, acceptDownloads: true, ...device });
  opened.add(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  opened.add(() => expect(faults).toEqual([]));
  await page.addInitScript((chosen) => localStorage.setItem('counterpart.language', chosen), language);
  let clicks = 0;
  // A key that presses a button clicks with no detail: only the mouse counts.
  await page.exposeBinding('countedClick', () => {
    clicks += 1;
  });
  await page.addInitScript(() => {
    addEventListener('click', (event) => {
      if (event.detail > 0) (window as unknown as { countedClick(): void }).countedClick();
    });
  });
  await page.goto(node.url);
  return { page, node, clicks: () => clicks };
}

/** Signs in by name and password, by keyboard. */
export async function signIn({ page }: Pick<Person, 'page'>, name: string, given = password): Promise<void> {
  await page.locator('#user').fill(name);
  await page.locator('#password').fill(given);
  await page.locator('#password').press('Enter');
  await page.locator('header nav').waitFor();
}

/** No fault that axe knows of WCAG 2.2 A and AA, on what is shown now, or on a part of it. */
export async function expectAccessible(
  { page }: Pick<Person, 'page'>,
  where: string,
  part?: string,
): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(texts).setLegacyMode(true);
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  const found = violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  expect(found).toEqual([]);
}

/** A state of docs/states.md is shown, and axe finds nothing in it; of what is said within a form, in all of the form. */
export async function expectState({ page }: Pick<Person, 'page'>, state: string): Promise<void> {
  const shown = `[data-state="${state}"]`;
  await page.locator(shown).first().waitFor();
  const form = `form:has(${shown})`;
  await expectAccessible({ page }, state, (await page.locator(form).count()) > 0 ? form : shown);
  await shot({ page }, `state-${state}`);
}

/** A picture for whoever asks for pictures by COUNTERPART_PICTURES, a folder; nothing otherwise. */
export async function shot({ page }: Pick<Person, 'page'>, name: string): Promise<void> {
  const folder = process.env['COUNTERPART_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** The file that a click brings. */
export async function take({ page }: Pick<Person, 'page'>, click: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return download.path();
}

/** Prepares what is not sent once all of it is saved, clears it and sends it. Ends on the text, all of it sent. */
export async function send({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.getByText('Saved on our node').waitFor();
  await page.getByRole('link', { name: 'Prepare submission' }).click();
  await page.getByRole('button', { name: 'Prepare submission' }).click();
  await page.getByRole('button', { name: 'Clear for sending' }).click();
  await page.getByRole('button', { name: /^Send to/ }).click();
  // The page is left when it is sent; a notice of what was sent before may still be shown.
  await page.getByRole('heading', { name: 'Submission for clearance' }).waitFor({ state: 'detached' });
  await page
    .getByText(/^(Everything is sent|Sent; )/)
    .first()
    .waitFor();
}

/** Takes all that the partner stated and that is not agreed; it is saved, not sent. */
export async function acceptAll({ page }: Pick<Person, 'page'>): Promise<void> {
  await page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Reads in both languages, fills in where, gives the password again and signs. */
export async function sign({ page }: Pick<Person, 'page'>, place: string, given = password): Promise<void> {
  for (const language of ['Vietnamese', 'Lao'])
    await page.getByLabel(`I have read the text in ${language}`).check();
  await page.getByLabel('Place of signature').fill(place);
  await page.getByLabel('Your password again', { exact: false }).fill(given);
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
}
