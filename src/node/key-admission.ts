import { toBase64 } from '../core/bytes/codec.ts';
import { keyIdOf } from '../core/bytes/ed25519.ts';
import type { KeyId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import type { ChainState } from '../core/feed/chain.ts';
import { accountOf, auditChange, signingKeyOf } from './accounts.ts';
import { openRoot, type Signer } from './keys.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';

/** A personal key of ours that the root has not admitted yet. */
export interface WaitingKey {
  readonly id: KeyId;
  readonly public: Uint8Array;
  readonly account: string;
}

/** Keys of signatories that no entry of our feed admits. */
export async function waitingKeys(node: Node, chain: ChainState): Promise<readonly WaitingKey[]> {
  const accounts = (await node.store.workspace.accounts())
    .map(accountOf)
    .filter((one) => !one.disabled && one.roles.includes('signatory'));
  return accounts.flatMap((account) => {
    const raw = signingKeyOf(account);
    if (raw === undefined) return [];
    const id = keyIdOf(raw, node.crypto);
    return chain.keys.has(id) ? [] : [{ id, public: raw, account: account.name }];
  });
}

/** Where the root lies in the folder unsealed, keys are admitted at once; elsewhere they wait for whoever holds it. */
export async function admitWaiting(node: Node): Promise<void> {
  if (node.about() === undefined || node.keys().root !== 'here') return;
  const root = openRoot(node.keysFolder, node.crypto);
  for (const programme of node.programmes().values()) {
    const [chain] = await programme.chains(programme.party);
    const waiting = chain === undefined ? [] : await waitingKeys(node, chain.state);
    if (waiting.length > 0 && programme.lock() === undefined)
      await admitKeys(
        node,
        programme,
        root,
        waiting.map((one) => one.id),
        null,
      );
  }
}

/**
 * Admits waiting keys as signatories', by the root (K2).
 *
 * @throws Refusal `keys.unknown` for a key that does not wait
 */
export async function admitKeys(
  node: Node,
  programme: Programme,
  root: Signer,
  ids: readonly string[],
  by: string | null,
): Promise<void> {
  const [chain] = await programme.chains(programme.party);
  const waiting = chain === undefined ? [] : await waitingKeys(node, chain.state);
  const chosen = ids.map((id) => waiting.find((one) => one.id === id));
  if (chosen.length === 0 || chosen.includes(undefined)) throw new Refusal('keys.unknown');
  const admit = chosen.flatMap((one) =>
    one === undefined ? [] : [{ public: toBase64(one.public), uses: ['signatory'] }],
  );
  await programme.appendByRoot(root, () => [{ type: 'keys', body: { admit } }]);
  await node.store.workspace.write([
    auditChange(node, by, 'keys.admitted', { keys: [...ids] }, programme.id),
  ]);
}

/** Voids a key of ours after one of its entries, by the root (K3). @throws Refusal `keys.unknown` */
export async function voidKey(
  node: Node,
  programme: Programme,
  root: Signer,
  id: string,
  after: number,
  by: string | null,
): Promise<void> {
  await programme.appendByRoot(root, (chain) => {
    if (!chain.keys.has(id as KeyId)) throw new Refusal('keys.unknown');
    const body: JsonObject = { void: [{ after, key: id }] };
    return [{ type: 'keys', body }];
  });
  await node.store.workspace.write([auditChange(node, by, 'keys.voided', { key: id, after }, programme.id)]);
}
