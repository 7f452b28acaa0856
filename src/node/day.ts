/** The full date, `2026-11-21`, that a moment has in a time zone. Throws RangeError for what is no time zone. */
export function dayIn(zone: string, now: number): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts }).format(now);
}
