import { diffArrays } from 'diff';
import type { Redline } from '../api/redline.ts';
import type { Hash, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { fieldOf } from '../core/text/compare.ts';
import { statedAsOf } from '../core/text/positions.ts';
import type { Content, DraftRef, ItemView, TextView } from '../core/text/view.ts';
import { type Draft, draftsOfText, viewOf } from './drafts.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { afterOf } from './submissions.ts';

/** A text at one moment: the values of its items, in order, the head first. */
export interface Side {
  readonly items: ReadonlyMap<SubjectId, SideItem>;
}
interface SideItem {
  readonly number?: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/**
 * Compares two states of a text, word by word in each language, by paragraph.
 *
 * @param from, to as `src/api/redline.ts` names them
 * @throws Refusal `redline.side`
 */
export async function redlineBetween(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
  from: string,
  to: string,
): Promise<readonly Redline[]> {
  const register = await programme.register();
  const view = viewOf(register, ref);
  const drafts = from === 'ours' || to === 'ours' ? await draftsOfText(node, programme, ref) : [];
  const [before, after] = [from, to].map((side) => sideOf(register, programme.party, view, drafts, side)) as [
    Side,
    Side,
  ];
  return redlineOf(register, ref.text, before, after);
}

/** A text as one side, or all, or an act has it; `name` as `src/api/redline.ts` says. @throws Refusal `redline.side` */
export function sideOf(
  register: Register,
  party: PartyCode,
  view: TextView,
  drafts: readonly Draft[],
  name: string,
): Side {
  const [kind, first = '', second = ''] = name.split(':');
  if (kind === 'ours') return oursOf(view, party, drafts);
  if (kind === 'agreed')
    return viewSide(view, (field) => (field.state === 'agreed' ? field.value : undefined));
  if (kind === 'party')
    return viewSide(view, (field) => field.positions.find((one) => one.party === first)?.value);
  if (kind === 'sent') return sentSide(register, view, first as PartyCode, Number(second));
  const content = contentOfAct(register, first as Hash, view.draft.text);
  if (content === undefined) throw new Refusal('redline.side');
  return contentSide(content);
}

type ValueOf = (field: ItemView['inclusion'], item: ItemView) => Json | undefined;

function viewSide(view: TextView, valueOf: ValueOf): Side {
  const items = new Map<SubjectId, SideItem>();
  for (const item of [view.head, ...view.items]) {
    const included = item === view.head ? true : valueOf(item.inclusion, item);
    if (included !== true) continue;
    const fields = item.fields.flatMap((field) => {
      const value = valueOf(field, item);
      return value === undefined || value === null ? [] : [[field.field, value] as const];
    });
    items.set(item.id, {
      fields: Object.fromEntries(fields),
      ...(item.number === undefined ? {} : { number: String(item.number) }),
    });
  }
  return { items };
}

/** Our positions with what we have prepared on top. */
function oursOf(view: TextView, party: PartyCode, drafts: readonly Draft[]): Side {
  const byPlace = new Map(drafts.map((draft) => [`${draft.item} ${draft.field}`, draft]));
  const side = viewSide(view, (field, item) => {
    const draft = byPlace.get(`${item.id} ${field.field}`);
    return draft === undefined ||
      (draft.value === undefined && draft.accept === undefined && draft.withdraw === undefined)
      ? field.positions.find((one) => one.party === party)?.value
      : afterOf(field, draft);
  });
  const items = new Map(side.items);
  const known = new Set([view.draft.text, ...view.items.map((item) => item.id)]);
  for (const draft of drafts) {
    if (known.has(draft.item) || draft.value === undefined || draft.value === null) continue;
    const item = items.get(draft.item) ?? { fields: {} };
    items.set(draft.item, { fields: { ...item.fields, [draft.field]: draft.value } });
  }
  for (const [id, item] of items) if (!known.has(id) && item.fields['in'] === false) items.delete(id);
  return { items };
}

/** What a party had stated as of one of its entries. */
function sentSide(register: Register, view: TextView, party: PartyCode, seq: number): Side {
  const voice = effectOf(register, party)?.voice;
  if (voice === undefined || seq > voice.applied) throw new Refusal('redline.side');
  const stated = new Map(
    statedAsOf(voice.positions, view.draft, seq, {}, () => false).map((one) => [
      `${one.item} ${one.field}`,
      one.value,
    ]),
  );
  const base = view.draft.base === undefined ? undefined : register.contents.get(view.draft.base);
  const standing = base === undefined ? undefined : contentSide(base);
  return viewSide(view, (field, item) => {
    const known = stated.get(`${item.id} ${field.field}`);
    if (known !== undefined) return known;
    const old = standing?.items.get(item.id);
    return field.field === 'in' ? old !== undefined || undefined : old?.fields[field.field];
  });
}

export function contentSide(content: Content): Side {
  const items = new Map<SubjectId, SideItem>([[content.text, { fields: content.head }]]);
  for (const { fields, id, number } of content.items) items.set(id, { number, fields });
  return { items };
}

export function contentOfAct(register: Register, act: Hash, text: SubjectId): Content | undefined {
  const carried = knownActs(register)
    .acts.get(act)
    ?.texts.find((one) => one.text === text);
  return carried && register.contents.get(carried.content);
}

/** What differs between two sides: one row for each field, and for prose for each language. */
export function redlineOf(
  register: Register,
  text: SubjectId,
  before: Side,
  after: Side,
): readonly Redline[] {
  const ids = [...after.items.keys(), ...[...before.items.keys()].filter((id) => !after.items.has(id))];
  return ids.flatMap((item) => {
    const [old, now] = [before.items.get(item), after.items.get(item)];
    const change =
      old === undefined
        ? ('added' as const)
        : now === undefined
          ? ('removed' as const)
          : ('changed' as const);
    const names = [...new Set([...Object.keys(old?.fields ?? {}), ...Object.keys(now?.fields ?? {})])].filter(
      (name) => name !== 'in' && name !== 'place',
    );
    const number = now?.number ?? old?.number;
    return names.flatMap((field) => {
      const isProse = fieldOf(register.kinds, text, item, field)?.type === 'prose';
      return rowsOf(old?.fields[field], now?.fields[field], isProse).map((row) => ({
        item,
        change,
        field,
        ...row,
        ...(number === undefined ? {} : { number }),
      }));
    });
  });
}

function rowsOf(
  old: Json | undefined,
  now: Json | undefined,
  isProse: boolean,
): Pick<Redline, 'lang' | 'now' | 'old' | 'segments'>[] {
  if (!isProse) {
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    return [
      {
        ...(old === undefined ? {} : { old }),
        ...(now === undefined ? {} : { now }),
        segments: plainSegments(textOfValue(old), textOfValue(now)),
      },
    ];
  }
  const [left, right] = [isObject(old) ? old : {}, isObject(now) ? now : {}];
  const langs = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (lang) => lang !== 'stale',
  );
  return langs.flatMap((lang) => {
    const [one, other] = [left[lang] ?? '', right[lang] ?? ''].map(String) as [string, string];
    return one === other ? [] : [{ lang, segments: wordSegments(one, other, lang) }];
  });
}

/** A value of codes, dates, numbers or rows as one line; the app shows it in the reader's words. */
function textOfValue(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return (value as readonly Json[]).map(textOfValue).join('; ');
  if (isObject(value))
    return Object.values(value)
      .map(textOfValue)
      .filter((one) => one !== '')
      .join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function plainSegments(old: string, now: string): Redline['segments'] {
  return [
    ...(old === '' ? [] : [{ op: 'del' as const, text: old }]),
    ...(now === '' ? [] : [{ op: 'ins' as const, text: now }]),
  ];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Words as the language has them (Lao writes none apart), with what stands between them. Cut by paragraph: Segmenter slows on long text. */
export function wordsOf(text: string, lang: string): readonly string[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  return text
    .split(/(?<=\n)/)
    .flatMap((paragraph) => Array.from(segmenter.segment(paragraph), (one) => one.segment));
}

function wordSegments(old: string, now: string, lang: string): Redline['segments'] {
  const changes = diffArrays([...wordsOf(old, lang)], [...wordsOf(now, lang)]);
  return changes.map((change) => ({
    op: change.added ? 'ins' : change.removed ? 'del' : 'same',
    text: change.value.join(''),
  }));
}
