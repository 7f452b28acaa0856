import type { Hash, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { checkBatch } from '../store/batch.ts';
import { lastLine, type PackedRun, packRun, unpackRun } from '../store/block.ts';
import { StoreError } from '../store/errors.ts';
import type {
  Appended,
  Batch,
  Branch,
  Founding,
  FoundingSignature,
  Receipt,
  StoredRun,
} from '../store/store.ts';

/** A run as the log keeps it. */
interface PackedAppend {
  readonly programme: ProgrammeId;
  readonly party: PartyCode;
  readonly branch: number;
  readonly parent: number | null;
  readonly packed: PackedRun;
  readonly lastHash: Hash;
}

/** A batch as the log keeps it. */
export interface PackedBatch {
  readonly foundings: readonly Founding[];
  readonly runs: readonly PackedAppend[];
  readonly receipts: readonly Receipt[];
}

type Place = Pick<PackedAppend, 'programme' | 'party' | 'branch'>;

interface Programme {
  readonly bytes: Uint8Array;
  readonly signatures: Map<PartyCode, Uint8Array>;
  readonly branches: Map<string, BranchRow>;
  readonly receipts: Map<string, Receipt>;
  counter: number;
}

interface BranchRow extends Branch {
  readonly runs: readonly PackedRun[];
}

/** Copies a batch, so that the caller may go on using its bytes. @throws StoreError `malformed` */
export function packBatch(batch: Batch): PackedBatch {
  checkBatch(batch);
  const { foundings = [], receipts = [], runs = [] } = batch;
  return {
    foundings: foundings.map(copyOfFounding),
    runs: runs.map(({ branch, first, last, lastHash, parent = null, party, programme, run }) => {
      return { programme, party, branch, parent, packed: packRun(run, first, last), lastHash };
    }),
    receipts: receipts.map(copyOfReceipt),
  };
}

/** Foundings, feeds and receipts in memory. What a batch would do is planned first, so that a refused one leaves nothing. */
export class SimFeeds {
  readonly #programmes = new Map<ProgrammeId, Programme>();

  /**
   * Checks a batch against what is held and says what it would do; `take` then does it.
   * @throws StoreError `unknown-programme`, `unknown-branch`, `gap`, `conflict`
   */
  plan(batch: PackedBatch): Appended {
    const founded = new Set(batch.foundings.map(({ programme }) => programme));
    for (const { programme } of [...batch.runs, ...batch.receipts]) {
      if (!this.#programmes.has(programme) && !founded.has(programme))
        throw new StoreError('unknown-programme', 'This programme is not held here. Nothing was written.');
    }
    const planned = new Map<string, BranchRow>();
    let appended = 0;
    for (const run of batch.runs) {
      const row = this.#planned(run, planned) ?? this.#newBranch(run, planned);
      if (run.packed.first <= row.seq) {
        expectHeld(run, row);
        continue;
      }
      if (run.packed.first > row.seq + 1) throw gap(run, row.seq);
      if (row.seq === row.partedAt && row.parent !== run.parent) throw misplaced(run);
      planned.set(nameOf(run), withRun(row, run));
      appended += 1;
    }
    return { appended, held: batch.runs.length - appended };
  }

  /** Does what was planned. */
  take(batch: PackedBatch): void {
    for (const founding of batch.foundings) this.#found(founding);
    const changed = new Set<Programme>();
    for (const run of batch.runs) {
      const programme = this.#programmes.get(run.programme) as Programme;
      const row = programme.branches.get(rowName(run)) ?? this.#newBranch(run, new Map());
      if (run.packed.first <= row.seq) continue;
      if (!changed.has(programme)) programme.counter += 1;
      changed.add(programme);
      programme.branches.set(rowName(run), { ...withRun(row, run), change: programme.counter });
    }
    for (const receipt of batch.receipts) {
      const { receipts } = this.#programmes.get(receipt.programme) as Programme;
      const name = `${receipt.signer} ${receipt.party}`;
      if (receipt.seq >= (receipts.get(name)?.seq ?? 0)) receipts.set(name, receipt);
    }
  }

  /** The next runs of a branch from the one that holds entry `from` on, at most `limit`. */
  runsFrom({ branch, party, programme }: Place, from: number, limit: number): StoredRun[] {
    const runs = this.#programmes.get(programme)?.branches.get(`${party} ${branch}`)?.runs ?? [];
    const start = firstReaching(runs, from);
    return runs.slice(start, start + limit).map((packed) => {
      return { run: unpackRun(packed), first: packed.first, last: packed.last };
    });
  }

  branches(programme: ProgrammeId): Branch[] {
    const rows = [...(this.#programmes.get(programme)?.branches.values() ?? [])];
    return rows
      .map(({ runs: _, ...branch }) => branch)
      .sort((one, other) => compare(one.party, other.party) || one.branch - other.branch);
  }

  programmes(): Founding[] {
    return [...this.#programmes.keys()]
      .sort(compare)
      .map((programme) => this.founding(programme) as Founding);
  }

  founding(programme: ProgrammeId): Founding | null {
    const held = this.#programmes.get(programme);
    if (held === undefined) return null;
    const signatures = [...held.signatures].map(
      ([party, signature]): FoundingSignature => ({ party, signature }),
    );
    signatures.sort((one, other) => compare(one.party, other.party));
    return copyOfFounding({ programme, bytes: held.bytes, signatures });
  }

  receipts(programme: ProgrammeId): Receipt[] {
    const receipts = [...(this.#programmes.get(programme)?.receipts.values() ?? [])];
    return receipts
      .sort((one, other) => compare(one.signer, other.signer) || compare(one.party, other.party))
      .map(copyOfReceipt);
  }

  #found({ bytes, programme, signatures }: Founding): void {
    let held = this.#programmes.get(programme);
    if (held === undefined) {
      held = { bytes, signatures: new Map(), branches: new Map(), receipts: new Map(), counter: 0 };
      this.#programmes.set(programme, held);
    }
    for (const { party, signature } of signatures) held.signatures.set(party, signature);
  }

  #planned(place: Place, planned: ReadonlyMap<string, BranchRow>): BranchRow | undefined {
    return planned.get(nameOf(place)) ?? this.#programmes.get(place.programme)?.branches.get(rowName(place));
  }

  #newBranch(run: PackedAppend, planned: ReadonlyMap<string, BranchRow>): BranchRow {
    const { branch, packed, parent, party, programme } = run;
    const fresh = { party, branch, hash: programme, change: 0, runs: [] };
    if (branch === 0) return { ...fresh, parent: null, partedAt: 0, seq: 0 };
    if (parent === null || parent >= branch) throw misplaced(run);
    const from = this.#planned({ programme, party, branch: parent }, planned);
    if (from === undefined) throw misplaced(run);
    const partedAt = packed.first - 1;
    if (partedAt < from.partedAt || partedAt > from.seq) throw gap(run, from.seq);
    return { ...fresh, parent, partedAt, seq: partedAt };
  }
}

function withRun(row: BranchRow, { lastHash, packed }: PackedAppend): BranchRow {
  return { ...row, seq: packed.last, hash: lastHash, runs: [...row.runs, packed] };
}

/** Held already, byte for byte: the last line's hash covers the lines before it. */
function expectHeld(run: PackedAppend, { runs }: BranchRow): void {
  const { first, last } = run.packed;
  const held = runs[firstReaching(runs, last)];
  const line = held === undefined ? undefined : unpackRun(held).lines[last - held.first];
  if (line !== undefined && Buffer.compare(line, lastLine(run.packed)) === 0) return;
  const place = `${run.party} branch ${run.branch}, entries ${first} to ${last}`;
  throw new StoreError('conflict', `Another run stands at ${place}. Nothing was written.`);
}

/** Index of the first run that reaches to `seq`. */
function firstReaching(runs: readonly PackedRun[], seq: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as PackedRun).last < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nameOf = ({ branch, party, programme }: Place) => `${programme} ${party} ${branch}`;
const rowName = ({ branch, party }: Place) => `${party} ${branch}`;

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function copyOfFounding({ bytes, programme, signatures }: Founding): Founding {
  const copies = signatures.map(({ party, signature }) => ({ party, signature: signature.slice() }));
  return { programme, bytes: bytes.slice(), signatures: copies };
}

function copyOfReceipt({ hash, note, party, programme, seq, signer }: Receipt): Receipt {
  return { programme, signer, party, seq, hash, note: note.slice() };
}

function gap(run: PackedAppend, seq: number): StoreError {
  const missing = `Entries ${seq + 1} to ${run.packed.first - 1} of ${run.party}, branch ${run.branch}, are missing`;
  return new StoreError('gap', `${missing}. Nothing was written.`);
}

function misplaced({ branch, parent, party }: PackedAppend): StoreError {
  const message = `Branch ${branch} of ${party} does not leave branch ${parent ?? 'none'}. Nothing was written.`;
  return new StoreError('unknown-branch', message);
}
