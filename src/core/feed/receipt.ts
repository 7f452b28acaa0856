import type { Crypto, Sign } from '../bytes/crypto.ts';
import { type Hash, isHash, isPartyCode, type PartyCode, type ProgrammeId } from '../bytes/ids.ts';
import { refused } from './decode-entry.ts';
import type { Head } from './entry.ts';
import { compareHeads } from './heads.ts';
import { type NoteKey, signNote, verifyNote } from './note.ts';

/** What a party says that it holds (X6): up to which signed entry of which feed. It does not say "read". */
export interface Receipt {
  readonly programme: ProgrammeId;
  readonly signer: PartyCode;
  /** Heads of all branches that it holds; at least one. */
  readonly heads: readonly Head[];
}

/**
 * Signs a receipt as a signed note: `counterpart receipt 1`, the programme, then a line `<party> <seq> <hash>` for
 * each head, by party, position and hash.
 *
 * @param publicKey raw, of a key that the signer has authorised to operate
 */
export function signReceipt(
  receipt: Receipt,
  publicKey: Uint8Array,
  sign: Sign,
  crypto: Crypto,
): Uint8Array<ArrayBuffer> {
  const rows = receipt.heads
    .toSorted(compareHeads)
    .map(({ hash, party, seq }) => `${party} ${seq} ${hash}\n`);
  if (rows.length === 0) throw refused('receipt.shape');
  const text = `counterpart receipt 1\n${receipt.programme}\n${rows.join('')}`;
  return signNote(text, receiptKey(receipt, publicKey), sign, crypto);
}

/**
 * Verifies a receipt of one party by one of its keys.
 *
 * @throws BytesError `note.shape`, `note.signature`, `receipt.shape`
 */
export function verifyReceipt(
  bytes: Uint8Array,
  of: { readonly programme: ProgrammeId; readonly signer: PartyCode },
  publicKey: Uint8Array,
  crypto: Crypto,
): Receipt {
  const text = verifyNote(bytes, receiptKey(of, publicKey), crypto);
  const [title, programme, ...rows] = text.slice(0, -1).split('\n');
  if (title !== 'counterpart receipt 1' || programme !== of.programme || rows.length === 0) {
    throw refused('receipt.shape');
  }
  const heads = rows.map(readHead);
  heads.forEach((head, at) => {
    const before = heads[at - 1];
    if (before !== undefined && compareHeads(before, head) >= 0) throw refused('receipt.shape', 'order');
  });
  return { programme: of.programme, signer: of.signer, heads };
}

/** By which name notes call a party's key: `<party>.<programme>`. */
function receiptKey(
  of: { readonly programme: Hash; readonly signer: PartyCode },
  publicKey: Uint8Array,
): NoteKey {
  return { name: `${of.signer}.${of.programme}`, public: publicKey };
}

function readHead(row: string): Head {
  const [party, seq, hash, ...more] = row.split(' ');
  const isSound =
    isPartyCode(party) && isHash(hash) && /^[1-9][0-9]{0,15}$/.test(seq ?? '') && more.length === 0;
  if (!isSound || !Number.isSafeInteger(Number(seq))) throw refused('receipt.shape', 'head');
  return { party, seq: Number(seq), hash };
}
