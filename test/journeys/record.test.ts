import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { arrive, expectAccessible, openBrowser, type Person, shot, signIn } from './browser.fixture.ts';
import { livePair, type Pair } from './nodes.fixture.ts';
import { seedRecord, state } from './record.fixture.ts';

const opened = new Opened();
let browser: Browser;
let pair: Pair & { id: string };
let vn: Person;
let la: Person;
beforeAll(async () => {
  browser = await openBrowser();
  pair = await livePair(opened);
  await seedRecord(pair);
  vn = await arrive(opened, browser, pair.vn);
  la = await arrive(opened, browser, pair.la);
  await signIn(vn, 'desk');
  await signIn(la, 'desk');
}, 120_000);
afterAll(async () => {
  await opened.closeAll();
  await browser.close();
});

const at = ({ node, page }: Person, path: string): Promise<unknown> =>
  page.goto(`${node.url}/p/${pair.id}${path}`);

test('the record opens on eighteen years: events, promises without a report, mechanisms that sleep', async () => {
  await vn.page.getByRole('link', { name: 'Record' }).click();
  await vn.page.getByRole('link', { name: /^Chronology\s+162 events/ }).waitFor();
  await expectAccessible(vn, 'record');
  await shot(vn, 'record');
  await vn.page.getByRole('link', { name: /^Chronology/ }).click();
  const words = vn.page.getByRole('searchbox', { name: /^Words to look for/ });
  await words.fill('quang binh');
  await vn.page.getByText('Burial in Quang Binh of 50 volunteers').waitFor();
  await words.fill('surname printed');
  await vn.page.getByText('surname printed "Chanyarath" here').waitFor();
  expect(await vn.page.getByRole('article').count()).toBe(1);
  await expectAccessible(vn, 'chronology');
});

test('row-9: what was dispatched and what was received differ by 20, each by the side that did it', async () => {
  const leg = (name: string, amount: string) => ({
    kind: 'delivery',
    subject: 'delivery.exercise-rice',
    facet: name,
    fields: {
      leg: name,
      from: 'VN',
      to: 'LA',
      goods: [{ what: 'EXERCISE rice', quantity: { amount, unit: 't' } }],
      exercise: true,
    },
  });
  await state(pair.vn, pair.id, [leg('dispatched', '1000')]);
  await state(pair.la, pair.id, [leg('received', '980')]);
  for (const person of [vn, la]) {
    await at(person, '/record/assistance?q=exercise+rice');
    await person.page.getByText('1,000 t').waitFor();
    await person.page.getByText('980 t').waitFor();
    expect(await person.page.getByText('Difference: 20 t').innerText()).not.toContain('settled');
  }
  await expectAccessible(vn, 'assistance');
});

test('row-16: the brief is one page in the chosen language, each line a link to what it comes from', async () => {
  const leader = await arrive(opened, browser, pair.vn, 'fr');
  await signIn(leader, 'leader');
  await at(leader, '/record/brief?for=minister');
  const sheet = leader.page.getByRole('article');
  await sheet.getByText('Ce que nous avons promis').first().waitFor();
  const [lines, links] = [sheet.getByRole('listitem'), sheet.getByRole('listitem').getByRole('link')];
  expect(await links.count()).toBe(await lines.count());
  await expectAccessible(leader, 'brief');
  const pdf = await leader.page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await links.first().click();
  await leader.page.getByRole('heading', { level: 1 }).waitFor();
});
