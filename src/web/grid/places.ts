/**
 * Which element of a few shows which row of many. A row keeps its element while it is shown, and one that comes takes that of one
 * that went: to write other words into cells costs half of what it does to make them.
 */
export class Places {
  #places = new Map<string, number>();
  #made = 0;

  /** Takes the rows that are shown now. The element of `kept` is not given on, for the keys are in it. */
  take(rows: readonly string[], kept?: string): void {
    const now = new Map<string, number>();
    for (const row of rows) {
      const place = this.#places.get(row);
      if (place !== undefined) now.set(row, place);
    }
    const free = [...this.#places].flatMap(([row, place]) => (now.has(row) || row === kept ? [] : [place]));
    for (const row of rows) {
      if (now.has(row)) continue;
      now.set(row, free.shift() ?? this.#made);
      this.#made = Math.max(this.#made, (now.get(row) ?? 0) + 1);
    }
    // In their order, so that what is free is given on from the first one on.
    this.#places = new Map(rows.map((row) => [row, now.get(row) ?? 0]));
  }

  of(row: string): number {
    return this.#places.get(row) ?? -1;
  }
}
