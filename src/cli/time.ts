/** The time that records assert: `2026-11-21T08:00:00Z`. */
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** Today in a time zone, as a full date. */
export function todayIn(zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(Date.now());
}
