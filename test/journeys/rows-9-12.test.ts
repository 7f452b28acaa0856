import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notePeer } from '../../src/node/exchange-state.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, send, shot, sign } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

/* Goods, experience, science and trade of docs/systems.md, each by two desks on two nodes, from the data of the demo. */

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

test('row-9: a difference of 20 t stands until a minute that both sign records the loss; both figures stay', async () => {
  const delivery = '/s/delivery/exercise-rice';
  for (const person of [vn, la]) {
    await at(person, delivery);
    await person.page.getByText('Difference: 20 tonnes').waitFor();
    expect(await person.page.getByText('Settled by minutes in force').count()).toBe(0);
  }
  // VN proposes the minute; it begins with what the two sides say.
  await vn.page.getByRole('button', { name: 'Propose a hand-over minute' }).click();
  await vn.page.getByText(/changes are not sent/).waitFor();
  await vn.page.getByText(/LA đã nhận 980 tấn; 20 tấn hư hỏng/).waitFor();
  const minutes = new URL(vn.page.url()).pathname;
  await shot(vn, 'row-9-minute');
  await send(vn);
  await la.page.goto(la.node.url + minutes);
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialog(la).getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText(/changes are not sent/).waitFor();
  await send(la);

  await vn.page.goto(vn.node.url + minutes);
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await dialog(vn).getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const room = new URL(vn.page.url()).pathname;
  await sign(vn, 'Cầu Treo (EXERCISE)', 'exercise-vn');
  await vn.page.getByText('Signed by VN, awaits LA').waitFor();
  await la.page.goto(la.node.url + room);
  await sign(la, 'ນ້ຳພາວ (EXERCISE)', 'exercise-la');
  for (const { page } of [vn, la]) await page.getByText(/In force since/).waitFor();

  for (const person of [vn, la]) {
    await at(person, delivery);
    const { page } = person;
    await page.getByText('Settled by minutes in force').waitFor();
    await page.getByText('The minutes say: 980 tonnes; damaged or lost: 20 tonnes').waitFor();
    // What each side stated stands as it was.
    const legs = page.getByRole('table');
    await legs.getByRole('row', { name: /Pledged.*1,000 tonne/ }).waitFor();
    await legs.getByRole('row', { name: /Dispatched.*1,000 tonne/ }).waitFor();
    await legs.getByRole('row', { name: /Received.*980 tonne/ }).waitFor();
  }
  await at(vn, delivery);
  await vn.page.getByText('Settled by minutes in force').waitFor();
  await expectAccessible(vn, 'delivery');
  await shot(vn, 'row-9');
});

test('row-10: postponed with cause and proposer, then held remotely; the pledge of article 000 lists it', async () => {
  const exchange = '/s/experience/epidemic-2021';
  await at(vn, exchange);
  const seminar = /Seminar on experience in fighting an epidemic|ສຳມະນາແລກປ່ຽນບົດຮຽນການຕ້ານໂລກລະບາດ/;
  const voice = (person: DemoPerson, party: string) =>
    person.page.getByRole('region', { name: `Report of ${party}` });
  await voice(vn, 'LA').getByText('Held remotely').waitFor();
  await voice(vn, 'LA').getByText('Former figures').click();
  await voice(vn, 'LA').getByText('Postponed').waitFor();
  await voice(vn, 'VN').getByText('Postponed').waitFor();
  await voice(vn, 'VN').getByText('The epidemic came back to the border zone (EXERCISE)').waitFor();

  await vn.page.getByRole('button', { name: 'Replace our report' }).click();
  const form = vn.page.getByRole('form', { name: 'Report on this activity' });
  await form.getByLabel('Outcome').selectOption({ label: 'Carried out' });
  await form.getByText('More', { exact: true }).click();
  await form.getByLabel('Against the plan').selectOption({ label: 'Held remotely' });
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });

  await vn.page.getByRole('button', { name: 'Link' }).click();
  const carries = dialog(vn).getByRole('group', { name: 'Carries out' });
  await carries.getByRole('searchbox').fill('sharing experience and helping Laos answer COVID-19');
  await carries.getByRole('button', { name: /keep sharing experience/ }).click();
  // The real pledge is linked by a side's statement under the mark; nothing is said of the record itself.
  await dialog(vn).getByLabel('EXERCISE').check();
  await dialog(vn).getByRole('button', { name: 'Send to LA' }).click();
  await dialog(vn).waitFor({ state: 'detached' });

  for (const person of [vn, la]) {
    await at(person, '/s/undertaking/vl-0081-1');
    await person.page.getByText('Carried out by:').waitFor();
    // Each node calls it in its own language first.
    await person.page.getByRole('link', { name: seminar }).first().click();
    for (const party of ['VN', 'LA']) await voice(person, party).getByText('Held remotely').waitFor();
    await at(person, '/record/list/activities?kind=experience');
    const row = person.page.getByRole('row', { name: seminar });
    await row.getByText('Held remotely').first().waitFor();
    await row.getByText('The epidemic came back to the border zone (EXERCISE)').first().waitFor();
    expect(await row.innerText()).toMatch(/On whose proposal\s+LA/);
  }
  await expectAccessible(vn, 'activities');
  await shot(vn, 'row-10');
});

const nursery = /[Tt]ree nursery|[Vv]ườn ươm|ສວນກ້າ/;
test('row-12: each side states the market’s year in its own currency with its source; nothing is converted', async () => {
  const market = ({ page }: DemoPerson) =>
    page.getByRole('article').filter({ hasText: 'Ban quản lý chợ (EXERCISE)' });
  await at(vn, '/record/projects');
  await market(vn).getByRole('button', { name: 'Trade of a year' }).click();
  const state = async (person: DemoPerson, amount: string, currency: string, source: string) => {
    const form = dialog(person);
    const value = form.getByRole('group', { name: 'Value' });
    await value.getByRole('textbox').fill(amount);
    await value.getByLabel('Currency').selectOption(currency);
    await form.getByLabel('Source').fill(source);
  };
  await dialog(vn).getByRole('group', { name: 'Year' }).getByLabel('Year').fill('2022');
  await state(vn, '130000000000', 'VND', 'EXERCISE: customs of the province');
  await dialog(vn).getByRole('button', { name: 'Send to LA' }).click();

  await at(la, '/record/projects');
  await market(la).getByRole('link', { name: '2022' }).click();
  await la.page.getByRole('button', { name: 'State ours' }).click();
  await state(la, '51000000000', 'LAK', 'EXERCISE: market office');
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  await dialog(la).waitFor({ state: 'detached' });

  for (const person of [vn, la]) {
    await at(person, '/record/projects');
    const year = market(person).getByRole('row', { name: /2022/ });
    await year.getByText(/130,000,000,000/).waitFor();
    await year.getByText('EXERCISE: customs of the province').waitFor();
    await year.getByText(/51,000,000,000/).waitFor();
    await year.getByText('EXERCISE: market office').waitFor();
    // Two figures in two currencies: neither a sum, nor a rate, nor a difference.
    expect((await year.innerText()).match(/\d[\d,]{6,}/g)).toHaveLength(2);
    // A project of defence economy stands beside it.
    await person.page.getByRole('article').filter({ hasText: nursery }).first().waitFor();
  }
  await shot(vn, 'row-12');
});

test('row-11: LA reports a step by pouch; VN sees the progress and the deliverable that is overdue', async () => {
  // No network between them: what LA says stays there until somebody carries it.
  for (const [of, party] of [
    [pair.vn, 'LA'],
    [pair.la, 'VN'],
  ] as const)
    for (const programme of of.node.programmes().values())
      await notePeer(of.node, programme, party, { url: undefined });
  const step = ({ page }: DemoPerson) => page.getByRole('row', { name: /Báo cáo thử nghiệm/ });
  for (const person of [vn, la]) {
    await at(person, '/record/projects');
    await person.page.getByText('Viện nghiên cứu (EXERCISE)').waitFor();
    await person.page.getByText('ສະຖາບັນຄົ້ນຄວ້າ (EXERCISE)').waitFor();
    await step(person).getByText('60 %').waitFor();
  }
  await step(la).getByRole('button', { name: 'Milestone' }).click();
  await dialog(la).getByLabel('Progress, %').fill('85');
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  await step(la).getByText('85 %').waitFor();

  await at(la, '/exchange');
  const downloading = la.page.waitForEvent('download');
  await la.page.getByRole('button', { name: 'Pack a pouch for VN' }).click();
  const packed = await (await downloading).path();
  expect(await step(vn).getByText('60 %').count()).toBe(1);
  await at(vn, '/exchange');
  await vn.page
    .locator('#pouch-file')
    .setInputFiles({ name: 'la.pouch', mimeType: 'application/octet-stream', buffer: readFileSync(packed) });
  const report = vn.page.getByRole('status').filter({ hasText: 'LA → VN' });
  await report.getByRole('button', { name: 'Open a pouch' }).click();
  await report.getByText(/^Opened: 1 new entry/).waitFor();

  await at(vn, '/record/projects');
  await step(vn).getByText('85 %').waitFor();
  await step(vn).getByText('overdue').waitFor();
  await expectAccessible(vn, 'projects');
  await shot(vn, 'row-11');
  await at(vn, '/record/ask/overdue?q=Báo+cáo');
  await vn.page.getByRole('row', { name: /Deliverable.*Báo cáo thử nghiệm/ }).waitFor();
});
