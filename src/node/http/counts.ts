/** Counters of the HTTP side since the start. */
export interface Counts {
  readonly requests: Map<string, { count: number; seconds: number; readonly buckets: number[] }>;
}

/** Upper bounds in seconds. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

export const makeCounts = (): Counts => ({ requests: new Map() });

export function countRequest(counts: Counts, route: string, status: number, ms: number): void {
  const key = `${route} ${status}`;
  let one = counts.requests.get(key);
  if (one === undefined) {
    one = { count: 0, seconds: 0, buckets: bounds.map(() => 0) };
    counts.requests.set(key, one);
  }
  one.count += 1;
  one.seconds += ms / 1000;
  for (const [at, bound] of bounds.entries())
    if (ms / 1000 <= bound) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
}
