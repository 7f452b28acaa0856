import { readFileSync } from 'node:fs';
import type { Json } from '../core/bytes/json.ts';
import { fieldOf } from '../core/text/compare.ts';
import type { FieldView } from '../core/text/view.ts';
import {
  type DraftChange,
  draftsOfText,
  prepareAcceptance,
  saveDrafts,
  undoDrafts,
  viewOf,
} from '../node/drafts.ts';
import type { Node } from '../node/node.ts';
import { type Call, type Command, dirOption, entryNumber, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { namesOf } from './names.ts';
import { accountOption, type ChosenText, chosenText, textOptions } from './plan-text.ts';
import { usageFault } from './run.ts';
import { actingAccount, withNode } from './with-node.ts';

const common = { ...dirOption, ...textOptions, ...accountOption, ...jsonOption };
const exits = ['refused', 'locked', 'storage'] as const;

/** Positions as a file gives them: for each item, its fields. */
type Taken = readonly {
  readonly item: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly info?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}[];

export const take: Command = {
  usage: ['TEXT FILE [--dir FOLDER] [--as NAME]'],
  operands: { least: 2, most: 2 },
  options: common,
  examples: [
    'plan take plan.y2021 positions.json --dir VN',
    'plan take plan.y2021 - --dir VN < positions.json',
  ],
  exits,
  run: (call) =>
    change(call, async (node, chosen, account) => {
      const before = new Map(
        (await draftsOfText(node, chosen.programme, chosen.ref)).map((draft) => [
          `${draft.item} ${draft.field}`,
          draft.version,
        ]),
      );
      const changes = readPositions(call).flatMap(({ fields, info, item }): DraftChange[] => {
        const names = [...new Set([...Object.keys(fields), ...Object.keys(info ?? {})])];
        return names.map((field) => ({
          item,
          field,
          version: before.get(`${item} ${field}`) ?? 0,
          ...(fields[field] === undefined ? {} : { value: fields[field] }),
          ...(info?.[field] === undefined ? {} : { info: info[field] }),
        }));
      });
      return (await saveDrafts(node, chosen.programme, account, chosen.ref, changes)).length;
    }),
};

export const counter: Command = {
  usage: [
    'TEXT ITEM FIELD --value JSON [--dir FOLDER] [--as NAME]',
    'TEXT ITEM FIELD --prose LANG=TEXT … [--dir FOLDER] [--as NAME]',
  ],
  operands: { least: 3, most: 3 },
  options: {
    ...common,
    value: { value: 'JSON', says: 'cli.optionValueJson' },
    prose: { value: 'LANG=TEXT', says: 'cli.optionProse', repeats: true },
  },
  examples: [
    'plan counter plan.y2021 visit.v3 period --value \'{"from":"2021-05"}\' --dir LA',
    'plan counter plan.y2021 visit.v3 activity --prose vi="Thăm hữu nghị" --prose lo="ການຢ້ຽມຢາມມິດຕະພາບ" --dir LA',
  ],
  exits,
  run: (call) =>
    change(call, async (node, { programme, ref, register }, account) => {
      const [, item = '', field = ''] = call.operands;
      const view = viewOf(register, ref);
      const found = item === ref.text ? view.head : view.items.find((one) => one.id === item);
      const stands = field === 'in' ? found?.inclusion : found?.fields.find((one) => one.field === field);
      if (!isStatedByOther(stands, programme.party))
        throw new CommandFault(
          'refused',
          'nothing-to-counter',
          call.t('cli.nothingToCounter', { item, field }),
        );
      const version =
        (await draftsOfText(node, programme, ref)).find((one) => one.item === item && one.field === field)
          ?.version ?? 0;
      const changes = [{ item, field, value: valueOf(call), version }];
      return (await saveDrafts(node, programme, account, ref, changes)).length;
    }),
};

export const accept: Command = {
  usage: ['TEXT [ITEM [FIELD]] --party CODE [--dir FOLDER] [--as NAME]'],
  operands: { least: 1, most: 3 },
  options: {
    ...common,
    party: { value: 'CODE', says: 'cli.optionOfParty' },
    'up-to': { value: 'ENTRY', says: 'cli.optionUpTo', whole: entryNumber },
  },
  examples: [
    'plan accept plan.y2021 --party VN --dir LA',
    'plan accept plan.y2021 visit.v3 period --party VN --dir LA',
  ],
  exits,
  run: (call) =>
    change(call, async (node, { programme, ref, register }, account) => {
      const [, item, field] = call.operands;
      if (item !== undefined && field !== undefined && !isField(register, ref.text, item, field))
        throw new CommandFault('refused', 'text.kind', call.t('cli.noSuchField', { item, field }));
      const others = programme.parties.map(({ code }) => code).filter((code) => code !== programme.party);
      const party = call.text('party') ?? (others.length === 1 ? others[0] : undefined) ?? call.need('party');
      const upTo = call.number('up-to');
      const wanted = { party, item, field, upTo };
      return (await prepareAcceptance(node, programme, account, ref, wanted)).length;
    }),
};

export const undo: Command = {
  usage: ['TEXT [ITEM [FIELD]] [--dir FOLDER]'],
  operands: { least: 1, most: 3 },
  options: common,
  examples: ['plan undo plan.y2021 visit.v3 period --dir LA'],
  exits,
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const [, item, field] = call.operands;
      const count = await undoDrafts(node, programme, ref, { item, field });
      if (call.flag('json')) call.terminal.json({ undone: count });
      else call.terminal.print(call.t('cli.undone', { count }));
      return undefined;
    }),
};

/** Runs what prepares private changes and says how many there are now. */
function change(call: Call, work: (node: Node, chosen: ChosenText, account: string) => Promise<number>) {
  return withNode(call, async (node) => {
    const chosen = await chosenText(call, node);
    const account = await actingAccount(call, node, 'desk');
    const changed = await work(node, chosen, account.id);
    const { programme, ref } = chosen;
    const unsent = (await draftsOfText(node, programme, ref)).length;
    if (call.flag('json')) call.terminal.json({ changed, unsent });
    else call.terminal.print(call.t('cli.prepared', { changed, unsent, text: ref.text }));
    return undefined;
  });
}

function readPositions(call: Call): Taken {
  const file = call.operands[1] ?? '';
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  const value = jsonOf(call, text);
  const isRow = (row: unknown): boolean =>
    isRecord(row) && typeof row['item'] === 'string' && isRecord(row['fields'] ?? {});
  if (!Array.isArray(value) || !value.every(isRow))
    throw new CommandFault('refused', 'positions-form', call.t('cli.positionsForm', { file }));
  return (value as Taken).map((row) => ({ ...row, fields: row.fields ?? {} }));
}

/** The value that `--value` or `--prose` gives. */
function valueOf(call: Call): Json {
  const text = call.text('value');
  const prose = namesOf(call, 'prose');
  if ((text === undefined) === (Object.keys(prose).length === 0))
    throw usageFault(call.t, call.name, call.t('cli.oneValue'));
  return text === undefined ? prose : jsonOf(call, text);
}

function jsonOf(call: Call, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw usageFault(call.t, call.name, call.t('cli.notJson'));
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStatedByOther = (field: FieldView | undefined, own: string): boolean =>
  field?.positions.some(({ party, source }) => party !== own && source !== 'silent') === true;

const isField = (
  register: ChosenText['register'],
  text: ChosenText['ref']['text'],
  item: string,
  field: string,
): boolean => fieldOf(register.kinds, text, item as typeof text, field) !== undefined;
