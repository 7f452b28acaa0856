import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { makeDemo } from '../demo/make.ts';
import { type ServedDemo, serveDemo } from '../src/cli/demo.ts';
import { silentLog } from '../src/node/log.ts';
import type { Node } from '../src/node/node.ts';
import { ensureChromium } from '../tools/chromium.mjs';

/* npm run pictures: takes the pictures of README.md from the demo, as it is now, into docs/pictures. */

interface Picture {
  readonly name: string;
  readonly party: 'VN' | 'LA';
  readonly account: string;
  readonly language: 'vi' | 'lo' | 'fr' | 'en';
  /** Behind the node's address. */
  readonly path: (at: Places) => string;
  readonly phone?: boolean;
  readonly dark?: boolean;
  /** What must be seen before the picture is taken. */
  readonly ready: (page: Page) => Promise<unknown>;
}

/** Addresses in the demo. */
interface Places {
  /** Of the programme. */
  readonly programme: string;
  /** Of the act that put the first plan in force. */
  readonly act: string;
}

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true };

const grid = (page: Page) => page.getByRole('grid').waitFor();
const main = (page: Page) => page.locator('#main h1').first().waitFor();

const pictures: readonly Picture[] = [
  { name: 'desk', party: 'VN', account: 'desk', language: 'en', path: () => '/', ready: main },
  {
    name: 'plan',
    party: 'VN',
    account: 'desk',
    language: 'en',
    path: ({ programme }) => `${programme}/t/plan/exercise-2022?open=1`,
    ready: grid,
  },
  {
    name: 'plan-lao-dark',
    party: 'LA',
    account: 'desk',
    language: 'lo',
    path: ({ programme }) => `${programme}/t/plan/exercise-2022`,
    dark: true,
    ready: grid,
  },
  { name: 'signing', party: 'VN', account: 'minister', language: 'en', path: ({ act }) => act, ready: main },
  {
    name: 'calendar',
    party: 'LA',
    account: 'leader',
    language: 'fr',
    path: ({ programme }) => `${programme}/record/calendar?year=2021`,
    ready: main,
  },
  {
    name: 'phone',
    party: 'LA',
    account: 'post',
    language: 'lo',
    path: ({ programme }) => `${programme}/field`,
    phone: true,
    ready: main,
  },
];

const folder = join(import.meta.dirname, '../docs/pictures');
const dir = mkdtempSync(join(tmpdir(), 'counterpart-pictures-'));
mkdirSync(folder, { recursive: true });
try {
  await makeDemo(dir, silentLog);
  const demo = await serveDemo(dir, 0, silentLog);
  const browser = await chromium.launch(await ensureChromium());
  for (const picture of pictures) await take(browser, demo, picture);
  await browser.close();
  await demo.stop();
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function take(browser: Browser, demo: ServedDemo, picture: Picture): Promise<void> {
  const { account, language, name, party, path } = picture;
  const { appUrl, node } = demo.nodes[party];
  const options: BrowserContextOptions = {
    ...(picture.phone === true ? phone : desktop),
    colorScheme: picture.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  };
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.addInitScript((chosen) => localStorage.setItem('counterpart.language', chosen), language);
  await page.goto(appUrl);
  await page.locator('#user').fill(account);
  await page.locator('#password').fill(`exercise-${party.toLowerCase()}`);
  await page.locator('#password').press('Enter');
  await page.locator('header nav').waitFor();
  await page.goto(`${appUrl}${path(await placesOf(node))}`);
  await picture.ready(page);
  // The live connection never rests; all else of a screen has come when nothing is asked for any more.
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

async function placesOf(node: Node): Promise<Places> {
  for (const opened of node.programmes().values()) {
    const register = await opened.register();
    const acts = [...register.voices.values()].flat().flatMap((voice) => [...voice.acts.keys()]);
    const programme = `/p/${opened.id}`;
    return { programme, act: `${programme}/a/${acts[0] ?? ''}` };
  }
  throw new Error('the demo has a programme');
}
