import type { IntakeMark } from '../../../../api/intake.ts';

/** A stretch of an article under the same marks: `from` is its first character, `marks` the numbers of those that cover it. */
export interface Segment {
  readonly from: number;
  readonly text: string;
  readonly marks: readonly number[];
}

/** Cuts a text where a mark begins or ends. Marks may overlap: several things are said in the same words. */
export function segmentsOf(
  text: string,
  marks: readonly Pick<IntakeMark, 'from' | 'to'>[],
): readonly Segment[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ from, to }) => [from, to])])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    const covering = marks.flatMap((mark, number) =>
      mark.from <= from && mark.to >= to ? [number + 1] : [],
    );
    return { from, text: text.slice(from, to), marks: covering };
  });
}

/** Where words stand in a text, from a place on and else from its beginning; white space counts as one space. */
export function placeOf(
  text: string,
  words: string,
  after = 0,
): { readonly from: number; readonly to: number } | undefined {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const form = new RegExp(
    parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`),
    'gu',
  );
  form.lastIndex = after;
  const found = form.exec(text) ?? (after === 0 ? null : new RegExp(form.source, 'u').exec(text));
  return found === null ? undefined : { from: found.index, to: found.index + found[0].length };
}
