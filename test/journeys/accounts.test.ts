import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, signIn } from './browser.fixture.ts';
import { livePair, type Pair } from './nodes.fixture.ts';
import { seedPast } from './seed.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: Pair & { id: string };
let vn: Person;
let la: Person;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await livePair(opened);
  await seedPast(pair, () => pair.hold(false));
  vn = await arrive(opened, browser, pair.vn);
  la = await arrive(opened, browser, pair.la);
  await signIn(vn, 'desk');
  await signIn(la, 'desk');
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const line = (person: Person, row: string): Promise<unknown> =>
  person.page.goto(`${person.node.url}/p/${pair.id}/t/plan/exercise-2021?row=${row}`);
const voice = ({ page }: Person, party: string) => page.getByRole('region', { name: `Report of ${party}` });

test('a report is made from the declaration of its kind, and is seen on the other side within a moment', async () => {
  await line(la, 'visit.minister-2021');
  await line(vn, 'visit.minister-2021');
  await voice(vn, 'VN').getByText('No report from VN').waitFor();
  await vn.page.getByRole('button', { name: 'Report on this activity' }).click();
  await vn.page.getByLabel('Outcome').selectOption({ label: 'Carried out' });
  const held = vn.page.getByRole('group', { name: 'Held, From' });
  await held.getByLabel('Year').fill('2021');
  await held.getByLabel('Month').selectOption({ label: 'October' });
  await vn.page
    .getByRole('group', { name: 'Account' })
    .getByLabel('Account, Vietnamese')
    .fill('Chuyến thăm đã diễn ra.');
  await vn.page.locator('input[type=file]').setInputFiles({
    name: 'ảnh.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  });
  await vn.page.getByText('ảnh.jpg').waitFor();
  await expectAccessible(vn, 'report form');
  await vn.page.getByRole('button', { name: 'Send to LA' }).click();
  for (const person of [vn, la]) {
    await voice(person, 'VN').getByRole('link', { name: 'ảnh.jpg' }).waitFor();
    expect(await voice(person, 'VN').innerText()).toMatch(/Carried out[^]*October 2021/);
  }
});

test('a comment for our side only never reaches the other; a shared one does', async () => {
  await line(vn, 'visit.minister-2021');
  await vn.page.getByRole('textbox', { name: 'Comment, for our side only' }).fill('bottom line: two days');
  await vn.page
    .getByRole('region', { name: 'Comments' })
    .getByRole('button', { name: 'Keep for our side' })
    .click();
  await vn.page.getByRole('article').getByText('bottom line: two days').waitFor();
  await vn.page.getByRole('radio', { name: /to be sent to LA/ }).check();
  await vn.page.getByRole('textbox', { name: 'Comment, to be sent to LA' }).fill('Please confirm the month.');
  await vn.page.getByRole('region', { name: 'Comments' }).getByRole('button', { name: 'Send to LA' }).click();
  await line(la, 'visit.minister-2021');
  await la.page.getByRole('article').getByText('Please confirm the month.').waitFor();
  expect(await la.page.getByText('bottom line').count()).toBe(0);
});
