import { attempt, BytesError } from '../../core/bytes/error.ts';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { signReceipt, verifyReceipt } from '../../core/feed/receipt.ts';
import { noteHeld } from '../exchange-state.ts';
import type { Programme } from '../programme.ts';
import { headsOf } from './heads.ts';

/** Our receipt: what we hold, signed by our operating key (X6). Undefined before we hold anything. */
export async function ownReceipt(programme: Programme): Promise<Uint8Array | undefined> {
  const heads = await headsOf(programme);
  if (heads.length === 0) return undefined;
  const { public: key, sign } = programme.operate();
  return signReceipt(
    { programme: programme.id, signer: programme.party, heads },
    key,
    sign,
    programme.crypto,
  );
}

/**
 * Keeps a partner's receipt, if one of its operating keys signed it; the latest by signer and feed stays.
 *
 * @returns whether it says that the partner holds more than was known
 */
export async function takeReceipt(
  programme: Programme,
  signer: PartyCode,
  note: Uint8Array,
): Promise<boolean> {
  const [chain] = await programme.chains(signer);
  const keys = [...(chain?.state.keys.values() ?? [])].filter(
    (key) => key.uses.includes('operate') && key.voidAfter === undefined,
  );
  for (const key of keys) {
    const receipt = attempt(() =>
      verifyReceipt(note, { programme: programme.id, signer }, key.public, programme.crypto),
    );
    if (receipt instanceof BytesError) continue;
    const known = (await programme.store.receipts(programme.id)).filter((one) => one.signer === signer);
    const isNews = receipt.heads.some(
      ({ party, seq }) => seq > (known.find((one) => one.party === party)?.seq ?? 0),
    );
    await programme.store.append({
      receipts: receipt.heads.map(({ hash, party, seq }) => ({
        programme: programme.id,
        signer,
        party,
        seq,
        hash,
        note,
      })),
    });
    await noteHeld(programme, signer);
    programme.tell('exchange');
    return isNews;
  }
  return false;
}
