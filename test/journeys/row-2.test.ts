import { expect, test } from 'vitest';
import type { AnswerShape } from '../../src/api/ask.ts';
import { answer } from '../../src/cli/command-line.fixture.ts';
import { expectAccessible, send, shot, sign } from './browser.fixture.ts';
import { type DemoPerson, demoPerson } from './demo.fixture.ts';
import { dialogOf, says, twoDesks, typeDate, wordsOf } from './two-desks.fixture.ts';

/* System 2 of the articles: the plan of the year, in two browsers on the two nodes of the demo. It has them for itself: it closes the plan. */

const desks = twoDesks();
const plan = '/t/plan/exercise-2022';

test('row-2: a bracket accepted, a Lao cell that blocks repaired, both sign the same fingerprint; then an amendment', async () => {
  const { ask, at, browser, la, opened, pair, vn } = desks();
  await at(vn, `${plan}?open=1`);
  const line = vn.page.getByRole('row').filter({ hasText: 'Đối thoại chính sách quốc phòng cấp thứ' });
  const venue = line.locator('[data-column="venue"]');
  await says(venue, /VN.*Hà Nội.*LA.*Viêng Chăn/);
  await venue.getByRole('button', { name: 'Accept' }).click();
  await vn.page.getByText('1 change is not sent. LA sees nothing of it.').waitFor();
  await vn.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialogOf(vn).getByRole('button', { name: 'Accept' }).click();
  await vn.page.getByText(/changes are not sent/).waitFor();
  await send(vn);
  await at(la, plan);
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialogOf(la).getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText(/changes are not sent/).waitFor();
  await send(la);

  // All but one cell is agreed: it has a name, and nobody can lay the text out.
  for (const person of [vn, la]) {
    await at(person, plan);
    await person.page.getByRole('link', { name: /^\d+\. Activity Lao to confirm$/ }).waitFor();
    expect(await person.page.getByRole('button', { name: 'Lay out for signature' }).count()).toBe(0);
  }
  await expectAccessible(vn, 'plan that one cell blocks');
  await shot(vn, 'row-2-blocked');
  await vn.page.getByRole('link', { name: /Activity Lao to confirm$/ }).click();
  const drawer = vn.page.getByRole('complementary');
  await drawer.getByRole('button', { name: 'Confirm', exact: true }).first().click();
  await vn.page.getByText('1 change is not sent. LA sees nothing of it.').waitFor();
  await send(vn);
  await at(la, plan);
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialogOf(la).getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText('1 change is not sent. VN sees nothing of it.').waitFor();
  await send(la);
  await at(vn, plan);
  await vn.page.getByText('texts match', { exact: true }).waitFor();
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await dialogOf(vn).getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  const room = new URL(vn.page.url()).pathname;
  const digits: string[] = [];
  const ministers: DemoPerson[] = [];
  for (const [party, place] of [
    ['vn', 'Hà Nội'],
    ['la', 'ວຽງຈັນ'],
  ] as const) {
    const minister = await demoPerson(opened, browser, pair, party, 'minister');
    ministers.push(minister);
    await minister.page.goto(minister.node.url + room);
    await minister.page.getByRole('button', { name: 'Sign', exact: true }).waitFor();
    digits.push(await minister.page.locator('dd.num').first().innerText());
    await sign(minister, place, `exercise-${party}`);
    await minister.page
      .getByText(party === 'vn' ? 'Signed by VN, awaits LA' : /In force since/)
      .first()
      .waitFor();
  }
  expect(digits[0]).toBe(digits[1]);
  for (const { page } of [...ministers, vn])
    await page
      .getByText(/In force since/)
      .first()
      .waitFor();

  // The plan covers 2022 and was signed after it: both dates stand. An amendment begins from what is in force.
  await at(vn, `${plan}?view=force`);
  await vn.page.getByRole('button', { name: 'Propose an amendment' }).click();
  await vn.page.getByText('Amendment', { exact: true }).waitFor();
  await at(
    vn,
    `${new URL(vn.page.url()).pathname.replace(/^\/p\/[^/]+/, '')}${new URL(vn.page.url()).search}&row=course.academies-2022`,
  );
  await drawer.getByRole('button', { name: 'Edit: Places' }).click();
  await drawer
    .getByRole('textbox', { name: 'Places' })
    .or(drawer.getByRole('spinbutton', { name: 'Places' }))
    .fill('30');
  await drawer.getByRole('button', { name: 'Save', exact: true }).first().click();
  await vn.page.getByText('1 change is not sent. LA sees nothing of it.').waitFor();
  await send(vn);
  // LA reads what it would change, word by word, and nothing else; a correction is kept apart from it.
  await at(la, plan);
  await la.page.getByText('Amendment', { exact: true }).first().waitFor();
  await at(la, `${plan}?row=course.academies-2022`);
  await says(la.page.getByRole('complementary'), /VN: 30/);
  await shot(la, 'row-2-amendment');
  await at(vn, `${plan}?view=force`);
  await vn.page.getByRole('button', { name: 'Correction of an error' }).click();
  await vn.page.getByText('Correction of an error', { exact: true }).first().waitFor();
  expect(await wordsOf(vn.page.getByRole('main'))).not.toContain('not sent');
  const corrected = new URL(vn.page.url());
  await at(
    vn,
    `${corrected.pathname.replace(/^\/p\/[^/]+/, '')}${corrected.search}&row=course.border-medicine-2022`,
  );
  await drawer.getByRole('button', { name: 'Edit: Places' }).click();
  await drawer
    .getByRole('textbox', { name: 'Places' })
    .or(drawer.getByRole('spinbutton', { name: 'Places' }))
    .fill('16');
  await drawer.getByRole('button', { name: 'Save', exact: true }).first().click();
  await vn.page.getByText('1 change is not sent. LA sees nothing of it.').waitFor();
  await send(vn);
  const drafts = async (person: DemoPerson) =>
    (await ask(person, 'plans?for=plan.exercise-2022')).rows.map(({ mode, standing }) => mode ?? standing);
  for (const person of [vn, la])
    await expect.poll(() => drafts(person)).toEqual(['inForce', 'amendment', 'correction']);
  // Neither has what the other changes.
  for (const [mode, row, says16] of [
    ['correction', 'course.border-medicine-2022', true],
    ['amendment', 'course.border-medicine-2022', false],
  ] as const) {
    await at(la, `${plan}${corrected.search.replace('correction', mode)}&row=${row}`);
    const shown = la.page.getByRole('complementary');
    await says(shown, says16 ? /VN: 16/ : /Places/);
    if (!says16) expect(await wordsOf(shown)).not.toContain('VN: 16');
  }
});

test('row-2: several years, signed late, a line carried over, an activity that no plan names: each is shown as such on both nodes', async () => {
  const { ask, at, la, pair, vn } = desks();
  // Signed years after the work that it covers; one of its lines goes on with what was cancelled in 2021.
  for (const person of [vn, la]) {
    await at(person, `${plan}?view=force`);
    const main = person.page.getByRole('main');
    await says(main, /Signed after work began: \d+ activities begun before/);
    await says(main, '1 line carried over');
    await at(person, '/t/plan/exercise-projects-2021?view=force');
    await says(main, /several years signed on 4 December 2020 1 activity in no plan/);
    expect(await wordsOf(main)).not.toContain('Signed after work began');
  }
  await at(vn, '/record/list/activities?kind=visit');
  const carried = vn.page.getByRole('row').filter({ has: vn.page.locator('a[href$="young-officers-2022"]') });
  await carried.locator('a[href$="/s/visit/young-officers-2021"]').first().waitFor();

  // LA says what was done beside the plan; VN finds it, and its own report stands beside LA's words.
  const words = 'EXERCISE: a drill that no plan names';
  await at(la, '/record/list/activities');
  await la.page.getByRole('button', { name: 'Activity in no plan' }).click();
  const form = dialogOf(la);
  await form.getByLabel('Kind', { exact: true }).selectOption({ label: 'Joint rescue exercise' });
  await form.getByLabel('Activity, English').fill(words);
  await form.getByLabel('Area').selectOption({ label: 'Rescue and relief' });
  await typeDate(form, 'Period, From', '2022-05-03');
  await form.getByText('More', { exact: true }).click();
  await form.getByLabel('EXERCISE').check();
  await form.getByRole('button', { name: 'Send to VN' }).click();
  await la.page.getByRole('heading', { level: 1, name: words }).waitFor();
  await shot(la, 'row-2-unplanned');
  await expectAccessible(la, 'activity in no plan');
  await at(vn, '/record/list/activities?unplanned=yes');
  await vn.page.getByRole('row').filter({ hasText: words }).getByRole('link', { name: words }).click();
  await vn.page.getByRole('button', { name: 'Report on this activity' }).click();
  const report = vn.page.getByRole('form', { name: 'Report on this activity' });
  await report.getByLabel('Outcome').selectOption({ label: 'Carried out' });
  await report.getByRole('button', { name: 'Send to LA' }).click();
  await report.waitFor({ state: 'detached' });
  await la.page.getByRole('region', { name: 'Report of VN' }).getByText('Carried out').waitFor();
  await at(la, `${plan}?view=force`);
  await says(la.page.getByRole('main'), '1 activity in no plan');
  const counts = async (person: DemoPerson) =>
    (await ask(person, 'brief?for=leader')).rows.find(
      ({ subject, why }) => subject === 'plan.exercise-2022' && why,
    )?.['counts'];
  for (const person of [vn, la]) {
    expect(await counts(person)).toContainEqual({ what: 'unplanned', count: 1 });
    expect(await counts(person)).toContainEqual({ what: 'carriedOver', count: 1 });
  }
  const { rows } = await answer<AnswerShape>(['ask', pair.la.dir, 'plans', '--for', 'plan.exercise-2022']);
  expect(rows[0]).toMatchObject({ signedLate: true, carriedOver: 1, unplanned: 1 });
});
