import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import type { Node } from '../src/node/node.ts';
import { ensureChromium } from '../tools/chromium.mjs';
import { watchFirstView, watchFrames, watchKeys } from './app-watch.ts';
import { longPlan } from './long-plan.ts';

/** What is measured of the app, in ms and bytes, on a processor slowed so many times. */
export interface AppFigures {
  readonly slowed: number;
  /** Bytes of script asked for until the table stands, packed with gzip. */
  readonly scriptBytes: number;
  /** Bytes of answers of the API over the wire, until the table stands and until every line is there. */
  readonly answerBytes: { readonly first: number; readonly all: number };
  /** From the call for the page until rows are painted and the thread is free for a key. */
  readonly interactiveMs: number;
  /** What the page's thread did for it, not slowed. */
  readonly threadMs: number;
  /** Until every line is there, for the filter and the order. */
  readonly completeMs: number;
  /** From a letter typed into the filter until it is painted, and until the lines that it finds are: the middle, the longest. */
  readonly letterMs: Spread;
  readonly foundMs: Spread;
  /** Tasks over 50 ms while the table is scrolled through: how many, the longest. */
  readonly scrolling: { readonly longTasks: number; readonly longest: number };
  /** After the garbage is gone. */
  readonly heapBytes: number;
  /** Reads of the table and its slices over HTTP at 200 a second, nothing slowed: the middle, the 99th of a hundred. */
  readonly readMs: { readonly middle: number; readonly p99: number };
}
export interface Spread {
  readonly middle: number;
  readonly longest: number;
}

interface Served {
  readonly node: Node;
  readonly appUrl: string;
}

/** Opens the plan in a real browser that has nothing kept, as somebody who is signed in. */
export async function measureApp(served: Served, slowed: number, readings = 1_000): Promise<AppFigures> {
  const browser = await chromium.launch(await ensureChromium());
  try {
    const [id] = served.node.programmes().keys();
    const context = await signedIn(browser, served.appUrl);
    const url = `${served.appUrl}/p/${id}/t/${longPlan.replace('.', '/')}`;
    // Once before, so that what the node keeps is there, as it is for whoever does not come first.
    const { threadMs } = await firstView(context, url, 1);
    const { cdp, figures, page } = await firstView(context, url, slowed);
    const typed = await typeInFilter(page);
    const scrolling = await scrollThrough(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    await page.close();
    const readMs = await readApi(
      context,
      served.appUrl,
      `/api/programmes/${id}/texts/${longPlan}/table`,
      readings,
    );
    return { slowed, ...figures, threadMs, ...typed, scrolling, heapBytes: usedSize, readMs };
  } finally {
    await browser.close();
  }
}

async function signedIn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#user').fill('desk');
  await page.locator('#password').fill('exercise-vn');
  await page.locator('#password').press('Enter');
  await page.locator('header nav').waitFor();
  await page.evaluate(() => localStorage.setItem('counterpart.language', 'en'));
  await page.close();
  return context;
}

interface Viewed {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly figures: Pick<AppFigures, 'scriptBytes' | 'answerBytes' | 'interactiveMs' | 'completeMs'>;
  readonly threadMs: number;
}

async function firstView(context: BrowserContext, url: string, slowed: number): Promise<Viewed> {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // The page tells by itself: to ask it again and again would cost what is measured.
  const times = new Map<string, number>();
  const told = new Map<string, () => void>();
  const until = (name: string): Promise<void> => new Promise((resolve) => told.set(name, resolve));
  const [interactive, complete] = [until('interactive'), until('complete')];
  await page.exposeFunction('tell', (name: string, at: number) => {
    times.set(name, at);
    told.get(name)?.();
  });
  await page.addInitScript(watchFirstView);
  const wire = followAnswers(cdp);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(url, { waitUntil: 'commit' });
  await interactive;
  const first = wire();
  const { metrics } = await cdp.send('Performance.getMetrics');
  const scriptBytes = (await Promise.all(scripts)).reduce((sum, one) => sum + one, 0);
  await complete;
  const threadMs = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  const figures = {
    scriptBytes,
    answerBytes: { first, all: wire() },
    interactiveMs: times.get('interactive') ?? 0,
    completeMs: times.get('complete') ?? 0,
  };
  return { page, cdp, figures, threadMs };
}

/** Bytes of answers of the API so far, as they came over the wire. */
function followAnswers(cdp: CDPSession): () => number {
  const urls = new Map<string, string>();
  let bytes = 0;
  cdp.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  cdp.on('Network.loadingFinished', ({ encodedDataLength, requestId }) => {
    if (urls.get(requestId)?.includes('/api/')) bytes += encodedDataLength;
  });
  return () => bytes;
}

async function typeInFilter(page: Page): Promise<Pick<AppFigures, 'letterMs' | 'foundMs'>> {
  const field = page.locator('.tools input[type="search"]');
  await field.click();
  // By then every line's words are folded, as for whoever has looked at the table for a second or two.
  await page.waitForTimeout(4_000);
  await page.evaluate(watchKeys);
  for (const letter of 'biên giới 42') {
    await page.keyboard.type(letter);
    await page.waitForTimeout(600);
  }
  const keys = await page.evaluate(() => (globalThis as unknown as { keys: Keys }).keys);
  await field.fill('');
  await page.waitForTimeout(600);
  return { letterMs: spreadOf(keys.letters), foundMs: spreadOf(keys.found) };
}
interface Keys {
  readonly letters: readonly number[];
  /** Nothing for a letter that changed no line in sight. */
  readonly found: readonly (number | undefined)[];
}

function spreadOf(times: readonly (number | undefined)[]): Spread {
  const sorted = times.filter((time) => time !== undefined).toSorted((one, other) => one - other);
  return { middle: sorted[sorted.length >> 1] ?? 0, longest: sorted.at(-1) ?? 0 };
}

async function scrollThrough(page: Page): Promise<AppFigures['scrolling']> {
  await page.evaluate(watchFrames);
  await page.mouse.move(600, 500);
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(50);
  }
  const tasks = await page.evaluate(() => (globalThis as unknown as { tasks: number[] }).tasks);
  return { longTasks: tasks.length, longest: Math.max(0, ...tasks) };
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
  const read = async (of: string): Promise<unknown> => {
    const answer = await fetch(origin + of, {
      headers: {
        cookie: `${cookie?.name}=${cookie?.value}`,
        'x-counterpart': '1',
        'accept-encoding': 'gzip',
      },
    });
    return answer.json();
  };
  const { slices } = (await read(path)) as { slices: { tag: string }[] };
  const paths = [path, ...slices.map(({ tag }) => `${path}/${tag}`)];
  for (const one of paths) await read(one);
  const times: number[] = [];
  const asked: Promise<void>[] = [];
  const since = performance.now();
  for (let at = 0; at < readings; at += 1) {
    const due = since + at * 5;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const began = performance.now();
    asked.push(read(paths[at % paths.length] ?? path).then(() => void times.push(performance.now() - began)));
  }
  await Promise.all(asked);
  times.sort((one, other) => one - other);
  return { middle: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}
