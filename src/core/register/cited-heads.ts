import type { PartyCode } from '../bytes/ids.ts';
import type { Head } from '../feed/entry.ts';
import type { Ground } from './register.ts';
import type { FoldContext, Voice } from './voice.ts';

/** What the heads that an entry cites ask for before it may take effect (F5). */
export type HeadsStanding =
  | { readonly is: 'held' }
  /** This one is not here yet: the entry waits. */
  | { readonly is: 'missing'; readonly head: Head }
  /** Nobody whom the entry can know is called that: no feed will ever hold it, so the entry is inert. */
  | { readonly is: 'stranger'; readonly party: PartyCode };

const held: HeadsStanding = { is: 'held' };

/**
 * Whether the heads that the next entry of a feed cites are held. A head of a party that neither the founding names nor a
 * list in what stands before the entry, in its own feed or in those it cites up to there, is a stranger's. That depends on
 * nothing that may come later, so it is the same on every node (F8).
 */
export function headsStanding(
  voice: Voice,
  heads: readonly Head[],
  ground: Ground,
  context: FoldContext,
): HeadsStanding {
  let others: Head[] | undefined;
  for (const head of heads) {
    if (!ground.parties.includes(head.party)) (others ??= []).push(head);
    else if (context.holding(head.party, head.seq, head.hash) === undefined) return { is: 'missing', head };
  }
  return others === undefined ? held : ofOthers(voice, heads, others, ground, context);
}

/** Heads of those who are not of the founding: they may have joined by a change of the list (A2). */
function ofOthers(
  voice: Voice,
  heads: readonly Head[],
  others: readonly Head[],
  ground: Ground,
  context: FoldContext,
): HeadsStanding {
  const joined = new Set<PartyCode>();
  const listIn = (from: Voice | undefined, upTo: number): void => {
    for (const { parties = [], seq } of from?.acts.values() ?? [])
      if (seq <= upTo) for (const party of parties) joined.add(party);
  };
  listIn(voice, Infinity);
  const known = [...voice.cited.values(), ...heads.filter(({ party }) => ground.parties.includes(party))];
  for (const { hash, party, seq } of known) listIn(context.holding(party, seq, hash), seq);
  let open = [...others];
  while (open.length > 0) {
    const next = open.filter(({ party }) => joined.has(party));
    const missing = next.find(({ hash, party, seq }) => context.holding(party, seq, hash) === undefined);
    if (missing !== undefined) return { is: 'missing', head: missing };
    const [stranger] = open;
    if (next.length === 0 && stranger !== undefined) return { is: 'stranger', party: stranger.party };
    for (const { hash, party, seq } of next) listIn(context.holding(party, seq, hash), seq);
    open = open.filter((head) => !next.includes(head));
  }
  return held;
}
