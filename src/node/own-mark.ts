import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Store, Watermark } from '../store/store.ts';
import type { ChainBook } from './chain-book.ts';
import { isBeside, markOf, publishedUpTo } from './published.ts';

/** How far our feed is published, and the high-water mark beside the database that says so (F9). */
export class OwnMark {
  readonly #store: Store;
  readonly #programme: ProgrammeId;
  readonly #party: PartyCode;
  readonly #book: ChainBook;
  #published = 0;

  constructor(store: Store, programme: ProgrammeId, party: PartyCode, book: ChainBook) {
    this.#store = store;
    this.#programme = programme;
    this.#party = party;
    this.#book = book;
  }

  /** Our highest entry that may be given out: durable, and its mark raised. */
  get published(): number {
    return this.#published;
  }

  /** After a crash between writing and marking: nothing of it was published, and it is durable, so it may be now. */
  async raise(isLocked: boolean): Promise<void> {
    const own = this.#book.own();
    if (own.state.seq > 0 && !isLocked) await this.move();
    else this.#published = publishedUpTo(own, this.#book.continuedAt, await this.#read());
  }

  /**
   * Sets the mark to our head. It is moved, not raised, from a branch that the root has left behind: when it made the
   * continuation here, or when that came from elsewhere, or when a crash came in between (F7).
   */
  async move(isContinuation = false): Promise<void> {
    const own = this.#book.own();
    const { seq } = own.state;
    const before = await this.#read();
    const isOnChain = before === undefined || (before.seq <= seq && own.hashAt(before.seq) === before.hash);
    const mark = markOf(this.#programme, own, this.#book.continuedAt);
    await (isContinuation || !isOnChain
      ? this.#store.replaceWatermark(mark)
      : this.#store.raiseWatermark(mark));
    this.#published = seq;
  }

  /** Entries of ours came back from a partner: they are published, and there may be more that others hold (X1). */
  async noteGivenBack(): Promise<void> {
    const own = this.#book.own();
    const mark = await this.#read();
    // A mark beside what came stays: it is all that tells of what else we had published.
    if (this.#book.of(this.#party).length !== 1 || isBeside(own, mark)) return;
    if ((mark?.seq ?? 0) < own.state.seq)
      await this.#store.raiseWatermark(markOf(this.#programme, own, this.#book.continuedAt));
    this.#published = own.state.seq;
  }

  async #read(): Promise<Watermark | undefined> {
    const marks = await this.#store.watermarks();
    return marks.find((one) => one.programme === this.#programme && one.party === this.#party);
  }
}
