import type { TextPage } from '../../../api/texts.ts';
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

type Translated = (id: string, field: string) => FieldCell['info'];

/** A signed content as lines of the same table: every field is what all signed. */
export function linesOfContent(
  content: AnyContent,
  setting: Pick<Setting, 'kinds'>,
  view?: TextPage['view'],
): Text {
  // Translations for information are outside what is signed: they come from the negotiation.
  const shared = new Map((view ? [view.head, ...view.items] : []).map((item) => [item.id, item]));
  const translated: Translated = (id, field) =>
    shared.get(id)?.fields.find((one) => one.field === field)?.info ?? {};
  const head = line(content.text, setting.kinds.get(content.kind), content.head, undefined, translated);
  const lines = content.items.map((item) =>
    line(
      item.id,
      setting.kinds.get(item.id.slice(0, item.id.indexOf('.'))),
      item.fields,
      Number(item.number),
      translated,
    ),
  );
  return { head, lines };
}

function line(
  id: string,
  kind: Kind | undefined,
  fields: Readonly<Record<string, unknown>>,
  number: number | undefined,
  translated: Translated,
): Line {
  const cells = once(
    (): ReadonlyMap<string, FieldCell> =>
      new Map(
        Object.entries(kind?.fields ?? {}).map(([name, declared]) => [
          name,
          cell(name, declared, fields[name], translated(id, name)),
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
    said: () => Object.entries(fields),
    place: '',
    open: 0,
  };
}

function cell(field: string, declared: Field, value: unknown, info: FieldCell['info'] = {}): FieldCell {
  const positions = [{ party: '', ours: true, source: 'base' as const, value }];
  return {
    field,
    declared,
    state: value === undefined || value === null ? 'empty' : 'agreed',
    positions,
    value,
    stale: [],
    awaits: [],
    info,
  };
}
