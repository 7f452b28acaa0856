import type { Hash, PartyCode } from '../../core/bytes/ids.ts';
import type { FeedBranch } from '../../core/exchange/plan-exchange.ts';
import type { Head, Run } from '../../core/feed/entry.ts';
import { effectOf } from '../../core/register/register.ts';
import type { Chain } from '../chains.ts';
import type { Programme } from '../programme.ts';

/**
 * All chains that may be given out, as an exchange counts them. Of the one that we write only what is published (F9); other
 * branches of our feed came from partners, or the root has named them, so that they must not stay with us alone.
 */
export async function branchesOf(programme: Programme): Promise<readonly FeedBranch[]> {
  const branches: FeedBranch[] = [];
  const written = effectOf(await programme.register(), programme.party)?.voice.branch;
  for (const { party } of programme.founding.parties) {
    for (const chain of await programme.chains(party)) {
      const seq =
        party === programme.party && chain.branch === written
          ? Math.min(chain.state.seq, Math.max(programme.published, chain.partedAt))
          : chain.state.seq;
      const hash = chain.hashAt(seq);
      if (hash === undefined || seq <= chain.partedAt) continue;
      const { branch, parent, partedAt } = chain;
      branches.push({ party, branch, parent, partedAt, seq, hash });
    }
  }
  return branches;
}

/** Every head of ours that may be told. */
export async function headsOf(programme: Programme): Promise<readonly Head[]> {
  return (await branchesOf(programme)).map(({ hash, party, seq }) => ({ party, seq, hash }));
}

/** Finds on which chain a head of a partner lies, if we hold it. */
export async function finderOf(programme: Programme): Promise<(head: Head) => number | undefined> {
  const chains = new Map<PartyCode, readonly Chain[]>();
  for (const { party } of programme.founding.parties) chains.set(party, await programme.chains(party));
  return (head) => branchAt(chains.get(head.party) ?? [], head.seq, head.hash);
}

function branchAt(chains: readonly Chain[], seq: number, hash: Hash): number | undefined {
  let chain = chains.find((one) => one.hashAt(seq) === hash);
  while (chain !== undefined && chain.parent !== null && seq <= chain.partedAt) {
    const { parent } = chain;
    chain = chains.find((one) => one.branch === parent);
  }
  return chain?.branch;
}

/** Runs of one stretch of a chain, in order, with copies of their lines. */
export async function* runsOf(
  programme: Programme,
  party: PartyCode,
  segments: readonly { readonly branch: number; readonly from: number; readonly to: number }[],
): AsyncIterable<Run> {
  for (const { branch, from, to } of segments) {
    for await (const { first, run } of programme.store.readRuns(programme.id, party, branch, from)) {
      if (first > to) break;
      yield { ...run, lines: run.lines.map((line) => line.slice()) };
    }
  }
}

/** Bytes of the lines of a run. */
export const sizeOfRun = (run: Run): number => run.lines.reduce((sum, line) => sum + line.length + 1, 0);
