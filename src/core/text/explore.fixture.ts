import type { Hash, PartyCode } from '../bytes/ids.ts';
import type { Head } from '../feed/entry.ts';
import { codes, day } from '../register/table.fixture.ts';
import type { Act } from './act.ts';
import {
  ancestorsOf,
  type ConsentFault,
  consentFault,
  inForceOn,
  isFullySigned,
  type KnownActs,
  listToName,
  signersOf,
  supersededBy,
} from './acts.ts';
import { Feeds, type Node, plan, type Slot } from './explore-feeds.fixture.ts';

/*
 * Walks through every state that a few parties can bring about with a few acts on one text, whatever arrives when, twice
 * or never. The code that decides is the shipped one: registers are really folded, and honest parties act by
 * `consentFault`, `supersededBy` and `listToName` alone.
 *
 * A state is what stands in each feed and who holds how much of whose. What a party holds matters to nobody else until
 * it writes. So the walk goes over places, what stands in the feeds and what each party held when it last wrote, and at
 * each over all that each party can hold there, party by party. That meets every state: their number is that of all
 * combinations. Entries, and what a set of entries means, are made once and kept.
 */

export interface World {
  /** Number of parties that have a feed. Those beyond `founders` join by a change of the list. */
  readonly parties: number;
  readonly founders: number;
  readonly slots: readonly Slot[];
  /** Who lies: proposes and signs anything, in two branches of its feed. */
  readonly liar?: number;
  /** Each honest party may decline, once, an act that it holds. */
  readonly declines?: boolean;
  /** Faults on which honest parties look away; none but to show that the walk finds what then happens. */
  readonly ignores?: readonly ConsentFault[];
}

export interface Explored {
  /** States met: what stands in the feeds, times all that the honest parties can hold of it. */
  readonly states: number;
  readonly places: number;
  /** Different sets of entries whose meaning was computed and checked. */
  readonly views: number;
  readonly entries: number;
  /** In how many views an act of that slot is fully signed. */
  readonly full: Readonly<Record<string, number>>;
  /** A sentence for the first state that breaks an invariant. */
  readonly violation?: string;
}

export function explore(world: World): Explored {
  return new Walk(world).run();
}

/** For each party, the ends of the branches of its feed. */
type Ends = readonly (readonly Node[])[];

/** What stands in the feeds, and what each party held when it last wrote: it never holds less. */
interface Place {
  readonly ends: Ends;
  readonly floors: readonly Ends[];
}

/** What a set of entries means. */
interface View {
  readonly id: number;
  readonly nodes: readonly Node[];
  readonly acts: readonly Hash[];
  readonly full: readonly Hash[];
  /** Acts that a complete change of the list does not supersede (A2). */
  readonly overtaken: readonly Hash[];
  /** By party, the acts to which it may consent. */
  readonly open: readonly (readonly Hash[])[];
  /** What a new act supersedes, one on the text and one that changes the list, and the list that each names. */
  readonly onText: Terms;
  readonly onList: Terms;
  readonly lists: readonly Hash[];
  /** Ends of branches in which nothing waits for something else (F5). */
  readonly whole: ReadonlySet<Node>;
}

interface Terms {
  readonly supersedes: readonly Hash[];
  readonly list: Hash;
}

class Walk {
  readonly #world: World;
  readonly #feeds: Feeds;
  /** Views by the numbers of their entries, two numbers in one at each step. */
  readonly #viewsBy = new Map<number, Map<number, View>>();
  readonly #views: View[] = [];
  readonly #names = new Map<Hash, Hash>();
  readonly #full: Record<string, number> = {};
  #violation: string | undefined;

  constructor(world: World) {
    this.#world = world;
    this.#feeds = new Feeds(world.parties, world.founders);
  }

  run(): Explored {
    const { liar } = this.#world;
    const opened = this.#feeds.cards.map((_, at) => this.#feeds.open(at));
    const ends: Ends = opened.map((node, at) => (at === liar ? [node, node] : [node]));
    const open: Place[] = [{ ends, floors: ends.map(() => ends) }];
    const seen = new Set([this.#keyOf(open[0] as Place)]);
    const boxes = new Map<string, number[][][]>();
    for (let place = open.pop(); place !== undefined && this.#violation === undefined; place = open.pop()) {
      const nexts: Place[] = [];
      const box: number[][] = [];
      for (const party of ends.keys()) {
        if (party === liar) nexts.push(...this.#lies(place, party));
        else box.push(this.#everyHolding(place, party, nexts));
      }
      const name = keyOfEnds(place.ends);
      boxes.set(name, [...(boxes.get(name) ?? []), box]);
      for (const next of nexts) {
        const key = this.#keyOf(next);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push(next);
      }
    }
    this.#checkGrowth();
    let states = 0;
    for (const of of boxes.values()) states += sizeOfUnion(of);
    const violation = this.#violation === undefined ? {} : { violation: this.#violation };
    const counts = { states, places: seen.size, views: this.#views.length, entries: this.#feeds.count };
    return { ...counts, full: this.#full, ...violation };
  }

  /** Branches of a liar have no names: two places that differ in their order only are one. */
  #keyOf({ ends, floors }: Place): string {
    const { liar } = this.#world;
    const key = [ends, ...floors].map(keyOfEnds).join(' ');
    if (liar === undefined) return key;
    const turn = (of: Ends): Ends => replaced(of, liar, (of[liar] as Node[]).toReversed());
    const turned = [ends, ...floors].map((of) => keyOfEnds(turn(of))).join(' ');
    return turned < key ? turned : key;
  }

  /** Lets a party act at a place on all that it can hold there, by the shipped rules alone; gives the views' numbers. */
  #everyHolding(place: Place, party: number, nexts: Place[]): number[] {
    const { ends, floors } = place;
    return holdingsOf(place, party).map((held) => {
      const view = this.#view(held);
      const [end] = held[party] as [Node];
      const heads = headsOf(held, party, end, view).filter(({ party: of }) => this.#mayCite(of, end, view));
      const says = (node: Node): void => {
        const floor = replaced(held, party, [node]);
        nexts.push({ ends: replaced(ends, party, [node]), floors: replaced(floors, party, floor) });
      };
      for (const slot of this.#world.slots) {
        if (!slot.by.includes(party) || isProposed(ends, slot.name)) continue;
        const { list, supersedes } = slot.list === undefined ? view.onText : view.onList;
        says(this.#feeds.propose(end, slot, supersedes, list, heads));
      }
      for (const act of view.open[party] ?? []) says(this.#feeds.consent(end, act, heads));
      for (const act of this.#world.declines && end.declined.length === 0 ? view.acts : []) {
        says(this.#feeds.decline(end, act, heads));
      }
      return view.id;
    });
  }

  /** F5: whoever joins is cited once a list that names it stands in what is cited: nobody can take in its feed before. */
  #mayCite(party: PartyCode, end: Node, { whole }: View): boolean {
    const at = codes.indexOf(party);
    if (at < this.#world.founders) return true;
    const naming = this.#world.slots.filter(({ list }) => list?.includes(at)).map(({ name }) => name);
    return [end, ...whole].some(({ proposed }) => proposed.some((name) => naming.includes(name)));
  }

  /** The liar knows all, proposes what it likes and signs everything there is, in either branch, citing nobody. */
  *#lies(place: Place, party: number): Generator<Place> {
    const { ends } = place;
    const { acts, lists, onList } = this.#view(ends);
    const branches = ends[party] as readonly Node[];
    for (const [branch, end] of branches.entries()) {
      const says = (node: Node): Place => ({
        ...place,
        ends: replaced(ends, party, replaced(branches, branch, node)),
      });
      for (const slot of this.#world.slots) {
        if (!slot.by.includes(party) || isProposed(ends, slot.name)) continue;
        const choices = [[], onList.supersedes, ...acts.map((id) => [id])];
        const different = new Map(choices.map((ids) => [ids.join(), ids]));
        for (const ids of different.values()) {
          for (const list of lists) yield says(this.#feeds.propose(end, slot, ids, list, []));
        }
      }
      for (const act of acts) if (!end.signed.includes(act)) yield says(this.#feeds.consent(end, act, []));
    }
  }

  #view(held: Ends): View {
    const nodes = inOrder(held.flat());
    const [one, other] = pairsOf(nodes);
    const views = this.#viewsBy.get(one) ?? new Map<number, View>();
    this.#viewsBy.set(one, views);
    let view = views.get(other);
    if (view === undefined) {
      view = this.#meaning(this.#views.length, nodes);
      views.set(other, view);
      this.#views.push(view);
      for (const id of view.full) {
        const slot = this.#feeds.slots.get(id) as string;
        this.#full[slot] = (this.#full[slot] ?? 0) + 1;
      }
    }
    return view;
  }

  #meaning(id: number, nodes: readonly Node[]): View {
    const { known, register } = this.#feeds.folded(nodes);
    const isWhole = ({ chain, length, party }: Node): boolean =>
      register.voices
        .get(codes[party] as PartyCode)
        ?.some(({ applied, hashes }) => applied === length && hashes.at(length) === chain.hash) === true;
    const acts = [...known.acts.keys()].map((act) => this.#nameOf(act));
    const full = acts.filter((act) => isFullySigned(known, act));
    this.#violation ??= this.#faultOf(nodes, known, full);
    const termsOf = (texts: Parameters<typeof supersededBy>[1]): Terms => {
      const supersedes = supersededBy(known, texts).map((act) => this.#nameOf(act));
      return { supersedes, list: this.#nameOf(listToName(known, supersedes)) };
    };
    return {
      id,
      nodes,
      acts,
      full,
      overtaken: acts.filter((act) => isOvertaken(known, full, act)),
      open: codes
        .slice(0, this.#world.parties)
        .map((code) => acts.filter((act) => this.#mayConsent(known, code, act))),
      onText: termsOf([plan]),
      onList: termsOf('all'),
      lists: [...known.lists.keys()].map((list) => this.#nameOf(list)),
      whole: new Set(nodes.filter(isWhole)),
    };
  }

  /** The one copy of a hash that is kept. */
  #nameOf(hash: Hash): Hash {
    const name = this.#names.get(hash) ?? hash;
    this.#names.set(name, name);
    return name;
  }

  #mayConsent(known: KnownActs, party: PartyCode, act: Hash): boolean {
    const fault = consentFault(known, party, act, () => true);
    return fault === undefined || this.#world.ignores?.includes(fault) === true;
  }

  /** What must be true of whatever entries a node holds, honest or not; a sentence if it is not. */
  #faultOf(nodes: readonly Node[], known: KnownActs, full: readonly Hash[]): string | undefined {
    const names = (ids: readonly Hash[]): string => ids.map((id) => this.#feeds.slots.get(id)).join(' and ');
    for (const [at, one] of full.entries()) {
      for (const other of full.slice(at + 1)) {
        const isInLine = ancestorsOf(known, one).has(other) || ancestorsOf(known, other).has(one);
        if (!isInLine) return `A5: ${names([one, other])} are fully signed, none supersedes the other`;
      }
    }
    const inForce = inForceOn(known, plan, day);
    if (inForce.length > 1) return `A6: ${names(inForce)} are in force at once`;
    for (const id of inForce) {
      const signers = signersOf(known, known.acts.get(id) as Act);
      const hasSigned = (code: PartyCode): boolean =>
        nodes.some(({ party, signed }) => codes[party] === code && signed.includes(id));
      if (signers.length < 2 || !signers.every(hasSigned))
        return `A2: ${names([id])} is in force without a counterpart`;
    }
    // Whoever holds these entries gives the same answer in whatever order they came (F8): now and then, in the opposite one.
    if (this.#views.length % 4 > 0) return undefined;
    const other = this.#feeds.folded(nodes.toReversed()).known;
    return answersOf(other) === answersOf(known)
      ? undefined
      : 'F8: another order of arrival gives another answer';
  }

  /** Knowledge only grows: what is fully signed stays so, unless a change of the list is complete that it is not before (A2). */
  #checkGrowth(): void {
    for (const later of this.#views) {
      for (const [at, { before }] of later.nodes.entries()) {
        if (before === undefined) continue;
        const [one, other] = pairsOf(replaced(later.nodes, at, before));
        const earlier = this.#viewsBy.get(one)?.get(other);
        const lost = earlier?.full.find((id) => !later.full.includes(id));
        if (lost === undefined || (this.#world.liar !== undefined && later.overtaken.includes(lost)))
          continue;
        this.#violation ??= `A1: ${this.#feeds.slots.get(lost)} was fully signed and is no more`;
      }
    }
  }
}

function isOvertaken(known: KnownActs, full: readonly Hash[], act: Hash): boolean {
  return full.some(
    (id) => known.acts.get(id)?.partiesAfter !== undefined && !ancestorsOf(known, id).has(act) && id !== act,
  );
}

/** Everything about acts that a node would answer, in one text. */
function answersOf(known: KnownActs): string {
  const full = [...known.acts.keys()].filter((act) => isFullySigned(known, act));
  const consents = codes.map((party) =>
    known.consents.get(party)?.map(({ act, contested, seq }) => `${seq} ${act} ${contested}`),
  );
  const declined = [...known.declined].map(([act, parties]) => `${act} ${parties.join()}`).sort();
  const lists = [...known.lists.keys()].sort();
  return JSON.stringify([
    [...known.acts.keys()],
    full,
    inForceOn(known, plan, day),
    consents,
    declined,
    lists,
  ]);
}

/** All that a party can hold at a place: at least what it held when it last wrote, of each branch any length. */
function holdingsOf({ ends, floors }: Place, party: number): Ends[] {
  const floor = floors[party] as Ends;
  let holdings: Ends[] = [ends];
  for (const [from, branches] of ends.entries()) {
    if (from === party) continue;
    for (const [branch, end] of branches.entries()) {
      const lengths = between(floor[from]?.[branch] as Node, end);
      holdings = holdings.flatMap((held) =>
        lengths.map((node) => replaced(held, from, replaced(held[from] as Node[], branch, node))),
      );
    }
  }
  return holdings;
}

function between(floor: Node, end: Node): Node[] {
  const nodes = [end];
  for (let node = end; node !== floor; ) {
    node = node.before as Node;
    nodes.push(node);
  }
  return nodes;
}

/** Heads that the party holds whole and has not cited: of one branch of each feed, the longest. */
function headsOf(held: Ends, party: number, end: Node, view: View): readonly Head[] {
  return held.flatMap((branches, from) => {
    const [node] = branches.toSorted((one, other) => other.length - one.length) as [Node];
    const { hash, seq } = node.chain;
    const isKnown = from === party || (end.chain.cited.get(codes[from] as PartyCode)?.seq ?? 0) >= seq;
    return isKnown || !view.whole.has(node) ? [] : [{ party: codes[from] as PartyCode, seq, hash }];
  });
}

/** Up to four entries, of whom there are far fewer than 2^26, as two numbers. */
function pairsOf(nodes: readonly Node[]): readonly [number, number] {
  const id = (at: number): number => (nodes[at]?.id ?? -1) + 1;
  if (nodes.length > 4) throw new Error('more branches than two numbers name');
  return [id(0) * 2 ** 26 + id(1), id(2) * 2 ** 26 + id(3)];
}

/** A liar's branches in the order in which they were made, so that what means the same is one view. */
const inOrder = (nodes: readonly Node[]): readonly Node[] =>
  nodes.toSorted((one, other) => one.party - other.party || one.id - other.id);

const keyOfEnds = (ends: Ends): string => ends.map((row) => row.map(({ id }) => id).join()).join();

function isProposed(ends: Ends, name: string): boolean {
  return ends.some((branches) => branches.some(({ proposed }) => proposed.includes(name)));
}

function replaced<Row>(rows: readonly Row[], at: number, row: Row): readonly Row[] {
  return rows.map((one, index) => (index === at ? row : one));
}

/** How many combinations there are of one row of each column, over several tables of which some may be in others. */
function sizeOfUnion(tables: readonly (readonly number[][])[]): number {
  const [only] = tables;
  if (tables.length === 1 && only !== undefined)
    return only.reduce((size, column) => size * column.length, 1);
  // A combination is one number, its rows the digits: far below 2^53 for as many rows and columns as there are.
  const base = 1 + Math.max(...tables.flat(2));
  const found = new Set<number>();
  for (const columns of tables) {
    let rows: number[] = [0];
    for (const column of columns) rows = rows.flatMap((row) => column.map((one) => row * base + one));
    if (base ** columns.length > Number.MAX_SAFE_INTEGER) throw new Error('too many rows for one number');
    for (const row of rows) found.add(row);
  }
  return found.size;
}
