import type { SubjectId } from '../core/bytes/ids.ts';
import type { FieldView, ItemView, TextView } from '../core/text/view.ts';

/** Items of a comparison by id: a plan has thousands, and so have the changes that look for theirs. */
const indexes = new WeakMap<TextView, ReadonlyMap<SubjectId, ItemView>>();

/** An item of a comparison, or its head. */
export const itemIn = (view: TextView, id: SubjectId): ItemView | undefined => itemsIn(view).get(id);

/** All of them by id. */
export function itemsIn(view: TextView): ReadonlyMap<SubjectId, ItemView> {
  let index = indexes.get(view);
  if (index === undefined) {
    index = new Map([view.head, ...view.items].map((item) => [item.id, item]));
    indexes.set(view, index);
  }
  return index;
}

/** A field of an item, `in` included. */
export function fieldIn(view: TextView, id: SubjectId, field: string): FieldView | undefined {
  const item = itemIn(view, id);
  return field === 'in' ? item?.inclusion : item?.fields.find((one) => one.field === field);
}
