import { type Hash, isHash, type PartyCode } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Node } from './node.ts';
import type { Programme } from './programme.ts';

/** What this node remembers of its exchange with a partner in a programme. Times by our clock. */
export interface PeerState {
  /** Where the partner's node listens; absent: by pouch only. */
  readonly url?: string;
  readonly lastExchange?: string;
  readonly lastPouch?: string;
  /** When something new of them last came. */
  readonly lastNew?: string;
  readonly error?: { readonly code: string; readonly at: string; readonly next?: string };
}

const collection = 'peer';
const idOf = (programme: Programme, party: string): string => `${programme.id}/${party}`;

export async function peerState(node: Node, programme: Programme, party: string): Promise<PeerState> {
  const document = await node.store.workspace.document(collection, idOf(programme, party));
  return isObject(document?.value) ? document.value : {};
}

/** Changes what is remembered; `undefined` forgets a field. */
export async function notePeer(
  node: Node,
  programme: Programme,
  party: string,
  change: { readonly [Field in keyof PeerState]?: PeerState[Field] | undefined },
): Promise<void> {
  const entries = Object.entries({ ...(await peerState(node, programme, party)), ...change }).filter(
    ([, value]) => value !== undefined,
  );
  const value = Object.fromEntries(entries) as unknown as JsonObject;
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: idOf(programme, party), value, expected: 'any' },
  ]);
}

/** Up to where each partner is known to hold our feed: its latest receipt, or what its own entries cite, whichever is further. */
export async function heldByPartners(
  node: Pick<Node, 'store'>,
  programme: Programme,
): Promise<readonly { readonly party: PartyCode; readonly seq: number; readonly hash?: Hash }[]> {
  const receipts = await node.store.receipts(programme.id);
  const held: { party: PartyCode; seq: number; hash?: Hash }[] = [];
  for (const party of programme.partners()) {
    const [chain] = await programme.chains(party);
    const cited = chain?.state.cited.get(programme.party);
    const receipt = receipts.find((one) => one.signer === party && one.party === programme.party);
    const best = [cited, receipt]
      .filter((one) => one !== undefined)
      .sort((one, other) => other.seq - one.seq)[0];
    held.push(
      best === undefined || !isHash(best.hash)
        ? { party, seq: 0 }
        : { party, seq: best.seq, hash: best.hash },
    );
  }
  return held;
}

const confirmations = 'held';

/** Since when a partner is known to hold our feed up to an entry. */
export async function heldSince(
  programme: Programme,
  party: string,
): Promise<{ readonly seq: number; readonly at: string } | undefined> {
  const { workspace } = programme.store;
  const value = (await workspace.document(confirmations, idOf(programme, party)))?.value;
  return isObject(value) ? (value as unknown as { seq: number; at: string }) : undefined;
}

/** Remembers the time, by our clock, if a partner now holds more of our feed than it had confirmed. */
export async function noteHeld(programme: Programme, party: string): Promise<void> {
  const held = (await heldByPartners(programme, programme)).find((one) => one.party === party);
  if (held === undefined || held.seq <= ((await heldSince(programme, party))?.seq ?? 0)) return;
  const value = { seq: held.seq, at: programme.time() };
  const id = idOf(programme, party);
  await programme.store.workspace.write([
    { op: 'putDocument', collection: confirmations, id, value, expected: 'any' },
  ]);
}

export async function lastExchanges(
  node: Node,
  programme: Programme,
): Promise<{ readonly party: PartyCode; readonly at?: string; readonly holds?: number }[]> {
  const held = await heldByPartners(node, programme);
  const rows: { party: PartyCode; at?: string; holds?: number }[] = [];
  for (const party of programme.partners()) {
    const { lastExchange, lastPouch } = await peerState(node, programme, party);
    const at = [lastExchange, lastPouch]
      .filter((one) => one !== undefined)
      .sort()
      .at(-1);
    rows.push({
      party,
      holds: held.find((one) => one.party === party)?.seq ?? 0,
      ...(at === undefined ? {} : { at }),
    });
  }
  return rows;
}
