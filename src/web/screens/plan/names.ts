import { wordsIn } from '../../fields/prose.ts';
import { labelOf, screenLanguage } from '../../state/words.svelte.ts';
import { type Line, mainField } from './lines.ts';

/** What a line is called: its main text in the screen's language if there is one, else in any. */
export function nameOfLine(line: Line): string {
  const cell = line.fields.get(mainField(line.kind) ?? '');
  const value = cell?.value;
  const words =
    cell?.info[screenLanguage()] ||
    wordsIn(value, screenLanguage()) ||
    Object.values((value ?? {}) as Record<string, unknown>).find((text) => typeof text === 'string') ||
    '';
  const name = typeof words === 'string' && words !== '' ? words : labelOf(line.kind?.label);
  return line.number === undefined ? name : `${line.number}. ${name}`;
}
