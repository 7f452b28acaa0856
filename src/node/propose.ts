import { hashOf } from '../core/bytes/hash.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { FoundingParty, PartyCard } from '../core/feed/founding.ts';
import { partyListHash } from '../core/feed/founding.ts';
import { textKind } from '../core/kinds/catalogue.ts';
import type { Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import type { Act, Effective } from '../core/text/act.ts';
import { type KnownActs, listInEffect, listToName, supersededBy } from '../core/text/acts.ts';
import { contentBytes, declarationBytes } from '../core/text/content.ts';
import type { DraftRef } from '../core/text/view.ts';
import { keepBytes } from './contents.ts';
import { viewOf } from './drafts.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';

/** What an act is to say; what it supersedes and whose list it names are computed (A2, A3). */
export interface Proposal {
  /** The drafts whose contents it carries (A10), one of each text. */
  readonly texts: readonly DraftRef[];
  /** For a change of the list: the parties after it, of those that the founding names (A2). */
  readonly parties?: readonly PartyCode[] | undefined;
  readonly effective: Effective;
  /** Full date past which the screen warns (A9). */
  readonly openUntil?: string | undefined;
}

/**
 * Proposes an act: the contents of drafts on which nothing is open, one or several under one signature (A10), a change of the
 * list of parties (A2), or both. The bytes of each content and the declaration of its kind are kept first. While partners
 * have still to confirm our feed it supersedes all that is known, so that we may sign it (A13).
 *
 * @returns the act's id
 * @throws Refusal `text.not-ready`, `text.closed`, `act.stale`, `act.parties`, `act.empty`, `lock.signing`
 */
export async function proposeAct(programme: Programme, proposal: Proposal): Promise<Hash> {
  const { effective, openUntil, texts } = proposal;
  const names = texts.map((ref) => ref.text);
  if (new Set(names).size !== names.length || (names.length === 0 && proposal.parties === undefined))
    throw new Refusal('act.empty');
  let id: Hash | undefined;
  await programme.append(async (register) => {
    const known = knownActs(register);
    const change = changeOf(programme, register, known, proposal.parties);
    const contents = texts.map((ref) => contentOf(programme, register, ref));
    const among = programme.unconfirmed.length > 0 ? 'known' : 'consented';
    const supersedes = supersededBy(known, change === undefined ? names : 'all', among);
    const isDesk = change === undefined && contents.every((one) => one.level === 'desk');
    const body = {
      programme: programme.id,
      parties: listToName(known, supersedes),
      level: isDesk ? 'desk' : 'signatory',
      texts: contents.map(({ hash, ref }) => ({ ...ref, content: hash })),
      supersedes,
      effective,
      ...change,
      ...(openUntil === undefined ? {} : { openUntil }),
    } as unknown as JsonObject;
    id = hashOf(body, programme.crypto);
    if (known.acts.has(id)) throw new Refusal('act.stale', { current: id });
    for (const { bytes, declaration, declarationHash, hash } of contents) {
      await keepBytes(programme.store, declarationHash, declaration);
      await keepBytes(programme.store, hash, bytes);
    }
    return [{ type: 'act', body }];
  });
  return id as Hash;
}

/** The content that a draft has come to, in bytes. @throws Refusal `text.closed`, `text.not-ready` */
function contentOf(programme: Programme, register: Register, ref: DraftRef) {
  const view = viewOf(register, ref);
  if (view.closed) throw new Refusal('text.closed', { detail: ref.text });
  if (!view.ready) throw new Refusal('text.not-ready', { detail: ref.text });
  const declaration = declarationBytes(register.kinds, view);
  const declarationHash = programme.crypto.sha256(declaration);
  const bytes = contentBytes(view, programme.id, register.ground.languages, declarationHash);
  const hash = programme.crypto.sha256(bytes);
  const level = textKind(register.kinds, ref.text)?.level ?? 'signatory';
  return { ref, bytes, hash, declaration, declarationHash, level };
}

/**
 * What an act says of a change of the list. Only parties of the founding have a feed that a node takes in, so only they
 * can sign it.
 *
 * @throws Refusal `act.parties`
 */
function changeOf(
  programme: Programme,
  register: Register,
  known: KnownActs,
  parties: readonly PartyCode[] | undefined,
): JsonObject | undefined {
  if (parties === undefined) return undefined;
  const cards = cardsOf(programme, parties);
  const isSame = known.lists.get(listInEffect(known))?.join() === parties.join();
  if (
    parties.length < 2 ||
    cards.length !== parties.length ||
    new Set(parties).size !== parties.length ||
    isSame
  )
    throw new Refusal('act.parties', { detail: register.ground.parties.join(' ') });
  return {
    partiesAfter: partyListHash(cards, programme.crypto),
    partyList: cards.map(cardOnly) as unknown as Json,
  };
}

/** The parties after a change of the list, if they are those whose cards the founding holds; else nobody can say who they are. */
export function partiesAfter(
  programme: Programme,
  register: Register,
  act: Act,
): readonly PartyCode[] | undefined {
  if (act.partiesAfter === undefined) return undefined;
  const codes = knownActs(register).lists.get(act.partiesAfter) ?? [];
  const hash = partyListHash(cardsOf(programme, codes), programme.crypto);
  return hash === act.partiesAfter ? codes : undefined;
}

function cardsOf({ founding }: Programme, codes: readonly PartyCode[]): readonly FoundingParty[] {
  return codes.flatMap((code) => founding.parties.find((one) => one.party === code) ?? []);
}

/** A card as it stands in the founding, without what is computed of it. */
const cardOnly = ({ exchange, names, party, recipient, root }: FoundingParty): PartyCard => ({
  exchange,
  names,
  party,
  recipient,
  root,
});
