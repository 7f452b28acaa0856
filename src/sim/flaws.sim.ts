import { expect, test } from 'vitest';
import type { Flaws } from './flaws.ts';
import { playWorld } from './play.ts';
import { worldOf } from './worlds.fixture.ts';

/** Most worlds that a fault may hide in. */
const worldsMax = 150;

/** How the promise of a rule first breaks in worlds with a fault built in; undefined if it never does. A fault may break others before. */
async function firstBroken(rule: string, flaws: Flaws): Promise<string | undefined> {
  for (let seed = 1; seed <= worldsMax; seed++) {
    const { failure } = await playWorld({ ...worldOf(seed), flaws });
    if (failure?.message.startsWith(`${rule}: `)) return failure.message;
  }
  return undefined;
}

test('F10 worlds notice when appends are acknowledged before they are durable', async () => {
  expect(await firstBroken('F10', { skipsSync: true })).toMatch(/^F10: .* was acknowledged and is not on/);
});

test('F9 worlds notice when nobody compares the marks', async () => {
  expect(await firstBroken('F9', { ignoresMarks: true })).toMatch(
    /^F9: .* signed entry \d+ (?:below|beside) entry/,
  );
});

test('A4 A5 worlds notice when parties consent against the chain rule', async () => {
  expect(await firstBroken('A5', { ignoresChainRule: true })).toMatch(/^A5: .* neither supersedes the other/);
});

test('F8 one seed tells one story', async () => {
  const [one, other] = [await playWorld(worldOf(7)), await playWorld(worldOf(7))];
  expect(one.story.lines).toEqual(other.story.lines);
  expect(one.story.lines.length).toBeGreaterThan(100);
});
