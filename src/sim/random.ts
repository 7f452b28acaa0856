/**
 * The only source of chance in a simulated world: sfc32 (Chris Doty-Humphrey, PractRand), seeded by a text. Each concern
 * has a stream of its own, so that a new draw in one does not shift all the others.
 */
export class Random {
  readonly #name: string;
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(name: string) {
    this.#name = name;
    [this.#a, this.#b, this.#c] = mix(name);
    for (let round = 0; round < 15; round++) this.next();
  }

  /** Another stream, decided by this one's name and nothing that was drawn from it. */
  fork(label: string): Random {
    return new Random(`${this.#name}/${label}`);
  }

  /** A whole number of 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True once in `odds` on average. */
  oneIn(odds: number): boolean {
    return this.below(odds) === 0;
  }

  /** One of the rows. @throws Error if there is none */
  pick<Row>(rows: readonly Row[]): Row {
    if (rows.length === 0) throw new Error('nothing to pick from');
    return rows[this.below(rows.length)] as Row;
  }

  /** One of the rows, each as often as its weight says. Weights are whole numbers, not all 0. */
  weighted<Row>(rows: readonly (readonly [Row, number])[]): Row {
    let at = this.below(rows.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [row, weight] of rows) {
      if (at < weight) return row;
      at -= weight;
    }
    throw new Error('no weights');
  }

  /** The rows in another order (Fisher and Yates). */
  shuffled<Row>(rows: readonly Row[]): Row[] {
    const mixed = [...rows];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [mixed[last], mixed[other]] = [mixed[other] as Row, mixed[last] as Row];
    }
    return mixed;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}

/** Three words from a text (cyrb128 by bryc, public domain). */
function mix(text: string): [number, number, number] {
  let [one, two, three] = [1_779_033_703, 3_144_134_277, 1_013_904_242];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = two ^ Math.imul(one ^ code, 597_399_067);
    two = three ^ Math.imul(two ^ code, 2_869_860_233);
    three = one ^ Math.imul(three ^ code, 951_274_213);
  }
  return [one | 0, two | 0, three | 0];
}
