/** Decimal amounts are text: no float ever touches them. */

/** The difference of two amounts, exactly: `980` from `1000` is `20`. Undefined if one is no amount. */
export function differenceOf(a: unknown, b: unknown): string | undefined {
  const form = /^-?\d+(\.\d+)?$/;
  if (typeof a !== 'string' || typeof b !== 'string' || !form.test(a) || !form.test(b)) return undefined;
  const places = Math.max(placesOf(a), placesOf(b));
  const scaled = (text: string): bigint =>
    BigInt(text.replace('.', '') + '0'.repeat(places - placesOf(text)));
  let difference = scaled(a) - scaled(b);
  if (difference < 0n) difference = -difference;
  const digits = difference.toString().padStart(places + 1, '0');
  if (places === 0) return digits;
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;
