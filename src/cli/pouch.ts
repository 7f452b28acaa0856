import { readFileSync } from 'node:fs';
import type { PartyCode } from '../core/bytes/ids.ts';
import { inspectPouch, openPouch, type PouchReport, packPouch } from '../node/exchange/pouch.ts';
import { Refusal } from '../node/problem.ts';
import { replaceFile } from '../store/durable-file.ts';
import { type Call, type Command, type CommandGroup, dirOption, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { chosenProgramme, withNode } from './with-node.ts';

const pack: Command = {
  usage: ['PARTY --out FILE [--all] [--dir FOLDER]'],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    out: { value: 'FILE', says: 'cli.optionPouchOut', required: true },
    all: { says: 'cli.optionPouchAll' },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...jsonOption,
  },
  examples: ['pouch pack LA --out /media/stick/for-la.pouch --dir VN'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const to = running.partners().find((party) => party === call.operands[0]);
      if (to === undefined) {
        const parties = running.partners().join(', ');
        throw new CommandFault('refused', 'party-missing', call.t('cli.noSuchPartner', { parties }));
      }
      const out = call.need('out');
      const { entries, file, files, runs } = await packPouch(
        node,
        running,
        to,
        call.flag('all') ? 'all' : 'lacks',
      );
      await replaceFile(out, file);
      const words = { entries, files, to: to satisfies PartyCode, file: out };
      if (call.flag('json')) call.terminal.json({ ...words, runs, bytes: file.length });
      else call.terminal.print(call.t('cli.pouchPacked', words));
      return undefined;
    }),
};

const open: Command = {
  usage: ['FILE [--dir FOLDER]'],
  operands: { least: 1, most: 1 },
  options: { ...dirOption, ...jsonOption },
  examples: ['pouch open /media/stick/for-la.pouch --dir LA'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const report = await openPouch(node, new Uint8Array(readFileSync(call.operands[0] ?? '')));
      answer(
        call,
        report,
        report.new.entries + report.new.files === 0 ? 'cli.pouchNothingNew' : 'cli.pouchOpened',
      );
      return undefined;
    }),
};

const look: Command = {
  ...open,
  examples: ['pouch inspect /media/stick/for-la.pouch --dir LA'],
  run: (call) =>
    withNode(call, async (node) => {
      const report = await inspectPouch(node, new Uint8Array(readFileSync(call.operands[0] ?? '')));
      answer(call, report, 'cli.pouchHolds');
      return undefined;
    }),
};

export const pouch: CommandGroup = { commands: { pack, open, inspect: look } };

function answer(
  call: Call,
  report: PouchReport,
  says: 'cli.pouchNothingNew' | 'cli.pouchOpened' | 'cli.pouchHolds',
): void {
  const { t, terminal } = call;
  if (call.flag('json')) {
    terminal.json(report);
    return;
  }
  const { entries, files, from, heads, made, new: fresh, to } = report;
  terminal.print(t('cli.pouchFrom', { from, to, made, entries, files }));
  for (const { party, seq } of heads) terminal.print(`   ${t('cli.pouchHead', { from, party, seq })}`);
  terminal.print(t(says, { entries: fresh.entries, files: fresh.files }));
}
