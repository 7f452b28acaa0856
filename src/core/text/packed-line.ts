import type { Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';
import type { FieldState, FieldView, ItemView, PositionView } from './view.ts';

/*
 * A line of a comparison as a long table carries it: what all hold is written once, and what nobody has spoken of not at all.
 * Nothing of the values is lost; which entry stated a position, and from whom it was taken, is left out.
 */

/**
 * Values by the shape of their comparison and by field, `in` among them. A shape is `state voices` or `state voices languages`:
 * `agreed 0,0`, `bracket 0,1`, `awaits 0,-`, `stale b0,b0 lo`. Voices stand in the order of the parties: `-` is silent, a number
 * says which of the values that party states, `b` before it that it only lets the content in force stand. One value is
 * written as it is, several as a list, none as null.
 */
export interface PackedLine {
  readonly id: string;
  /** Left out for `in`. */
  readonly state?: ItemView['state'] | undefined;
  readonly number?: number | undefined;
  readonly fields: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** Translations for information, by field. */
  readonly info?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
}

export function packLine(item: ItemView): PackedLine {
  const fields: Record<string, Record<string, Json>> = {};
  const info: Record<string, Readonly<Record<string, string>>> = {};
  for (const view of [item.inclusion, ...item.fields]) {
    if (view.info !== undefined) info[view.field] = view.info;
    const packed = packField(view);
    if (packed !== undefined) (fields[packed.shape] ??= {})[view.field] = packed.value;
  }
  return {
    id: item.id,
    ...(item.state === 'in' ? {} : { state: item.state }),
    ...(item.number === undefined ? {} : { number: item.number }),
    fields,
    ...(Object.keys(info).length === 0 ? {} : { info }),
  };
}

function packField(view: FieldView): { readonly shape: string; readonly value: Json } | undefined {
  const isSilent = view.positions.every(({ source }) => source === 'silent');
  if (isSilent && (view.state === 'empty' || view.state === 'each')) return undefined;
  const values: Json[] = [];
  const voices = view.positions.map(({ source, value = null }) => {
    if (source === 'silent') return '-';
    let at = values.findIndex((one) => one === value || JSON.stringify(one) === JSON.stringify(value));
    if (at < 0) at = values.push(value) - 1;
    return source === 'base' ? `b${at}` : String(at);
  });
  const stale = view.stale === undefined ? '' : ` ${view.stale.join(',')}`;
  return {
    shape: `${view.state} ${voices.join(',')}${stale}`,
    value: values.length === 1 ? (values[0] as Json) : values.length === 0 ? null : values,
  };
}

/** A content in force as a line: every party lets every field stand. */
export function packContentLine(
  item: { readonly id: string; readonly number?: number; readonly fields: Readonly<Record<string, Json>> },
  parties: number,
  info: PackedLine['info'],
): PackedLine {
  const voices = Array.from({ length: parties }, () => 'b0').join(',');
  const held = Object.entries(item.fields).filter(([, value]) => value !== null);
  return {
    id: item.id,
    ...(item.number === undefined ? {} : { number: item.number }),
    fields: { [`agreed ${voices}`]: { in: true, ...Object.fromEntries(held) } },
    ...(info === undefined ? {} : { info }),
  };
}

/** What a shape says, without the values. */
export interface Shape {
  readonly state: FieldState;
  readonly voices: readonly { readonly source: PositionView['source']; readonly at: number }[];
  /** How many different values it has. */
  readonly values: number;
  readonly stale?: readonly Lang[];
}

const shapes = new Map<string, Shape>();

export function shapeOf(text: string): Shape {
  const known = shapes.get(text);
  if (known !== undefined) return known;
  const [state = '', voices = '', stale] = text.split(' ');
  const read = voices.split(',').map((voice) => {
    if (voice === '-') return { source: 'silent' as const, at: -1 };
    return voice.startsWith('b')
      ? { source: 'base' as const, at: Number(voice.slice(1)) }
      : { source: 'stated' as const, at: Number(voice) };
  });
  const shape: Shape = {
    state: state as FieldState,
    voices: read,
    values: Math.max(-1, ...read.map(({ at }) => at)) + 1,
    ...(stale === undefined ? {} : { stale: stale.split(',') as Lang[] }),
  };
  shapes.set(text, shape);
  return shape;
}

/** The different values of a field of that shape. */
export const valuesOf = (shape: Shape, value: Json): readonly Json[] =>
  shape.values === 1 ? [value] : shape.values === 0 ? [] : (value as readonly Json[]);

/** A field as it was compared, for the parties in their order. */
export function unpackField(
  field: string,
  text: string,
  packed: Json,
  parties: readonly PartyCode[],
  info: FieldView['info'],
): FieldView {
  const shape = shapeOf(text);
  const values = valuesOf(shape, packed);
  const positions = shape.voices.map(
    ({ at, source }, index): PositionView => ({
      party: parties[index] as PartyCode,
      source,
      ...(source === 'silent' ? {} : { value: values[at] ?? null }),
    }),
  );
  const held = isHeld(shape)
    ? { value: positions.find(({ source }) => source !== 'silent')?.value ?? null }
    : {};
  return {
    field,
    state: shape.state,
    positions,
    ...held,
    ...(shape.stale === undefined ? {} : { stale: shape.stale }),
    ...(shape.state === 'awaits'
      ? { awaits: positions.filter(({ source }) => source === 'silent').map(({ party }) => party) }
      : {}),
    ...(info === undefined ? {} : { info }),
  };
}

/** All hold one value, be it that there is none. */
const isHeld = (shape: Shape): boolean =>
  shape.state === 'agreed' ||
  shape.state === 'stale' ||
  ((shape.state === 'missing' || shape.state === 'empty') && shape.values > 0);

/** A line as it was compared, without the fields of which nobody has spoken. */
export function unpackLine(
  line: PackedLine,
  parties: readonly PartyCode[],
): Omit<ItemView, 'inclusion'> & {
  readonly inclusion: FieldView | undefined;
} {
  const views: FieldView[] = [];
  for (const [shape, fields] of Object.entries(line.fields))
    for (const [field, value] of Object.entries(fields))
      views.push(unpackField(field, shape, value, parties, line.info?.[field]));
  return {
    id: line.id as SubjectId,
    // The kind that an id begins with. The catalogue itself would weigh on the app.
    kind: line.id.slice(0, line.id.indexOf('.')),
    state: line.state ?? 'in',
    ...(line.number === undefined ? {} : { number: line.number }),
    inclusion: views.find(({ field }) => field === 'in'),
    fields: views.filter(({ field }) => field !== 'in'),
  };
}
