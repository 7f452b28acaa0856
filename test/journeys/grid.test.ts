import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planOpen } from '../../demo/plan-open.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, expectState, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: DemoPair;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await demoPair(opened);
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const planAt = (person: DemoPerson, query = ''): Promise<unknown> =>
  person.page.goto(`${person.node.url}/p/${pair.id}/t/${planOpen.text.replace('.', '/')}${query}`);
const cell = (page: Page, row: number, column: string) =>
  page.locator('.body .line:not(.heading)').nth(row).locator(`[data-column="${column}"]`);

/** What a spreadsheet leaves on the clipboard, pasted where the keys are. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', words);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** Somebody else of LA sends another venue of the first line; how the node answered. */
async function sendVenue(colleague: DemoPerson, value: string): Promise<number> {
  return colleague.page.evaluate(
    async ({ change, path }) => {
      const ask = async (method: string, at: string, body: unknown): Promise<Response> =>
        fetch(at, {
          method,
          headers: { 'content-type': 'application/json', 'x-counterpart': '1' },
          body: JSON.stringify(body),
        });
      const put = await ask('PUT', `${path}/drafts`, { changes: [change] });
      if (!put.ok) throw new Error(await put.text());
      const prepared = await ask('POST', `${path}/submissions`, { note: '' });
      const { id, version } = (await prepared.json()) as { id: string; version: number };
      return (await ask('POST', `${path}/submissions/${id}/send`, { version })).status;
    },
    {
      path: `/api/programmes/${pair.id}/texts/${planOpen.text}`,
      change: { item: 'visit.minister-2022', field: 'venue', value, version: 0 },
    },
  );
}

test('what is sent while a page is on its way is there when the page stands', async () => {
  const person = await demoPerson(opened, browser, pair, 'la', 'desk');
  const colleague = await demoPerson(opened, browser, pair, 'la', 'chief');
  const { page } = person;
  // The table was answered before, the list of programmes, which tells how far the register has come, after.
  const table = page.waitForResponse((response) => response.url().includes(`${planOpen.text}/table`));
  let sent: Promise<number> | undefined;
  await page.route('**/api/programmes', async (route) => {
    await table;
    sent ??= sendVenue(colleague, 'EXERCISE on its way');
    await sent;
    await route.continue();
  });
  // A page that carries no answers, as one that a device has kept.
  await page.route(
    (url) => url.search.includes('group=none'),
    (route) => route.continue({ url: `${person.node.url}/index.html` }),
  );
  await planAt(person, '?group=none&cols=venue');
  await cell(page, 0, 'venue').getByText('EXERCISE on its way').waitFor();
  expect(await sent).toBe(200);
});

test('what is sent after a page was answered and before it stands is there when it does', async () => {
  const person = await demoPerson(opened, browser, pair, 'la', 'desk');
  const colleague = await demoPerson(opened, browser, pair, 'la', 'chief');
  const { page } = person;
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes(`${planOpen.text}/table?`)) asked += 1;
  });
  let sent: Promise<number> | undefined;
  let askedBefore = -1;
  await page.route('**/assets/app-*.js', async (route) => {
    sent ??= sendVenue(colleague, 'EXERCISE carried');
    await sent;
    askedBefore = asked;
    await route.continue();
  });
  await planAt(person, '?cols=venue&q=EXERCISE');
  await page
    .locator('[data-row="visit.minister-2022"] [data-column="venue"]')
    .getByText('EXERCISE carried')
    .waitFor();
  expect(await sent).toBe(200);
  // The table came with the page.
  expect(askedBefore).toBe(0);
});

test('a block from a spreadsheet is shown cell by cell before anything changes; what is taken is undone and done again', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = person;
  await planAt(person, '?group=none&cols=period.venue');
  await cell(page, 0, 'period').waitFor();
  const venue = await cell(page, 0, 'venue').innerText();
  await cell(page, 0, 'period').focus();
  await paste(page, '3/4/2027\tEXERCISE one\n2027-05\tEXERCISE two\n');
  const dialog = page.getByRole('dialog', { name: 'Paste rows' });
  await dialog.getByText('1 cell cannot be taken').waitFor();
  await dialog.getByText('may be two dates').waitFor();
  await expectState(person, 'paste-dialog');
  await shot(person, 'grid-paste');
  expect(await cell(page, 0, 'venue').innerText()).toBe(venue);
  await dialog.getByRole('button', { name: 'Take 3 cells' }).click();
  await cell(page, 0, 'venue').getByText('EXERCISE one').waitFor();
  await cell(page, 1, 'venue').getByText('EXERCISE two').waitFor();
  await page.getByText('3 changes are not sent').waitFor();
  await page.getByText('Saved on our node').waitFor();
  await cell(page, 0, 'venue').focus();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Everything is sent|^Sent; /).waitFor();
  expect(await cell(page, 0, 'venue').innerText()).toBe(venue);
  await page.keyboard.press('Control+y');
  await cell(page, 1, 'venue').getByText('EXERCISE two').waitFor();
  await page.getByText('3 changes are not sent').waitFor();
});

test('what a colleague has changed since is not undone', async () => {
  const person = await demoPerson(opened, browser, pair, 'la', 'desk');
  const colleague = await demoPerson(opened, browser, pair, 'la', 'chief');
  for (const one of [person, colleague]) await planAt(one, '?group=none&cols=venue');
  await cell(person.page, 0, 'venue').focus();
  await paste(person.page, 'EXERCISE ours');
  await person.page.getByRole('button', { name: 'Take 1 cell' }).click();
  await person.page.getByText('Saved on our node').waitFor();
  await cell(colleague.page, 0, 'venue').getByText('EXERCISE ours').waitFor();
  await cell(colleague.page, 0, 'venue').focus();
  await paste(colleague.page, 'EXERCISE theirs');
  await colleague.page.getByRole('button', { name: 'Take 1 cell' }).click();
  await cell(person.page, 0, 'venue').getByText('EXERCISE theirs').waitFor();
  await cell(person.page, 0, 'venue').focus();
  await person.page.keyboard.press('Control+z');
  await person.page.getByText('A colleague has changed this since').waitFor();
  await expect.poll(() => cell(person.page, 0, 'venue').innerText()).toContain('EXERCISE theirs');
});

test('a block is copied out, filled down, and several lines are postponed and commented on', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'chief');
  const { page } = person;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await planAt(person, '?group=none&cols=level.venue');
  await cell(page, 3, 'venue').waitFor();
  await cell(page, 3, 'venue').focus();
  await paste(page, 'EXERCISE filled');
  await page.getByRole('button', { name: 'Take 1 cell' }).click();
  await cell(page, 3, 'venue').getByText('EXERCISE filled').waitFor();
  await cell(page, 3, 'venue').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByText('2 lines selected').first().waitFor();
  await page.keyboard.press('Control+d');
  await cell(page, 4, 'venue').getByText('EXERCISE filled').waitFor();
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('EXERCISE filled\nEXERCISE filled');
  const bar = page.getByRole('toolbar', { name: '2 lines selected' });
  await bar.getByRole('button', { name: 'Comment' }).click();
  await page.getByRole('textbox', { name: 'Comment, for our side only' }).fill('EXERCISE: both together');
  await expectState(person, 'selection-bar');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep for our side' }).click();
  await page.getByText('Commented on 2 lines').waitFor();
  await page.getByText('Saved on our node').waitFor();
  const unsent = page.getByText(/changes are not sent/);
  const before = Number.parseInt(await unsent.innerText(), 10);
  await bar.getByRole('button', { name: 'Postpone' }).click();
  await page.getByText(`${before + 2} changes are not sent`).waitFor();
  await expectAccessible(person, 'selection');
  await shot(person, 'grid-selected');
});

test('sorted by a column in its language, grouped by month; a view is kept for oneself and shared by its address', async () => {
  const person = await demoPerson(opened, browser, pair, 'la', 'chief');
  const { page } = person;
  await planAt(person, '?group=none');
  await cell(page, 0, 'activity.lo').waitFor();
  await page.getByRole('columnheader', { name: 'Lao' }).getByRole('button').click();
  await expect.poll(() => page.url()).toContain('sort=activity.lo');
  await page.getByRole('columnheader', { name: 'Lao' }).and(page.locator('[aria-sort]')).waitFor();
  const words = page.locator('.body .line [data-column="activity.lo"]');
  // Without the sign of the party in whose brackets it stands.
  const said = async (): Promise<string[]> =>
    (await words.allInnerTexts()).map((one) => (one.split('\n')[0] ?? '').replace(/^[A-Z]{2}: /, ''));
  // Node carries the whole Unicode collation; the browser knows no Lao.
  const { compare } = new Intl.Collator('lo', { numeric: true });
  // Which rows are in sight depends on the order: what is read together is in it.
  const outOfOrder = async (): Promise<string[]> => {
    const now = await said();
    const inOrder = now.toSorted(compare);
    return now.length > 1 ? now.filter((one, at) => one !== inOrder[at]) : ['fewer than two rows'];
  };
  await expect.poll(outOfOrder).toEqual([]);
  await page.locator('summary', { hasText: /^View$/ }).click();
  await page.getByLabel('Group by').selectOption('period');
  await page.locator('.heading').first().waitFor();
  await page.locator('summary', { hasText: /^Views$/ }).click();
  await page.getByLabel('Name of the view').fill('EXERCISE by month');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByRole('link', { name: 'EXERCISE by month' }).waitFor();
  const other = await demoPerson(opened, browser, pair, 'la', 'desk');
  await other.page.goto(page.url());
  await other.page
    .getByRole('columnheader', { name: 'Lao' })
    .and(other.page.locator('[aria-sort]'))
    .waitFor();
  await other.page.locator('summary', { hasText: /^Views$/ }).click();
  await other.page.getByText('No view is saved yet').waitFor();
  await planAt(person);
  await page.locator('summary', { hasText: /^Views$/ }).click();
  await page.getByRole('link', { name: 'EXERCISE by month' }).click();
  await expect.poll(() => page.url()).toContain('group=period');
  await page.locator('.heading').first().waitFor();
});

test('what waits to be saved stays with its text when one goes to another', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = person;
  await planAt(person, '?group=none&cols=venue');
  const saved: string[] = [];
  const release = Promise.withResolvers<void>();
  await page.route('**/drafts', async (route) => {
    if (route.request().method() === 'PUT') {
      saved.push(new URL(route.request().url()).pathname);
      await release.promise;
    }
    await route.continue();
  });
  for (const [row, words] of ['EXERCISE first', 'EXERCISE second'].entries()) {
    await cell(page, row, 'venue').click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await cell(page, row, 'venue').getByText(words).waitFor();
  }
  await expect.poll(() => saved.length).toBe(1);
  // Another text on the same screen, as by the key Back of the browser.
  await page.evaluate((path) => {
    history.pushState({}, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/p/${pair.id}/t/advice/exercise-2021`);
  await page.locator('h1', { hasNotText: '2022' }).waitFor();
  // Nothing of the former text comes along: what is written there is not prepared here.
  await page.locator('.bar .state').filter({ hasNotText: 'not sent' }).waitFor();
  release.resolve();
  await expect.poll(() => saved.length).toBe(2);
  expect([...new Set(saved)]).toEqual([`/api/programmes/${pair.id}/texts/${planOpen.text}/drafts`]);
  await planAt(person, '?group=none&cols=venue');
  for (const [row, words] of ['EXERCISE first', 'EXERCISE second'].entries())
    await cell(page, row, 'venue').getByText(words).waitFor();
});

test('what could not be saved is kept when one leaves the text, and saved when the node is back', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = person;
  await planAt(person, '?group=none&cols=venue');
  await page.route('**/drafts', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );
  await cell(page, 2, 'venue').click();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('EXERCISE away');
  await page.keyboard.press('Enter');
  await page.getByText('stands here and is not saved yet').waitFor();
  await page.getByRole('link', { name: 'Desk', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor();
  await page.unroute('**/drafts');
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/drafts'),
  );
  await page.goBack();
  expect((await saved).ok()).toBe(true);
  await page.locator('.bar.unsent .state').getByText('Saved on our node').waitFor();
  await planAt(person, '?group=none&cols=venue');
  await cell(page, 2, 'venue').getByText('EXERCISE away').waitFor();
});

test('rows that come into sight stand one below the other in their order, each as high as what it shows', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = person;
  await planAt(person, '?group=none');
  await cell(page, 0, 'number').waitFor();
  await page.mouse.move(600, 500);
  const rowsNow = async (): Promise<string> => (await page.evaluate(rowsInPage)).rows.join(' ');
  for (const way of [700, 900, -900, 900]) {
    const before = await rowsNow();
    await page.evaluate(awaitScrolled);
    await page.mouse.wheel(0, way);
    await page.evaluate(() => (globalThis as { scrolled?: Promise<unknown> }).scrolled);
    await expect.poll(rowsNow).not.toBe(before);
    await expect.poll(async () => (await page.evaluate(rowsInPage)).faults).toEqual([]);
  }
});

/** Runs in the page: from now on `scrolled` waits for the end of the next turn, so that none is taken for another. */
function awaitScrolled(): void {
  const scrolled = new Promise((resolve) => {
    document.addEventListener('scrollend', resolve, { capture: true, once: true });
  });
  Object.assign(globalThis, { scrolled });
}

/** Runs in the page: which rows it has, and what is wrong with where they stand. */
function rowsInPage(): { rows: number[]; faults: string[] } {
  const rows = [...document.querySelectorAll('.grid .body > [role="row"]')];
  const faults = rows.slice(1).flatMap((row, before) => {
    const [one, other] = [rows[before] as Element, row];
    const [at, next] = [one, other].map((each) => Number(each.getAttribute('aria-rowindex')));
    const gap = other.getBoundingClientRect().top - one.getBoundingClientRect().bottom;
    return next === (at ?? 0) + 1 && Math.abs(gap) < 1.5 ? [] : [`${at} ${next} ${gap}`];
  });
  return { rows: rows.map((row) => Number(row.getAttribute('aria-rowindex'))), faults };
}

test('a plan of hundreds of lines that only we have comes by slices, and a change asks for its own slice alone', async () => {
  const person = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = person;
  const text = await page.evaluate(beginLongPlan, `/api/programmes/${pair.id}/texts`);
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, tag] = /\/table\/([^/]+)\/drafts/.exec(request.url()) ?? [];
    if (tag !== undefined) asked.push(tag);
  });
  await page.goto(`${person.node.url}/p/${pair.id}/t/${text.replace('.', '/')}?group=none&cols=venue`);
  // All of it is here: the slices of its lines and of what is prepared.
  await page.locator('.tools [role="status"][aria-busy="false"]', { hasText: '600' }).waitFor();
  const told = page.locator('.bar.unsent .state');
  await told.getByText('1,201').waitFor();
  expect([asked.length > 1, new Set(asked).size]).toEqual([true, asked.length]);
  const before = asked.length;
  await cell(page, 3, 'venue').click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('EXERCISE hall');
  await page.keyboard.press('Enter');
  await cell(page, 3, 'venue').getByText('EXERCISE hall').waitFor();
  await told.getByText('1,202').waitFor();
  await expect.poll(() => asked.length).toBe(before + 1);
  await page.reload();
  await cell(page, 3, 'venue').getByText('EXERCISE hall').waitFor();
});

/** Runs in the page: a plan of 600 lines that nobody has sent. @returns its id */
async function beginLongPlan(texts: string): Promise<string> {
  const ask = async (method: string, at: string, body: unknown): Promise<Response> => {
    const answer = await fetch(at, {
      method,
      headers: { 'content-type': 'application/json', 'x-counterpart': '1' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return answer;
  };
  const title = { vi: 'Kế hoạch dài (EXERCISE)' };
  const begun = await ask('POST', texts, { kind: 'plan', suffix: 'long-private', title });
  const { id } = (await begun.json()) as { id: string };
  const changes = Array.from({ length: 600 }, (_, at) => {
    const item = `visit.private-${at}`;
    const place = String(at + 1).padStart(6, '0');
    return [
      { item, field: 'in', value: true, version: 0 },
      { item, field: 'place', value: place, version: 0 },
    ];
  }).flat();
  for (const from of [0, 600])
    await ask('PUT', `${texts}/${id}/drafts`, { changes: changes.slice(from, from + 600) });
  return id;
}
