import type { FieldCell, Line, Text } from '../plan/lines.ts';
import { openStates } from '../plan/lines.ts';

/** One thing to settle at the table: a field in which the sides differ, or a whole line that one side alone has stated. */
export interface Point {
  readonly key: string;
  readonly line: Line;
  readonly cell: FieldCell;
}

export const keyOf = (item: string, field: string): string => `${item} ${field}`;

/**
 * What is open between the sides, in the order of the text, and what was settled at the table already: it stays in its
 * place, so that nothing moves while both look at it.
 */
export function pointsOf(text: Text, settled: ReadonlySet<string>): readonly Point[] {
  return [text.head, ...text.lines].flatMap((line) => {
    const isOpen = (field: string): boolean => {
      const shared = line.sharedIn(field);
      return (shared !== undefined && openStates.has(shared.state)) || settled.has(keyOf(line.id, field));
    };
    const isHead = line === text.head;
    const inclusion = !isHead && (isOpen('in') || line.isNew) ? [pointOf(line, line.inclusion)] : [];
    // Until all include a line it is settled as one, as it is counted as one.
    const standing = isHead || line.isNew ? undefined : line.sharedIn('in');
    if (line.isNew || line.state === 'struck' || (standing !== undefined && openStates.has(standing.state)))
      return inclusion;
    const fields = [...line.fields.values()].filter((cell) => cell.field !== 'place' && isOpen(cell.field));
    return [...inclusion, ...fields.map((cell) => pointOf(line, cell))];
  });
}

const pointOf = (line: Line, cell: FieldCell): Point => ({ key: keyOf(line.id, cell.field), line, cell });
