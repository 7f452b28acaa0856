import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '../core/bytes/codec.ts';
import type { Head } from '../core/feed/entry.ts';
import { auditChange } from './accounts.ts';
import { newKey, type Signer, signer, writeOperatingKey } from './keys.ts';
import type { Node } from './node.ts';
import type { Programme } from './programme.ts';

/**
 * Continues our feed by the root (F7): names every head that we know of it, makes the operating keys void there and admits a new
 * one. Branches found later under the old keys then freeze nothing. Ends a lock after a fork or a restore.
 *
 * The new key is written beside the old one first and takes its place after the entry is durable, so that a crash in between
 * leaves either pair whole.
 */
export async function continueFeed(
  node: Node,
  programme: Programme,
  root: Signer,
  by: string | null,
): Promise<Head> {
  const key = newKey();
  const operate = signer(key, node.crypto);
  const next = join(node.keysFolder, `operate.${operate.id}.pem`);
  writeOperatingKey(next, key);
  const head = await programme.appendByRoot(root, (state, chains) => {
    const heads = chains
      .map((chain) => ({ hash: chain.state.hash, seq: chain.state.seq }))
      .sort((one, other) => (one.hash < other.hash ? -1 : 1));
    const old = [...state.keys.values()].filter(
      (one) => one.uses.includes('operate') && one.voidAfter === undefined,
    );
    return [
      { type: 'continue', body: { heads } },
      {
        type: 'keys',
        body: {
          admit: [{ public: toBase64(operate.public), uses: ['desk', 'operate'] }],
          void: old.map((one) => ({ after: state.seq, key: one.id })),
        },
      },
    ];
  });
  renameSync(next, join(node.keysFolder, 'operate.pem'));
  node.readKeysAgain();
  // First: who is told that the lock has ended shall find it ended.
  await node.store.confirmRestored(programme.id);
  await programme.continued();
  await node.store.workspace.write([
    auditChange(node, by, 'feed.continued', { entry: head.seq }, programme.id),
  ]);
  return head;
}
