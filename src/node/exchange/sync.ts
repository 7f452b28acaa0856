import type { PartyCode, ProgrammeId } from '../../core/bytes/ids.ts';
import { notePeer, peerState } from '../exchange-state.ts';
import { foundingFile, joinFounding } from '../founding.ts';
import type { Node } from '../node.ts';
import { Refusal, refusalOf } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { auditPartner } from '../refusal-audit.ts';
import { connectPeer } from './client.ts';
import { type Exchanged, exchangeWith } from './exchange.ts';
import { foundingOf, knownFoundings, type WireIdentity, wireIdentity } from './identity.ts';

interface Timing {
  /** Pause after a change, so that a burst goes as one. */
  readonly soonMs: number;
  readonly firstRetryMs: number;
  /** From 0 to 1; spreads retries. */
  readonly chance: () => number;
}

const usual: Timing = { soonMs: 20, firstRetryMs: 1_000, chance: Math.random };

/** The exchange with one partner in one programme. */
interface Link {
  readonly programme: Programme;
  readonly party: PartyCode;
  failures: number;
  timer: NodeJS.Timeout | undefined;
  running: Promise<Exchanged> | undefined;
  /** Something changed while it ran. */
  again: boolean;
}

/** Exchanges with all partners that have an address: at each change, and after a pause. */
export class Sync {
  readonly #node: Node;
  readonly #timing: Timing;
  readonly #links = new Map<string, Link>();
  readonly #unfollow: (() => void)[] = [];
  #identity: Promise<WireIdentity> | undefined;
  #isStopped = false;

  constructor(node: Node, timing: Timing = usual) {
    this.#node = node;
    this.#timing = timing;
    for (const programme of node.programmes().values()) this.#follow(programme);
    this.#unfollow.push(
      node.onProgramme((programme) => {
        this.#follow(programme);
        this.wake();
      }),
    );
    this.wake();
  }

  /** Exchanges now; joins one that runs. @throws Refusal `peer.*`, `exchange.refused` */
  async now(programme: Programme, party: PartyCode): Promise<Exchanged> {
    return this.#run(this.#linkOf(programme, party));
  }

  isRunning(programme: Programme, party: PartyCode): boolean {
    return this.#links.get(`${programme.id}/${party}`)?.running !== undefined;
  }

  /** An address was set, or a programme came. */
  wake(): void {
    this.#wakeAll().catch(() => {});
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#unfollow) stop();
    for (const link of this.#links.values()) clearTimeout(link.timer);
    const running = [...this.#links.values()].flatMap((link) => link.running ?? []);
    await Promise.allSettled(running);
  }

  async #wakeAll(): Promise<void> {
    for (const programme of this.#node.programmes().values()) {
      for (const party of programme.partners()) {
        const { url } = await peerState(this.#node, programme, party);
        if (url !== undefined) this.#schedule(this.#linkOf(programme, party), this.#timing.soonMs);
      }
    }
  }

  #linkOf(programme: Programme, party: PartyCode): Link {
    const key = `${programme.id}/${party}`;
    const fresh = { programme, party, failures: 0, timer: undefined, running: undefined, again: false };
    const link = this.#links.get(key) ?? fresh;
    this.#links.set(key, link);
    return link;
  }

  #follow(programme: Programme): void {
    const stop = programme.onChange(({ type }) => {
      if (type !== 'register') return;
      for (const link of this.#links.values()) {
        if (link.programme !== programme || link.failures > 0) continue;
        if (link.running === undefined) this.#schedule(link, this.#timing.soonMs);
        else link.again = true;
      }
    });
    this.#unfollow.push(stop);
  }

  #schedule(link: Link, ms: number): void {
    if (this.#isStopped) return;
    clearTimeout(link.timer);
    link.timer = setTimeout(() => this.#run(link).catch(() => {}), ms);
    link.timer.unref();
  }

  async #run(link: Link): Promise<Exchanged> {
    if (link.running !== undefined) {
      link.again = true;
      return link.running;
    }
    clearTimeout(link.timer);
    link.running = this.#exchange(link.programme, link.party);
    let pause = this.#node.config.syncSeconds * 1000;
    try {
      const done = await link.running;
      link.failures = 0;
      return done;
    } catch (error) {
      pause = await this.#noteFailure(link, error);
      throw error;
    } finally {
      link.running = undefined;
      this.#schedule(link, link.again ? this.#timing.soonMs : pause);
      link.again = false;
    }
  }

  async #exchange(programme: Programme, party: PartyCode): Promise<Exchanged> {
    const node = this.#node;
    const { url } = await peerState(node, programme, party);
    if (url === undefined) throw new Refusal('peer.unreachable', { detail: 'it has no address' });
    this.#identity ??= wireIdentity(node);
    const since = node.now();
    const peer = await connectPeer(node, await this.#identity, programme.founding, party, url);
    try {
      const done = await exchangeWith(programme, party, peer);
      const fresh = done.received > 0 ? { lastNew: node.time() } : {};
      await notePeer(node, programme, party, { lastExchange: node.time(), error: undefined, ...fresh });
      if (done.sent + done.received + done.files > 0)
        node.log('exchange.done', { programme: programme.id, party, ...done, ms: node.now() - since });
      return done;
    } finally {
      peer.close();
      await endRestored(node);
      programme.tell('exchange');
    }
  }

  /** Pauses double up to five minutes, spread by chance, so that two nodes do not meet at the same second for ever. */
  async #noteFailure(link: Link, error: unknown): Promise<number> {
    const node = this.#node;
    const { party, programme } = link;
    link.failures += 1;
    const ceiling = Math.min(300_000, this.#timing.firstRetryMs * 2 ** (link.failures - 1));
    const pause = Math.round(ceiling * (0.5 + this.#timing.chance() / 2));
    const refusal = refusalOf(error);
    const code = refusal?.code ?? 'node.failed';
    const what = [code, refusal?.particulars.detail].filter((one) => one !== undefined).join(' ');
    await auditPartner(node, programme.id, party, error);
    node.log('exchange.failed', { programme: programme.id, party, code: what, nextMs: pause });
    const next = `${new Date(node.now() + pause).toISOString().slice(0, 19)}Z`;
    await notePeer(node, programme, party, { error: { code, at: node.time(), next } }).catch(() => {});
    return pause;
  }
}

/** Begins to exchange; the caller stops it. */
export const startSync = (node: Node, timing?: Timing): Sync => new Sync(node, timing);

/** When every partner of a programme has confirmed, a restored backup may sign in it again (F9). */
export async function endRestored(node: Node): Promise<void> {
  for (const { code, programme: id } of node.store.findings()) {
    const programme = id === undefined ? undefined : node.programmes().get(id);
    if (code !== 'restored' || programme === undefined || !programme.isConfirmed) continue;
    await node.store.confirmRestored(programme.id);
    node.log('lock.ended', { code });
    await programme.recheck();
    programme.tell('lock');
  }
}

/** Brings the signatures that we hold of a founding to a partner, and takes theirs: instead of carrying the file back. */
export async function exchangeFounding(
  node: Node,
  id: ProgrammeId,
  party: PartyCode,
  url: string,
): Promise<void> {
  const founding = foundingOf(await knownFoundings(node), id);
  if (founding === undefined) throw new Refusal('request.not-found');
  const peer = await connectPeer(node, await wireIdentity(node), founding, party, url);
  try {
    await joinFounding(node, await peer.founding(await foundingFile(node, id)), undefined, null);
  } finally {
    peer.close();
  }
}
