import { Agent, get } from 'node:http';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ensureChromium } from '../tools/chromium.mjs';
import { measurePage, type PageFigures } from './app-page.ts';
import { longPlan } from './long-plan.ts';

/** What is measured of the app on a processor slowed so many times. */
export interface AppFigures extends PageFigures {
  readonly slowed: number;
  /** Reads of the table and its slices over HTTP at 200 a second, nothing slowed: the middle, the 99th of a hundred. */
  readonly readMs: { readonly middle: number; readonly p99: number };
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
  const browser = await chromium.launch(await ensureChromium());
  try {
    const context = await signedIn(browser, served.appUrl, 'desk');
    const page = await measurePage(context, planAddress(served), slowed, views);
    const table = `/api/programmes/${served.programme}/texts/${longPlan}/table`;
    const readMs = await readApi(context, served.appUrl, table, readings);
    return { slowed, ...page, readMs };
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

/** By somebody signed in, at 200 a second: the page of the table and its slices by turns. */
async function readApi(
  context: BrowserContext,
  url: string,
  path: string,
  readings: number,
): Promise<AppFigures['readMs']> {
  const [cookie] = await context.cookies();
  // Node does not resolve names under localhost as browsers do.
  const origin = url.replace(/\/\/[^/:]+/, '//127.0.0.1');
  const headers = {
    cookie: `${cookie?.name}=${cookie?.value}`,
    'x-counterpart': '1',
    'accept-encoding': 'gzip',
  };
  const agent = new Agent({ keepAlive: true });
  // To unpack and parse what comes would cost more than the answer does.
  const read = (of: string): Promise<void> =>
    new Promise((resolve, reject) => {
      get(origin + of, { agent, headers }, (answer) => {
        answer.resume().on('end', () => {
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${of}: ${answer.statusCode}`));
        });
      }).on('error', reject);
    });
  const page = (await (await fetch(origin + path, { headers })).json()) as { slices: { tag: string }[] };
  const paths = [path, ...page.slices.map(({ tag }) => `${path}/${tag}`)];
  for (const one of paths) await read(one);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const since = performance.now();
  for (let at = 0; at < readings; at += 1) {
    const wait = since + at * 5 - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const began = performance.now();
    asked.push(read(paths[at % paths.length] ?? path).then(() => void times.push(performance.now() - began)));
  }
  await Promise.all(asked);
  agent.destroy();
  times.sort((one, other) => one - other);
  return { middle: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}
