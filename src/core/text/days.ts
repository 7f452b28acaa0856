/** The last day there is a date for. */
const lastDay = '9999-12-31';

/** Adds whole days to a full date, `2026-11-21`, by the civil calendar. */
export function addDays(date: string, days: number): string {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
  return later.getTime() > Date.parse(`${lastDay}T00:00:00Z`) ? lastDay : later.toISOString().slice(0, 10);
}
