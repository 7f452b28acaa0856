import type { Crypto, Sign } from '../bytes/crypto.ts';
import { recordTypes } from '../bytes/dsse.ts';
import { signRecord } from '../bytes/ed25519.ts';
import { encodeCanonical } from '../bytes/encode.ts';
import type { KeyId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import type { ChainState } from './chain.ts';
import { refused } from './decode-entry.ts';
import type { Head, Run } from './entry.ts';
import { entryBytesMax, runBytesMax, runEntriesMax } from './limits.ts';

/** What goes into an entry; its place comes from the chain. */
export interface Item {
  readonly type: string;
  readonly body: JsonObject;
  /** Heads of other feeds that changed since the author's entry before; in any order, none is fine. */
  readonly heads?: readonly Head[];
}

/**
 * Makes the run that says these items behind a chain. It is not accepted yet: `acceptRun` says whether the key may.
 *
 * @param time asserted, `2026-11-21T08:00:00Z`, the same for all
 * @throws BytesError `run.empty`, `run.too-large` (the caller splits), `bytes.*` for what cannot be written
 */
export function buildRun(
  chain: ChainState,
  items: readonly Item[],
  time: string,
  key: KeyId,
  sign: Sign,
  crypto: Crypto,
): Run {
  if (items.length === 0) throw refused('run.empty');
  if (items.length > runEntriesMax) throw refused('run.too-large', `${items.length} entries`);
  const { party, programme } = chain;
  const lines: Uint8Array[] = [];
  let prev = chain.hash;
  let size = 0;
  for (const { type, body, heads = [] } of items) {
    const cited = heads
      .toSorted((one, other) => (one.party < other.party ? -1 : 1))
      .map(({ hash, party: of, seq }) => ({ hash, party: of, seq }));
    const place = { body, key, party, prev, programme, seq: chain.seq + lines.length + 1, time, type };
    const line = encodeCanonical(cited.length === 0 ? place : { ...place, heads: cited });
    size += line.length + 1;
    if (line.length > entryBytesMax || size > runBytesMax)
      throw refused('run.too-large', `entry ${place.seq}`);
    lines.push(line);
    prev = crypto.sha256(line);
  }
  const last = lines[lines.length - 1] as Uint8Array;
  return { lines, key, signature: signRecord(sign, recordTypes.entry, last) };
}
