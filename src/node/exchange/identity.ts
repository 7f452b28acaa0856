import { type KeyObject, X509Certificate } from 'node:crypto';
import { fromBase64 } from '../../core/bytes/codec.ts';
import { keyIdOf } from '../../core/bytes/ed25519.ts';
import type { KeyId, PartyCode, ProgrammeId } from '../../core/bytes/ids.ts';
import { type Founding, parseFounding } from '../../core/feed/founding.ts';
import { publicKeyObject, rawPublicKey } from '../../store/node-crypto.ts';
import type { Node } from '../node.ts';
import type { Credentials } from './certificate.ts';
import { serverNameOf } from './server-name.ts';

/** Loaded late: the library is large, and a node that starts alone needs none of it. */
const certificates = () => import('./certificate.ts');

/** What we are on the wire: our key's id, and the leaf issued by it. */
export interface WireIdentity {
  readonly id: KeyId;
  readonly exchange: KeyObject;
  readonly credentials: Credentials;
}

export async function wireIdentity(node: Node): Promise<WireIdentity> {
  const { makeCredentials } = await certificates();
  const { exchange } = node.keys();
  const id = keyIdOf(rawPublicKey(exchange), node.crypto);
  return { id, exchange, credentials: await makeCredentials(exchange, id) };
}

/** The foundings that this node has signed or taken in, complete or not: their parties' keys are known from them. */
export async function knownFoundings(node: Node): Promise<readonly Founding[]> {
  return (await node.store.programmes()).map((held) => parseFounding(held.bytes, node.crypto));
}

/** The anchor for one partner, in PEM. */
export async function partnerAnchor(
  identity: WireIdentity,
  founding: Founding,
  party: PartyCode,
): Promise<string> {
  const card = founding.parties.find((one) => one.party === party);
  if (card === undefined) throw new Error(`${party} is no party`);
  const { anchorOf } = await certificates();
  return anchorOf(card.exchangeId, fromBase64(card.exchange, 32), identity.exchange);
}

/** The anchors of all partners of all programmes. */
export async function allAnchors(
  identity: WireIdentity,
  foundings: readonly Founding[],
  own: PartyCode,
): Promise<string[]> {
  const anchors = new Map<KeyId, string>();
  for (const founding of foundings) {
    for (const { exchangeId, party } of founding.parties) {
      if (party !== own && !anchors.has(exchangeId))
        anchors.set(exchangeId, await partnerAnchor(identity, founding, party));
    }
  }
  return [...anchors.values()];
}

/**
 * Which party of a founding holds a certificate: the one whose exchange key issued it, by its signature, never by a name.
 * A partner can write any name into a certificate, and no key but its own under it.
 */
export function partyOfCertificate(certificate: Uint8Array, founding: Founding): PartyCode | undefined {
  const leaf = new X509Certificate(certificate);
  const card = founding.parties.find(
    (one) =>
      leaf.checkHost(serverNameOf(one.exchangeId)) !== undefined &&
      leaf.verify(publicKeyObject(fromBase64(one.exchange, 32))),
  );
  return card?.party;
}

/** One founding among those known. */
export function foundingOf(foundings: readonly Founding[], id: string): Founding | undefined {
  return foundings.find((one) => one.programme === (id as ProgrammeId));
}
