import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, shot } from './browser.fixture.ts';
import { type DemoPair, demoPair, demoPerson } from './demo.fixture.ts';
import { says } from './two-desks.fixture.ts';

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

test('what one side sends, the other side’s open page shows, over HTTPS', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const la = await demoPerson(opened, browser, pair, 'la', 'desk');
  for (const { node, page } of [vn, la]) await page.goto(`${node.url}/p/${pair.id}/record/matrix`);
  await vn.page.getByRole('button', { name: 'Provision' }).click();
  const form = vn.page.getByRole('dialog');
  const instrument = form.getByRole('group', { name: 'Instrument' });
  await instrument.getByRole('searchbox').fill('joint statement 2016');
  await instrument.getByRole('button', { name: /joint statement \(November 2016\)/ }).click();
  await form.getByLabel('Wording, English').fill('EXERCISE: over the wire');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  const row = la.page.getByRole('row').filter({ hasText: 'EXERCISE: over the wire' });
  await row.getByText('No activity carries it out').waitFor();
  expect(await row.count()).toBe(1);
});

test('a party draws its own lines on its map; the other side does not get them', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  await vn.page.goto(`${vn.node.url}/p/${pair.id}/record/border`);
  await vn.page.getByText(/^Indicative: the dashed line/).waitFor();
  const load = vn.page.getByLabel('Load our own lines (GeoJSON)');
  const file = (text: string) => ({
    name: 'lines.geojson',
    mimeType: 'application/geo+json',
    buffer: Buffer.from(text),
  });
  await load.setInputFiles(file('<svg/>'));
  await vn.page.getByText('This file is no GeoJSON. Nothing was changed.').waitFor();
  await load.setInputFiles(file('{"type":"LineString","coordinates":[[104.1,19.5],[105.2,18.4]]}'));
  await vn.page.getByText(/^Our own lines, loaded here/).waitFor();
  const la = await demoPerson(opened, browser, pair, 'la', 'desk');
  await la.page.goto(`${la.node.url}/p/${pair.id}/record/border`);
  await la.page.getByText(/^Indicative: the dashed line/).waitFor();
  await vn.page.getByRole('button', { name: 'Back to the indicative line' }).click();
  await vn.page.getByText(/^Indicative: the dashed line/).waitFor();
  expect(await vn.page.locator('svg path.line').count()).toBe(1);
});

/** Each step of the first ten minutes: its words, and what stands where it leads. */
const steps: readonly (readonly [words: string, shown: RegExp])[] = [
  [
    'The talks of 4 December 2020',
    /Minister of National Defence: Ngo Xuan Lich[^]*Points[^]*Pledged[^]*Source/,
  ],
  [
    'Eighteen years of record',
    /2,067 km[^]*2,130 km[^]*2,337 km[^]*Sources differ|Sources differ[^]*2,067 km/,
  ],
  [
    'Who was minister',
    /Named at an event of that day[^]*Chansamone Chanyalath|Chansamone Chanyalath[^]*Named at an event of that day/,
  ],
  ['The next plan, languages side by side', /VN[^]*LA[^]*Accept/],
  ['Clear it and send it', /Submission for clearance/],
  ['Signed for 2021 by both', /In force/],
  ['A border post reports without a network', /[Ff]ield|[Rr]eport/],
  [
    '1,000 tonnes sent, 980 received',
    /Difference: 20 tonnes[^]*hand-over minute|hand-over minute[^]*Difference: 20 tonnes/,
  ],
  ['The brief for the minister', /Points to raise/],
  ['What became of the plan of 2021', /assistance|Carried out/],
  ['Without a network: exchange by pouch', /Pack a pouch for LA/],
];

test('the first card of the demo leads through its first ten minutes, and says no more than what is there', async () => {
  const vn = await demoPerson(opened, browser, pair, 'vn', 'desk');
  const { page } = vn;
  const tour = page.getByRole('list', { name: 'A first look' });
  await tour.waitFor();
  expect(await tour.getByRole('listitem').count()).toBe(steps.length);
  await page.getByRole('link', { name: 'See the other side: LA' }).waitFor();
  await expectAccessible(vn, 'the first ten minutes');
  await shot(vn, 'tour');
  for (const [words, shown] of steps) {
    await tour.getByRole('link', { name: words }).click();
    await tour.waitFor({ state: 'detached' });
    await says(page.getByRole('main'), shown);
    await page.goBack();
  }
  // Whoever has seen it closes it, and it stays closed.
  await page.getByText('A first look').click();
  await tour.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByText('A first look').waitFor();
  expect(await tour.isVisible()).toBe(false);
});
