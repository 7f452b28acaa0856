import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, expectState, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: DemoPair;
let vn: DemoPerson;
let la: DemoPerson;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await demoPair(opened);
  vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  la = await demoPerson(opened, browser, pair, 'la', 'desk');
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const at = ({ node, page }: DemoPerson, path: string): Promise<unknown> =>
  page.goto(`${node.url}/p/${pair.id}${path}`);
const dialog = ({ page }: DemoPerson) => page.getByRole('dialog');

test('row-21: VN clears Vietnamese and French, LA only Vietnamese: only Vietnamese is shown; withdrawn or changed: gone', async () => {
  const path = '/record/publication/event/exercise-talks-2021';
  const clear = async (person: DemoPerson, languages: readonly string[]): Promise<void> => {
    await at(person, path);
    for (const language of languages) await person.page.getByRole('checkbox', { name: language }).check();
    await person.page.getByRole('button', { name: 'Clear for publication' }).click();
    await person.page.getByRole('button', { name: 'Withdraw our clearance' }).waitFor();
  };
  const preview = ({ page }: DemoPerson) => page.getByRole('region', { name: 'What is published' });
  const sheets = (person: DemoPerson) => preview(person).getByRole('article');
  await clear(vn, ['Vietnamese', 'French']);
  await preview(vn).getByText('Nothing of it is published.').waitFor();
  await clear(la, ['Vietnamese']);
  for (const person of [la, vn]) {
    await at(person, path);
    await sheets(person).filter({ hasText: 'Hội đàm cấp cục' }).waitFor();
    expect(await sheets(person).count()).toBe(1);
    expect(await sheets(person).innerText()).not.toContain('Entretiens');
  }
  await expectAccessible(vn, 'publication of a record');
  await shot(vn, 'row-21');
  // The list of what is cleared is narrowed on the node, like any other.
  await at(vn, '/record/publication?q=hoi+dam+cap+cuc');
  const listed = vn.page.getByRole('listitem').filter({ hasText: 'Talks between departments' });
  await listed
    .getByText(/Vietnamese/)
    .first()
    .waitFor();
  await vn.page
    .getByRole('status')
    .filter({ hasText: /1 of \d/ })
    .waitFor();
  await at(vn, path);
  await sheets(vn).filter({ hasText: 'Hội đàm cấp cục' }).waitFor();

  // Withdrawn: gone, on the other node's open page too.
  await la.page.getByRole('button', { name: 'Withdraw our clearance' }).click();
  await preview(vn).getByText('Nothing of it is published.').waitFor();
  await clear(la, ['Vietnamese']);
  await sheets(vn).filter({ hasText: 'Hội đàm cấp cục' }).waitFor();

  // A word of the record changes: the clearances of both are over another content.
  await at(vn, '/s/event/exercise-talks-2021');
  await vn.page.locator('details.paper > summary').first().click();
  await vn.page.getByRole('button', { name: 'Replace ours' }).first().click();
  await dialog(vn).getByLabel('Place').fill('EXERCISE, another place');
  await dialog(vn).getByRole('button', { name: 'Send to LA' }).click();
  await dialog(vn).waitFor({ state: 'detached' });
  for (const person of [vn, la]) {
    await at(person, path);
    await person.page.getByText('changed since: void').nth(1).waitFor();
    await preview(person).getByText('Nothing of it is published.').waitFor();
    expect(await sheets(person).count()).toBe(0);
  }
});

interface Said {
  readonly by: string;
  readonly to: string;
  readonly force?: string;
  readonly kind?: string;
  readonly cue: string;
}
interface Article {
  readonly text: string;
  readonly commitments: readonly Said[];
  readonly courtesies: readonly Said[];
}

/**
 * An EXERCISE of the shape of the article of 4 December 2020, with the words that the record quotes from it: its own text is
 * another's work and is no part of ours.
 */
function article(): Article {
  const record = readFileSync(join(import.meta.dirname, '../../demo/record/chronology.jsonl'), 'utf8')
    .split('\n')
    .find((line) => line.includes('"id": "vl-0081"'));
  const { commitments, non_commitments: courtesies } = JSON.parse(record ?? '{}') as {
    commitments: readonly Said[];
    non_commitments: readonly Said[];
  };
  const all = [...commitments, ...courtesies];
  const lines = all.map(
    ({ by, cue }, number) => `EXERCISE, ${number + 1}. Les représentants (${by}) ${cue} ce point.`,
  );
  return { text: `EXERCISE : un entretien.\n\n${lines.join('\n\n')}\n`, commitments, courtesies };
}

test('row-22: ten undertakings and the courtesies of an article, each back to its words; LA sees nothing before "send"', async () => {
  const { commitments, courtesies, text } = article();
  expect(commitments).toHaveLength(10);
  await at(vn, '/record/intake');
  await vn.page.getByLabel('What it tells of').fill('EXERCISE : entretien du 4 décembre 2020');
  await vn.page.getByLabel('Source: address or publication').fill('EXERCISE gazette');
  await vn.page.getByLabel('Language of the text').selectOption('fr');
  const date = vn.page.getByRole('group', { name: 'Date of the meeting' });
  await date.getByLabel('Day').fill('4');
  await date.getByLabel('Month').selectOption({ label: 'December' });
  await date.getByLabel('Year').fill('2020');
  await vn.page.getByLabel('Kind of event').selectOption('talks');
  await vn.page.getByLabel('Text, pasted').fill(text);
  await expectAccessible(vn, 'take in an article');
  await vn.page.getByRole('button', { name: 'Keep on this node' }).click();
  await vn.page.waitForURL(/record\/intake\/[0-9a-f]+/);

  const marks = vn.page.getByRole('region', { name: 'What is marked' }).getByRole('listitem');
  let after = 0;
  const mark = async (said: Said, button: string, number: number): Promise<void> => {
    after = await select(vn, said.cue, after);
    await vn.page.getByRole('button', { name: button }).click();
    const form = dialog(vn);
    const quoted = await form.getByLabel('Quoted words').inputValue();
    expect(quoted.toLowerCase()).toBe(said.cue);
    if (number === 1) {
      await form.getByRole('button', { name: 'Keep the mark' }).click();
      await expectState(vn, 'mark-dialog:refused');
    }
    await form.getByLabel(said.force ? 'Force' : 'Kind of remark').selectOption(codeOf(said));
    await form.getByLabel('Said by').fill(said.by);
    if (number === 1) await expectState(vn, 'mark-dialog');
    await form.getByRole('button', { name: 'Keep the mark' }).click();
    await form.waitFor({ state: 'detached' });
    await marks.nth(number - 1).waitFor();
  };
  for (const [index, said] of commitments.entries()) await mark(said, 'Something said', index + 1);
  after = 0;
  for (const [index, said] of courtesies.entries())
    await mark(said, 'Courtesy or remark', commitments.length + index + 1);
  await expectAccessible(vn, 'marks in an article');

  // Each click returns to the quoted words.
  for (const which of [0, 7, 14]) {
    const quote = marks.nth(which).locator('button.quote');
    const words = (await quote.innerText()).replaceAll(/[„”]/g, '');
    await quote.click();
    const shown = vn.page.locator('.text .shown');
    await expect.poll(async () => (await shown.allInnerTexts()).join('').replaceAll(/\s+/g, ' ')).toBe(words);
    expect(await shown.first().isVisible()).toBe(true);
  }
  await shot(vn, 'row-22');

  // Nothing of it is LA's before "send".
  const { page } = la;
  const search = async (): Promise<number> =>
    page.evaluate(
      async (path) => {
        const answer = await fetch(path);
        return ((await answer.json()) as { total: number }).total;
      },
      `/api/programmes/${pair.id}/search?q=${encodeURIComponent('EXERCISE gazette')}`,
    );
  await at(la, '/record');
  expect(await search()).toBe(0);
  await vn.page.getByRole('button', { name: 'Send to LA' }).click();
  await vn.page.getByText('Sent: LA reads the meeting').waitFor();
  await expect.poll(search).toBeGreaterThanOrEqual(10);

  // LA reads what was said with its quotation; VN's line leads back to the article, which LA has not.
  const line = vn.page
    .getByRole('region', { name: 'What is marked' })
    .getByRole('link', { name: 'Open the record' })
    .first();
  const undertaking = new URL((await line.getAttribute('href')) ?? '', vn.node.url).pathname;
  await page.goto(la.node.url + undertaking);
  await page
    .getByText(commitments[0]?.cue ?? '')
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: 'In the article' }).count()).toBe(0);
  await vn.page.goto(vn.node.url + undertaking);
  await vn.page.getByRole('link', { name: 'In the article' }).click();
  await expect
    .poll(async () =>
      (await vn.page.locator('.text .shown').allInnerTexts()).join('').replaceAll(/\s+/g, ' '),
    )
    .toBe(commitments[0]?.cue);
});

const codes: Readonly<Record<string, string>> = { 'fact-past': 'pastFact' };
const codeOf = ({ force, kind = '' }: Said): string => force ?? codes[kind] ?? kind;

/** Selects words of the article as a reader would, from a place on or else from the beginning. @returns where they end */
async function select({ page }: DemoPerson, cue: string, after: number): Promise<number> {
  return page.locator('div.text').evaluate(
    (container, { from, words }) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      const whole = nodes.map((node) => node.data).join('');
      const form = new RegExp(words.split(' ').join(String.raw`\s+`), 'giu');
      form.lastIndex = from;
      const found = form.exec(whole) ?? new RegExp(form.source, 'iu').exec(whole);
      if (!found) throw new Error(`not in the article: ${words}`);
      const pointAt = (offset: number): [Text, number] => {
        let before = 0;
        for (const node of nodes) {
          if (offset <= before + node.length) return [node, offset - before];
          before += node.length;
        }
        throw new Error('beyond the text');
      };
      const end = found.index + found[0].length;
      document.getSelection()?.setBaseAndExtent(...pointAt(found.index), ...pointAt(end));
      container.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      return end;
    },
    { words: cue, from: after },
  );
}
