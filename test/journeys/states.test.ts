import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrive, expectState } from './browser.fixture.ts';
import { demoPerson } from './demo.fixture.ts';
import { twoDesks } from './two-desks.fixture.ts';

/* States that no screen shows by itself and no other journey comes by (docs/states.md): each is opened, and axe finds nothing in it. */

const desks = twoDesks();
const press = (name: RegExp | string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click();
const openMenu = (name: string) => (page: Page) => page.locator('summary', { hasText: name }).first().click();
/** A year alone where a day is asked for. */
const onlyYear = (group: string) => (page: Page) =>
  page.getByRole('group', { name: group }).getByLabel('Year').fill('2021');
const nothing = (): Promise<void> => Promise.resolve();

const plan = '/t/plan/exercise-2022';
test.each([
  ['begin-dialog', '', press('Begin a text')],
  ['line-drawer', `${plan}?row=dialogue.defence-policy-2022`, nothing],
  ['add-line-dialog', plan, press('Add a plan line')],
  ['export-menu', plan, openMenu('Export')],
  ['table-tools', plan, openMenu('View')],
  ['views-menu', plan, openMenu('Views')],
  ['subject-drawer', '/t/plan/exercise-2021?view=force&row=course.academies-2021', nothing],
  ['settle-dialog', '/s/assistance/rice-2021', press('Settle this figure')],
  ['task-dialog', '/record/tasks?row=patrol.rainy-season-2021', press('Add a private task')],
  ['link-dialog', '/record/matrix', press('Link an activity')],
  ['unplanned-button', '/record/list/activities', press('Activity in no plan')],
  ['line-dialog', '/s/mechanism/exercise-departments', press('Schedule the next session')],
  ['state-dialog', '/record/chronology', press('Event')],
] as const)('%s', async (state, path, open) => {
  const { at, vn } = desks();
  await at(vn, path);
  await open(vn.page);
  await expectState(vn, state);
  expect(await vn.page.locator(`[data-state="${state}"]`).count()).toBe(1);
});

test('what is prepared is discarded after one has said so twice; so is all that is accepted at once', async () => {
  const { at, vn } = desks();
  const { page } = vn;
  await at(vn, plan);
  await page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await expectState(vn, 'accept-all-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
  await page.getByRole('button', { name: 'Discard all that is not sent' }).click();
  await expectState(vn, 'unsent-bar');
  await page.getByRole('dialog').getByRole('button', { name: 'Discard all that is not sent' }).click();
  await page
    .getByText(/^(Everything is sent|Sent; )/)
    .first()
    .waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

/** Forms that are not taken as they are. */
const refused: readonly (readonly [string, string, readonly ((page: Page) => Promise<unknown>)[]])[] = [
  [
    'task-dialog:refused',
    '/record/tasks?row=patrol.rainy-season-2021',
    [
      press('Add a private task'),
      onlyYear('Due on'),
      (page) => page.getByLabel('What is to be done').fill('EXERCISE'),
      press('Keep'),
    ],
  ],
  [
    'line-dialog:refused',
    '/s/mechanism/exercise-departments',
    [
      press('Schedule the next session'),
      (page) => page.getByLabel('Session number').fill('x'),
      (page) => page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).last().click(),
    ],
  ],
  // Enter sends the form from within the field: what was there before is not sent in its place.
  [
    'line-dialog:refused',
    '/s/mechanism/exercise-departments',
    [
      press('Schedule the next session'),
      (page) => page.getByLabel('Session number').fill('x'),
      (page) => page.getByLabel('Session number').press('Enter'),
    ],
  ],
  ['report-form:refused', '/record/chronology', [press('Event'), press('Send to LA')]],
  ['intakes-screen:refused', '/record/intake', [press('Keep on this node')]],
];
test.each(refused)('%s', async (state, path, steps) => {
  const { at, vn } = desks();
  await at(vn, path);
  for (const step of steps) await step(vn.page);
  await expectState(vn, state);
  expect(await vn.page.locator(`[data-state="${state}"]`).count()).toBe(1);
});

test('a file that the node does not take', async () => {
  const { at, vn } = desks();
  const { page } = vn;
  await page.route('**/attachments', (route) => route.abort());
  await at(vn, '/s/visit/young-officers-2021');
  await page.getByRole('button', { name: /^(Report on this activity|Replace our report)$/ }).click();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'EXERCISE.pdf', mimeType: 'application/pdf', buffer: Buffer.from('EXERCISE') });
  await expectState(vn, 'files-editor');
  await page.unroute('**/attachments');
  expect(await page.getByRole('alert').count()).toBe(1);
});

test('an answer that does not come, and a screen that does not', async () => {
  const { at, vn } = desks();
  const { page } = vn;
  await page.route(/\/founding$/, (route) =>
    route.request().resourceType() === 'fetch' ? route.abort() : route.continue(),
  );
  await at(vn, '/founding');
  await expectState(vn, 'problem-box');
  await page.route(/exchange-screen/, (route) => route.abort());
  await page.getByRole('link', { name: 'Exchange', exact: true }).click();
  await expectState(vn, 'screen-frame');
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
  await page.unroute(/exchange-screen/);
  await page.unroute(/\/founding$/);
});

test('a password that is not the account’s', async () => {
  const { browser, opened, pair } = desks();
  const person = await arrive(opened, browser, pair.vn);
  await person.page.locator('#user').fill('desk');
  await person.page.locator('#password').fill('not the password at all');
  await person.page.locator('#password').press('Enter');
  await expectState(person, 'sign-in');
  expect(await person.page.locator('header nav').count()).toBe(0);
});

test('an account is added', async () => {
  const { browser, opened, pair } = desks();
  const person = await demoPerson(opened, browser, pair, 'vn', 'admin');
  await person.page.goto(`${person.node.url}/settings`);
  await person.page.getByRole('button', { name: 'Add an account' }).click();
  await expectState(person, 'account-dialog');
  expect(await person.page.getByRole('dialog').count()).toBe(1);
});
