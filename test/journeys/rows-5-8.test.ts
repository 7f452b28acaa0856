import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { succeed } from '../../src/cli/command-line.fixture.ts';
import { expectAccessible, send, shot } from './browser.fixture.ts';
import { dialogOf, says, twoDesks, wordsOf } from './two-desks.fixture.ts';

/* Systems 5 to 8 of the articles, each a journey in two browsers on the two nodes of the demo. */

const desks = twoDesks();

test('row-5: the pledge answers the requests; LA confirms it, VN says carried out, LA partly: both stand', async () => {
  const { ask, at, la, vn } = desks();
  const path = '/s/undertaking/vl-0158-1';
  await at(vn, path);
  await at(la, path);
  await vn.page.getByText('no report').first().waitFor();
  const pledge = vn.page.getByRole('article').first();
  await says(pledge, 'Answers:');
  await expect.poll(() => pledge.locator('a[href*="/s/undertaking/vl-0158-"]').count()).toBe(4);
  expect(await wordsOf(pledge)).toContain("s'engageant à");

  await la.page.getByRole('button', { name: 'Confirm it for our side' }).click();
  await dialogOf(la).getByLabel('Accepted').check();
  await dialogOf(la).getByRole('button', { name: 'Send to VN' }).click();
  await dialogOf(la).waitFor({ state: 'detached' });
  for (const person of [la, vn]) await says(person.page.getByRole('article').first(), /LA accepted/);

  for (const [person, outcome, partner] of [
    [vn, 'Carried out', 'LA'],
    [la, 'Partly carried out', 'VN'],
  ] as const) {
    await person.page.getByRole('button', { name: 'State what became of it' }).click();
    // Five steps, and the empty one: silence.
    await expect
      .poll(() => dialogOf(person).getByLabel('Outcome').locator('option').allInnerTexts())
      .toEqual([
        expect.not.stringMatching(/\w/),
        'Not started',
        'Under way',
        'Partly carried out',
        'Carried out',
        'Dropped',
      ]);
    await dialogOf(person).getByLabel('Outcome').selectOption({ label: outcome });
    await dialogOf(person)
      .getByRole('button', { name: `Send to ${partner}` })
      .click();
    await dialogOf(person).waitFor({ state: 'detached' });
  }
  for (const person of [vn, la]) {
    await person.page.getByText('The sides differ').first().waitFor();
    await says(
      person.page.getByRole('main'),
      /VN Carried out .*LA Partly carried out|LA Partly carried out .*VN Carried out/,
    );
  }
  await expectAccessible(vn, 'undertaking');
  await shot(vn, 'row-5');
  // Five steps and one list; a due time stays as it was said; the years stand beside each other.
  const { rows } = await ask(vn, 'promises');
  expect(rows.find(({ subject }) => subject === 'undertaking.vl-0158-1')).toMatchObject({
    differs: true,
    state: 'open',
  });
  expect(rows.find(({ subject }) => subject === 'undertaking.exercise-3')).toMatchObject({
    dueWords: 'dry season 2020-2021 (EXERCISE)',
  });
  expect((await ask(la, 'ledger?for=undertaking.exercise-1')).rows).toMatchObject([
    {
      by: 'VN',
      to: 'LA',
      area: 'assistance',
      due: '2021-03',
      force: 'pledged',
      wording: { vi: 'Chuyển đủ gạo trước mùa khô (EXERCISE)' },
      carriers: ['assistance.rice-2021'],
    },
  ]);
  // What VN said first stands below what it says now.
  await vn.page.getByRole('button', { name: 'State what became of it' }).click();
  await dialogOf(vn).getByLabel('Outcome').selectOption({ label: 'Under way' });
  await dialogOf(vn).getByRole('button', { name: 'Send to LA' }).click();
  await dialogOf(vn).waitFor({ state: 'detached' });
  await says(la.page.getByRole('article').first(), /VN Under way/);
  const outcomes = la.page
    .locator('details')
    .filter({ has: la.page.getByRole('heading', { name: 'What became of it' }) });
  await outcomes.getByText('Former figures').first().click();
  await outcomes.locator('s').getByText('Carried out', { exact: true }).first().waitFor();
  await at(vn, '/record/ledger?binds=yes');
  await vn.page.getByRole('img', { name: 'Promises by the year they were made' }).waitFor();
});

test("row-6: a visit has its occasion, stops and costs; a private note of the budget is nowhere in the partner's files or any export", async () => {
  const { at, la, pair, vn } = desks();
  const path = '/t/plan/exercise-2022?row=visit.minister-2022';
  await at(vn, path);
  const drawer = vn.page.getByRole('complementary');
  await drawer.getByText('Show empty fields too').click();
  await drawer.getByRole('button', { name: 'Edit: Occasion' }).click();
  const occasion = drawer.getByRole('group', { name: 'Occasion' });
  await occasion.locator('textarea[lang="vi"]').fill('Kỷ niệm 60 năm (EXERCISE)');
  await occasion.locator('textarea[lang="lo"]').fill('ຄົບຮອບ 60 ປີ (EXERCISE)');
  await drawer.getByRole('button', { name: 'Save', exact: true }).first().click();
  await drawer.getByRole('button', { name: 'Edit: Itinerary' }).click();
  const stops = drawer.getByRole('group', { name: 'Itinerary', exact: true });
  for (const [at, place] of ['Viêng Chăn (EXERCISE)', 'Luông Pha-băng (EXERCISE)'].entries()) {
    await stops.getByRole('button', { name: 'Add', exact: true }).click();
    await stops.getByLabel('Place').nth(at).fill(place);
  }
  await drawer.getByRole('button', { name: 'Save', exact: true }).first().click();
  await vn.page.getByText(/changes are not sent/).waitFor();
  await send(vn);

  // LA sees both stops and who pays what, and notes for itself alone what it may cost.
  await at(la, path);
  const theirs = la.page.getByRole('complementary');
  await theirs.getByText('Luông Pha-băng (EXERCISE)').first().waitFor();
  await theirs.getByText('Who pays what').waitFor();
  const budget = 'EXERCISE-BUDGET-7411';
  await theirs.getByRole('textbox', { name: 'Comment, for our side only' }).fill(`${budget}: 9,000 USD`);
  await theirs
    .getByRole('region', { name: 'Comments' })
    .getByRole('button', { name: 'Keep for our side' })
    .click();
  await theirs.getByText(budget).waitFor();
  await shot(la, 'row-6');
  await theirs.getByRole('button', { name: 'Accept the whole line' }).click();
  await la.page
    .getByText(/not sent/)
    .first()
    .waitFor();
  await send(la);

  // What LA gives out after it: the text in every form, a list, the whole register as files.
  const outward: string[] = [];
  for (const form of [
    'texts/plan.exercise-2022/export/html',
    'texts/plan.exercise-2022/export/csv',
    'ask/due/export/csv',
    'search?q=7411',
  ])
    outward.push(
      await la.page.evaluate(
        async (address) => (await fetch(address)).text(),
        `/api/programmes/${pair.id}/${form}`,
      ),
    );
  const folder = join(pair.la.dir, '..', 'export-la');
  await succeed(['export', pair.la.dir, '--out', folder]);
  await vn.page.goto(`${vn.node.url}/p/${pair.id}${path}`);
  await vn.page
    .getByText('texts match')
    .or(vn.page.getByText(/fields agreed/))
    .first()
    .waitFor();
  expect(outward.filter((text) => text.includes(budget))).toEqual([]);
  expect([pair.vn.dir, folder].flatMap((dir) => filesWith(dir, budget))).toEqual([]);
  // It is where it belongs.
  expect(filesWith(pair.la.dir, budget)).not.toEqual([]);
});

/** Files below a folder whose bytes hold a text. */
function filesWith(folder: string, text: string): string[] {
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      // A node at work may take away what was just listed.
      .filter(
        (file) => statSync(file, { throwIfNoEntry: false })?.isFile() && readFileSync(file).includes(text),
      )
  );
}

test('row-7: 20 places offered, 18 filled, 17 completed, by institution and year; totals of other periods stand beside', async () => {
  const { at, la, vn } = desks();
  for (const person of [vn, la]) {
    await at(person, '/record/list/training');
    const totals = person.page.getByRole('region', { name: 'By institution and year' }).getByRole('table');
    await says(totals, /EXERCISE academy.* 2021 VN 20 18 17/);
    expect(await wordsOf(totals)).toMatch(/LA 20 17 17/);
    // 326 since 2009 and 487 since the start are of periods that overlap: they are rows, and in no sum.
    expect(await wordsOf(totals)).not.toMatch(/326|487|813/);
    const list = person.page.getByRole('table', { name: 'Training' });
    for (const words of ['326', '487', '2009 – 2024', 'until 2024'])
      await list.getByText(words).first().waitFor();
  }
  await expectAccessible(vn, 'training');
  await shot(vn, 'row-7');
});

test('row-8: VN says closed, LA restricted: it differs on map and table; both report a patrol; a list of persons is refused', async () => {
  const { at, la, vn } = desks();
  for (const person of [vn, la]) {
    await at(person, '/record/border');
    const gate = person.page
      .getByRole('listitem')
      .filter({ hasText: /Central crossing|ທາງຜ່ານພາກກາງ/ })
      .first();
    await gate.getByText('The sides differ').waitFor();
    expect(await wordsOf(gate)).toMatch(/VN Closed .*LA Restricted|LA Restricted .*VN Closed/);
    await person.page
      .getByRole('figure')
      .getByLabel(/Central crossing/)
      .first()
      .waitFor();
  }
  // Markers stand on the map and in the table; meetings of the commanders with what each side reports.
  await vn.page
    .getByRole('figure')
    .getByLabel(/EXERCISE 400/)
    .first()
    .waitFor();
  await vn.page.getByRole('listitem').filter({ hasText: 'EXERCISE 400' }).first().waitFor();
  const meeting = vn.page
    .getByRole('listitem')
    .filter({ hasText: 'Regular meetings of the commanders' })
    .first();
  await meeting.getByText('no report').waitFor();
  // The length of the border by every source, none chosen.
  for (const length of ['2,067 km', '2,130 km', '2,340 km']) await vn.page.getByText(length).waitFor();
  await expectAccessible(vn, 'border');
  await shot(vn, 'row-8');

  // The gate over time: both had closed it, what they say since differs.
  await at(la, '/s/gateState/exercise-middle');
  const time = la.page.getByRole('region', { name: 'State over time' });
  await says(time, /LA Restricted from 1 Mar 2021 Closed from 1 Apr 2020/i);

  // A patrol that both planned is reported by both.
  for (const [person, partner] of [
    [vn, 'LA'],
    [la, 'VN'],
  ] as const) {
    await at(person, '/s/patrol/rainy-season-2021');
    await person.page
      .getByRole('button', { name: /Report on this activity|Replace/ })
      .first()
      .click();
    const form = person.page.getByRole('form');
    await form.getByLabel('Outcome').selectOption({ label: 'Carried out' });
    await form.getByRole('button', { name: `Send to ${partner}` }).click();
    await form.waitFor({ state: 'detached' });
  }
  await at(vn, '/record/border');
  const patrol = vn.page.getByRole('listitem').filter({ hasText: '16 patrols planned' }).first();
  await says(patrol, /VN Carried out.*LA Carried out/);

  // Counts are taken in by category and segment; a column of persons refuses the whole list, by its name.
  const list = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const input = vn.page.getByLabel('From a list (CSV)');
  await input.setInputFiles(
    list('persons.csv', 'category,number,from,name\nsmuggling,1,2021-04,Nguyen Van A\n'),
  );
  await vn.page.getByRole('alert').filter({ hasText: 'A column of this list is of persons' }).waitFor();
  await input.setInputFiles(
    list(
      'counts.csv',
      'category,number,from,to,segment\nDrugs,3,2021-04,2021-06,Central segment (EXERCISE)\nBuôn lậu,2,2021-04,2021-06,Central segment (EXERCISE)\n',
    ),
  );
  for (const person of [vn, la]) {
    if (person === la) await at(la, '/record/border');
    const drugs = person.page.getByRole('row').filter({ hasText: 'Drugs' });
    await says(drugs, /\b8\b.*\b4\b|\b4\b.*\b8\b/);
  }
  expect(filesWith(desks().pair.vn.dir, 'Nguyen Van A')).toEqual([]);
});

test('a search tells the patrols of two years apart by the plan in which each stands', async () => {
  const { at, vn } = desks();
  await at(vn, '/record/search?q=tuần+tra');
  const patrols = vn.page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /^Joint patrol/ });
  for (const year of ['2021', '2022'])
    await says(
      patrols.filter({ hasText: `dry season` }).filter({ hasText: `Jan ${year}` }),
      new RegExp(`EXERCISE.*plan for ${year}`),
    );
  await expect.poll(() => patrols.count()).toBe(4);
});
