import { addDays } from '../core/text/days.ts';

/** One thing in a calendar, by whole days. */
export interface CalendarEntry {
  /** The same for the same thing, for ever. */
  readonly id: string;
  readonly title: string;
  /** Full dates, the last one included. */
  readonly first: string;
  readonly last: string;
  readonly place?: string | undefined;
  readonly note?: string | undefined;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
}

/**
 * An iCalendar file (RFC 5545). Days are days: no hour, no zone. Nothing blocks its owner's time.
 *
 * @param at RFC 3339, when it was made
 */
export function icalendarOf(name: string, entries: readonly CalendarEntry[], at: string): string {
  const stamp = at.replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Counterpart//Counterpart//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${escaped(entry.id)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${entry.first.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(entry.last, 1).replaceAll('-', '')}`,
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.place === undefined ? [] : [`LOCATION:${escaped(entry.place)}`]),
      ...(entry.note === undefined ? [] : [`DESCRIPTION:${escaped(entry.note)}`]),
      `STATUS:${entry.status}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldedLine).join('\r\n')}\r\n`;
}

/** Text as a value: what has a meaning in the format is escaped, control characters are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');

/** No line is longer than 75 bytes; the rest goes on behind a space. A character is never divided. */
function foldedLine(line: string): string {
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
