import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectAccessible, shot } from './browser.fixture.ts';
import { demoPerson } from './demo.fixture.ts';
import { twoDesks } from './two-desks.fixture.ts';

/* Comments: what is for our side reaches the colleague it calls and nobody else; what is shared is our statement. */

const desks = twoDesks();
const line = '/t/plan/exercise-2022?row=visit.minister-2022';

test('a private comment calls a colleague and is nowhere in the other side’s files; a shared one stands there', async () => {
  const { at, browser, la, opened, pair, vn } = desks();
  const chief = await demoPerson(opened, browser, pair, 'vn', 'chief');
  await chief.page.goto(`${chief.node.url}/news`);
  await chief.page.getByRole('button', { name: 'Seen' }).click();
  const nothing = chief.page.getByRole('link', { name: 'Nothing new since you last looked' });
  await nothing.waitFor();

  await at(vn, line);
  const drawer = vn.page.getByRole('complementary');
  const comments = drawer.getByRole('region', { name: 'Comments' });
  await comments
    .getByRole('textbox', { name: 'Comment, for our side only' })
    .fill('EXERCISE-7316: two days at most');
  await comments.getByText('Mention a colleague').click();
  await comments.getByRole('button', { name: /^@chief/ }).click();
  await shot(vn, 'comment-private');
  await comments.getByRole('button', { name: 'Keep for our side' }).click();
  await comments.getByText(/^Calls chief/).waitFor();

  await chief.page.getByRole('link', { name: '1 change since you last looked' }).click();
  const card = chief.page.getByRole('link', { name: /desk.* mentions you/ });
  await card.getByText(/two days at most/).waitFor();
  await expectAccessible(chief, 'a mention');
  await shot(chief, 'comment-mention');
  await card.click();
  await chief.page
    .getByRole('complementary')
    .getByText(/two days at most/)
    .waitFor();

  // What would name a colleague to the other side is said before it is sent, and cannot be.
  await comments.getByRole('radio', { name: /to be sent to LA/ }).check();
  const shared = comments.getByRole('textbox', { name: 'Comment, to be sent to LA' });
  await shared.fill('EXERCISE-7317: @chief asks for the month');
  await comments.getByText(/@chief is an account of ours/).waitFor();
  expect(await comments.getByRole('button', { name: 'Send to LA' }).isDisabled()).toBe(true);
  await shared.fill('EXERCISE-7317: please confirm the month');
  await expectAccessible(vn, 'a comment before it is sent');
  await shot(vn, 'comment-shared');
  await at(la, line);
  await la.page.getByRole('complementary').getByRole('region', { name: 'Comments' }).waitFor();
  await comments.getByRole('button', { name: 'Send to LA' }).click();
  await comments.getByRole('article').getByText('EXERCISE-7317').waitFor();

  const theirs = la.page.getByRole('complementary').getByRole('article').filter({ hasText: 'EXERCISE-7317' });
  await theirs.getByText('English', { exact: true }).waitFor();
  expect(await theirs.getByText('please confirm the month').getAttribute('lang')).toBe('en');
  expect(await theirs.getByRole('button', { name: 'Take back' }).count()).toBe(0);
  expect(await la.page.getByText('EXERCISE-7316').count()).toBe(0);
  await shot(la, 'comment-theirs');
  const holders = (text: string) => [pair.vn.dir, pair.la.dir].map((dir) => filesWith(dir, text).length > 0);
  expect(holders('EXERCISE-7316')).toEqual([true, false]);
  expect(holders('EXERCISE-7317')).toEqual([true, true]);

  await comments
    .getByRole('article')
    .filter({ hasText: 'EXERCISE-7317' })
    .getByRole('button', { name: 'Take back' })
    .click();
  await theirs.waitFor({ state: 'detached' });
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
