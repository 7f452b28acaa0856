import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import {
  arrive,
  expectAccessible,
  expectState,
  openBrowser,
  type Person,
  send,
  shot,
  sign,
  signIn,
} from './browser.fixture.ts';
import { type LiveNode, livePair, type Pair } from './nodes.fixture.ts';
import { seedOpen, seedPast } from './seed.fixture.ts';

/* Several people of one side at one text, and what the other side sees of it. */

const opened = new Opened();
let browser: Browser;
let pair: Pair & { id: string };
let vn: Person;
let la: Person;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await livePair(opened);
  await seedPast(pair, () => pair.hold(false));
  await seedOpen(pair);
  await pair.hold(false);
  vn = await person(pair.vn, 'desk');
  la = await person(pair.la, 'desk');
});
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const open = 'plan/exercise-2022';
const past = 'plan/exercise-2021';
const line = 'Đối thoại chính sách quốc phòng';

async function person(node: LiveNode, account: string): Promise<Person> {
  const one = await arrive(opened, browser, node);
  await signIn(one, account);
  return one;
}
const read = ({ node, page }: Person, text: string): Promise<unknown> =>
  page.goto(`${node.url}/p/${pair.id}/t/${text}`);
const venue = ({ page }: Person): Locator =>
  page.getByRole('row').filter({ hasText: line }).locator('[data-column="venue"]');

/** Begins to write in the cell of the place; what is written is not kept before Enter. */
async function write(one: Person, words: string): Promise<Locator> {
  const editor = venue(one).getByRole('textbox', { name: 'Place', exact: true });
  await venue(one).dblclick();
  await editor.fill(words);
  return editor;
}

test('T5 two officers change one cell: the second sees both values and chooses; the partner gets the one chosen', async () => {
  const colleague = await person(pair.vn, 'desk2');
  for (const one of [vn, colleague]) await read(one, open);
  const conflict = vn.page.getByRole('dialog', { name: 'Changed by two people: Place' });
  for (const [theirs, ours, choice, kept] of [
    ['Huế', 'Vinh', 'Keep my colleague’s', 'Huế'],
    ['Đà Nẵng', 'Hải Phòng', 'Keep mine', 'Hải Phòng'],
  ] as const) {
    const editor = await write(vn, ours);
    await (await write(colleague, theirs)).press('Enter');
    await colleague.page.getByText('Saved on our node').waitFor();
    await editor.press('Enter');
    await conflict.getByText(theirs, { exact: true }).waitFor();
    await conflict.getByText(ours, { exact: true }).waitFor();
    await conflict.getByText('desk2').waitFor();
    await expectState(vn, 'conflict-dialog');
    await shot(vn, 'conflict');
    await conflict.getByRole('button', { name: choice }).click();
    for (const one of [vn, colleague]) await venue(one).getByText(kept, { exact: true }).waitFor();
  }
  await read(la, open);
  await venue(la).getByText('Viêng Chăn').first().waitFor();
  await send(vn);
  await venue(la).getByText('Hải Phòng').waitFor();
  for (const dropped of ['Huế', 'Vinh', 'Đà Nẵng'])
    expect(await venue(la).getByText(dropped).count()).toBe(0);
});

/** Whether the sending needs two persons; it holds when the node has kept it. */
async function askForTwo({ page }: Person, on: boolean): Promise<void> {
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await page.getByLabel(/second person/).setChecked(on);
  await kept;
  // What was said of the time before may still be shown.
  await page.getByText('Saved on our node').last().waitFor();
}

test('four eyes: who prepared a submission cannot clear it; another officer does, and only then it is sent', async () => {
  const administrator = await person(pair.vn, 'administrator');
  await administrator.page.getByRole('link', { name: 'Settings' }).click();
  await askForTwo(administrator, true);
  for (const one of [vn, la]) await read(one, open);
  await (await write(vn, 'Cần Thơ')).press('Enter');
  await vn.page.getByText('Saved on our node').waitFor();
  await vn.page.getByRole('link', { name: 'Prepare submission' }).click();
  await vn.page.getByRole('button', { name: 'Prepare submission' }).click();
  await vn.page.getByText('Whoever prepared it cannot clear it.').waitFor();
  expect(await vn.page.getByRole('button', { name: 'Clear for sending' }).count()).toBe(0);
  expect(await vn.page.getByRole('button', { name: /^Send to/ }).count()).toBe(0);
  await expectAccessible(vn, 'own submission');
  await shot(vn, 'four-eyes');

  const second = await person(pair.vn, 'desk2');
  await read(second, `${open}/submission`);
  await second.page.getByText('Cần Thơ').waitFor();
  await second.page.getByLabel('Decision and remarks').fill('EXERCISE: agreed');
  await second.page.getByRole('button', { name: 'Clear for sending' }).click();
  await vn.page.getByText(/^Cleared by desk2/).waitFor();
  await vn.page.getByText('EXERCISE: agreed').waitFor();
  await venue(la).getByText('Hải Phòng').waitFor();
  expect(await venue(la).getByText('Cần Thơ').count()).toBe(0);
  await vn.page.getByRole('button', { name: 'Send to LA' }).click();
  await venue(la).getByText('Cần Thơ').waitFor();
  await askForTwo(administrator, false);
});

test('a plan in force is amended: both see what changes, both sign, and the former text stays to compare with', async () => {
  await read(vn, past);
  await vn.page.getByText(/In force since/).waitFor();
  await vn.page.getByRole('button', { name: 'Propose an amendment' }).click();
  await vn.page.getByText('Amendment', { exact: true }).waitFor();
  await (await write(vn, 'Đà Lạt')).press('Enter');
  await send(vn);
  await read(la, past);
  // The open amendment is shown at once, since it waits for LA.
  await la.page.getByText('Amendment', { exact: true }).waitFor();
  await venue(la).getByText('Đà Lạt').waitFor();
  await venue(la).getByRole('button', { name: 'Accept' }).click();
  await send(la);
  await la.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await expectState(la, 'propose-dialog');
  await la.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await la.page.getByText('This account does not sign such texts').waitFor();
  await la.page.getByRole('button', { name: 'Decline' }).click();
  await expectState(la, 'other-steps');
  await la.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  for (const [node, then] of [
    [pair.la, 'Signed by LA, awaits VN'],
    [pair.vn, 'In force since'],
  ] as const) {
    const minister = await person(node, 'signatory');
    await minister.page.getByRole('link', { name: /Ready for our signature/ }).click();
    // Exactly one value differs from what is in force.
    const changes = minister.page.locator('section', {
      has: minister.page.getByRole('heading', { name: 'What changed since the text in force' }),
    });
    await changes.last().locator('ins').getByText('Đà Lạt').waitFor();
    expect(await changes.last().locator('ins').count()).toBe(1);
    if (node === pair.vn) await expectAccessible(minister, 'amendment');
    await shot(minister, 'amendment');
    await sign(minister, 'Hà Nội');
    await minister.page.getByText(then).waitFor();
  }
  for (const one of [vn, la]) {
    await read(one, past);
    await venue(one).getByText('Đà Lạt').waitFor();
    await one.page.getByRole('link', { name: 'Comparison' }).click();
    await one.page.getByLabel('Former version').selectOption({ index: 4 });
    await one.page.getByLabel('Later version').selectOption({ index: 5 });
    await one.page.locator('ins').getByText('Đà Lạt').waitFor();
    await one.page.getByText('1 change', { exact: true }).waitFor();
  }
  await shot(la, 'amended');
});
