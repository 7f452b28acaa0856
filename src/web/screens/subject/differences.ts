import { differenceOf } from '../../fields/amount.ts';
import { showMeasure } from '../../state/dates.ts';

interface Figure {
  readonly what?: string;
  readonly amount?: string;
  readonly unit?: string;
}

/** By how much the two sides' figures of the same thing and unit part. */
export function differencesOf(
  ours: unknown,
  theirs: unknown,
): readonly { readonly what: string; readonly amount: string }[] {
  const mine = Array.isArray(ours) ? (ours as Figure[]) : [];
  const other = Array.isArray(theirs) ? (theirs as Figure[]) : [];
  const found: { what: string; amount: string }[] = [];
  for (const figure of mine) {
    const match =
      other.find((one) => one.what === figure.what && one.unit === figure.unit) ??
      (mine.length === 1 && other.length === 1 && other[0]?.unit === figure.unit ? other[0] : undefined);
    const amount = differenceOf(figure.amount, match?.amount);
    if (amount === undefined || /^0(\.0*)?$/.test(amount)) continue;
    found.push({ what: figure.what ?? '', amount: showMeasure({ amount, unit: figure.unit }) });
  }
  return found;
}
