import type { Browser, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, shot, signIn } from './browser.fixture.ts';
import { livePair, type Pair } from './nodes.fixture.ts';
import { seedOpen, seedPast, settleAll } from './seed.fixture.ts';

/* Every screen as a phone, a tablet at 200 % and a desk see it: nothing beyond the edge, nothing axe objects to. */

const opened = new Opened();
let browser: Browser;
let pair: Pair & { id: string };
let act = '';
beforeAll(async () => {
  browser = await openBrowser();
  pair = await livePair(opened);
  await seedPast(pair, () => pair.hold(false));
  await seedOpen(pair);
  await pair.hold(false);
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const screens = (id: string): readonly (readonly [string, string])[] => [
  ['desk', '/'],
  ['programme', `/p/${id}`],
  ['plan', `/p/${id}/t/plan/exercise-2022`],
  ['line', `/p/${id}/t/plan/exercise-2022?row=dialogue.defence-policy-2022`],
  ['in-force', `/p/${id}/t/plan/exercise-2021`],
  ['accounts', `/p/${id}/s/assistance/rice-2021`],
  ['redline', `/p/${id}/t/plan/exercise-2022/redline`],
  ['submission', `/p/${id}/t/plan/exercise-2022/submission`],
  ['signing', `/p/${id}/a/${act}`],
  ['exchange', `/p/${id}/exchange`],
  ['settings', '/settings'],
  ['wordings', '/settings/wordings?q=settings'],
  ['programmes', '/programmes'],
  ['nowhere', '/nowhere'],
];

async function visit({ node, page }: Person, path: string): Promise<void> {
  const asked = new Set<Request>();
  const ask = (request: Request): void => {
    // The stream of changes stays open as long as the page.
    if (request.resourceType() !== 'eventsource') asked.add(request);
  };
  const answered = (request: Request): void => void asked.delete(request);
  page.on('request', ask).on('requestfinished', answered).on('requestfailed', answered);
  await page.goto(node.url + path);
  await page.locator('#main h1').first().waitFor();
  // What an answer makes the page ask it has asked by the second frame after it was drawn.
  await expect
    .poll(
      async () => {
        if (asked.size > 0) return asked.size;
        await page.evaluate(
          () =>
            new Promise((drawn) =>
              requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined))),
            ),
        );
        return asked.size;
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBe(0);
  page.off('request', ask).off('requestfinished', answered).off('requestfailed', answered);
}

/** What is folded is looked at, too. */
const unfold = ({ page }: Person): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details:not(.menu)'))
      fold.open = true;
  });

/** By how many px the page is wider than the window. */
const beyondEdge = ({ page }: Person): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.each([
  ['vi', 1280, 860, 'light'],
  ['lo', 390, 844, 'dark'],
  ['fr', 320, 640, 'light'],
  ['fr', 1280, 860, 'dark'],
  ['lo', 640, 430, 'light'],
] as const)(
  'every screen stands in %s at %i by %i, %s',
  async (language, width, height, scheme) => {
    act ||= await settleAll(pair);
    const person = await arrive(opened, browser, pair.vn, language, { width, height });
    await person.page.emulateMedia({ colorScheme: scheme });
    await signIn(person, 'desk');
    for (const [name, path] of screens(pair.id)) {
      await visit(person, path);
      await unfold(person);
      await shot(person, `${name}-${language}-${width}-${scheme}`);
      expect(`${name} ${await beyondEdge(person)}`).toBe(`${name} 0`);
      // Axe takes long on long tables and does not depend on the language: each width once.
      if (width !== 640) await expectAccessible(person, name);
    }
  },
  240_000,
);

test('forced colours and reduced motion leave every sign visible', async () => {
  const person = await arrive(opened, browser, pair.vn);
  await person.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await signIn(person, 'desk');
  await visit(person, `/p/${pair.id}/t/plan/exercise-2021`);
  await shot(person, 'forced-colours');
  await expect.poll(() => person.page.getByText(/In force since/).isVisible()).toBe(true);
});

test('the address holds what one looks at: Back, filter and line come back', async () => {
  const person = await arrive(opened, browser, pair.vn);
  const { page } = person;
  await signIn(person, 'desk');
  await visit(person, `/p/${pair.id}/t/plan/exercise-2022`);
  await page.getByRole('searchbox').fill('doi thoai');
  await page.getByText(/\d of 18 plan lines shown/).waitFor();
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('doi thoai');
  await page.getByRole('gridcell').getByRole('link').first().click();
  await page.getByRole('complementary').waitFor();
  await page.reload();
  await page.getByRole('complementary').waitFor();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('doi thoai');
  await page.goBack();
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('doi thoai');
});
