import type { PartyCode, ProgrammeId } from '../../core/bytes/ids.ts';
import { notePeer, peerState } from '../exchange-state.ts';
import { foundingFile, joinFounding } from '../founding.ts';
import type { Node } from '../node.ts';
import { Refusal, refusalOf } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { connectPeer } from './client.ts';
import { type Exchanged, exchangeWith } from './exchange.ts';
import { foundingOf, knownFoundings, type WireIdentity, wireIdentity } from './identity.ts';

/** Exchanges with all partners that have an address: at each change, and after a pause. */
export interface Sync {
  /** Exchanges now; joins one that runs. @throws Refusal `peer.*`, `exchange.refused` */
  now(programme: Programme, party: PartyCode): Promise<Exchanged>;
  isRunning(programme: Programme, party: PartyCode): boolean;
  /** An address was set, or a programme came. */
  wake(): void;
  stop(): Promise<void>;
}

interface Timing {
  /** Pause after a change, so that a burst goes as one. */
  readonly soonMs: number;
  readonly firstRetryMs: number;
  /** From 0 to 1; spreads retries. */
  readonly chance: () => number;
}

const usual: Timing = { soonMs: 20, firstRetryMs: 1_000, chance: Math.random };

export function startSync(node: Node, timing: Timing = usual): Sync {
  const links = new Map<string, Link>();
  const unfollow: (() => void)[] = [];
  let identity: Promise<WireIdentity> | undefined;
  let stopped = false;
  const exchangeOnce = async (programme: Programme, party: PartyCode): Promise<Exchanged> => {
    const { url } = await peerState(node, programme, party);
    if (url === undefined) throw new Refusal('peer.unreachable', { detail: 'it has no address' });
    identity ??= wireIdentity(node);
    const since = node.now();
    const peer = await connectPeer(node, await identity, programme.founding, party, url);
    try {
      const done = await exchangeWith(programme, party, peer);
      await notePeer(node, programme, party, { lastExchange: node.time(), error: undefined, ...(done.received > 0 ? { lastNew: node.time() } : {}) });
      if (done.sent + done.received + done.files > 0) {
        node.log('exchange.done', { programme: programme.id, party, ...done, ms: node.now() - since });
      }
      return done;
    } finally {
      peer.close();
      await endRestored(node);
      programme.tell('exchange');
    }
  };
  const linkOf = (programme: Programme, party: PartyCode): Link => {
    const key = `${programme.id}/${party}`;
    const known = links.get(key);
    if (known !== undefined) return known;
    const link: Link = { programme, party, failures: 0, timer: undefined, running: undefined, again: false };
    links.set(key, link);
    return link;
  };
  const run = (link: Link): Promise<Exchanged> => {
    if (link.running !== undefined) {
      link.again = true;
      return link.running;
    }
    clearTimeout(link.timer);
    link.running = exchangeOnce(link.programme, link.party);
    link.running
      .then(
        () => {
          link.failures = 0;
          return node.config.syncSeconds * 1000;
        },
        (error: unknown) => noteFailure(node, link, error, timing),
      )
      .then((pause) => {
        link.running = undefined;
        if (!stopped) schedule(link, link.again ? timing.soonMs : pause);
        link.again = false;
      })
      .catch(() => {});
    return link.running;
  };
  const schedule = (link: Link, ms: number): void => {
    clearTimeout(link.timer);
    link.timer = setTimeout(() => run(link).catch(() => {}), ms);
    link.timer.unref();
  };
  const wake = async (): Promise<void> => {
    for (const programme of node.programmes().values()) {
      for (const party of programme.partners()) {
        if ((await peerState(node, programme, party)).url !== undefined && !stopped) schedule(linkOf(programme, party), timing.soonMs);
      }
    }
  };
  const follow = (programme: Programme): void => {
    unfollow.push(
      programme.onChange(({ type }) => {
        if (type !== 'register' || stopped) return;
        for (const link of links.values()) {
          if (link.programme !== programme || link.failures > 0) continue;
          if (link.running === undefined) schedule(link, timing.soonMs);
          else link.again = true;
        }
      }),
    );
  };
  for (const programme of node.programmes().values()) follow(programme);
  unfollow.push(
    node.onProgramme((programme) => {
      follow(programme);
      void wake();
    }),
  );
  void wake();
  return {
    now: (programme, party) => run(linkOf(programme, party)),
    isRunning: (programme, party) => links.get(`${programme.id}/${party}`)?.running !== undefined,
    wake: () => void wake(),
    stop: async () => {
      stopped = true;
      for (const stop of unfollow) stop();
      for (const link of links.values()) clearTimeout(link.timer);
      await Promise.allSettled([...links.values()].map((link) => link.running));
    },
  };
}

interface Link {
  readonly programme: Programme;
  readonly party: PartyCode;
  failures: number;
  timer: NodeJS.Timeout | undefined;
  running: Promise<Exchanged> | undefined;
  /** Something changed while it ran. */
  again: boolean;
}

/** Pauses double up to five minutes, spread by chance, so that two nodes do not meet at the same second for ever. */
async function noteFailure(node: Node, link: Link, error: unknown, timing: Timing): Promise<number> {
  link.failures += 1;
  const ceiling = Math.min(300_000, timing.firstRetryMs * 2 ** (link.failures - 1));
  const pause = Math.round(ceiling * (0.5 + timing.chance() / 2));
  const { detail } = refusalOf(error)?.particulars ?? {};
  const code = refusalOf(error)?.code ?? 'node.failed';
  node.log('exchange.failed', { programme: link.programme.id, party: link.party, code: detail === undefined ? code : `${code} ${detail}`, nextMs: pause });
  const next = `${new Date(node.now() + pause).toISOString().slice(0, 19)}Z`;
  await notePeer(node, link.programme, link.party, { error: { code, at: node.time(), next } }).catch(() => {});
  return pause;
}

/** When every partner of every programme has confirmed, a restored backup may sign again (F9). */
export async function endRestored(node: Node): Promise<void> {
  if (!node.store.findings().some((one) => one.code === 'restored')) return;
  if (![...node.programmes().values()].every((programme) => programme.isConfirmed)) return;
  await node.store.confirmRestored();
  node.log('lock.ended', { code: 'restored' });
  for (const programme of node.programmes().values()) programme.tell('lock');
}

/** Brings the signatures that we hold of a founding to a partner, and takes theirs: instead of carrying the file back. */
export async function exchangeFounding(node: Node, id: ProgrammeId, party: PartyCode, url: string): Promise<void> {
  const founding = foundingOf(await knownFoundings(node), id);
  if (founding === undefined) throw new Refusal('request.not-found');
  const peer = await connectPeer(node, await wireIdentity(node), founding, party, url);
  try {
    await joinFounding(node, await peer.founding(await foundingFile(node, id)), undefined, null);
  } finally {
    peer.close();
  }
}
