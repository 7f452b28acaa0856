import { shownIn } from '../../fields/prose.ts';
import { isEmpty } from '../../fields/same.ts';
import { showValue } from '../../fields/show.ts';
import { screenLanguage } from '../../state/words.svelte.ts';
import type { FieldCell } from './lines.ts';

/** Shown by parts of their own. */
const drawn: ReadonlySet<string> = new Set(['party', 'subject']);

/** The text of a cell that shows nothing else, as most do; undefined for one that needs more than its text. */
export function plainText(
  cell: FieldCell,
  lang: string | undefined,
  names: (subject: string) => string,
): string | undefined {
  if (!isSettled(cell) || drawn.has(cell.declared.type)) return undefined;
  if (lang !== undefined) return cell.info[screenLanguage()] ? undefined : shownIn(cell.value, lang);
  return showValue(cell.declared, cell.value, { names, form: 'short' });
}

/** The same for one that shows a party and nothing else. */
export const isPlainParty = (cell: FieldCell): boolean =>
  cell.declared.type === 'party' && isSettled(cell) && !isEmpty(cell.value);

const isSettled = ({ draft, state }: FieldCell): boolean =>
  (state === 'agreed' || state === 'empty') && draft === undefined;
