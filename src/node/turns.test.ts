import { setImmediate as breath } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { beginTurn, inTurns } from './turns.ts';

/** Keeps the thread for longer than a turn. */
function work(): void {
  const isOver = beginTurn();
  while (!isOver());
}

test('all is gone through in order, and whoever waits comes in between', async () => {
  const all = Array.from({ length: 100 }, (_, at) => at);
  const seen: number[] = [];
  const watch = { isDone: false, others: 0 };
  const other = (async () => {
    while (!watch.isDone) {
      await breath();
      watch.others += 1;
    }
  })();
  let parts = 0;
  await inTurns(all, (some) => {
    parts += 1;
    seen.push(...some);
    work();
  });
  watch.isDone = true;
  await other;
  expect(seen).toEqual(all);
  expect(parts).toBeGreaterThan(3);
  // One turn for each part, since each was longer than a turn.
  expect(watch.others).toBeGreaterThanOrEqual(parts - 1);
  await inTurns([], () => expect.unreachable());
});
