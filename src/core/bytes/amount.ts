import { BytesError } from './error.ts';

/** An exact decimal number: `units` / 10^`scale`. */
export interface Amount {
  readonly units: bigint;
  /** Digits behind the point, 0 or more. */
  readonly scale: number;
}

/** Longest amount, in characters: bounds the arithmetic. */
export const amountLengthMax = 64;

const form = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

/** Whether text is an amount: a decimal string, never a number of JSON. */
export function isAmount(text: unknown): text is string {
  return typeof text === 'string' && text.length <= amountLengthMax && form.test(text);
}

/** Reads an amount exactly. Throws `bytes.amount`. */
export function parseAmount(text: string): Amount {
  if (!isAmount(text)) throw new BytesError('bytes.amount');
  const point = text.indexOf('.');
  return { units: BigInt(text.replace('.', '')), scale: point < 0 ? 0 : text.length - point - 1 };
}

/** The text of an amount, with as many digits behind the point as its scale says. */
export function amountText(amount: Amount): string {
  const negative = amount.units < 0n;
  const digits = String(negative ? -amount.units : amount.units).padStart(amount.scale + 1, '0');
  const whole = digits.slice(0, digits.length - amount.scale);
  const rest = digits.slice(digits.length - amount.scale);
  return (negative ? '-' : '') + whole + (rest === '' ? '' : `.${rest}`);
}

/** Negative, 0 or positive; `1.5` equals `1.50`. Throws `bytes.amount`. */
export function compareAmounts(one: string, other: string): number {
  const difference = unitsOf(one, other, -1n).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `one` - `other`, exactly, with the longer of the two scales. Throws `bytes.amount`. */
export function subtractAmounts(one: string, other: string): string {
  return amountText(unitsOf(one, other, -1n));
}

/** `one` + `other`, exactly, with the longer of the two scales. Throws `bytes.amount`. */
export function addAmounts(one: string, other: string): string {
  return amountText(unitsOf(one, other, 1n));
}

function unitsOf(one: string, other: string, sign: bigint): Amount {
  const left = parseAmount(one);
  const right = parseAmount(other);
  const scale = Math.max(left.scale, right.scale);
  return { units: atScale(left, scale) + sign * atScale(right, scale), scale };
}

function atScale(amount: Amount, scale: number): bigint {
  return amount.units * 10n ** BigInt(scale - amount.scale);
}
