import type { BorderLines } from '../api/border-lines.ts';
import type { ProgrammeId } from '../core/bytes/ids.ts';
import { isObject } from '../core/kinds/value.ts';
import { auditChange } from './accounts.ts';
import type { Node } from './node.ts';

const collection = 'border';
const idOf = (programme: ProgrammeId): string => `${programme}/lines`;

/** The lines that this party draws on its own map; none unless somebody has loaded some. */
export async function borderLinesOf(node: Node, programme: ProgrammeId): Promise<BorderLines> {
  const document = await node.store.workspace.document(collection, idOf(programme));
  return isObject(document?.value) && Array.isArray(document.value['lines'])
    ? (document.value as unknown as BorderLines)
    : { lines: [] };
}

export async function setBorderLines(
  node: Node,
  programme: ProgrammeId,
  { lines }: BorderLines,
  by: string,
): Promise<void> {
  const value = { lines: lines.map((line) => line.map(([east, north]) => [east, north])) };
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: idOf(programme), value, expected: 'any' },
    auditChange(node, by, 'border.lines-changed', { lines: lines.length }, programme),
  ]);
}
