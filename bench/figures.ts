/** What a measure found, by name: milliseconds, bytes, counts. */
export type Figures = Readonly<Record<string, number>>;

/** Milliseconds that some work took. */
export async function timed(work: () => Promise<unknown> | void): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}
