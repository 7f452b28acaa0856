import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/core/bytes/json.ts';
import { expectAccessible } from './browser.fixture.ts';
import { state } from './record.fixture.ts';
import { twoDesks } from './two-desks.fixture.ts';

/* Lists that grow with the years come by slices as one scrolls; on paper and in a file they are whole. */

const desks = twoDesks();
const many = 450;
const soon = { timeout: 15_000 };

test('a list longer than a slice shows its first rows, reaches its last, follows the other side and prints whole', async () => {
  const { at, pair, vn } = desks();
  const { page } = vn;
  await state(
    pair.vn,
    pair.id,
    Array.from({ length: many }, (_, index) => post(index)),
  );
  const slices: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname.endsWith('/ask/directory')) slices.push(`${searchParams.get('from')}`);
  });
  await at(vn, '/record/directory?q=exercise+post');
  const rows = page.getByRole('list', { name: 'Directory' }).locator('> li');
  await page.getByRole('link', { name: 'EXERCISE post 000', exact: true }).waitFor();
  expect(await rows.first().getAttribute('aria-setsize')).toBe(String(many));
  expect(slices).toEqual(['0']);
  await expectAccessible(vn, 'a long directory');

  // The last is reached; what is out of sight is not in the page.
  const name = `EXERCISE post ${many - 1}`;
  const isInSight = (): Promise<boolean> =>
    page.evaluate((words) => {
      const link = [...document.querySelectorAll('h3 a')].find((one) => one.textContent.trim() === words);
      const { bottom, top } = link?.getBoundingClientRect() ?? { bottom: -1, top: -1 };
      return top >= 0 && bottom <= innerHeight;
    }, name);
  await expect
    .poll(async () => {
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      return isInSight();
    }, soon)
    .toBe(true);
  expect(slices).toEqual(['0', '200', '400']);
  expect(await rows.count()).toBeLessThan(100);

  // What the other side sends meanwhile is counted; what is read again is as long as what was here.
  await state(pair.la, pair.id, [post(many)]);
  await expect.poll(() => rows.first().getAttribute('aria-setsize'), soon).toBe(String(many + 1));

  // On paper all of it, from where one stands with the first slice alone.
  await page.reload();
  await page.getByRole('link', { name: 'EXERCISE post 000', exact: true }).waitFor();
  await page.evaluate(() => {
    addEventListener('beforeprint', () => {
      const lines = document.querySelectorAll('ul[aria-label="Directory"] > li').length;
      document.documentElement.dataset['printed'] = String(lines);
    });
  });
  const printed = () => page.evaluate(() => document.documentElement.dataset['printed']);
  await page.getByRole('button', { name: 'Print' }).click();
  await expect.poll(printed, soon).toBe(String(many + 1));
});

const post = (index: number): JsonObject => ({
  kind: 'post',
  subject: `post.exercise-${String(index).padStart(3, '0')}`,
  fields: { name: { en: `EXERCISE post ${String(index).padStart(3, '0')}` } },
});
