import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../tools/chromium.mjs';
import { measurePage, type PageFigures } from './app-page.ts';
import { measureReads, type ReadFigures } from './app-read.ts';
import { longPlan } from './long-plan.ts';

/** What is measured of the app on a processor slowed so many times. */
export interface AppFigures extends PageFigures {
  readonly slowed: number;
  /** Reads of the table and its slices over HTTP at 200 a second, nothing slowed. */
  readonly readMs: ReadFigures;
}

export interface Served {
  /** The id of its programme. */
  readonly programme: string;
  readonly appUrl: string;
}

/** Opens the plan in a real browser that has nothing kept, as somebody who is signed in. */
export async function measureApp(
  served: Served,
  slowed: number,
  readings = 1_000,
  views = 1,
): Promise<AppFigures> {
  const { cookie, page } = await inBrowser(async (browser) => {
    const context = await signedIn(browser, served.appUrl, 'desk');
    const measured = await measurePage(context, planAddress(served), slowed, views);
    const [session] = await context.cookies();
    return { cookie: `${session?.name}=${session?.value}`, page: measured };
  });
  // Only then: a browser that ends its work beside would take the cores from the node.
  const table = `/api/programmes/${served.programme}/texts/${longPlan}/table`;
  const readMs = await measureReads(served.appUrl, cookie, table, readings, views);
  return { slowed, ...page, readMs };
}

async function inBrowser<Measured>(work: (browser: Browser) => Promise<Measured>): Promise<Measured> {
  const browser = await chromium.launch(await ensureChromium());
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

export function planAddress({ appUrl, programme }: Served): string {
  return `${appUrl}/p/${programme}/t/${longPlan.replace('.', '/')}`;
}

/** A browser of somebody of the demo's VN or LA, on its own node's app in English. */
export async function signedIn(browser: Browser, url: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#user').fill(name);
  await page.locator('#password').fill(url.includes('//la.') ? 'exercise-la' : 'exercise-vn');
  await page.locator('#password').press('Enter');
  await page.locator('header nav').waitFor();
  await page.evaluate(() => localStorage.setItem('counterpart.language', 'en'));
  await page.close();
  return context;
}
