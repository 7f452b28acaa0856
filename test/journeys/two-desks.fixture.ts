import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import type { AnswerShape } from '../../src/api/ask.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { openBrowser } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

/** The demo served on its two nodes with a desk officer in front of each: where the journeys of the systems begin. */
export interface TwoDesks {
  readonly opened: Opened;
  readonly browser: Browser;
  readonly pair: DemoPair;
  readonly vn: DemoPerson;
  readonly la: DemoPerson;
  /** Goes to an address under the programme's. */
  readonly at: (person: DemoPerson, path: string) => Promise<unknown>;
  /** An answer of the register as that person's node gives it now. */
  readonly ask: (person: DemoPerson, question: string) => Promise<AnswerShape>;
}

/** Opens both before the tests of a file and closes them after; call the result from inside a test. */
export function twoDesks(): () => TwoDesks {
  const opened = new Opened();
  let desks: TwoDesks | undefined;
  beforeAll(async () => {
    const browser = await openBrowser();
    const pair = await demoPair(opened);
    const path = (more: string): string => `/p/${pair.id}${more}`;
    desks = {
      opened,
      browser,
      pair,
      vn: await demoPerson(opened, browser, pair, 'vn', 'desk'),
      la: await demoPerson(opened, browser, pair, 'la', 'desk'),
      at: ({ node, page }, more) => page.goto(node.url + path(more)),
      ask: async ({ page }, question) => {
        const answer = await page.evaluate(async (address) => {
          const got = await fetch(address);
          return { status: got.status, body: (await got.json()) as unknown };
        }, `/api/programmes/${pair.id}/ask/${question}`);
        expect(answer.status).toBe(200);
        return answer.body as AnswerShape;
      },
    };
  });
  afterAll(async () => {
    await opened.closeAll();
    await desks?.browser.close();
  });
  return () => {
    if (desks === undefined) throw new Error('the desks open before the tests');
    return desks;
  };
}

export const dialogOf = ({ page }: DemoPerson): Locator => page.getByRole('dialog');

/** Types a full date, `2021-03-01`, into a date field of that name. */
export async function typeDate(within: Locator, name: string, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  const field = within.getByRole('group', { name, exact: true });
  await field.getByLabel('Day').fill(day);
  await field.getByLabel('Month').selectOption(String(Number(month)));
  await field.getByLabel('Year').fill(year);
}

/** The words of a part of a page with single spaces, for comparisons that layout must not disturb. */
export const wordsOf = async (part: Locator): Promise<string> =>
  (await part.innerText()).replaceAll(/\s+/g, ' ');

/** Waits until a part of a page says that. */
export async function says(part: Locator, words: RegExp | string): Promise<void> {
  const told = typeof words === 'string' ? expect.stringContaining(words) : expect.stringMatching(words);
  await expect.poll(() => wordsOf(part), { timeout: 15_000 }).toEqual(told);
}
