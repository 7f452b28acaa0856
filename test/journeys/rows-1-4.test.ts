import { expect, test } from 'vitest';
import { answer } from '../../src/cli/command-line.fixture.ts';
import type { JsonObject } from '../../src/core/bytes/json.ts';
import { acceptAll, expectAccessible, send, shot } from './browser.fixture.ts';
import type { DemoPerson } from './demo.fixture.ts';
import { dialogOf, says, twoDesks, typeDate, wordsOf } from './two-desks.fixture.ts';

/* Systems 1 to 4 of the articles, each a journey in two browsers on the two nodes of the demo. */

const desks = twoDesks();

test('row-1: a provision without an activity is an empty row on both nodes; a plan line linked to it fills it', async () => {
  const { ask, at, la, pair, vn } = desks();
  const words = 'EXERCISE: exchange of scientific knowledge';
  await at(vn, '/record/matrix');
  await vn.page.getByRole('button', { name: 'Provision' }).click();
  const form = dialogOf(vn);
  const instrument = form.getByRole('group', { name: 'Instrument' });
  await instrument.getByRole('searchbox').fill('arrangement on cooperation');
  await instrument.getByRole('button', { name: /^Arrangement on cooperation/ }).click();
  await form.getByLabel('Number', { exact: true }).fill('4');
  await form.getByLabel('Wording, English').fill(words);
  await form.getByLabel('Area').selectOption({ label: 'Science and technology' });
  await expectAccessible(vn, 'form of a provision');
  await form.getByRole('button', { name: 'Send to LA' }).click();

  const row = (person: DemoPerson) => person.page.getByRole('row').filter({ hasText: words });
  await row(vn).getByText('No activity carries it out').waitFor();
  await at(la, '/record/matrix');
  await row(la).getByText('No activity carries it out').waitFor();
  expect(await row(la).getByText('4.', { exact: true }).count()).toBe(1);
  const isIn = ({ rows }: { readonly rows: readonly JsonObject[] }): boolean =>
    rows.some(({ wording }) => JSON.stringify(wording).includes(words));
  expect(isIn(await ask(vn, 'uncovered'))).toBe(true);
  expect(isIn(await answer(['ask', pair.la.dir, 'uncovered']))).toBe(true);

  // A line of the plan in force carries it out: the cell of its area fills on both nodes.
  await row(vn).getByRole('button', { name: 'Link an activity' }).click();
  await dialogOf(vn).getByRole('searchbox').fill('Đào tạo dài hạn sĩ quan');
  await dialogOf(vn).getByRole('list').getByRole('button').first().click();
  await dialogOf(vn).getByRole('button', { name: 'State the link' }).click();
  for (const person of [vn, la]) {
    // Each reads the line in its own language: its address is the same.
    await row(person).getByRole('cell').locator('a[href$="/s/course/academies-2021"]').waitFor();
    await row(person).getByText('No activity carries it out').waitFor({ state: 'detached' });
    expect(isIn(await ask(person, 'uncovered'))).toBe(false);
  }
  expect(isIn(await answer(['ask', pair.la.dir, 'uncovered']))).toBe(false);
  await expectAccessible(vn, 'matrix');
  await shot(vn, 'row-1-matrix');
});

test('row-1: an instrument shows when it entered, how it is renewed, until when notice holds; LA denounces it', async () => {
  const { at, la, vn } = desks();
  const path = '/s/onRecord/exercise-arrangement';
  await at(vn, path);
  await at(la, path);
  const life = (person: DemoPerson) =>
    person.page.getByRole('region', { name: 'From when to when, and how it ends' });
  for (const words of [
    'Entry into force 1 Jan 2019',
    'Term ends 31 Dec 2023',
    'Renewed tacitly',
    'Renewed until 31 Dec 2028',
    'Notice against renewal by 30 Jun 2028',
    'None: all are equal',
  ])
    await says(life(vn), words);
  // Its provisions stand below it by their numbers, the empty one marked.
  const provisions = vn.page.getByRole('region', { name: 'Provisions' }).getByRole('listitem');
  expect(await provisions.first().innerText()).toMatch(/^1\./);
  await expectAccessible(vn, 'instrument');
  await shot(vn, 'row-1-instrument');

  await la.page.getByRole('button', { name: 'Denunciation' }).click();
  await typeDate(dialogOf(la), 'Date', new Date().toISOString().slice(0, 10));
  await dialogOf(la).getByRole('button', { name: 'Send to VN' }).click();
  for (const person of [la, vn]) {
    await life(person).getByText('Denounced, notice runs').waitFor();
    await life(person).getByText('Denounced from').waitFor();
  }
});

test('row-3: the talks of 4 December 2020 show posts with their holders of that day and the plan signed at their close', async () => {
  const { at, la, vn } = desks();
  for (const person of [vn, la]) {
    await at(person, '/s/event/vl-0081');
    const { page } = person;
    await page.getByText('Minister of National Defence: Ngo Xuan Lich').waitFor();
    await page.getByText('Minister of National Defence: Chansamone Chanyalath').waitFor();
    await expect
      .poll(() => page.getByText('Named at an event of that day').count(), { timeout: 15_000 })
      .toBe(2);
    await page.getByText('signed at the close of the session').waitFor();
    // What was said there, each with what became of it.
    const points = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Points', exact: true }) });
    await expect.poll(() => points.getByRole('listitem').count(), { timeout: 15_000 }).toBe(10);
    await expect.poll(() => points.getByRole('listitem').filter({ hasText: 'no report' }).count()).toBe(10);
  }
  await expectAccessible(vn, 'talks');
  await shot(vn, 'row-3-talks');
});

test('row-3: minutes of a meeting are negotiated like any text: a changed paragraph is a bracket, settled the texts match', async () => {
  const { ask, at, la, vn } = desks();
  await at(vn, '/s/event/exercise-talks-2021');
  await vn.page.getByRole('button', { name: 'Begin minutes of this meeting' }).click();
  await vn.page.getByRole('heading', { name: /^Minutes on: |^Biên bản/ }).waitFor();
  const path = new URL(vn.page.url()).pathname.replace(/^\/p\/[^/]+/, '');
  // What was said there stands in it as its first points, each about the line of the ledger that it came from.
  await vn.page.getByRole('row').filter({ hasText: 'Mở lại lối mở' }).waitFor();
  await send(vn);

  await at(la, path);
  await la.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialogOf(la).getByRole('button', { name: 'Accept' }).click();
  await la.page.getByText(/changes are not sent/).waitFor();
  const point = (person: DemoPerson) => person.page.getByRole('row').filter({ hasText: 'ເປີດທາງຜ່ານຄືນ' });
  await point(la).getByRole('link').first().click();
  await la.page.getByRole('button', { name: 'Edit: Wording' }).click();
  const wording = la.page.getByRole('group', { name: 'Wording' });
  await wording.locator('textarea[lang="lo"]').fill('ເປີດທາງຜ່ານຄືນ ພາຍໃນເດືອນກໍລະກົດ (EXERCISE)');
  await wording.locator('textarea[lang="vi"]').fill('Mở lại lối mở trong tháng 7 (EXERCISE)');
  await la.page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await la.page.getByText('Saved on our node').waitFor();
  await at(la, path);
  await send(la);

  await at(vn, path);
  const bracket = point(vn).locator('[data-column="wording.vi"], [data-column^="wording"]').first();
  await bracket.getByText('Mở lại lối mở trong tháng 7').waitFor();
  expect(await wordsOf(bracket)).toMatch(/VN: .*LA: .*trong tháng 7/);
  await expectAccessible(vn, 'minutes');
  await shot(vn, 'row-3-bracket');
  await vn.page.getByRole('button', { name: /^Accept all remaining/ }).click();
  await dialogOf(vn).getByRole('button', { name: 'Accept' }).click();
  await vn.page
    .getByText(/not sent/)
    .first()
    .waitFor();
  await send(vn);
  for (const person of [vn, la]) {
    await at(person, path);
    await person.page.getByText('texts match', { exact: true }).waitFor();
  }
  // The series has them: what was settled is read beside the minutes of the other sessions, and exported with them.
  await at(la, '/s/mechanism/exercise-departments');
  const series = la.page.getByRole('region', { name: 'Minutes of a series' });
  await series.getByText('ເປີດທາງຜ່ານຄືນ ພາຍໃນເດືອນກໍລະກົດ').waitFor();
  expect((await ask(la, 'series?for=mechanism.exercise-departments')).total).toBe(4);
});

test('row-3: minutes of a meeting of no mechanism stand with their meeting on both nodes, negotiated like any text', async () => {
  const { at, la, vn } = desks();
  await at(vn, '/record/chronology');
  await vn.page.getByRole('button', { name: 'Event', exact: true }).click();
  const form = dialogOf(vn);
  await form.getByLabel('Title, Vietnamese').fill('Trao đổi về cứu trợ (EXERCISE)');
  await form.getByLabel('Title, Lao').fill('ແລກປ່ຽນກ່ຽວກັບການຊ່ວຍເຫຼືອ (EXERCISE)');
  await typeDate(form, 'Date', '2021-05-06');
  await form.getByText('More', { exact: true }).click();
  const agenda = form.getByRole('group', { name: 'Agenda', exact: true });
  await agenda.getByRole('button', { name: 'Add', exact: true }).click();
  await agenda.getByLabel('Point').fill('Who is called first (EXERCISE)');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });
  await vn.page.getByRole('searchbox').first().fill('Trao đổi về cứu trợ');
  await vn.page
    .getByRole('link', { name: /Trao đổi về cứu trợ/ })
    .first()
    .click();
  await vn.page.waitForURL(/\/s\/event\//);
  const meeting = new URL(vn.page.url()).pathname.replace(/^\/p\/[^/]+/, '');
  await vn.page.getByRole('button', { name: 'What was said' }).click();
  await form.getByLabel('Wording, Vietnamese').fill('Lập đầu mối liên lạc (EXERCISE)');
  await form.getByLabel('Wording, Lao').fill('ຕັ້ງຈຸດປະສານງານ (EXERCISE)');
  await form.getByLabel('Force').selectOption('agreed');
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await form.waitFor({ state: 'detached' });
  await vn.page.getByText('Lập đầu mối liên lạc').first().waitFor();
  await vn.page.getByRole('button', { name: 'Begin minutes of this meeting' }).click();
  await vn.page.waitForURL(/\/t\/minutes\//);
  const path = new URL(vn.page.url()).pathname.replace(/^\/p\/[^/]+/, '');
  await vn.page.getByRole('row').filter({ hasText: 'Lập đầu mối liên lạc' }).waitFor();
  await send(vn);

  // LA comes by the meeting, which names no mechanism, and takes the minutes as they are.
  await at(la, meeting);
  await la.page.getByRole('listitem').getByText('Who is called first (EXERCISE)').waitFor();
  await la.page.locator(`a[href$="${path}"]`).first().click();
  await la.page.getByRole('row').filter({ hasText: 'ຕັ້ງຈຸດປະສານງານ' }).waitFor();
  await acceptAll(la);
  await send(la);
  for (const person of [vn, la]) {
    await at(person, path);
    await person.page.getByText('texts match', { exact: true }).waitFor();
    await at(person, meeting);
    await person.page.locator(`a[href$="${path}"]`).first().waitFor();
    expect(await person.page.locator('main a[href*="/s/mechanism/"]').count()).toBe(0);
  }
  // Nobody names a source: there is no empty heading for it.
  expect(await la.page.getByRole('heading', { name: 'Sources', exact: true }).count()).toBe(0);
  await expectAccessible(la, 'meeting of no mechanism');
  await shot(la, 'row-3-alone');
});

test('row-4: the second dialogue stands without a report; the next session alternates its host and carries open points in', async () => {
  const { at, la, pair, vn } = desks();
  await at(vn, '/record/mechanisms');
  await vn.page.getByRole('searchbox').fill('policy dialogue');
  await vn.page
    .getByRole('link', { name: /policy dialogue/ })
    .first()
    .click();
  await vn.page.getByRole('heading', { name: 'Sessions in a row' }).waitFor();
  await vn.page.getByText('2021, day unknown, no report').first().waitFor();
  await expectAccessible(vn, 'sessions');
  // The plan of 2021 gave it to LA: the third is VN's to host.
  await vn.page.getByRole('button', { name: 'Schedule the next session' }).click();
  await expect.poll(() => dialogOf(vn).getByLabel('Host', { exact: true }).inputValue()).toBe('VN');
  await expect.poll(() => dialogOf(vn).getByLabel('Session number').inputValue()).toBe('3');
  await dialogOf(vn).getByRole('button', { name: 'Cancel' }).click();

  await at(vn, '/s/mechanism/exercise-departments');
  const sessions = vn.page.getByRole('main').getByRole('listitem');
  await sessions.filter({ hasText: 'counted later as the first' }).first().waitFor();
  await vn.page.getByText(/due by 10 February 2022/).waitFor();
  await vn.page
    .getByText('Level: Department')
    .or(vn.page.getByText(/[Dd]epartment/))
    .first()
    .waitFor();
  // What the last session left open, each a link to what was said.
  const left = vn.page
    .locator('section')
    .filter({ has: vn.page.getByRole('heading', { name: 'What the last session left open' }) });
  await expect
    .poll(() => left.locator('a[href*="/s/undertaking/exercise-"]').count(), { timeout: 15_000 })
    .toBe(2);
  await shot(vn, 'row-4-mechanism');
  await vn.page.getByRole('button', { name: 'Schedule the next session' }).click();
  const form = dialogOf(vn);
  await expect.poll(() => form.getByLabel('Host', { exact: true }).inputValue()).toBe('LA');
  await expect.poll(() => form.getByLabel('Session number').inputValue()).toBe('3');
  const agenda = form.getByRole('group', { name: 'Agenda', exact: true });
  await expect.poll(() => agenda.getByLabel('Point').count()).toBe(2);
  await expectAccessible(vn, 'schedule a session');
  await shot(vn, 'row-4-schedule');
  await form.getByRole('button', { name: 'Add', exact: true }).last().click();
  await vn.page.waitForURL(/\?row=meeting\./);
  const item = new URL(vn.page.url()).searchParams.get('row') ?? '';
  await send(vn);

  await at(la, `/t/plan/exercise-2022?row=${item}`);
  const drawer = la.page.getByRole('complementary');
  await drawer.getByText('Agenda').waitFor();
  await says(drawer, 'EXERCISE');
  // Planned, it stands in the row of sessions on both nodes.
  for (const person of [vn, la]) {
    await at(person, '/s/mechanism/exercise-departments');
    await person.page
      .getByRole('main')
      .locator(`a[href$="${item.replace('.', '/')}"]`)
      .waitFor();
  }
  expect(pair.id).not.toBe('');
});
