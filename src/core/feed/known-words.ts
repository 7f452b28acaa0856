import { isTime } from '../bytes/time.ts';
import { typeForm } from './decode-entry.ts';

/* Types and times repeat. What is kept here are copies: a slice would hold the whole line in memory. */

const types = new Map<string, string>();
const typesMax = 1_000;
let type = '';
let time = '';

/** The type that a slice of a line says; undefined if it cannot be one. */
export function knownType(slice: string): string | undefined {
  if (slice !== type) {
    const known = types.get(slice);
    if (known === undefined && !typeForm.test(slice)) return undefined;
    type = known ?? copyOf(slice);
    if (types.size < typesMax) types.set(type, type);
  }
  return type;
}

/** The time that a slice of a line says; undefined if it is none. */
export function knownTime(slice: string): string | undefined {
  if (slice !== time) {
    if (!isTime(slice)) return undefined;
    time = copyOf(slice);
  }
  return time;
}

/** A string of its own with the text of a slice that has nothing to escape. */
function copyOf(slice: string): string {
  return JSON.parse(`"${slice}"`) as string;
}
