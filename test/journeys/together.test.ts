import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActPage } from '../../src/api/acts.ts';
import { Opened, type Person, signInAs } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, shot, signIn } from './browser.fixture.ts';
import { livePair, meet } from './nodes.fixture.ts';

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

async function sendAll(person: Person, path: string): Promise<void> {
  const { body } = await person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, {
    note: '',
  });
  const sent = await person.ask('POST', `${path}/submissions/${body.id}/send`, { version: body.version });
  expect(sent.status).toBe(200);
}

test('A10 B5 two texts are laid out together, shown one after the other, and signed once', async () => {
  const pair = await livePair(opened);
  const [ours, theirs] = [await signInAs(pair.vn, 'desk'), await signInAs(pair.la, 'desk')];
  const p = `/api/programmes/${pair.id}`;
  for (const year of ['2030', '2031']) {
    const [text, path] = [`plan.y${year}`, `${p}/texts/plan.y${year}`];
    // An invisible mark in a title is shown as what it is.
    const title = { vi: `Kế hoạch ${year}\u202e`, lo: `ແຜນ ${year}` };
    await ours.ask('POST', `${p}/texts`, { kind: 'plan', suffix: `y${year}`, title });
    const changes = [{ item: text, field: 'covers', value: { from: year, to: year }, version: 0 }];
    await ours.ask('PUT', `${path}/drafts`, { changes });
    await sendAll(ours, path);
    await meet(pair.vn, pair.la);
    await theirs.ask('POST', `${path}/drafts/accept`, { party: 'VN' });
    await sendAll(theirs, path);
    await meet(pair.vn, pair.la);
  }
  const desk = await arrive(opened, browser, pair.vn);
  await signIn(desk, 'desk');
  await desk.page.goto(`${pair.vn.url}/p/${pair.id}/t/plan/y2030`);
  await desk.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await desk.page.getByRole('checkbox', { name: /2031/ }).check();
  await expectAccessible(desk, 'two texts to lay out');
  await shot(desk, 'together-propose');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await desk.page.getByText('Every text below is signed together').waitFor();
  const act = desk.page.url().split('/').at(-1) ?? '';

  const minister = await arrive(opened, browser, pair.vn, 'vi', { width: 390, height: 844 });
  await signIn(minister, 'signatory');
  await minister.page.goto(`${pair.vn.url}/p/${pair.id}/a/${act}`);
  await minister.page.locator('article[lang="vi"] h2', { hasText: 'Kế hoạch 2030‹U+202E›' }).waitFor();
  expect(await minister.page.locator('article h2').allInnerTexts()).toEqual([
    'Kế hoạch 2030‹U+202E›',
    'ແຜນ 2030',
    'Kế hoạch 2031‹U+202E›',
    'ແຜນ 2031',
  ]);
  await expectAccessible(minister, 'two texts in the signing room');
  await shot(minister, 'together-room-vi');
  for (const box of await minister.page.getByRole('checkbox', { name: 'Tôi đã đọc' }).all())
    await box.check();
  for (const lang of ['vi', 'lo']) await minister.page.locator(`#sign-post-${lang}`).fill('Bộ trưởng');
  await minister.page.locator('#sign-place').fill('Hà Nội');
  await minister.page.locator('#sign-password').fill('correct horse battery');
  await minister.page.locator('button.seal').click();
  await expect
    .poll(async () => (await ours.ask<ActPage>('GET', `${p}/acts/${act}`)).body.view)
    .toMatchObject({ awaits: ['LA'], act: { texts: [{ text: 'plan.y2030' }, { text: 'plan.y2031' }] } });

  // A change of the list carries no text: the room names the parties after it, and asks of no language.
  const change = { texts: [], parties: ['LA', 'VN'], effective: { on: 'signature' } };
  const { body } = await ours.ask<{ id: string }>('POST', `${p}/acts`, change);
  await minister.page.goto(`${pair.vn.url}/p/${pair.id}/a/${body.id}`);
  await minister.page.getByRole('heading', { name: 'Các bên sau đó' }).waitFor();
  expect(await minister.page.getByRole('checkbox', { name: 'Tôi đã đọc' }).count()).toBe(0);
  await expectAccessible(minister, 'a change of the list in the signing room');
  await shot(minister, 'together-list-vi');
});
