import { writeFileSync } from 'node:fs';
import type { Field } from '../core/kinds/declare.ts';
import { actsOn, inForce, textsOf } from '../core/register/texts.ts';
import type { ActView } from '../core/text/act.ts';
import { fieldOf } from '../core/text/compare.ts';
import type { FieldView, ItemView, TextView } from '../core/text/view.ts';
import { type Draft, draftsOfText, unsentByText, viewOf } from '../node/drafts.ts';
import { printPage, sheetOf } from '../node/exports.ts';
import type { Node } from '../node/node.ts';
import { documentOf, paperFormatOf } from '../node/paper.ts';
import { Refusal } from '../node/problem.ts';
import { textPaper } from '../node/text-paper.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import { type ChosenText, chosenText, textOptions } from './plan-text.ts';
import { labelLine, valueLine } from './show-value.ts';
import { chosenProgramme, withNode } from './with-node.ts';

export const show: Command = {
  usage: [
    '[--dir FOLDER]',
    'TEXT [--dir FOLDER] [--amend | --correct]',
    'TEXT --out FILE [--act ACT] [--dir FOLDER]',
  ],
  operands: { least: 0, most: 1 },
  options: {
    ...dirOption,
    ...textOptions,
    all: { says: 'cli.optionAll' },
    out: { value: 'FILE', says: 'cli.optionShowOut' },
    act: { value: 'ACT', says: 'cli.optionShowAct' },
    ...jsonOption,
  },
  examples: [
    'plan show --dir VN',
    'plan show plan.y2021 --dir VN',
    'plan show plan.y2021 --dir VN --json',
    'plan show plan.y2021 --out plan.pdf --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, (node) => (call.operands.length === 0 ? listTexts(call, node) : showText(call, node))),
};

async function listTexts(call: Call, node: Node): Promise<undefined> {
  const { t, terminal } = call;
  const programme = await chosenProgramme(call, node);
  const register = await programme.register();
  const unsent = await unsentByText(node, programme);
  const ids = [...new Set([...textsOf(register), ...unsent.keys()])].sort();
  const rows = ids.map((text) => {
    const view = viewOf(register, { text });
    const current = inForce(register, text, programme.today());
    return {
      text,
      counts: view.counts,
      closed: view.closed,
      unsent: unsent.get(text) ?? 0,
      inForce: current?.act,
    };
  });
  if (call.flag('json')) terminal.json(rows);
  else if (rows.length === 0) terminal.print(t('cli.noTexts'));
  else
    for (const { closed, counts, text, unsent: count, inForce: act } of rows) {
      const { bracket, missing, stale, awaits } = counts;
      const state =
        act === undefined ? (closed ? t('cli.textClosed') : t('cli.textOpen')) : t('cli.textInForce');
      terminal.print(
        t('cli.textLine', { text, state, bracket, awaits, open: missing + stale, unsent: count }),
      );
    }
  return undefined;
}

async function showText(call: Call, node: Node): Promise<undefined> {
  const chosen = await chosenText(call, node);
  const out = call.text('out');
  if (out !== undefined) return writeText(call, chosen, out);
  const { programme, ref, register } = chosen;
  const view = viewOf(register, ref);
  const drafts = await draftsOfText(node, programme, ref);
  const acts = actsOn(register, ref.text, programme.today());
  if (call.flag('json')) {
    call.terminal.json({ programme: programme.id, view, drafts, acts });
    return undefined;
  }
  const { t, terminal } = call;
  for (const item of [view.head, ...view.items]) printItem(call, chosen, item, drafts);
  printPrivateItems(call, chosen, view, drafts);
  const { awaits, bracket, missing, stale } = view.counts;
  terminal.print('');
  terminal.print(t('cli.textCounts', { bracket, awaits, open: missing + stale, unsent: drafts.length }));
  if (view.ready && !view.closed) terminal.print(t('cli.textReady', { text: ref.text }));
  for (const act of acts) printAct(call, act);
  return undefined;
}

/** The positions as they stand, or the content of an act, in the format that the name of the file asks for. */
async function writeText(
  call: Call,
  { programme, ref, register }: ChosenText,
  file: string,
): Promise<undefined> {
  const { language, t, terminal } = call;
  const day = programme.today();
  const begun = call.text('act');
  const act =
    begun === undefined
      ? undefined
      : actsOn(register, ref.text, day).find(({ id }) => id.startsWith(begun))?.id;
  if (begun !== undefined && act === undefined) throw new Refusal('request.not-found');
  const format = paperFormatOf(file);
  if (format === undefined) {
    const office = await import('../node/office.ts');
    const sheet = sheetOf(register, ref, act, language);
    const bytes = file.endsWith('.xlsx') ? await office.workbookOf(sheet) : office.csvOf(sheet);
    writeFileSync(file, file.endsWith('.html') ? printPage(sheet, language).html : bytes, { flag: 'wx' });
  } else {
    const bytes = await documentOf(format, textPaper(register, ref, act, { day, language }));
    writeFileSync(file, bytes, { flag: 'wx' });
  }
  if (call.flag('json')) terminal.json({ file });
  else terminal.print(t('cli.showWritten', { file }));
  return undefined;
}

/** One line on where an act stands. */
export function printAct(
  call: Call,
  { awaits, counterparts, declinedBy, id, state, withdrawnBy }: ActView,
): void {
  const { t } = call;
  const party = (state === 'withdrawn' ? withdrawnBy : declinedBy).join(', ');
  const signed = counterparts.map((one) => one.party).join(', ') || '–';
  const words = {
    act: id.slice(0, 12),
    state: t(`states.act.${state}`, { party }),
    signed,
    awaits: awaits.join(', ') || '–',
  };
  call.terminal.print(t('cli.actLine', words));
}

function printItem(
  call: Call,
  { ref, register }: ChosenText,
  item: ItemView,
  drafts: readonly Draft[],
): void {
  const { language, t, terminal } = call;
  const own = new Map(drafts.filter((one) => one.item === item.id).map((one) => [one.field, one]));
  const isHead = item.id === ref.text;
  const awaited = (item.inclusion.awaits ?? []).join(', ');
  const state =
    isHead || item.state === 'in' ? '' : ` (${t(`states.item.${item.state}`, { party: awaited })})`;
  terminal.print('');
  terminal.print(`${item.number === undefined ? '' : `${item.number}. `}${item.id}${state}`);
  for (const view of [...(isHead ? [] : [item.inclusion]), ...item.fields]) {
    const draft = own.get(view.field);
    const field = fieldOf(register.kinds, ref.text, item.id, view.field);
    if (field === undefined || !(call.flag('all') || draft !== undefined || isWorthShowing(view))) continue;
    terminal.print(`   ${labelLine(field, language)}: ${fieldLine(call, view, field)}`);
    if (draft !== undefined) terminal.print(`     ${t('cli.notSent')}: ${draftLine(call, draft, field)}`);
  }
}

/** Lines that nobody has sent yet: ours alone, in private. */
function printPrivateItems(
  call: Call,
  { ref, register }: ChosenText,
  view: TextView,
  drafts: readonly Draft[],
): void {
  const known = new Set([ref.text, ...view.items.map(({ id }) => id)]);
  let before = '';
  for (const draft of drafts.filter(({ item }) => !known.has(item))) {
    const field = fieldOf(register.kinds, ref.text, draft.item, draft.field);
    if (field === undefined) continue;
    if (draft.item !== before) call.terminal.print(`\n${draft.item} (${call.t('cli.notSent')})`);
    before = draft.item;
    call.terminal.print(`   ${labelLine(field, call.language)}: ${draftLine(call, draft, field)}`);
  }
}

/** A field of which there is something to say beyond "nobody spoke of it". */
function isWorthShowing({ field, positions, state }: FieldView): boolean {
  if (field === 'place' || state === 'empty') return false;
  if (field === 'in') return state !== 'agreed';
  return state !== 'each' || positions.some(({ value }) => value !== undefined && value !== null);
}

function fieldLine(call: Call, view: FieldView, field: Field): string {
  const { language, t } = call;
  const { state } = view;
  if (state === 'agreed') return valueLine(view.value, field, language);
  if (state === 'missing') return `(${t('states.field.missing')})`;
  const sides = view.positions.map(({ party, source, value }) =>
    source === 'silent' ? `${party}: …` : `${party}: ${valueLine(value, field, language)}`,
  );
  if (state !== 'stale') return `[${sides.join(' | ')}]`;
  const mark = t('cli.fieldStale', { languages: (view.stale ?? []).join(', ') });
  return `${valueLine(view.value ?? view.positions[0]?.value, field, language)} (${mark})`;
}

function draftLine(call: Call, draft: Draft, field: Field): string {
  if (draft.withdraw === true) return call.t('cli.draftWithdraw');
  if (draft.accept !== undefined) return call.t('cli.draftAccept', { party: draft.accept.party });
  return valueLine(draft.value, field, call.language);
}
