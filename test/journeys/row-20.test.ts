import { expect, test } from 'vitest';
import { expectAccessible, shot } from './browser.fixture.ts';
import { says, twoDesks, wordsOf } from './two-desks.fixture.ts';

/* System 20 of the articles: organisations, posts and their holders over time, in two browsers on the two nodes of the demo. */

const desks = twoDesks();

test('row-20: the Lao minister is found by any spelling; on a day between sightings nobody is chosen', async () => {
  const { at, la, vn } = desks();
  for (const person of [vn, la]) {
    const { page } = person;
    await at(person, '/record/directory');
    for (const spelling of ['Chăn-xạ-mỏn', 'chansamon chanyalat', 'Chanyarath']) {
      await page.getByRole('searchbox').fill(spelling);
      await page.getByRole('link', { name: 'Chansamone Chanyalath' }).first().waitFor();
    }
    // One answer has every post of the person and every meeting that names them.
    await page.getByRole('link', { name: 'Every post and meeting of “Chanyarath”' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Kaysone Phomvihane National Defence Academy' })
      .first()
      .waitFor();
    await page.goBack();
    await page.getByRole('searchbox').fill('Minister of National Defence');
    await page.getByLabel('Party').selectOption('LA');
    await page.getByLabel('Who held it on').fill('2020-12-04');
    await page.getByText('Named at an event of that day').first().waitFor();
    await page.getByLabel('Who held it on').fill('2016-02-01');
    const unknown = page.getByRole('listitem').filter({ hasText: 'Unknown between sightings' }).first();
    await unknown.waitFor();
    expect(await unknown.getByRole('link').count()).toBe(0);
  }
  await expectAccessible(vn, 'directory');
  await shot(vn, 'row-20');
});

test('row-20: posts stand in organisations, holders have ranks over time, a signatory the capacity of that day', async () => {
  const { ask, at, la, vn } = desks();
  await at(vn, '/record/directory?q=Phan+Van+Giang');
  const tenure = vn.page.getByRole('listitem').filter({ hasText: 'Phan Van Giang' }).first();
  await says(tenure, /Senior Lieutenant General \(8 Apr 2021\) → General/);
  await vn.page.getByRole('link', { name: 'Ministry of National Defence' }).first().click();
  await vn.page.getByRole('heading', { name: 'Ministry of National Defence', level: 1 }).waitFor();
  await vn.page.getByRole('link', { name: 'Deputy Minister of National Defence' }).waitFor();
  await vn.page.getByRole('link', { name: 'Border Guard', exact: true }).waitFor();
  // The list of organisations follows from their declaration.
  await at(vn, '/record');
  await vn.page.getByRole('link', { name: /^Organisations\s*9/ }).click();
  await vn.page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor();
  await vn.page.getByRole('searchbox', { name: /^Words to look for/ }).fill('border guard');
  await vn.page.getByRole('status').filter({ hasText: /of 9/ }).waitFor();
  await vn.page
    .getByRole('table', { name: 'Organisations' })
    .getByRole('link', { name: 'Border Guard' })
    .first()
    .waitFor();
  await shot(vn, 'row-20-organisations');
  const [rank] = (await ask(vn, 'holder?post=Minister+of+National+Defence&side=VN&on=2021-04-20')).rows;
  expect(rank).toMatchObject({ name: 'Phan Van Giang', rank: 'Senior Lieutenant General' });

  // The plan of 4 December 2020: who signed it, in which post, and how that is known of that day.
  for (const person of [vn, la]) {
    await at(person, '/s/onRecord/vl-0081-1');
    const signatories = person.page.getByRole('region', { name: 'Signatories' });
    await says(signatories, /Minister of National Defence: Ngo Xuan Lich .*Named at an event of that day/);
    expect(await wordsOf(signatories)).toContain('Chansamone Chanyalath');
  }
  await expectAccessible(vn, 'signatories');
});
