import type { Hash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import { itemKind, textKind } from '../core/kinds/catalogue.ts';
import type { Field, Fields, TextKind } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import type { ActView } from '../core/text/act.ts';
import { actView } from '../core/text/acts.ts';
import type { DraftRef, FieldView, ItemView } from '../core/text/view.ts';
import type { Line, Paper } from '../documents/paper.ts';
import { type DateStyle, formatDate } from '../words/dates.ts';
import { isLanguage, type Language, langTag, languageName, ownName } from '../words/languages.ts';
import { createTranslator } from '../words/translate.ts';
import { viewOf } from './drafts.ts';
import { exerciseLabel } from './exports.ts';
import { Refusal } from './problem.ts';
import { contentOfAct } from './redline.ts';
import { valueText } from './value-text.ts';

/*
 * A text on paper: its authentic languages side by side, equal in weight, each with its own labels, so that each column can
 * be read alone. Of what is negotiated the brackets stand; our private drafts never do.
 */

/** What stands in a field, as far as a reader must know. */
interface Shown {
  /** With a party where each says its own. */
  readonly values: readonly { readonly party?: string; readonly value: Json | undefined }[];
  readonly isOpen: boolean;
  /** Authentic languages that must be confirmed or written. */
  readonly stale: readonly string[];
}
interface Part {
  readonly id: string;
  readonly number: string;
  /** `awaits`: the whole item, by these parties. */
  readonly state: 'in' | 'bracket' | 'awaits';
  readonly awaits: readonly string[];
  readonly shown: (field: string) => Shown | undefined;
}

/**
 * @param act the act whose content is wanted; without, the positions as they stand
 * @param day from which it is told whether it is in force
 * @throws Refusal `request.not-found`
 */
export function textPaper(
  register: Register,
  ref: DraftRef,
  act: string | undefined,
  { day, language }: { readonly day: string; readonly language: Language },
): Paper {
  const kind = textKind(register.kinds, ref.text);
  if (kind === undefined) throw new Refusal('request.not-found');
  const { head, items } = act === undefined ? partsOfView(register, ref) : partsOfAct(register, ref, act);
  const eras = head.shown('eras')?.values.some(({ value }) => value === true) === true;
  const columns = register.ground.languages.map(
    (lang): Column => ({ lang, reader: isLanguage(lang) ? lang : language, dates: { bothEras: eras } }),
  );
  const isExercise = head.shown('exercise')?.values.some(({ value }) => value === true) === true;
  const view = act === undefined ? undefined : actView(knownActs(register), act as Hash, day);
  const rows = [
    columns.map((column) => headLines(kind, head, column)),
    ...items.map((item) => {
      const declared = itemKind(register.kinds, kind, item.id);
      return columns.map((column) => [
        itemHead(item, declared?.label[column.reader] ?? '', column),
        ...fieldLines(declared?.fields ?? {}, item, column),
      ]);
    }),
    columns.map((column) => fieldLines(pick(kind.fields, isClosing), head, column)),
    ...(view === undefined ? [] : [columns.map((column) => signatureLines(view, column))]),
  ];
  return {
    lang: language,
    title: `${kind.label[language]} · ${ref.text}`,
    mark: isExercise
      ? [...new Set([...columns.map(({ reader }) => reader), language])]
          .map((one) => exerciseLabel[one])
          .join(' · ')
      : '',
    above: aboveLines(kind, ref, view, day, language),
    across: columns.length > 2,
    columns: columns.map(({ lang }) => ({
      title: isLanguage(lang) ? ownName(lang) : lang,
      lang: langTag(lang),
      width: 1,
    })),
    rows: rows.filter((cells) => cells.some((lines) => lines.length > 0)),
  };
}

interface Column {
  readonly lang: string;
  /** The language of its labels: its own, if the interface speaks it. */
  readonly reader: Language;
  readonly dates: DateStyle;
}

function partsOfAct(register: Register, ref: DraftRef, act: string): { head: Part; items: readonly Part[] } {
  const content = contentOfAct(register, act as Hash, ref.text);
  if (content === undefined) throw new Refusal('request.not-found');
  const part = (id: string, number: string, fields: Readonly<Record<string, Json>>): Part => ({
    id,
    number,
    state: 'in',
    awaits: [],
    shown: (name) =>
      Object.hasOwn(fields, name)
        ? { values: [{ value: fields[name] }], isOpen: false, stale: [] }
        : undefined,
  });
  return {
    head: part(ref.text, '', content.head),
    items: content.items.map(({ fields, id, number }) => part(id, number, fields)),
  };
}

function partsOfView(register: Register, ref: DraftRef): { head: Part; items: readonly Part[] } {
  const view = viewOf(register, ref);
  const items = view.items.filter((item) => item.state !== 'struck');
  return { head: partOfView(view.head), items: items.map(partOfView) };
}

function partOfView(item: ItemView): Part {
  const byName = new Map(item.fields.map((field) => [field.field, field]));
  return {
    id: item.id,
    number: item.number === undefined ? '' : String(item.number),
    state: item.state === 'struck' ? 'in' : item.state,
    awaits: item.inclusion.awaits ?? [],
    shown: (name) => {
      const field = byName.get(name);
      return field && shownOf(field);
    },
  };
}

const openStates: ReadonlySet<FieldView['state']> = new Set(['bracket', 'crossed', 'awaits']);

function shownOf(field: FieldView): Shown {
  const { positions, stale = [], state, value } = field;
  if (state === 'missing') return { values: [], isOpen: true, stale };
  if (openStates.has(state) || state === 'each') {
    const spoken = positions.filter(({ source }) => state !== 'each' || source !== 'silent');
    return {
      values: spoken.map((one) => ({
        party: one.party,
        value: one.source === 'silent' ? undefined : one.value,
      })),
      isOpen: state !== 'each',
      stale,
    };
  }
  return { values: [{ value: value ?? positions[0]?.value }], isOpen: false, stale };
}

const isClosing = (name: string): boolean => name === 'closing';
/** Said elsewhere on the page, or of use to the table alone. */
const unsaid: ReadonlySet<string> = new Set(['title', 'exercise', 'eras', 'place', 'in']);

const pick = (fields: Fields, wanted: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => wanted(name)));

function headLines(kind: TextKind, head: Part, column: Column): readonly Line[] {
  const declared = kind.fields['title'];
  const title = declared === undefined ? '' : shownText(declared, head.shown('title'), column);
  return [
    ...linesOf(title === '' ? kind.label[column.reader] : title, column, 'title'),
    ...fieldLines(
      pick(kind.fields, (name) => !isClosing(name)),
      head,
      column,
    ),
  ];
}

function itemHead({ awaits, number, state }: Part, label: string, { lang, reader }: Column): Line {
  const t = createTranslator(reader);
  const said = [number === '' ? '' : `${number}.`, label].filter((text) => text !== '').join(' ');
  const text = state === 'in' ? said : `[${said}] ${t(`states.item.${state}`, { party: awaits.join(', ') })}`;
  return { text, lang: langTag(lang), as: 'head' };
}

function fieldLines(fields: Fields, part: Part, column: Column): readonly Line[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    if (unsaid.has(name)) return [];
    const text = shownText(field, part.shown(name), column);
    if (text === '') return [];
    // What the table shows of an item in words speaks for itself.
    const isPlain =
      field.type === 'prose' && (field.shown === 'row' || name === 'preamble' || isClosing(name));
    return linesOf(isPlain ? text : `${field.label[column.reader]}: ${text}`, column);
  });
}

function shownText(field: Field, shown: Shown | undefined, column: Column): string {
  if (shown === undefined) return '';
  const t = createTranslator(column.reader);
  const texts = shown.values.map(({ party, value }) => ({ party, text: textIn(field, value, column) }));
  const mark = shown.stale.includes(column.lang)
    ? ` [${t('states.field.stale', { language: languageName(column.lang, column.reader) })}]`
    : '';
  if (!shown.isOpen) {
    const said = texts.filter(({ text }) => text !== '');
    const all = said.map(({ party, text }) => (party === undefined ? text : `${party}: ${text}`)).join('; ');
    return `${all}${mark}`.trim();
  }
  if (texts.length === 0) return '[…]';
  if (field.type === 'prose' && texts.length > 1 && new Set(texts.map(({ text }) => text)).size === 1)
    return `${texts[0]?.text ?? ''}${mark}`;
  return `[${texts.map(({ party, text }) => `${party}: ${text === '' ? '…' : text}`).join(' | ')}]${mark}`;
}

function textIn(field: Field, value: Json | undefined, { dates, lang, reader }: Column): string {
  if (field.type !== 'prose') return valueText(field, value, reader, dates);
  const text = isObject(value) ? value[lang] : undefined;
  return typeof text === 'string' ? text : '';
}

const linesOf = (text: string, { lang }: Column, as?: 'title'): readonly Line[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, lang: langTag(lang), ...(as === undefined ? {} : { as }) }));

/** Who signed, in what capacity, and who is still awaited. */
function signatureLines(view: ActView, { dates, lang, reader }: Column): readonly Line[] {
  const t = createTranslator(reader);
  const signed = view.counterparts.map(({ capacity, party }) => {
    const { date, name, place, post } = capacity;
    const parts = [name, post[lang] ?? '', place, formatDate(date, reader, dates)];
    return `${party}: ${parts.filter((text) => text !== '').join(', ')}`;
  });
  const awaited =
    view.awaits.length === 0 ? [] : [t('signing.awaitsSignature', { party: view.awaits.join(', ') })];
  return [...signed, ...awaited].map((text) => ({ text, lang: langTag(lang) }));
}

/** What this is, in the reader's language. */
function aboveLines(
  kind: TextKind,
  { mode, text }: DraftRef,
  view: ActView | undefined,
  day: string,
  language: Language,
): readonly Line[] {
  const t = createTranslator(language);
  const date = formatDate(day, language);
  const line = (said: string, as?: 'head' | 'small'): Line => ({
    text: said,
    lang: language,
    ...(as ? { as } : {}),
  });
  const what = [kind.label[language], text, ...(mode === undefined ? [] : [t(`plan.${mode}`)])].join(' · ');
  const asOf = t('field.asOf', { time: date });
  if (view === undefined) return [line(what, 'head'), line(`${t('states.text.draft')} · ${asOf}`)];
  const party = (view.state === 'withdrawn' ? view.withdrawnBy : view.declinedBy).join(', ');
  const state =
    view.state === 'inForce' && view.effectiveOn !== undefined
      ? t('signing.inForceSince', { date: formatDate(view.effectiveOn, language) })
      : t(`states.act.${view.state}`, { party });
  const { digits, words } = fingerprintOf(view.id);
  return [
    line(what, 'head'),
    line(`${state} · ${asOf}`),
    line(`${t('signing.fingerprint')}: ${digits.join(' ')} · ${words.join(' ')}`),
    line(`SHA-256 ${view.id}`, 'small'),
  ];
}
