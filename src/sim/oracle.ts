import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { Head } from '../core/feed/entry.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import type { Voice } from '../core/register/voice.ts';
import type { Act } from '../core/text/act.ts';
import {
  ancestorsOf,
  consentOf,
  isFullySigned,
  type KnownActs,
  sharesText,
  signersOf,
} from '../core/text/acts.ts';
import type { Programme } from '../node/programme.ts';
import type { Machine } from './machine.ts';
import { promise, type Story, short } from './story.ts';

/** An entry whose append was acknowledged. */
interface Acknowledged {
  readonly machine: string;
  readonly head: Head;
  /** Gone with the only disks that held it, put back to an earlier time: that is what a backup cannot save. */
  isLost: boolean;
}

interface Published {
  readonly head: Head;
  /** The entries below it by which the root had continued the feed. */
  readonly continuations: ReadonlySet<Hash>;
}

/**
 * What must be true, known from outside: everything that was acknowledged, given out and signed is written down here as it
 * happens, and the nodes are held against it.
 */
export class Oracle {
  readonly #story: Story;
  readonly #acknowledged: Acknowledged[] = [];
  /** The highest head of each party's own feed that left one of its machines, since the root last spoke. */
  readonly #published = new Map<PartyCode, Published>();
  /** Parties that sign on two machines, or on one that was put back without knowing it: their feeds may fork. */
  readonly #excused = new Set<PartyCode>();
  /** Partners whose word a restored machine still lacks. */
  readonly #unconfirmed = new Map<string, Set<PartyCode>>();
  /** By machine and partner, what that partner said last that it holds of the machine's feed. */
  readonly #heard = new Map<string, readonly Head[]>();
  /** Who really signed which act. */
  readonly #consents = new Set<string>();
  /** Acts that some node found fully signed; by machine, those that it did. */
  readonly #signed = new Set<Hash>();
  readonly #found = new Map<string, Set<Hash>>();
  /** Every act that some node knew. */
  readonly #acts = new Map<Hash, Act>();

  constructor(story: Story) {
    this.#story = story;
  }

  /** F9, F10: an append was acknowledged. */
  async acknowledged(machine: Machine, programme: Programme, head: Head): Promise<void> {
    this.#acknowledged.push({ machine: machine.name, head, isLost: false });
    const awaited = await this.#awaitedBy(machine, programme);
    promise('F9', awaited.length === 0, () => {
      return `${machine.name} was restored and signed entry ${head.seq} before ${awaited.join()} confirmed its head`;
    });
    await this.#expectAbovePublished(machine, programme, head);
  }

  async #expectAbovePublished(machine: Machine, programme: Programme, head: Head): Promise<void> {
    const published = this.#published.get(machine.party);
    if (published === undefined || this.#excused.has(machine.party)) return;
    const own = effectOf(await programme.register(), machine.party)?.voice;
    // What was given out before the root continued the feed no longer binds its place (F7).
    const later = [...continuationsOf(own)].filter((hash) => !published.continuations.has(hash));
    if (later.length > 0) {
      this.#published.delete(machine.party);
      return;
    }
    const stands = own?.hashes.at(published.head.seq);
    promise('F9', stands === published.head.hash, () => {
      const { hash, seq } = published.head;
      return `${machine.name} signed entry ${head.seq} ${stands === undefined ? 'below' : 'beside'} entry ${seq} ${short(hash)}, which it had given out`;
    });
  }

  /** F9: entries of the chain that a machine writes leave it. The mark must stand there already. */
  async givenOut(programme: Programme, head: Head): Promise<void> {
    // Other branches of our feed came from partners, or the root has named them.
    const written = effectOf(await programme.register(), programme.party)?.voice;
    if (written?.hashes.at(head.seq) !== head.hash) return;
    const marks = await programme.store.watermarks();
    const mark = marks.find((one) => one.programme === programme.id && one.party === programme.party);
    promise('F9', this.#excused.has(programme.party) || (mark?.seq ?? 0) >= head.seq, () => {
      return `${programme.party} gives out entry ${head.seq} with its mark at ${mark?.seq ?? 'none'}`;
    });
    const before = this.#published.get(programme.party);
    const continuations = continuationsOf(written);
    const isLater =
      before !== undefined && [...continuations].some((hash) => !before.continuations.has(hash));
    if (before === undefined || before.head.seq < head.seq || isLater)
      this.#published.set(programme.party, { head, continuations });
  }

  /** F7, F9: the root has spoken for this feed: nobody's word is awaited any more. */
  continued(party: PartyCode): void {
    for (const name of this.#unconfirmed.keys())
      if (nameOfParty(name) === party) this.#unconfirmed.delete(name);
  }

  /** A party whose feed may fork without anybody lying. */
  excuse(party: PartyCode): void {
    this.#excused.add(party);
  }

  isExcused(party: PartyCode): boolean {
    return this.#excused.has(party);
  }

  /** F9: a folder was restored. Until all partners have confirmed the head, or the root continues, nothing may be signed. */
  restored(machine: Machine, partners: readonly PartyCode[]): void {
    this.#unconfirmed.set(machine.name, new Set(partners));
    for (const party of partners) this.#heard.delete(`${machine.name} ${party}`);
  }

  /** A machine was put back and nothing on it tells: nobody can ask it to wait. */
  forgotten(machine: Machine): void {
    this.#unconfirmed.delete(machine.name);
  }

  /** A partner told a machine what it holds of that machine's feed. */
  async heard(machine: Machine, from: PartyCode, heads: readonly Head[]): Promise<void> {
    this.#heard.set(`${machine.name} ${from}`, heads);
    await this.#awaitedBy(machine, machine.programme);
  }

  /** Partners that have not confirmed the head of a restored machine: what they hold of its feed it must hold too. */
  async #awaitedBy(machine: Machine, programme: Programme): Promise<PartyCode[]> {
    const awaited: PartyCode[] = [];
    for (const party of this.#unconfirmed.get(machine.name) ?? []) {
      const heads = this.#heard.get(`${machine.name} ${party}`);
      const held = await Promise.all((heads ?? []).map((head) => isHeld([programme], head)));
      if (heads === undefined || held.includes(false)) awaited.push(party);
      else this.#unconfirmed.get(machine.name)?.delete(party);
    }
    if (awaited.length === 0) this.#unconfirmed.delete(machine.name);
    return awaited;
  }

  /** F9: whether this machine must be locked now. */
  async mustBeLocked(machine: Machine, programme: Programme): Promise<boolean> {
    return (await this.#awaitedBy(machine, programme)).length > 0;
  }

  /** After a disk was put back: what nobody holds any more is lost. */
  async countLost(holders: readonly Programme[]): Promise<void> {
    for (const one of this.#acknowledged) {
      if (one.isLost || (await isHeld(holders, one.head))) continue;
      one.isLost = true;
      this.#story.tell(one.machine, `entry ${one.head.seq} ${short(one.head.hash)} is lost with its disk`);
    }
  }

  /**
   * F10: everything that was acknowledged is on every node that is not locked.
   *
   * @param open programmes of all those nodes: what none of them holds, a locked one does, and may not give it out yet (F9)
   * @param locked those of the others
   */
  async expectAcknowledged(
    machine: Machine,
    programme: Programme,
    open: readonly Programme[],
    locked: readonly Programme[],
  ): Promise<void> {
    for (const { head, isLost, machine: author } of this.#acknowledged) {
      const isHere = isLost || (await isHeld([programme], head));
      const isKept = isHere || (!(await isHeld(open, head)) && (await isHeld(locked, head)));
      promise('F10', isKept, () => {
        return `entry ${head.seq} ${short(head.hash)} of ${author} was acknowledged and is not on ${machine.name}`;
      });
    }
  }

  /** Somebody signs an act. */
  consented(party: PartyCode, act: Hash): void {
    this.#consents.add(`${party} ${act}`);
  }

  /** Whether a party knows all that it ever signed: else an act may come back that it cannot supersede (A4). */
  knowsItsConsents(party: PartyCode, register: Register): boolean {
    const held = knownActs(register).consents.get(party) ?? [];
    const signed = [...this.#consents].filter((one) => one.startsWith(`${party} `));
    return signed.every((one) => held.some(({ act }) => one === `${party} ${act}`));
  }

  /**
   * A1, A2, A5: what a node takes for fully signed was signed by all whom it names, of the list that its ancestors leave; of
   * any two such acts one supersedes the other; and what is fully signed stays so.
   */
  expectActs(machine: Machine, register: Register): void {
    const known = knownActs(register);
    for (const [id, act] of known.acts) this.#acts.set(id, act);
    const found = this.#found.get(machine.name) ?? new Set<Hash>();
    this.#found.set(machine.name, found);
    for (const [id, act] of known.acts) {
      if (!isFullySigned(known, id)) {
        if (found.has(id)) this.#expectOvertaken(machine, known, id, act);
        continue;
      }
      found.add(id);
      for (const party of signersOf(known, act)) {
        promise('A2', this.#consents.has(`${party} ${id}`), () => {
          return `act ${short(id)} is in force on ${machine.name}, but ${party} never signed it`;
        });
      }
      this.#expectList(machine, known, id, act);
      this.#expectChain(machine, id, act);
    }
  }

  /** A2: a list is the founding's, or a change before the act has left it. */
  #expectList(machine: Machine, known: KnownActs, id: Hash, { parties }: Act): void {
    const before = [...ancestorsOf({ acts: this.#acts }, id)].map((one) => this.#acts.get(one)?.partiesAfter);
    promise('A2', parties === known.foundingList || before.includes(parties), () => {
      return `act ${short(id)} is in force on ${machine.name} under a list that nothing before it has left`;
    });
  }

  /**
   * A1, A2: what was fully signed and is no more was overtaken by a change of the list that it does not stand before, which a
   * party that lies, or whose feed was put back behind its back, had signed and kept to itself; or this machine was put back.
   */
  #expectOvertaken(machine: Machine, known: KnownActs, id: Hash, act: Act): void {
    if (signersOf(known, act).some((party) => consentOf(known, party, id) === undefined)) return;
    const isOvertaken = [...known.acts].some(
      ([other, { partiesAfter }]) =>
        partiesAfter !== undefined &&
        other !== id &&
        isFullySigned(known, other) &&
        !ancestorsOf(known, other).has(id),
    );
    promise('A1', isOvertaken && this.#excused.size > 0, () => {
      return `act ${short(id)} was fully signed on ${machine.name} and is no more`;
    });
    this.#story.count('acts overtaken by a list');
  }

  #expectChain(machine: Machine, id: Hash, act: Act): void {
    if (this.#signed.has(id)) return;
    this.#signed.add(id);
    const on = act.texts.map(({ text }) => text).join(' ');
    this.#story.tell(machine.name, `holds act ${short(id)} on ${on || 'the list'} fully signed`);
    this.#story.count(act.partiesAfter === undefined ? 'acts signed by all' : 'lists signed by all');
    const all = { acts: this.#acts };
    const ancestors = ancestorsOf(all, id);
    for (const other of this.#signed) {
      const by = this.#acts.get(other);
      if (other === id || by === undefined || !sharesText(act, by)) continue;
      const isChain = ancestors.has(other) || ancestorsOf(all, other).has(id);
      promise('A5', isChain, () => {
        return `acts ${short(id)} and ${short(other)} are both fully signed, and neither supersedes the other`;
      });
    }
  }
}

/** Hashes of the entries by which the root continued a chain, also of those that still wait for a head they cite. */
function continuationsOf(voice: Voice | undefined): Set<Hash> {
  if (voice === undefined) return new Set();
  const waiting = voice.waiting.filter(({ entry }) => entry.type === 'continue').map(({ hash }) => hash);
  return new Set([...voice.continuations.flatMap(({ seq }) => voice.hashes.at(seq) ?? []), ...waiting]);
}

async function isHeld(holders: readonly Programme[], { hash, party, seq }: Head): Promise<boolean> {
  for (const programme of holders) {
    for (const chain of await programme.chains(party)) if (chain.hashAt(seq) === hash) return true;
  }
  return false;
}

const nameOfParty = (machine: string): string => machine.replace('*', '');
