import { randomBytes } from 'node:crypto';
import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { verifyRecord } from '../core/bytes/ed25519.ts';
import { attempt, BytesError } from '../core/bytes/error.ts';
import { isPartyCode, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { foundingFile as makeFoundingFile, splitFoundingFile } from '../core/exchange/founding-file.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import {
  cardBytes,
  type Founding,
  type FoundingSignature,
  foundingBytes,
  type PartyCard,
  parseCard,
  parseFounding,
  signFounding,
  verifyFounding,
} from '../core/feed/founding.ts';
import { accountOf, auditChange, signingKeyOf } from './accounts.ts';
import type { Signer } from './keys.ts';
import { type Node, partyOf } from './node.ts';
import { Refusal } from './problem.ts';
import { findProgramme, movePrivate, type Prepared, preparedCollection } from './programmes.ts';
import { stateRecorded } from './recorded.ts';

/* How two parties come to one programme: each makes its card, one writes the founding from all cards, all roots sign it (K5). */

/** Our card: the party's names and public keys. */
export function ourCard(node: Node): PartyCard {
  const { names, party } = partyOf(node);
  return { party, names, ...node.keys().card };
}

/** Our card as a file to be handed over. */
export const cardFile = (node: Node): Uint8Array => cardBytes(ourCard(node));

/** Where a founding stands. */
export interface FoundingState {
  readonly id: ProgrammeId;
  readonly cards: readonly PartyCard[];
  readonly missingCards: readonly PartyCode[];
  readonly signed: readonly PartyCode[];
  readonly missingSignatures: readonly PartyCode[];
  readonly isWritten: boolean;
  readonly fingerprint?: { readonly hash: string; readonly digits: string; readonly words: string };
}

/** Short enough to read aloud, in both forms. */
export function fingerprint(hash: ProgrammeId): {
  readonly hash: string;
  readonly digits: string;
  readonly words: string;
} {
  const { digits, words } = fingerprintOf(hash);
  return { hash, digits: digits.join(' '), words: words.join(' ') };
}

/** @throws Refusal `request.not-found` */
export async function foundingState(node: Node, id: ProgrammeId): Promise<FoundingState> {
  const held = await node.store.founding(id);
  if (held !== null) {
    const founding = parseFounding(held.bytes, node.crypto);
    const signed = held.signatures.map((one) => one.party);
    const missingSignatures = founding.parties.map((one) => one.party).filter((one) => !signed.includes(one));
    return {
      id,
      cards: founding.parties,
      missingCards: [],
      signed,
      missingSignatures,
      isWritten: true,
      fingerprint: fingerprint(id),
    };
  }
  const prepared = await readPrepared(node, id);
  const cards = cardsOf(node, prepared);
  const missingCards = prepared.parties
    .map((one) => one.code)
    .filter((code) => !cards.some((card) => card.party === code));
  return {
    id,
    cards,
    missingCards,
    signed: [],
    missingSignatures: prepared.parties.map((one) => one.code),
    isWritten: false,
  };
}

async function readPrepared(node: Node, id: ProgrammeId): Promise<Prepared> {
  const document = await node.store.workspace.document(preparedCollection, id);
  if (document === null) throw new Refusal('request.not-found');
  return document.value as unknown as Prepared;
}

function cardsOf(node: Node, prepared: Prepared): readonly PartyCard[] {
  return prepared.parties.flatMap(({ code }) => {
    if (code === partyOf(node).party) return [ourCard(node)];
    const bytes = prepared.cards[code];
    return bytes === undefined ? [] : [parseCard(fromBase64(bytes))];
  });
}

/**
 * Takes in a partner's card.
 *
 * @throws Refusal `founding.invalid`, `founding.done`, `request.not-found`
 */
export async function addCard(
  node: Node,
  id: ProgrammeId,
  bytes: Uint8Array,
  by: string | null,
): Promise<FoundingState> {
  if ((await node.store.founding(id)) !== null) throw new Refusal('founding.done');
  const prepared = await readPrepared(node, id);
  const card = attempt(() => parseCard(bytes));
  if (card instanceof BytesError) throw new Refusal('founding.invalid', { detail: card.code });
  const isPartner = prepared.parties.some(({ code }) => code === card.party && code !== partyOf(node).party);
  if (!isPartner)
    throw new Refusal('founding.invalid', { detail: 'the card is not of a partner of this programme' });
  const value = { ...prepared, cards: { ...prepared.cards, [card.party]: toBase64(bytes) } };
  await node.store.workspace.write([
    {
      op: 'putDocument',
      collection: preparedCollection,
      id,
      value: value as unknown as JsonObject,
      expected: 'any',
    },
    auditChange(node, by, 'founding.card', { party: card.party }, id),
  ]);
  return foundingState(node, id);
}

/**
 * Writes the founding from all cards and signs it. What was private of the prepared programme goes over to the new one.
 *
 * @param root see `openRoot`
 * @throws Refusal `founding.done`, `founding.card-missing`, `founding.invalid`
 */
export async function writeFounding(
  node: Node,
  id: ProgrammeId,
  root: Signer,
  by: string | null,
): Promise<FoundingState> {
  if ((await node.store.founding(id)) !== null) throw new Refusal('founding.done');
  const prepared = await readPrepared(node, id);
  const cards = cardsOf(node, prepared);
  const missing = prepared.parties.find(({ code }) => !cards.some((card) => card.party === code));
  if (missing)
    throw new Refusal('founding.card-missing', { detail: `the card of ${missing.code} is missing` });
  const { languages, names, zone } = prepared;
  const nonce = toBase64(new Uint8Array(randomBytes(16)));
  const bytes = attempt(() =>
    foundingBytes({ name: names, languages, level: 1, zone, nonce, parties: cards }),
  );
  if (bytes instanceof BytesError) throw new Refusal('founding.invalid', { detail: bytes.code });
  return sign(node, bytes, [], root, by, id);
}

/** The founding with the signatures held, as a file to carry: its line, then a line for each signature. */
export async function foundingFile(node: Node, id: ProgrammeId): Promise<Uint8Array> {
  const held = await node.store.founding(id);
  if (held === null) throw new Refusal('programme.not-founded');
  return makeFoundingFile(parseFounding(held.bytes, node.crypto), held.bytes, held.signatures);
}

export interface FoundingFile {
  readonly founding: Founding;
  readonly bytes: Uint8Array;
  readonly signatures: readonly FoundingSignature[];
}

/**
 * Reads a founding's file: sound, each signature in it valid, and we are in it with our own keys.
 *
 * @throws Refusal `founding.invalid`, `founding.level`, `founding.not-us`
 */
export function readFoundingFile(node: Node, file: Uint8Array): FoundingFile {
  const read = attempt((): FoundingFile => {
    const { bytes, signatures } = splitFoundingFile(file, 'export.founding');
    return { bytes, founding: parseFounding(bytes, node.crypto), signatures };
  });
  if (read instanceof BytesError)
    throw read.code === 'founding.level'
      ? new Refusal('founding.level')
      : new Refusal('founding.invalid', { detail: read.code });
  for (const { party, signature } of read.signatures) {
    const card = read.founding.parties.find((one) => one.party === party);
    const isValid =
      card &&
      isPartyCode(party) &&
      verifyRecord(node.crypto, recordTypes.founding, read.bytes, fromBase64(card.root, 32), signature);
    if (isValid !== true) throw new Refusal('founding.invalid', { detail: 'a signature does not hold' });
  }
  const card = ourCard(node);
  const listed = read.founding.parties.find((one) => one.party === card.party);
  if (
    listed?.root !== card.root ||
    listed.exchange !== card.exchange ||
    listed.recipient !== card.recipient
  ) {
    throw new Refusal('founding.not-us');
  }
  return read;
}

/**
 * Takes in a founding made elsewhere, and signs it if we have not. Called again with more signatures it adds those.
 *
 * @param root needed only when our signature is missing
 */
export async function joinFounding(
  node: Node,
  file: Uint8Array,
  root: (() => Signer) | undefined,
  by: string | null,
): Promise<FoundingState> {
  const { bytes, founding, signatures } = readFoundingFile(node, file);
  const id = founding.programme;
  const held = await node.store.founding(id);
  const ours = partyOf(node).party;
  const known = [
    ...(held?.signatures ?? []),
    ...signatures.filter((one) => !held?.signatures.some((other) => other.party === one.party)),
  ];
  if (known.some((one) => one.party === ours)) {
    await node.store.append({ foundings: [{ programme: id, bytes, signatures: known }] });
    return complete(node, id);
  }
  if (root === undefined) throw new Refusal('keys.root-away');
  return sign(node, bytes, known, root(), by, undefined);
}

/** Our signature, and our feed's first entry with it, since both need the root. Neither is given out before all have signed. */
async function sign(
  node: Node,
  bytes: Uint8Array,
  others: readonly FoundingSignature[],
  root: Signer,
  by: string | null,
  prepared: ProgrammeId | undefined,
): Promise<FoundingState> {
  const founding = parseFounding(bytes, node.crypto);
  const { party } = partyOf(node);
  const id = founding.programme;
  if (founding.parties.find((one) => one.party === party)?.rootId !== root.id)
    throw new Refusal('founding.not-us');
  const signatures = [...others, { party, signature: signFounding(bytes, root.sign) }];
  await node.store.append({ foundings: [{ programme: id, bytes, signatures }] });
  const { store } = node;
  const programme = node.programmeOf(founding);
  const accounts = (await store.workspace.accounts()).map(accountOf);
  const admit = [
    { public: toBase64(node.keys().operate.public), uses: ['desk', 'operate'] },
    ...accounts.flatMap((account) => {
      const key = account.disabled ? undefined : signingKeyOf(account);
      return key === undefined ? [] : [{ public: toBase64(key), uses: ['signatory'] }];
    }),
  ];
  if ((await programme.ownHead()) === undefined) {
    await programme.appendByRoot(root, () => [
      { type: 'open', body: { admit, nextRoot: node.keys().nextRoot } },
    ]);
  }
  const { languages, name: names, zone } = founding;
  const parties = founding.parties.map((one) => ({ code: one.party, names: one.names }));
  const value = { names, languages, zone, parties, cards: {}, founding: true } as unknown as JsonObject;
  await store.workspace.write([
    ...(prepared === undefined ? [] : await movePrivate(node, prepared, id)),
    ...(prepared === undefined
      ? []
      : [
          {
            op: 'deleteDocument' as const,
            collection: preparedCollection,
            id: prepared,
            expected: 'any' as const,
          },
        ]),
    { op: 'putDocument', collection: preparedCollection, id, value, expected: 'any' },
    auditChange(node, by, 'founding.signed', {}, id),
  ]);
  return complete(node, id);
}

/** The programme runs: what was recorded of the partner while we were alone is stated. */
async function opened(node: Node, id: ProgrammeId): Promise<void> {
  const isNew = !node.programmes().has(id);
  await node.openProgramme(id);
  const programme = isNew ? await findProgramme(node, id) : undefined;
  if (programme !== undefined) await stateRecorded(node, programme);
}

/** When all have signed, the programme runs. */
async function complete(node: Node, id: ProgrammeId): Promise<FoundingState> {
  const held = await node.store.founding(id);
  if (held !== null && verifyFounding(held.bytes, held.signatures, node.crypto).ok) await opened(node, id);
  node.foundingCame();
  return foundingState(node, id);
}
