import { chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../tools/chromium.mjs';
import { planAddress, type Served, signedIn } from './app-measure.ts';
import { followView, ownPages } from './app-page.ts';

/**
 * Milliseconds until the plan stands again when it is loaded without a network, on a processor slowed so many times, by an
 * account that works in the field: the best of so many times.
 */
export async function measureOffline(served: Served, slowed: number, views: number): Promise<number> {
  const browser = await chromium.launch(await ensureChromium());
  try {
    const context = await signedIn(browser, served.appUrl, 'post');
    const field = await context.newPage();
    await field.goto(`${served.appUrl}/p/${served.programme}/field`);
    await field.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await field.close();
    const online = await context.newPage();
    await online.goto(planAddress(served));
    await online.locator('[role="status"][aria-busy="false"]').waitFor();
    await isKept(online);
    await online.close();
    await context.setOffline(true);
    let best = Number.POSITIVE_INFINITY;
    for (let view = 0; view < views; view += 1) {
      const page = await context.newPage();
      const { interactive, times } = await followView(page);
      const cdp = await context.newCDPSession(page);
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      await page.waitForTimeout(ownPages);
      await page.goto(planAddress(served), { waitUntil: 'commit' });
      await interactive;
      best = Math.min(best, times.get('interactive') ?? best);
      await page.close();
    }
    return best;
  } finally {
    await browser.close();
  }
}

/** Until the table of the plan lies in the browser's storage. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open('counterpart-field');
        opening.onsuccess = () => {
          const keys = opening.result.transaction('kept').objectStore('kept').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.some((key) => JSON.stringify(key).includes('/table')));
          };
        };
      }),
    undefined,
    { polling: 100 },
  );
}
