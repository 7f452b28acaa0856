import { createReadStream, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { recordPosition } from '../node/recorded.ts';
import { readWorkbook, sendWorkbook } from '../node/workbook.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { accountOption, chosenText, textOptions } from './plan-text.ts';
import { actingAccount, withNode } from './with-node.ts';

const common = { ...dirOption, ...textOptions, ...accountOption, ...jsonOption };

/** The plan for a partner without a node. */
export const workbook: Command = {
  usage: ['TEXT --out FILE [--dir FOLDER] [--as NAME]'],
  operands: { least: 1, most: 1 },
  options: { ...common, out: { value: 'FILE', says: 'cli.optionWorkbookOut', required: true } },
  examples: ['plan workbook plan.y2021 --out for-la.xlsx --dir VN'],
  exits: ['refused', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const account = await actingAccount(call, node, 'desk');
      const sheet = await sendWorkbook(node, programme, account.id, ref, call.language);
      const { partnerWorkbookOf } = await import('../node/office.ts');
      const file = call.need('out');
      writeFileSync(file, await partnerWorkbookOf(sheet), { flag: 'wx' });
      if (call.flag('json')) call.terminal.json({ file, rows: sheet.lines });
      else call.terminal.print(call.t('cli.askWritten', { file, count: sheet.lines }));
      return undefined;
    }),
};

/** What came back: shown first, recorded on demand. */
export const returned: Command = {
  usage: ['TEXT FILE [--record PARTY [--letter TEXT]] [--dir FOLDER] [--as NAME]'],
  operands: { least: 2, most: 2 },
  options: {
    ...common,
    record: { value: 'PARTY', says: 'cli.optionRecordAs' },
    letter: { value: 'TEXT', says: 'cli.optionLetter' },
  },
  examples: [
    'plan return plan.y2021 from-la.xlsx --dir VN',
    'plan return plan.y2021 from-la.xlsx --record LA --letter "no. 17 of 3 November" --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const account = await actingAccount(call, node, 'desk');
      const file = call.operands[1] ?? '';
      const found = await readWorkbook(node, programme, ref, createReadStream(file));
      const party = call.text('record');
      const letter = call.text('letter') ?? basename(file);
      const { t, terminal } = call;
      const { faults, positions } = found;
      if (party !== undefined)
        for (const { item, values } of positions)
          await recordPosition(node, programme, account.id, ref, { party, letter, item, values });
      if (call.flag('json')) {
        terminal.json({ ...found, recorded: party === undefined ? 0 : positions.length });
        return undefined;
      }
      for (const { item, values } of positions)
        terminal.print(t('cli.workbookLine', { item, fields: plain(JSON.stringify(values)) }));
      for (const fault of faults)
        terminal.print(t('cli.workbookFault', { ...fault, value: plain(fault.value) }));
      terminal.print(
        party === undefined
          ? t('cli.workbookFound', { count: positions.length, faults: faults.length })
          : t('cli.workbookRecorded', { count: positions.length, party }),
      );
      return undefined;
    }),
};

/** Cells of a partner must not look like lines of ours. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
