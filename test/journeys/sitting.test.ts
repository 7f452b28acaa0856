import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { TextPage } from '../../src/api/texts.ts';
import { expectAccessible, send, shot } from './browser.fixture.ts';
import { demoPerson } from './demo.fixture.ts';
import { twoDesks } from './two-desks.fixture.ts';

/* Both delegations at one table, in front of VN's screen; LA confirms on its own node by the sheet it takes along. */

const desks = twoDesks();
const text = '/t/plan/exercise-2022';

test('brackets are settled one by one at the table; each side confirms once, on its own node', async () => {
  const { at, la, pair, vn } = desks();
  await at(vn, text);
  await vn.page.getByRole('link', { name: 'Table mode' }).click();
  const { page } = vn;
  const status = page.getByText(/^\d+ of \d+ settled$/);
  await status.waitFor();
  const total = Number(/of (\d+)/.exec(await status.innerText())?.[1]);
  expect(total).toBeGreaterThan(3);
  // As many as the text's own count: brackets, what awaits a side, what is to be confirmed in a language.
  const counts = await page.evaluate(
    async (address) => ((await (await fetch(address)).json()) as TextPage).view.counts,
    `/api/programmes/${pair.id}/texts/plan.exercise-2022`,
  );
  expect(total).toBe(counts.bracket + counts.awaits + counts.stale + counts.missing);
  await expectAccessible(vn, 'a point at the table');
  await shot(vn, 'table');

  // The first three fields on which both have spoken: theirs, ours, a new wording.
  const article = page.getByRole('article');
  const next = page.getByRole('button', { name: 'Next point' });
  const choices = ['theirs', 'ours', 'new'] as const;
  let done = 0;
  for (let point = 1; point <= total && done < choices.length; point += 1) {
    await page.getByText(`Point ${point} of ${total}`).waitFor();
    const ours = article.getByRole('button', { name: 'LA takes ours' });
    const theirs = article.getByRole('button', { name: 'We take the wording of LA' });
    if ((await ours.count()) === 1 && (await theirs.count()) === 1) {
      const choice = choices[done];
      if (choice === 'theirs') await theirs.click();
      else if (choice === 'ours') await ours.click();
      else {
        await article.getByRole('button', { name: 'A new wording' }).click();
        await article.locator('.write button.main').click();
      }
      done += 1;
      await page.getByText(`${done} of ${total} settled`).waitFor();
      await article.getByText(/^Settled with/).waitFor();
    }
    if (done < choices.length) await next.click();
  }
  expect(done).toBe(3);
  await shot(vn, 'table-settled');
  // A mistake is mended where it was made.
  await article.getByRole('button', { name: 'Open it again' }).click();
  await page.getByText(`2 of ${total} settled`).waitFor();
  await page.reload();
  await page.getByText(`2 of ${total} settled`).waitFor();

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the sheet' }).click(),
  ]);
  const sheet = readFileSync(await saved.path(), 'utf8');
  const digits = await page.locator('dl.print dd').first().innerText();
  await expectAccessible(vn, 'the sheet of the table');

  // LA's own node, before anything of VN's was sent.
  await at(la, `${text}/table`);
  await la.page.getByText('Open a sheet from the table').click();
  await la.page.getByLabel('or its text, pasted here').fill(`${sheet.slice(0, -2)}}`);
  await la.page.getByRole('button', { name: 'Look at it' }).click();
  await la.page.getByText(/This is no sheet of this text/).waitFor();
  await la.page.getByLabel('File of the sheet').setInputFiles({
    name: 'plan.table.json',
    mimeType: 'application/json',
    buffer: Buffer.from(sheet),
  });
  await la.page.getByText(/^Written at the table of VN/).waitFor();
  expect(await la.page.locator('dl.print dd').first().innerText()).toBe(digits);
  await expectAccessible(la, 'a sheet from the table');
  await shot(la, 'table-sheet');
  await la.page.getByRole('button', { name: /^Prepare 1 change as ours/ }).click();
  await la.page.getByText('1 change is prepared. Nothing is sent yet.').waitFor();

  for (const person of [vn, la]) {
    await at(person, text);
    await person.page.getByText(/1 change is not sent/).waitFor();
    await send(person);
  }
  await at(vn, `${text}/table`);
  await page.getByText('sent by VN, LA').waitFor();
  await page.getByRole('button', { name: 'Put this sitting away' }).click();
  await page.getByText(`0 of ${total - 2} settled`).waitFor();
});

test('the table stands in Lao on a phone, in the dark and without colours', async () => {
  const { browser, opened, pair } = desks();
  const person = await demoPerson(opened, browser, pair, 'la', 'desk', 'lo');
  const { page } = person;
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${person.node.url}/p/${pair.id}${text}/table`);
  await page.getByRole('article').waitFor();
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(beyond).toBe(0);
  await expectAccessible(person, 'the table on a phone');
  await shot(person, 'table-lo-390-dark');
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(beyond).toBe(0);
  await shot(person, 'table-lo-320-forced');
});
