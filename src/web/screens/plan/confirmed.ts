import type { TextPage } from '../../../api/texts.ts';
import { sameValue } from '../../fields/same.ts';

/** Whether a party now states itself what was written down of its letter. */
export function isConfirmed(
  view: TextPage['view'],
  { item, party, values }: Pick<TextPage['recorded'][number], 'item' | 'party' | 'values'>,
): boolean {
  const shown = [view.head, ...view.items].find((one) => one.id === item);
  return Object.entries(values).every(([name, value]) => {
    const field = name === 'in' ? shown?.inclusion : shown?.fields.find((one) => one.field === name);
    const position = field?.positions.find((one) => one.party === party);
    return position?.source === 'stated' && sameValue(position.value, value);
  });
}
