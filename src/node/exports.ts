import { createHash } from 'node:crypto';
import type { Hash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { itemKind, textKind } from '../core/kinds/catalogue.ts';
import type { Field, Label, TextKind } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Register } from '../core/register/register.ts';
import type { Content, DraftRef, FieldView, ItemView } from '../core/text/view.ts';
import type { DateStyle } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { viewOf } from './drafts.ts';
import type { Sheet } from './office.ts';
import { Refusal } from './problem.ts';
import { contentOfAct } from './redline.ts';
import { valueText } from './value-text.ts';

/** A text as a table: what is shared of it, brackets shown, or the content of an act. Never our private drafts. */
export function sheetOf(
  register: Register,
  ref: DraftRef,
  act: string | undefined,
  language: Language,
): Sheet {
  const kind = textKind(register.kinds, ref.text);
  if (kind === undefined) throw new Refusal('request.not-found');
  const languages = register.ground.languages;
  if (act !== undefined) {
    const content = contentOfAct(register, act as Hash, ref.text);
    if (content === undefined) throw new Refusal('request.not-found');
    return sheetOfRows(register, kind, languages, language, contentRows(content), content.head);
  }
  const view = viewOf(register, ref);
  const head = Object.fromEntries(
    view.head.fields.flatMap((field) =>
      field.value === undefined ? [] : [[field.field, field.value] as const],
    ),
  );
  const rows = view.items.filter((item) => item.state !== 'struck').map((item) => viewRow(item));
  return sheetOfRows(register, kind, languages, language, rows, head);
}

interface Row {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  /** What stands in a field, by party when they differ. */
  readonly cell: (field: string) => {
    readonly values: readonly { readonly party?: string; readonly value: Json | undefined }[];
  };
}

function contentRows(content: Content): Row[] {
  return content.items.map((item) => ({
    id: item.id,
    number: item.number,
    state: '',
    cell: (field) => ({ values: [{ value: item.fields[field] }] }),
  }));
}

function viewRow(item: ItemView): Row {
  const byName = new Map(item.fields.map((field) => [field.field, field]));
  return {
    id: item.id,
    number: item.number === undefined ? '' : String(item.number),
    state: item.state === 'in' ? '' : '[ ]',
    cell: (name) => ({ values: cellValues(byName.get(name)) }),
  };
}

function cellValues(field: FieldView | undefined): { party?: string; value: Json | undefined }[] {
  if (field === undefined) return [];
  if (
    field.state === 'bracket' ||
    field.state === 'crossed' ||
    field.state === 'each' ||
    field.state === 'awaits'
  ) {
    return field.positions
      .filter((one) => one.source !== 'silent')
      .map(({ party, value }) => ({ party, value }));
  }
  return [{ value: field.value }];
}

function sheetOfRows(
  register: Register,
  text: TextKind,
  languages: readonly string[],
  language: Language,
  rows: readonly Row[],
  head: Readonly<Record<string, Json>>,
): Sheet {
  // A text may ask that its dates stand in both eras.
  const dates = { bothEras: head['eras'] === true };
  const declared = new Map<string, Field>();
  for (const row of rows) {
    const fields = itemKind(register.kinds, text, row.id)?.fields ?? {};
    for (const [name, field] of Object.entries(fields)) if (!declared.has(name)) declared.set(name, field);
  }
  const used = [...declared].filter(([name]) =>
    rows.some((row) => row.cell(name).values.some(({ value }) => value !== undefined && value !== null)),
  );
  const columns = used.flatMap(([name, field]): { name: string; field: Field; lang?: string }[] =>
    field.type === 'prose' ? languages.map((lang) => ({ name, field, lang })) : [{ name, field }],
  );
  return {
    name: text.label[language],
    above: headLines(text, head, language, dates),
    columns: [
      { title: numberLabel[language], width: 6 },
      { title: kindLabel[language], width: 18 },
      ...columns.map(({ field, lang }) => ({
        title: lang === undefined ? field.label[language] : `${field.label[language]} (${lang})`,
        width: field.type === 'prose' ? 44 : 20,
      })),
    ],
    rows: rows.map((row) => [
      `${row.state}${row.number}`,
      itemKind(register.kinds, text, row.id)?.label[language] ?? '',
      ...columns.map(({ field, lang, name }) =>
        cellText(field, lang, row.cell(name).values, language, dates),
      ),
    ]),
  };
}

const numberLabel: Label = { en: 'No.', vi: 'Số', lo: 'ລຳດັບ', fr: 'N°' };
const kindLabel: Label = { en: 'Kind', vi: 'Loại', lo: 'ປະເພດ', fr: 'Nature' };

function cellText(
  field: Field,
  lang: string | undefined,
  values: readonly { readonly party?: string; readonly value: Json | undefined }[],
  language: Language,
  dates: DateStyle,
): string {
  const texts = values.map(({ party, value }) => {
    const text =
      lang === undefined
        ? valueText(field, value, language, dates)
        : isObject(value) && typeof value[lang] === 'string'
          ? value[lang]
          : '';
    return { party, text };
  });
  if (texts.every(({ party }) => party === undefined)) return texts.map(({ text }) => text).join(' ');
  if (lang !== undefined && texts.length > 1 && new Set(texts.map(({ text }) => text)).size === 1)
    return texts[0]?.text ?? '';
  return `[${texts.map(({ party, text }) => `${party}: ${text}`).join(' | ')}]`;
}

/** Title and marks above the table. */
function headLines(
  kind: TextKind,
  head: Readonly<Record<string, Json>>,
  language: Language,
  dates: DateStyle,
): string[] {
  const title = head['title'];
  const titles = isObject(title)
    ? Object.entries(title).flatMap(([lang, text]) =>
        lang !== 'stale' && typeof text === 'string' ? [text] : [],
      )
    : [kind.label[language]];
  const exercise = head['exercise'] === true ? [exerciseLabel[language]] : [];
  const others = Object.entries(kind.fields).flatMap(([name, field]) => {
    if (['title', 'exercise', 'preamble', 'closing'].includes(name)) return [];
    const text = valueText(field, head[name], language, dates);
    return text === '' ? [] : [`${field.label[language]}: ${text}`];
  });
  return [...exercise, ...titles, ...others];
}

export const exerciseLabel: Label = { en: 'EXERCISE', vi: 'DIỄN TẬP', lo: 'ການຝຶກຊ້ອມ', fr: 'EXERCICE' };

const style = `@page{size:A4 landscape;margin:14mm}body{font:11pt/1.5 'Noto Serif','Noto Serif Lao',serif;color:#000}
h1{font-size:14pt;margin:0 0 4pt}p{margin:0 0 2pt}table{border-collapse:collapse;width:100%;margin-top:8pt}thead{display:table-header-group}
tr{break-inside:avoid}th,td{border:.5pt solid #444;padding:3pt 4pt;text-align:left;vertical-align:top;font-size:9.5pt}th{font-family:'Noto Sans','Noto Sans Lao',sans-serif}`;

/** Text that no browser takes for markup. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A page to print, complete in itself: no script, one style named by its hash in the policy. */
export function printPage(
  sheet: Sheet,
  language: Language,
): { readonly html: string; readonly policy: string } {
  const { above, rows } = sheet;
  const columns = sheet.columns.map((column) => column.title);
  const [title = sheet.name, ...lines] = above;
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}
<table><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell).replaceAll('\n', '<br>')}</td>`).join('')}</tr>`).join('\n')}</tbody></table></body></html>`;
  const hash = createHash('sha256').update(style).digest('base64');
  return {
    html,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
  };
}
