import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import {
  arrive,
  expectAccessible,
  openBrowser,
  type Person,
  send,
  shot,
  sign,
  signIn,
} from './browser.fixture.ts';
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

test('two accounts of one delivery stand side by side until one side replaces its own; the former figure stays', async () => {
  await line(vn, 'assistance.rice-2021');
  await vn.page.getByText('The sides differ').waitFor();
  await expectAccessible(vn, 'accounts');
  expect(await voice(vn, 'VN').innerText()).toContain('1,000 tonnes');
  expect(await voice(vn, 'LA').innerText()).toContain('980 tonnes');
  await vn.page.getByText('Difference: 20').waitFor();

  // VN takes LA's figure as its own: both agree on it, what was said before stays.
  await vn.page.getByRole('button', { name: 'Settle this figure' }).click();
  await vn.page.getByRole('button', { name: 'Take the figure of LA as ours' }).click();
  await voice(vn, 'VN').getByText('980 tonnes').first().waitFor();
  await voice(vn, 'VN').getByText('Former figures').click();
  await voice(vn, 'VN').locator('s').getByText('1,000 tonnes').waitFor();

  await line(la, 'assistance.rice-2021');
  await voice(la, 'VN').getByText('980 tonnes').first().waitFor();
});

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
  await vn.page.getByRole('region', { name: 'Comments' }).getByRole('button', { name: 'Save' }).click();
  await vn.page.getByRole('article').getByText('bottom line: two days').waitFor();
  await vn.page.getByLabel('Comment, to be sent to LA').first().check();
  await vn.page.getByRole('textbox', { name: 'Comment, to be sent to LA' }).fill('Please confirm the month.');
  await vn.page.getByRole('region', { name: 'Comments' }).getByRole('button', { name: 'Send to LA' }).click();
  await line(la, 'visit.minister-2021');
  await la.page.getByRole('article').getByText('Please confirm the month.').waitFor();
  expect(await la.page.getByText('bottom line').count()).toBe(0);
});

test('both agree a minute that settles the figure; it stands above the two accounts, which stay', async () => {
  await line(vn, 'patrol.dry-season-2021');
  await vn.page.getByText('Difference: 2 ').waitFor();
  await vn.page.getByRole('button', { name: 'Settle this figure' }).click();
  await vn.page.getByRole('button', { name: 'Propose a joint minute' }).click();
  await vn.page.getByRole('link', { name: 'Prepare submission' }).waitFor();
  const address = new URL(vn.page.url()).pathname;
  expect(address).toContain('/t/minutes/');
  await expectAccessible(vn, 'minutes');
  await send(vn);
  await la.page.goto(la.node.url + address);
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await la.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await send(la);

  // Minutes close by agreement of the desks: no minister is asked.
  await la.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await la.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await la.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const room = new URL(la.page.url()).pathname;
  await sign(la, 'ວຽງຈັນ');
  await la.page.getByText('Signed by LA, awaits VN').waitFor();
  await vn.page.goto(vn.node.url + room);
  await sign(vn, 'Hà Nội');
  await vn.page.getByText(/In force since/).waitFor();

  await line(vn, 'patrol.dry-season-2021');
  await vn.page.getByText(/Settled: .*22/).waitFor();
  expect(await voice(vn, 'LA').innerText()).toContain('24');
  await shot(vn, 'settled');
});
