import { fromBase64 } from '../core/bytes/codec.ts';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { skeletonOf } from '../core/bytes/look-alike.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import type { Names as CardNames, PartyCard } from '../core/feed/founding.ts';
import type { Names, Node } from './node.ts';
import { allProgrammes } from './programmes.ts';

/** Two names that may be taken for each other: of parties in one founding, or of two programmes of this node. A warning. */
export interface LookAlike {
  readonly what: 'party' | 'programme';
  readonly name: string;
  readonly like: string;
  /** Of the root keys of the two parties, or of the two foundings, to be read aloud; absent while there is none. */
  readonly fingerprint?: string;
  readonly likeFingerprint?: string;
  readonly parties?: readonly [PartyCode, PartyCode];
}

/** What a founding, written or prepared, is about to be confused with. */
export async function lookAlikes(
  node: Node,
  founding: {
    readonly id: ProgrammeId;
    readonly isWritten: boolean;
    readonly names: Names;
    readonly cards: readonly PartyCard[];
  },
): Promise<readonly LookAlike[]> {
  const { cards, id, isWritten, names } = founding;
  const parties = cards.flatMap((card, at) =>
    cards.slice(at + 1).flatMap((other): LookAlike[] => {
      const same = alike(card.names, other.names);
      const [fingerprint, likeFingerprint] = [rootFingerprint(node, card), rootFingerprint(node, other)];
      const codes = [card.party, other.party] as const;
      return same === undefined
        ? []
        : [{ what: 'party', ...same, fingerprint, likeFingerprint, parties: codes }];
    }),
  );
  const programmes = (await allProgrammes(node)).flatMap((other): LookAlike[] => {
    const same = other.id === id ? undefined : alike(names, other.names);
    if (same === undefined) return [];
    const own = isWritten ? { fingerprint: digitsOf(id) } : {};
    const its = other.state === 'prepared' ? {} : { likeFingerprint: digitsOf(other.id) };
    return [{ what: 'programme', ...same, ...own, ...its }];
  });
  return [...parties, ...programmes];
}

/** The first name of one that looks like a name of the other, in whatever language either stands. */
function alike(one: CardNames, other: CardNames): Pick<LookAlike, 'name' | 'like'> | undefined {
  const others = new Map(
    Object.values(other).flatMap((name): [string, string][] =>
      name === undefined ? [] : [[skeletonOf(name), name]],
    ),
  );
  for (const name of Object.values(one)) {
    const like = name === undefined ? undefined : others.get(skeletonOf(name));
    if (name !== undefined && like !== undefined) return { name, like };
  }
  return undefined;
}

const digitsOf = (hash: ProgrammeId): string => fingerprintOf(hash).digits.join(' ');

const rootFingerprint = (node: Node, card: PartyCard): string =>
  fingerprintOf(node.crypto.sha256(fromBase64(card.root, 32))).digits.join(' ');
