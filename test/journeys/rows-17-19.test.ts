import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TextPage } from '../../src/api/texts.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, send, shot, sign } from './browser.fixture.ts';
import { type DemoNode, type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

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

/** Every line of every feed that a node holds, as text. */
async function feedsOf({ node }: DemoNode): Promise<string> {
  const lines: string[] = [];
  for (const { branch, party } of await node.store.branches(pair.id))
    for await (const { run } of node.store.readRuns(pair.id, party, branch))
      lines.push(...run.lines.map((line) => new TextDecoder().decode(line)));
  return lines.join('\n');
}

test('row-17: the border command sees its task; LA sees date, number and agency; a missed deadline reaches the desk', async () => {
  const patrol = '/record/tasks?row=patrol.rainy-season-2021';
  await at(vn, patrol);
  const activity = (person: DemoPerson) => person.page.getByRole('article').first();
  await activity(vn).getByRole('button', { name: 'Add a private task' }).click();
  const task = dialog(vn);
  await task.getByLabel('What is to be done').fill('EXERCISE riêng: soát quân số đồn');
  const due = task.getByRole('group', { name: 'Due on' });
  await due.getByLabel('Day').fill('30');
  await due.getByLabel('Month').selectOption({ label: 'September' });
  await due.getByLabel('Year').fill('2021');
  const remind = task.getByRole('group', { name: 'Remind from' });
  await remind.getByLabel('Day').fill('15');
  await remind.getByLabel('Month').selectOption({ label: 'September' });
  await remind.getByLabel('Year').fill('2021');
  await expectAccessible(vn, 'private task');
  await task.getByRole('button', { name: 'Keep' }).click();
  await activity(vn).getByText('EXERCISE riêng: soát quân số đồn').waitFor();
  await activity(vn).getByText('reminds from 15 September 2021').waitFor();
  // The agency that leads for each side, under its party.
  for (const party of ['VN', 'LA']) {
    const lead = activity(vn)
      .locator('dl > div')
      .filter({ has: vn.page.getByText(party, { exact: true }) });
    expect(await lead.locator('dd').first().innerText()).toMatch(/\p{L}{3}/u);
  }

  await activity(vn).getByRole('button', { name: 'Instruction issued' }).click();
  const form = dialog(vn);
  const date = form.getByRole('group', { name: 'Date' });
  await date.getByLabel('Day').fill('8');
  await date.getByLabel('Month').selectOption({ label: 'January' });
  await date.getByLabel('Year').fill('2021');
  await form.getByLabel('Number').fill('EXERCISE 12/CT');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });

  // LA: that it was issued, no more.
  await at(la, patrol);
  await activity(la).getByText('Instruction issued 8 January 2021, number EXERCISE 12/CT').waitFor();
  expect(await la.page.getByRole('main').innerText()).not.toContain('soát quân số');
  for (const node of [pair.vn, pair.la]) {
    const feeds = await feedsOf(node);
    expect(feeds.includes('EXERCISE 12/CT')).toBe(true);
    expect(feeds.includes('soát quân số')).toBe(false);
  }

  // The border post: its own activities, with the task; of another agency's nothing.
  const post = await demoPerson(opened, browser, pair, 'vn', 'post');
  await post.page.getByRole('link', { name: /activities of my agency/ }).click();
  await post.page.getByRole('heading', { name: 'My activities' }).waitFor();
  await post.page.getByText('EXERCISE riêng: soát quân số đồn').waitFor();
  await expectAccessible(post, 'my activities');
  await shot(post, 'row-17-post');
  expect(await post.page.getByRole('main').innerText()).not.toContain('Cục Nhà trường');

  // The day has passed: the desk hears of it until it is done.
  await vn.page.goto(vn.node.url);
  const overdue = vn.page
    .locator('section.paper')
    .filter({ has: vn.page.getByRole('heading', { name: /^Overdue/ }) });
  await overdue.getByRole('button', { name: /^More/ }).click();
  await overdue.getByRole('link', { name: /soát quân số đồn/ }).click();
  await activity(vn).getByRole('checkbox').check();
  // Struck through when the node has it.
  await activity(vn).locator('li.over').getByText('soát quân số đồn').waitFor();
  await vn.page.goto(vn.node.url);
  await overdue.getByRole('button', { name: /^More/ }).click();
  await overdue.getByRole('link').nth(6).waitFor();
  expect(await overdue.getByText('soát quân số').count()).toBe(0);
});

test('row-18: a review is drafted from both accounts, signed, closes the volume and seeds the next plan', async () => {
  await at(vn, '');
  await begin(vn, 'review', ['EXERCISE Tổng kết 2021', 'EXERCISE ສະຫຼຸບ 2021'], 'plan.exercise-2021');
  const review = new URL(vn.page.url()).pathname;
  await vn.page.getByRole('grid').waitFor();
  await expectAccessible(vn, 'review draft');
  await send(vn);

  // LA drafts from its own accounts and takes the rest as VN has it.
  await la.page.goto(la.node.url + review);
  await la.page.getByRole('button', { name: 'Fill in from our accounts' }).click();
  await la.page.getByText(/prepared; nothing is sent/).waitFor();
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialog(la).getByRole('button', { name: 'Accept' }).click();
  await dialog(la).waitFor({ state: 'detached' });
  await send(la);

  // Bracketed are the lines on which the accounts differ, and no others.
  await vn.page.goto(`${vn.node.url}${review}?open=1`);
  await vn.page.getByText('2 brackets').first().waitFor();
  await shot(vn, 'row-18-brackets');
  const cells = vn.page.locator('[data-column="outcome"]').filter({ hasText: /VN[^]*LA/ });
  await expect.poll(() => cells.count()).toBe(2);
  await expectAccessible(vn, 'review brackets');
  await vn.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialog(vn).getByRole('button', { name: 'Accept' }).click();
  await dialog(vn).waitFor({ state: 'detached' });
  await send(vn);

  await vn.page.goto(vn.node.url + review);
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await dialog(vn).getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const room = new URL(vn.page.url()).pathname;
  for (const [party, place] of [
    ['vn', 'Hà Nội'],
    ['la', 'ວຽງຈັນ'],
  ] as const) {
    const minister = await demoPerson(opened, browser, pair, party, 'minister');
    await minister.page.goto(minister.node.url + room);
    await sign(minister, place, `exercise-${party}`);
    await minister.page.getByText(party === 'vn' ? 'Signed by VN, awaits LA' : /In force since/).waitFor();
  }
  await vn.page.getByText(/In force since/).waitFor();

  // The volume closes at the same entries on both nodes.
  const volume = async (person: DemoPerson): Promise<string> => {
    await at(person, '/record/ask/volumes');
    await person.page.getByRole('row').nth(1).waitFor();
    return (await person.page.getByRole('row').nth(1).innerText()).replaceAll(/\s+/g, ' ');
  };
  const entriesIn = (row: string): readonly string[] => row.match(/(?:VN|LA)\D{1,20}[\d,]+/g) ?? [];
  const [ours, theirs] = [await volume(vn), await volume(la)];
  expect(entriesIn(ours)).toHaveLength(2);
  expect(entriesIn(theirs)).toEqual(entriesIn(ours));

  // The next plan begins with what is unfinished.
  const [kind = '', suffix = ''] = review.split('/').slice(-2);
  await at(vn, '');
  await begin(vn, 'plan', ['EXERCISE Kế hoạch kế tiếp', 'EXERCISE ແຜນຕໍ່ໄປ'], `${kind}.${suffix}`);
  const text = new URL(vn.page.url()).pathname.split('/').slice(-2).join('.');
  const { drafts } = await vn.page.evaluate(async (path): Promise<TextPage> => {
    const answer = await fetch(path);
    return (await answer.json()) as TextPage;
  }, `/api/programmes/${pair.id}/texts/${text}`);
  const carried = new Map(
    drafts.flatMap(({ field, item, value }) => (field === 'carriedFrom' ? [[item, value]] : [])),
  );
  expect([...carried.values()]).toContain('assistance.rice-2021');
  expect([...carried.values()]).not.toContain('assistance.medical-2021');
  const rice = [...carried].find(([, from]) => from === 'assistance.rice-2021')?.[0] ?? '';
  await vn.page.goto(`${vn.page.url()}?row=${rice}`);
  const drawer = vn.page.getByRole('complementary');
  await drawer.getByText('Carried over from').waitFor();
  await shot(vn, 'row-18-seeded');
  await drawer.locator('a[href$="/s/assistance/rice-2021"]').click();
  await vn.page.getByRole('heading', { level: 1 }).waitFor();
});

/** Begins a text through the programme's page; the titles are in the programme's languages. */
async function begin(
  person: DemoPerson,
  kind: string,
  titles: readonly string[],
  from: string,
): Promise<void> {
  await person.page.getByRole('button', { name: 'Begin a text' }).click();
  const form = dialog(person);
  await form.getByLabel('Kind').selectOption(kind);
  if (kind === 'review') await form.getByLabel('Stage').selectOption('yearEnd');
  for (const [index, title] of titles.entries())
    await form
      .getByLabel(/^Title, /)
      .nth(index)
      .fill(title);
  await form.getByLabel('Start from the lines of').selectOption(from);
  await form.getByRole('button', { name: 'Begin' }).click();
  await person.page.waitForURL(/\/t\//);
}

test('row-19: 50 medics: VN counts 31, LA 28; a cancelled course changes both, one click leads to what was counted', async () => {
  const side = (person: DemoPerson, party: string) =>
    person.page.getByRole('region', { name: new RegExp(`of ${party}\\b|${party}`) }).first();
  for (const person of [vn, la]) {
    await at(person, '/record/goals');
    await side(person, 'VN').getByText('31', { exact: true }).waitFor();
    await side(person, 'LA').getByText('28', { exact: true }).waitFor();
    await person.page
      .getByText(/\b50\b/)
      .first()
      .waitFor();
  }
  await expectAccessible(vn, 'goals');
  await shot(vn, 'row-19');
  await side(vn, 'VN')
    .getByRole('link', { name: /EXERCISE field school/ })
    .click();
  await vn.page.getByRole('heading', { name: /EXERCISE field school/, level: 1 }).waitFor();

  // VN reports the other course as cancelled.
  await at(vn, '/s/course/academies-2021');
  await vn.page.getByRole('button', { name: 'Replace our report' }).click();
  const form = vn.page.getByRole('form', { name: 'Report on this activity' });
  await form.getByLabel('Outcome').selectOption('dropped');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });
  for (const person of [vn, la]) {
    await at(person, '/record/goals');
    await side(person, 'VN').getByText('13', { exact: true }).first().waitFor();
    await side(person, 'LA').getByText('11', { exact: true }).first().waitFor();
    await expect.poll(() => person.page.getByText('dropped: counts nothing').count()).toBe(2);
  }
});
