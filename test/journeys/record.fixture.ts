import { recordStatements } from '../../demo/record.ts';
import type { JsonObject } from '../../src/core/bytes/json.ts';
import type { LiveNode, Pair } from './nodes.fixture.ts';

/* The published record 2008 to 2026 on two live nodes, each party's statements in its own feed. */

/** Statements that a run holds, well below its limit. */
const atOnce = 400;

export async function seedRecord(pair: Pair & { readonly id: string }): Promise<void> {
  await pair.hold(true);
  for (const [party, node] of [
    ['VN', pair.vn],
    ['LA', pair.la],
  ] as const) {
    const own = recordStatements().filter((one) => one.party === party);
    for (let from = 0; from < own.length; from += atOnce)
      await state(
        node,
        pair.id,
        own.slice(from, from + atOnce).map(({ body }) => body),
      );
  }
  await pair.hold(false);
}

/** States as a node's party what no screen is needed for. */
export async function state(
  node: Pick<LiveNode, 'node'>,
  id: string,
  bodies: readonly JsonObject[],
): Promise<void> {
  for (const programme of node.node.programmes().values()) {
    if (programme.id !== id || !('append' in programme)) continue;
    await programme.append(() => bodies.map((body) => ({ type: 'statement', body })));
  }
}
