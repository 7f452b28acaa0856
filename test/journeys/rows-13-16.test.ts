import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { succeed } from '../../src/cli/command-line.fixture.ts';
import { Opened } from '../../src/node/world.fixture.ts';
import { expectAccessible, openBrowser, send, shot, sign } from './browser.fixture.ts';
import { type DemoPair, type DemoPerson, demoPair, demoPerson } from './demo.fixture.ts';

/* Forums, notes, letters and advice of docs/systems.md, each by people on two nodes, from the data of the demo. */

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
/** How many pages a browser prints. */
const pagesOf = async ({ page }: Pick<DemoPerson, 'page'>): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

/** `by` takes what the other side states in the one bracket there is, and sends; then VN lays the text out. */
async function settle(by: DemoPerson, text: string, from: string): Promise<string> {
  await at(by, `/t/${text}`);
  const bracket = by.page.getByRole('row').filter({ hasText: from });
  await bracket.getByRole('button', { name: 'Accept' }).first().click();
  await by.page.getByText(/1 change is not sent/).waitFor();
  await send(by);
  await at(vn, `/t/${text}`);
  await vn.page.getByRole('button', { name: 'Lay out for signature' }).click();
  await dialog(vn).getByRole('button', { name: 'Lay out for signature' }).click();
  await vn.page.getByRole('heading', { name: 'Signing room' }).waitFor();
  return new URL(vn.page.url()).pathname;
}

async function signBoth(one: DemoPerson, other: DemoPerson, room: string): Promise<void> {
  await one.page.goto(one.node.url + room);
  await sign(one, 'EXERCISE', 'exercise-vn');
  await one.page.getByText('Signed by VN, awaits LA').waitFor();
  await other.page.goto(other.node.url + room);
  await sign(other, 'EXERCISE', 'exercise-la');
  for (const { page } of [one, other]) await page.getByText(/In force since/).waitFor();
}

test('row-13: a joint position for one edition is settled in both languages; support given and received; the pledge has an outcome', async () => {
  const room = await settle(vn, 'jointPosition/exercise-admm', 'họp thường niên');
  await signBoth(vn, la, room);
  // What is in force is the whole point, in Vietnamese as in Lao.
  for (const { page } of [vn, la]) {
    await page
      .getByText('Hai bên ủng hộ mạng lưới quân y của diễn đàn và họp thường niên.')
      .first()
      .waitFor();
    await page.getByText('ສອງຝ່າຍສະໜັບສະໜູນເຄືອຂ່າຍແພດທະຫານຂອງເວທີ ແລະ ປະຊຸມປະຈຳປີ.').first().waitFor();
  }
  await at(la, '/record/list/multilateral?q=exercise+2');
  await la.page.getByRole('button', { name: 'Support at a forum' }).click();
  await dialog(la).getByRole('textbox', { name: 'Forum' }).fill('ADMM-Plus');
  await dialog(la).getByLabel('Edition').fill('EXERCISE 2');
  await dialog(la).getByLabel('Role').selectOption({ label: 'Support given' });
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  await dialog(la).waitFor({ state: 'detached' });
  await at(vn, '/record/list/multilateral?q=exercise+2');
  const support = ({ page }: DemoPerson) => page.getByRole('row').filter({ hasText: 'EXERCISE 2' });
  await support(vn).getByText('Support given').waitFor();
  await support(vn).getByRole('link').first().click();
  await vn.page.getByRole('button', { name: 'State ours' }).click();
  await expect.poll(() => dialog(vn).getByLabel('Edition').inputValue()).toBe('EXERCISE 2');
  await dialog(vn).getByLabel('Role').selectOption({ label: 'Support received' });
  await dialog(vn).getByRole('button', { name: 'Send to LA' }).click();
  await dialog(vn).waitFor({ state: 'detached' });
  await at(la, '/record/list/multilateral?q=exercise+2');
  await support(la).getByText('Support received').waitFor();

  const pledge = '/s/undertaking/vl-0081-3';
  await at(vn, pledge);
  await vn.page.getByText('keep supporting Vietnam in holding ADMM-14').first().waitFor();
  await vn.page.getByText('no report').first().waitFor();
  await at(la, pledge);
  await la.page.getByRole('button', { name: 'State what became of it' }).click();
  await dialog(la).getByLabel('Outcome').selectOption({ label: 'Carried out' });
  await dialog(la).getByText('More', { exact: true }).click();
  await dialog(la).getByLabel('EXERCISE').check();
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  await dialog(la).waitFor({ state: 'detached' });
  await vn.page.getByText('Carried out', { exact: true }).first().waitFor();
  await at(vn, '/record/list/multilateral?q=exercise+2');
  await support(vn).getByText('Support received').waitFor();
  await expectAccessible(vn, 'multilateral');
  await shot(vn, 'row-13');
});

test('row-14: a restricted note is nowhere for a Lao clerk without the right; the recipient acknowledges, VN sees it', async () => {
  const clerk = await demoPerson(opened, browser, pair, 'la', 'clerk');
  const notesSeen = async (): Promise<string> => {
    await at(clerk, '/record');
    return clerk.page.getByRole('link', { name: /^Notes and bulletins\s*\d/ }).innerText();
  };
  const before = await notesSeen();

  await at(vn, '/record/list/information');
  await vn.page.getByRole('button', { name: 'Note or bulletin' }).click();
  const form = dialog(vn);
  await form.getByLabel('Title, English').fill('EXERCISE heron');
  await form.getByLabel('Wording, English').fill('EXERCISE: for named posts');
  await form.getByText('More', { exact: true }).click();
  await form.getByLabel('To', { exact: true }).fill('LA');
  await form.getByLabel('Awaits an answer').check();
  const date = form.getByRole('group', { name: 'Date', exact: true });
  await date.getByLabel('Year').fill('2021');
  await form.getByLabel('Handling').selectOption({ label: 'Named posts only' });
  await form.getByRole('button', { name: 'Send to LA' }).click();
  await vn.page.getByRole('link', { name: 'EXERCISE heron' }).click();
  await vn.page.getByText('Not acknowledged yet').waitFor();
  const note = /\/s\/(note\/.*)$/.exec(vn.page.url())?.[1] ?? '';
  const id = note.replace('/', '.');

  // Whoever has the right has it at once; whoever has not finds the same as before anything was sent.
  await at(la, '/record/list/information');
  await la.page.getByRole('link', { name: 'EXERCISE heron' }).waitFor();
  expect(await notesSeen()).toBe(before);
  await at(clerk, '/record/list/information');
  await clerk.page.getByRole('link', { name: /Health bulletin/ }).waitFor();
  expect(await clerk.page.getByText('heron').count()).toBe(0);
  await at(clerk, '/record/search?q=heron');
  await clerk.page.getByRole('status').filter({ hasText: '0 entries' }).waitFor();
  const ask = (path: string): Promise<string> =>
    clerk.page.evaluate(async (address) => {
      const answer = await fetch(address);
      return `${answer.status} ${await answer.text()}`;
    }, `/api/programmes/${pair.id}/${path}`);
  for (const path of ['search?q=heron', 'ask/information/export/csv', 'ask/overdue', 'ask/brief?for=desk'])
    expect(await ask(path)).not.toMatch(/heron|restricted note/i);
  // Its own address answers what that of something that never was answers.
  const same = (answer: string): string =>
    answer.replaceAll(id, 'note.never-was').replaceAll(/"(version|at|time)":("[^"]*"|\d+)/g, '');
  expect(same(await ask(`subjects/${id}`))).toBe(same(await ask('subjects/note.never-was')));
  await at(clerk, `/s/${note}`);
  await clerk.page.getByText('Nothing of this kind is recorded.').waitFor();
  expect(await clerk.page.getByText(/for named posts|EXERCISE heron/).count()).toBe(0);

  await la.page.getByRole('link', { name: 'EXERCISE heron' }).click();
  await la.page.getByRole('button', { name: 'Acknowledgement' }).click();
  await dialog(la).getByRole('group', { name: 'Date', exact: true }).getByLabel('Year').fill('2021');
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  await dialog(la).waitFor({ state: 'detached' });
  await vn.page.getByText('Acknowledged by').waitFor();
  await vn.page.getByText('Not acknowledged yet').waitFor({ state: 'detached' });
  // It is answered by a note of the same mark: VN waits no longer, and reads to whom it went.
  await vn.page.getByText('Unanswered').first().waitFor();
  await la.page.getByRole('button', { name: 'Note or bulletin' }).click();
  const answer = dialog(la);
  await answer.getByLabel('Title, English').fill('EXERCISE egret');
  await answer.getByLabel('Wording, English').fill('EXERCISE: understood');
  await answer.getByRole('group', { name: 'Date', exact: true }).getByLabel('Year').fill('2021');
  await answer.getByLabel('Handling').selectOption({ label: 'Named posts only' });
  await answer.getByRole('button', { name: 'Send to VN' }).click();
  await vn.page.getByText('Answered by:').waitFor();
  await vn.page.getByText('Unanswered').waitFor({ state: 'detached' });
  await at(vn, '/record/list/information?q=heron');
  const row = vn.page.getByRole('row').filter({ hasText: 'EXERCISE heron' });
  await expect.poll(() => row.innerText()).toMatch(/VN\s+LA/);
  expect(await ask('search?q=egret')).not.toMatch(/EXERCISE egret/);
  await at(vn, `/s/${note}`);
  await vn.page.getByText('Acknowledged by').waitFor();
  await expectAccessible(vn, 'note');
  await shot(vn, 'row-14');
});

test('row-15: VN answers condolences for floods; both reference numbers are found; one fewer is unanswered', async () => {
  const unanswered = async (person: DemoPerson): Promise<number> => {
    await at(person, '/record');
    const card = person.page.getByRole('link', { name: /^Correspondence.*unanswered/ });
    return Number(/(\d+)\s+unanswered/.exec(await card.innerText())?.[1]);
  };
  const fill = async (person: DemoPerson, title: string, what: string, reference: string) => {
    const form = dialog(person);
    await form.getByLabel('Title, English').fill(title);
    const kinds = form.getByLabel('Kind');
    await expect
      .poll(() => kinds.locator('option').allInnerTexts())
      .toEqual(expect.arrayContaining(['Condolence', 'Congratulation', 'Thanks', 'Official note']));
    await kinds.selectOption({ label: what });
    await form.getByRole('group', { name: 'Date', exact: true }).getByLabel('Year').fill('2021');
    await form.getByLabel('Our reference').fill(reference);
  };
  await at(la, '/record/list/correspondence');
  await la.page.getByRole('button', { name: 'Letter' }).click();
  await fill(la, 'EXERCISE condolences for the floods in the north', 'Condolence', 'EXERCISE 77/ກຕປ');
  await dialog(la).getByText('More', { exact: true }).click();
  await dialog(la).getByLabel('Awaits an answer').check();
  await dialog(la).getByRole('button', { name: 'Send to VN' }).click();
  const letter = ({ page }: DemoPerson) =>
    page.getByRole('link', { name: 'EXERCISE condolences for the floods in the north' });
  await at(vn, '/record/list/correspondence');
  await letter(vn).waitFor();
  const open = await unanswered(vn);

  await at(vn, '/record/list/correspondence');
  await letter(vn).click();
  await vn.page.getByText('Unanswered').first().waitFor();
  await vn.page.getByRole('button', { name: 'Letter' }).click();
  await fill(vn, 'EXERCISE reply with thanks', 'Thanks', 'EXERCISE 140/ĐN');
  await dialog(vn).getByText('More', { exact: true }).click();
  await dialog(vn).getByLabel('Their reference').fill('EXERCISE 77/ກຕປ');
  await dialog(vn).getByRole('button', { name: 'Send to LA' }).click();
  await vn.page.getByText('Answered by:').waitFor();
  await shot(vn, 'row-15');

  for (const person of [vn, la]) {
    await expect.poll(() => unanswered(person), { timeout: 15_000 }).toBe(open - 1);
    for (const [reference, title] of [
      ['77/ກຕປ', 'EXERCISE condolences for the floods in the north'],
      ['140/ĐN', 'EXERCISE reply with thanks'],
    ] as const) {
      await at(person, `/record/search?q=${encodeURIComponent(`EXERCISE ${reference}`)}`);
      await person.page.getByRole('link', { name: title }).first().waitFor();
    }
  }
  await at(la, '/record/list/correspondence');
  await letter(la).click();
  await la.page.getByText('Answered by:').waitFor();
  await la.page.getByRole('link', { name: 'EXERCISE reply with thanks' }).first().click();
  await la.page.getByText('Answers:').waitFor();
});

test('row-16: the brief in Lao is one A4 page, each line traceable; beside it joint advice, settled and signed', async () => {
  const leader = await demoPerson(opened, browser, pair, 'la', 'leader', 'lo');
  await at(leader, '/record/brief?for=minister');
  const sheet = leader.page.getByRole('article');
  for (const section of [
    'ສະພາບຂອງແຜນການ',
    'ຄຳໝັ້ນຂອງພວກເຮົາ',
    'ຄຳໝັ້ນຂອງຝ່າຍຄູ່ຮ່ວມ',
    'ຄຳໝັ້ນຮ່ວມກັນ',
    'ບ່ອນທີ່ຂໍ້ມູນຕ່າງກັນ',
    'ຊັກຊ້າ',
    'ຂໍ້ທີ່ຄວນຍົກຂຶ້ນ',
    'ຜູ້ດຳລົງຕຳແໜ່ງ',
  ])
    await sheet.getByRole('heading', { name: section, exact: true }).waitFor();
  const lines = sheet.getByRole('listitem');
  const count = await lines.count();
  expect(await lines.getByRole('link').count()).toBe(count);
  expect(await lines.filter({ hasText: /\[(VN|LA) \d+/ }).count()).toBe(count);
  expect(await pagesOf(leader)).toBe(1);
  await expectAccessible(leader, 'brief');
  await shot(leader, 'row-16');

  // The same from the command line, beside the running server: a file that any browser prints.
  const dir = mkdtempSync(join(tmpdir(), 'counterpart-brief-'));
  opened.add(() => rmSync(dir, { recursive: true, force: true }));
  await succeed(
    ['ask', pair.la.dir, 'brief', '--for', 'minister', '--lang', 'lo', '--out', join(dir, 'brief.html')],
    { cwd: dir },
  );
  await leader.page.goto(pathToFileURL(join(dir, 'brief.html')).href);
  await leader.page.getByRole('heading', { name: 'ຂໍ້ທີ່ຄວນຍົກຂຶ້ນ' }).waitFor();
  const printed = leader.page.getByRole('listitem');
  expect(await printed.filter({ hasText: /\(\w+\.[\w-]+; (VN|LA) \d+/ }).count()).toBe(await printed.count());
  expect(await pagesOf(leader)).toBe(1);

  const ministers = [
    await demoPerson(opened, browser, pair, 'vn', 'minister'),
    await demoPerson(opened, browser, pair, 'la', 'minister'),
  ] as const;
  const room = await settle(la, 'advice/exercise-2021', 'luân phiên chủ nhà');
  await signBoth(...ministers, room);
  for (const minister of ministers) {
    await at(minister, '/record/brief?for=minister');
    const beside = minister.page.getByRole('complementary', { name: 'Joint advice to the leaders of both' });
    await beside.getByText('in force').waitFor();
    await beside.getByRole('link').click();
    await minister.page.getByText(/In force since/).waitFor();
  }
});
