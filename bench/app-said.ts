import { chromium } from 'playwright-core';
import { ensureChromium } from '../tools/chromium.mjs';
import { type Served, signedIn } from './app-measure.ts';
import type { Spread } from './app-page.ts';

const subject = 'patrol.long-1';
const times = 9;

/**
 * Milliseconds from the call that saves a report on one node until it stands in the browser of somebody who looks at the same
 * thing on the other's, over HTTPS between the two. Nothing is slowed.
 */
export async function measureSaid(ours: Served, theirs: Served): Promise<Spread> {
  const browser = await chromium.launch(await ensureChromium());
  try {
    const id = ours.programme;
    const [cookie] = await (await signedIn(browser, ours.appUrl, 'desk')).cookies();
    const page = await (await signedIn(browser, theirs.appUrl, 'desk')).newPage();
    await page.goto(`${theirs.appUrl}/p/${id}/s/${subject.replace('.', '/')}`);
    await page.locator('h1').waitFor();
    // Its stream of events is open when it has answered.
    await page.waitForLoadState('load');
    const found: number[] = [];
    let version = 0;
    for (let time = 0; time < times; time += 1) {
      const words = `EXERCISE said ${time}`;
      await page.evaluate(watchFor, words);
      const since = Date.now();
      const origin = ours.appUrl.replace(/\/\/[^/:]+/, '//127.0.0.1');
      const answer = await fetch(`${origin}/api/programmes/${id}/statements`, {
        method: 'POST',
        headers: {
          cookie: `${cookie?.name}=${cookie?.value}`,
          'x-counterpart': '1',
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          kind: 'report',
          subject,
          fields: { status: 'underWay', narrative: { vi: words } },
          version,
        }),
      });
      if (!answer.ok) throw new Error(`the statement was not taken: ${await answer.text()}`);
      ({ seq: version } = (await answer.json()) as { seq: number });
      const shown = await page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown);
      found.push(shown - since);
    }
    found.sort((one, other) => one - other);
    return { middle: found[found.length >> 1] ?? 0, longest: found.at(-1) ?? 0 };
  } finally {
    await browser.close();
  }
}

/** In the page: a promise of when these words are painted. Alone: only its text goes there. */
function watchFor(words: string): void {
  (globalThis as unknown as { shown: Promise<number> }).shown = new Promise((resolve) => {
    const look = new MutationObserver(() => {
      if (!document.body.textContent.includes(words)) return;
      look.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
    });
    look.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}
