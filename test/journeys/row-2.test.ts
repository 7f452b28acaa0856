import { expect, test } from 'vitest';
import { expectAccessible, send, shot, sign } from './browser.fixture.ts';
import { type DemoPerson, demoPerson } from './demo.fixture.ts';
import { dialogOf, says, twoDesks, wordsOf } from './two-desks.fixture.ts';

/* System 2 of the articles: the plan of the year, in two browsers on the two nodes of the demo. It has them for itself: it closes the plan. */

const desks = twoDesks();
const plan = '/t/plan/exercise-2022';

test('row-2: a bracket accepted, a Lao cell that blocks repaired, both sign the same fingerprint; then an amendment', async () => {
  const { at, browser, la, opened, pair, vn } = desks();
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
});
