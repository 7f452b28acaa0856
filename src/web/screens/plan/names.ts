import { asProse, shownIn } from '../../fields/prose.ts';
import { labelOf, langOf, screenLanguage } from '../../state/words.svelte.ts';
import { type Line, mainField } from './lines.ts';

/** What a line is called: its main text in the screen's language if there is one, else in our own, else in any. */
export function nameOfLine(line: Line): string {
  const cell = line.fields.get(mainField(line.kind) ?? '');
  const value = cell?.value;
  const words = cell?.info[screenLanguage()] || shownIn(value, langOf(asProse(value)) ?? '');
  const name = words === '' ? labelOf(line.kind?.label) : words;
  return line.number === undefined ? name : `${line.number}. ${name}`;
}
