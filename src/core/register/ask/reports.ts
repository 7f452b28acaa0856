import { type Asking, textIn } from './asking.ts';
import { mattersOn } from './matters.ts';

/** What each side reports of an activity: its outcome, by party. */
export function statusOf(
  asking: Asking,
  item: string,
): readonly { readonly party: string; readonly status: string }[] {
  return mattersOn(asking, 'report', item).flatMap(({ facet, sides }) =>
    facet === undefined
      ? sides.map(({ fields, party }) => ({ party, status: textIn(fields['status']) ?? '' }))
      : [],
  );
}

/** Nothing more is expected of it: some side says carried out or dropped. */
export const isDone = (asking: Asking, item: string): boolean =>
  statusOf(asking, item).some(({ status }) => status === 'carriedOut' || status === 'dropped');

/** The outcome that all who speak give; undefined when they differ or nobody speaks. */
export function commonStatus(says: readonly { readonly status: string }[]): string | undefined {
  const [first, ...rest] = says.map(({ status }) => status);
  return rest.every((status) => status === first) ? first : undefined;
}
