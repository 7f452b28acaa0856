import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { nodePlaces } from '../../src/cli/place.ts';
import { writeExport } from '../../src/cli/write-export.ts';
import { Opened, temporaryFolder } from '../../src/node/world.fixture.ts';
import {
  acceptAll,
  arrive,
  expectAccessible,
  openBrowser,
  type Person,
  send,
  shot,
  sign,
  signIn,
  take,
} from './browser.fixture.ts';
import { headsAt, type LiveNode, strangers } from './nodes.fixture.ts';

/* The whole job, by screens alone: from two nodes that know nothing of each other to a figure on which both have settled. */

const opened = new Opened();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => opened.closeAll());
afterAll(() => browser.close());

interface Both {
  readonly vn: Person;
  readonly la: Person;
}

async function two(nodes: { vn: LiveNode; la: LiveNode }, account: string): Promise<Both> {
  const vn = await arrive(opened, browser, nodes.vn);
  const la = await arrive(opened, browser, nodes.la);
  await signIn(vn, account);
  await signIn(la, account);
  return { vn, la };
}

const button = ({ page }: Person, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** VN begins alone, LA gives its card, both sign the founding and read each other the same digits. */
async function found({ vn, la }: Both): Promise<void> {
  await vn.page.getByRole('link', { name: 'Found a programme' }).click();
  await vn.page.getByRole('link', { name: 'Begin alone' }).waitFor();
  await expectAccessible(vn, 'programmes');
  await vn.page.getByRole('link', { name: 'Begin alone' }).click();
  await vn.page.locator('#name-vi').fill('Hợp tác quốc phòng Việt Nam – Lào');
  await vn.page.locator('#name-lo').fill('ການຮ່ວມມືປ້ອງກັນຊາດ ລາວ – ຫວຽດນາມ');
  await vn.page.locator('#code').fill('LA');
  await vn.page.locator('#partner-vi').fill('Bộ Quốc phòng Lào');
  await vn.page.locator('#partner-lo').fill('ກະຊວງປ້ອງກັນປະເທດລາວ');
  await expectAccessible(vn, 'prepare');
  await button(vn, 'Next').click();
  await vn.page.getByText('Cards of the partners').waitFor();

  await la.page.getByRole('link', { name: 'Join a programme' }).click();
  const ourCard = la.page.getByRole('link', { name: 'Download our card' });
  await ourCard.waitFor();
  await expectAccessible(la, 'join');
  await vn.page.locator('#card').setInputFiles(await take(la, () => ourCard.click()));
  await button(vn, 'Sign with our root key').click();
  await vn.page.getByText('Signed by 1 of 2').waitFor();
  await expectAccessible(vn, 'founding');
  await shot(vn, 'founding');
  const digits = await vn.page.locator('dd.num').innerText();
  const carry = 'Download the founding with the signatures so far';
  await la.page.locator('#founding-file').setInputFiles(await take(vn, () => button(vn, carry).click()));
  await la.page.locator('dd.num').getByText(digits, { exact: true }).waitFor();

  // What VN reads aloud is typed here; a wrong digit is refused.
  await la.page.locator('#digits').fill('00000 00000');
  await button(la, 'Sign with our root key').click();
  await la.page.getByRole('alert').waitFor();
  await la.page.locator('#digits').fill(digits);
  await button(la, 'Sign with our root key').click();
  await la.page.getByText('Signed by 2 of 2').waitFor();
  const returned = await take(la, () => button(la, carry).click());
  await vn.page.getByLabel('The partner reads the same').check();
  await vn.page.locator('#returned').setInputFiles(returned);
  await vn.page.getByText('Signed by 2 of 2').waitFor();
  await vn.page.getByRole('link', { name: 'Open the programme on this node' }).click();
  await vn.page.getByRole('heading', { name: 'Hợp tác quốc phòng Việt Nam – Lào' }).waitFor();
  await vn.page.locator('dd.num').getByText(digits, { exact: true }).waitFor();
}

/** Each administrator enters where the partner's node listens; the nodes then exchange by themselves. */
async function introduce({ vn, la }: Both): Promise<void> {
  for (const [person, partner] of [
    [vn, la],
    [la, vn],
  ] as const) {
    await person.page.getByRole('link', { name: 'Exchange' }).first().click();
    await person.page.getByText('No address: exchange by pouch only').waitFor();
    await button(person, 'Edit').click();
    await person.page.getByLabel(/^Address of the node of/).fill(partner.node.exchangeUrl());
    await button(person, 'Save').click();
    await person.page.getByText('No address: exchange by pouch only').waitFor({ state: 'detached' });
  }
  for (const { page } of [vn, la]) await page.getByText('Both sides hold the same').waitFor();
  await expectAccessible(vn, 'exchange');
  await shot(vn, 'exchange');
}

interface LineGiven {
  readonly kind: string;
  readonly vi: string;
  readonly lo: string;
  readonly area: string;
  readonly venue: string;
}
const rice: LineGiven = {
  kind: 'Assistance',
  vi: 'DIỄN TẬP: viện trợ gạo',
  lo: 'ການຝຶກຊ້ອມ: ການຊ່ວຍເຫຼືອເຂົ້າ',
  area: 'Assistance',
  venue: 'Hà Nội',
};
const patrol: LineGiven = {
  kind: 'Joint patrol',
  vi: 'DIỄN TẬP: tuần tra chung',
  lo: 'ການຝຶກຊ້ອມ: ການລາດຕະເວນຮ່ວມ',
  area: 'Border',
  venue: 'Quảng Trị',
};

const row = ({ page }: Person, { vi }: LineGiven): Locator => page.getByRole('row').filter({ hasText: vi });
const venue = (person: Person, line: LineGiven): Locator =>
  row(person, line).locator('[data-column="venue"]');

async function addLine(person: Person, line: LineGiven): Promise<void> {
  const { page } = person;
  await button(person, 'Add a plan line').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption({ label: line.kind });
  await dialog.getByLabel('Activity, Vietnamese').fill(line.vi);
  await dialog.getByLabel('Activity, Lao').fill(line.lo);
  await dialog.getByLabel('Area').selectOption({ label: line.area });
  await dialog.getByRole('group', { name: 'Period, From' }).getByLabel('Year').fill('2027');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  // The new line lies open beside the table; what is not required is filled there.
  const drawer = page.getByRole('complementary');
  await drawer.getByLabel('Show empty fields too').check();
  await drawer.getByRole('button', { name: 'Edit: Place', exact: true }).click();
  await drawer.getByRole('textbox', { name: 'Place', exact: true }).fill(line.venue);
  await drawer.getByRole('textbox', { name: 'Place', exact: true }).press('Enter');
  await drawer.getByText(line.venue).waitFor();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await drawer.waitFor({ state: 'detached' });
}

async function counter(person: Person, line: LineGiven, words: string): Promise<void> {
  const cell = venue(person, line);
  await cell.getByRole('button', { name: 'Counter' }).click();
  await cell.getByRole('textbox', { name: 'Place', exact: true }).fill(words);
  await cell.getByRole('textbox', { name: 'Place', exact: true }).press('Enter');
  await cell.getByText(words).waitFor();
}

/** From an empty programme to a text on which both agree in every field; both see it. */
async function negotiate({ vn, la }: Both): Promise<string> {
  for (const person of [vn, la])
    await person.page.getByRole('link', { name: 'Programme', exact: true }).click();
  await button(vn, 'Begin a text').first().click();
  const dialog = vn.page.getByRole('dialog');
  await dialog.getByLabel('Kind').selectOption({ label: 'Cooperation plan' });
  await dialog.getByLabel('Title, Vietnamese').fill('Kế hoạch 2027 (DIỄN TẬP)');
  await dialog.getByLabel('Title, Lao').fill('ແຜນການ 2027 (ການຝຶກຊ້ອມ)');
  await dialog.getByRole('button', { name: 'Begin', exact: true }).click();
  await vn.page.getByText('Title, Covers, Preamble').click();
  await vn.page.getByRole('button', { name: 'Edit: Covers', exact: true }).click();
  await vn.page.getByRole('group', { name: 'Covers, From' }).getByLabel('Year').fill('2027');
  await vn.page.getByRole('group', { name: 'Covers, From' }).getByLabel('Year').press('Enter');
  await vn.page.getByText('Title, Covers, Preamble').click();
  await addLine(vn, rice);
  await addLine(vn, patrol);
  expect(await la.page.getByText('2027').count()).toBe(0);
  await send(vn);

  // LA's page shows it by itself: other places, all else as VN wrote it.
  await la.page.getByRole('link', { name: /2027/ }).click();
  await counter(la, rice, 'Viêng Chăn');
  await counter(la, patrol, 'Savannakhet');
  await acceptAll(la);
  await venue(vn, rice).getByText('Hà Nội').waitFor();
  await send(la);

  // In VN's open page the brackets appear: it accepts one and counters the other.
  await venue(vn, rice).getByText('Viêng Chăn').waitFor();
  expect(await venue(vn, rice).innerText()).toMatch(/VN[^]*Hà Nội[^]*LA[^]*Viêng Chăn/);
  await expectAccessible(vn, 'brackets');
  await shot(vn, 'brackets');
  await venue(vn, rice).getByRole('button', { name: 'Accept' }).click();
  await venue(vn, rice).getByText('Hà Nội').waitFor({ state: 'detached' });
  await counter(vn, patrol, 'Quảng Trị, Savannakhet');
  await send(vn);
  await venue(la, patrol).getByText('Quảng Trị, Savannakhet').waitFor();
  await venue(la, patrol).getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText('1 change is not sent').waitFor();
  await send(la);
  for (const { page } of [vn, la]) await page.getByText('texts match').waitFor();
  return new URL(vn.page.url()).pathname;
}

/** One lays the text out, each side's signs: in force on both, under the same digits. */
async function conclude(desk: Person, nodes: { vn: LiveNode; la: LiveNode }): Promise<void> {
  await button(desk, 'Lay out for signature').click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  await desk.page.getByText('This account does not sign such texts').waitFor();
  const { vn, la } = await two(nodes, 'signatory');
  for (const [person, place, then] of [
    [vn, 'Hà Nội', 'Signed by VN, awaits LA'],
    [la, 'ວຽງຈັນ', 'In force since'],
  ] as const) {
    await person.page.getByRole('link', { name: /Ready for our signature/ }).click();
    await button(person, 'Sign').waitFor();
    if (person === vn) {
      await expectAccessible(vn, 'signing room');
      await sign(vn, place, 'not the password at all');
      await vn.page.getByRole('alert').filter({ hasText: 'Nothing was signed' }).waitFor();
    }
    await sign(person, place);
    await person.page.getByText(then).waitFor();
  }
  for (const { page } of [vn, desk]) await page.getByText(/In force since/).waitFor();
  await shot(la, 'in-force');
  const digits = await vn.page.locator('dd.num').first().innerText();
  for (const { page } of [la, desk])
    await page.locator('dd.num').getByText(digits, { exact: true }).waitFor();
  for (const { page } of [vn, la]) await page.context().close();
}

const voice = ({ page }: Person, party: string): Locator =>
  page.getByRole('region', { name: `Report of ${party}` });

async function report(
  person: Person,
  partner: string,
  what: string,
  figure: string,
  unit: string,
): Promise<void> {
  await button(person, 'Report on this activity').click();
  const form = person.page.getByRole('form', { name: 'Report on this activity' });
  await form.getByLabel('Outcome').selectOption({ label: 'Carried out' });
  const figures = form.getByRole('group', { name: 'Figures', exact: true });
  await figures.getByRole('button', { name: 'Add' }).click();
  await figures.getByLabel('What').fill(what);
  await figures.getByLabel('Figure', { exact: true }).fill(figure);
  await figures.getByLabel('Unit').fill(unit);
  await form.getByRole('button', { name: `Send to ${partner}` }).click();
  await form.waitFor({ state: 'detached' });
}

/** Both open a line of the plan in force and report; each sees the other's account by itself, and by how much they differ. */
async function differ(
  { vn, la }: Both,
  line: LineGiven,
  told: readonly [string, string],
  by: string,
): Promise<void> {
  for (const person of [vn, la]) {
    await row(person, line)
      .getByRole('link', { name: /^Open line/ })
      .click();
    await voice(person, 'VN').getByText('No report from VN').waitFor();
  }
  const [unit, what] = line === rice ? ['t', 'rice'] : ['patrols', 'joint patrols'];
  await report(vn, 'LA', what, told[0], unit);
  await report(la, 'VN', what, told[1], unit);
  for (const { page } of [vn, la]) {
    await page.getByText('The sides differ').waitFor();
    await page.getByText(`Difference: ${by}`).waitFor();
  }
}

/** Every file of a node's export by its name. */
async function exported(node: LiveNode): Promise<ReadonlyMap<string, string>> {
  const [place] = nodePlaces(node.dir);
  if (place === undefined) throw new Error('no programme');
  const folder = join(temporaryFolder(opened), 'register');
  mkdirSync(folder, { recursive: true });
  const out = join(folder, 'out');
  const silent = { total: () => {}, add: () => {}, end: () => {} };
  await writeExport(place, out, silent);
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map((one) => {
      const path = join(one.parentPath, one.name);
      return [path.slice(out.length), readFileSync(path).toString('base64')];
    }),
  );
}

test('two ministries from nothing in common to a plan in force and a figure settled, over HTTPS', async () => {
  const nodes = await strangers(opened);
  const administrators = await two(nodes, 'administrator');
  await found(administrators);
  await introduce(administrators);
  for (const { page } of [administrators.vn, administrators.la]) await page.context().close();

  const desks = await two(nodes, 'desk');
  const { vn, la } = desks;
  const plan = await negotiate(desks);
  await conclude(vn, nodes);

  // (a) The figures differ; VN replaces its own by LA's, and what it said before stays in the drawer of both.
  for (const person of [vn, la]) await person.page.goto(person.node.url + plan);
  await differ(desks, rice, ['1000', '980'], '20');
  await expectAccessible(vn, 'accounts');
  await button(vn, 'Settle this figure').click();
  await button(vn, 'Take the figure of LA as ours').click();
  for (const person of [vn, la]) {
    await person.page.getByText('Both sides say the same').waitFor();
    await voice(person, 'VN').getByText('Former figures').click();
    await voice(person, 'VN').locator('s').getByText('1,000').waitFor();
  }

  // (b) On the other line both agree a minute; it stands above the two accounts, which stay.
  await differ(desks, patrol, ['22', '24'], '2');
  await button(vn, 'Settle this figure').click();
  await button(vn, 'Propose a joint minute').click();
  await vn.page.getByRole('link', { name: 'Prepare submission' }).waitFor();
  const minutes = new URL(vn.page.url()).pathname;
  await expectAccessible(vn, 'minutes');
  await send(vn);
  await la.page.goto(la.node.url + minutes);
  await acceptAll(la);
  await send(la);
  await button(la, 'Lay out for signature').click();
  await la.page.getByRole('dialog').getByRole('button', { name: 'Lay out for signature' }).click();
  // Minutes close by agreement of the desks: no minister is asked.
  await sign(la, 'ວຽງຈັນ');
  await la.page.getByText('Signed by LA, awaits VN').waitFor();
  await vn.page.goto(vn.node.url + new URL(la.page.url()).pathname);
  await sign(vn, 'Hà Nội');
  await vn.page.getByText(/In force since/).waitFor();
  for (const person of [vn, la]) {
    await person.page.goto(person.node.url + plan);
    await row(person, patrol)
      .getByRole('link', { name: /^Open line/ })
      .click();
    await person.page.getByText(/Settled: .*22/).waitFor();
    await person.page.getByText('Settled by minutes in force').waitFor();
    expect(await button(person, 'Settle this figure').count()).toBe(0);
    await voice(person, 'VN').getByText('22').waitFor();
    await voice(person, 'LA').getByText('24').waitFor();
  }
  await shot(vn, 'settled');

  // Both hold the same, to the byte.
  await expect.poll(async () => (await headsAt(nodes.vn)) === (await headsAt(nodes.la))).toBe(true);
  const [ours, theirs] = [await exported(nodes.vn), await exported(nodes.la)];
  expect([...ours.keys()].filter((name) => name.includes('feed')).length).toBeGreaterThan(1);
  expect(theirs).toEqual(ours);
});
