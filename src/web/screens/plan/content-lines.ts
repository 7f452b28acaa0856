import type { Field, Kind } from '../../../core/kinds/declare.ts';
import type { Content } from '../../../core/text/view.ts';
import { type FieldCell, type Line, once, type Setting, type Text } from './lines.ts';

const flag: Field = { type: 'flag', label: { en: '', vi: '', lo: '', fr: '' } };

/** What of a content one needs: as the node sends it or as core decodes it. */
export type AnyContent = Omit<Pick<Content, 'kind' | 'head' | 'items'>, 'items' | 'head'> & {
  readonly text: string;
  readonly head: Readonly<Record<string, unknown>>;
  readonly items: readonly {
    readonly id: string;
    readonly number: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
};

/** A signed content as lines of a table: every field is what all signed. */
export function linesOfContent(content: AnyContent, setting: Pick<Setting, 'kinds'>): Text {
  const head = line(content.text, setting.kinds.get(content.kind), content.head, undefined);
  const lines = content.items.map((item) =>
    line(
      item.id,
      setting.kinds.get(item.id.slice(0, item.id.indexOf('.'))),
      item.fields,
      Number(item.number),
    ),
  );
  return { head, lines };
}

function line(
  id: string,
  kind: Kind | undefined,
  fields: Readonly<Record<string, unknown>>,
  number: number | undefined,
): Line {
  const cells = once(
    (): ReadonlyMap<string, FieldCell> =>
      new Map(
        Object.entries(kind?.fields ?? {}).map(([name, declared]) => [
          name,
          cell(name, declared, fields[name]),
        ]),
      ),
  );
  return {
    id,
    kind,
    state: 'in',
    number,
    isNew: false,
    unsent: 0,
    inclusion: cell('in', flag, true),
    get fields() {
      return cells();
    },
    valueOf: (field) => fields[field],
    sharedIn: () => undefined,
    said: () => Object.entries(fields),
    place: '',
    open: 0,
  };
}

function cell(field: string, declared: Field, value: unknown): FieldCell {
  const positions = [{ party: '', ours: true, source: 'base' as const, value }];
  return {
    field,
    declared,
    state: value === undefined || value === null ? 'empty' : 'agreed',
    positions,
    value,
    stale: [],
    awaits: [],
    info: {},
  };
}
