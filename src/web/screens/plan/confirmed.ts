import type { TextPage } from '../../../api/texts.ts';
import { sameValue } from '../../fields/same.ts';
import type { Line } from './lines.ts';

/** Whether a party now states itself what was written down of its letter. */
export function isConfirmed(
  line: Pick<Line, 'sharedIn'>,
  { party, values }: Pick<TextPage['recorded'][number], 'party' | 'values'>,
): boolean {
  return Object.entries(values).every(([name, value]) => {
    const position = line.sharedIn(name)?.positions.find((one) => one.party === party);
    return position?.source === 'stated' && sameValue(position.value, value);
  });
}
