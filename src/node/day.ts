const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** One for each zone that is asked for, of which a node has few: to make one costs more than all else of a small request. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The full date, `2026-11-21`, that a moment has in a time zone. Throws RangeError for what is no time zone. */
export function dayIn(zone: string, now: number): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts });
    formats.set(zone, format);
  }
  return format.format(now);
}
