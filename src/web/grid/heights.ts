/** Where each row of a long list lies, from guessed heights that measured ones replace. */
export class Heights {
  #height: Float64Array = new Float64Array(0);
  #measured = new Map<string, number>();
  #top: Float64Array = new Float64Array(1);
  #ids: readonly string[] = [];
  #stand = 0;
  /** Made when something is measured: most lists are left before that. */
  #index: Map<string, number> | undefined;

  /** Takes a new list; rows that it has seen keep their measured height. */
  reset(rows: readonly { readonly id: string; readonly estimate: number }[]): void {
    this.#ids = rows.map((row) => row.id);
    this.#index = undefined;
    this.#height = Float64Array.from(rows, (row) => this.#measured.get(row.id) ?? row.estimate);
    this.#sum();
  }

  /** Forgets what was measured, as after a change of width. */
  forget(): void {
    this.#measured.clear();
  }

  /** Takes measured heights; says by how much rows that begin above `anchor` (px) have grown. */
  measure(found: ReadonlyMap<string, number>, anchor: number): number {
    let shift = 0;
    let changed = false;
    const places = (this.#index ??= new Map(this.#ids.map((id, index) => [id, index])));
    for (const [id, height] of found) {
      this.#measured.set(id, height);
      const index = places.get(id);
      if (index === undefined) continue;
      const before = this.#height[index] ?? 0;
      if (Math.abs(before - height) < 0.5) continue;
      if ((this.#top[index] ?? 0) + before <= anchor) shift += height - before;
      this.#height[index] = height;
      changed = true;
    }
    if (changed) this.#sum();
    return shift;
  }

  /** Another number when any row lies elsewhere. */
  get stand(): number {
    return this.#stand;
  }

  get total(): number {
    return this.#top[this.#ids.length] ?? 0;
  }

  top(index: number): number {
    return this.#top[index] ?? 0;
  }

  height(index: number): number {
    return this.#height[index] ?? 0;
  }

  /** The row that covers a place, by halving. */
  at(offset: number): number {
    let low = 0;
    let high = Math.max(0, this.#ids.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#top[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Rows from first to last (exclusive) that a window shows, and some on either side. */
  window(from: number, to: number, spare: number): readonly [number, number] {
    if (this.#ids.length === 0) return [0, 0];
    const first = Math.max(0, this.at(Math.max(0, from)) - spare);
    const last = Math.min(this.#ids.length, this.at(Math.max(0, to)) + 1 + spare);
    return [first, last];
  }

  #sum(): void {
    const top = new Float64Array(this.#height.length + 1);
    for (let index = 0; index < this.#height.length; index += 1) {
      top[index + 1] = (top[index] ?? 0) + (this.#height[index] ?? 0);
    }
    this.#top = top;
    this.#stand += 1;
  }
}
