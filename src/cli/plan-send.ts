import { settingsOf } from '../node/programmes.ts';
import {
  decideSubmission,
  openSubmission,
  prepareSubmission,
  type Submission,
  sendSubmission,
} from '../node/submissions.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { accountOption, chosenText, textOptions } from './plan-text.ts';
import { actingAccount, withNode } from './with-node.ts';

const common = {
  ...dirOption,
  ...textOptions,
  ...accountOption,
  note: { value: 'TEXT', says: 'cli.optionNote' },
  ...jsonOption,
} as const;

export const send: Command = {
  usage: ['TEXT [--dir FOLDER] [--as NAME] [--note TEXT] [--prepare]'],
  operands: { least: 1, most: 1 },
  options: { ...common, prepare: { says: 'cli.optionPrepare' } },
  examples: ['plan send plan.y2021 --dir VN', 'plan send plan.y2021 --prepare --dir VN'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const account = await actingAccount(call, node, 'desk');
      const open = await openSubmission(node, programme, ref);
      const isFit = open !== undefined && !open.stale && open.state !== 'returned';
      const submission = isFit
        ? open
        : await prepareSubmission(node, programme, account.id, ref, call.text('note') ?? '');
      const { fourEyes } = await settingsOf(node, programme.id);
      if (call.flag('prepare') || (fourEyes && submission.state !== 'cleared'))
        return answerPrepared(call, submission);
      const { head } = await sendSubmission(node, programme, account.id, submission.id, submission.version);
      if (call.flag('json')) call.terminal.json({ sent: submission.entries, head });
      else call.terminal.print(call.t('cli.sent', { entries: submission.entries, seq: head.seq }));
      return undefined;
    }),
};

export const clear: Command = {
  usage: ['TEXT --as NAME [--dir FOLDER] [--note TEXT] [--return]'],
  operands: { least: 1, most: 1 },
  options: { ...common, as: { ...accountOption.as, required: true }, return: { says: 'cli.optionReturn' } },
  examples: [
    'plan clear plan.y2021 --as chief --dir VN',
    'plan clear plan.y2021 --as chief --return --note "…" --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const account = await actingAccount(call, node, 'desk');
      const open = await openSubmission(node, programme, ref);
      if (open === undefined)
        throw new CommandFault(
          'refused',
          'nothing-to-clear',
          call.t('cli.nothingToClear', { text: ref.text }),
        );
      const decision = call.flag('return') ? 'returned' : 'cleared';
      const given = { decision, note: call.text('note') ?? '', version: open.version } as const;
      const decided = await decideSubmission(node, programme, account.id, open.id, given);
      if (call.flag('json')) call.terminal.json({ submission: decided.id, state: decided.state });
      else
        call.terminal.print(
          call.t(decision === 'cleared' ? 'cli.cleared' : 'cli.returned', { text: ref.text }),
        );
      return undefined;
    }),
};

/** What is put before whoever clears it: each change with what it replaces and what the others say. */
function answerPrepared(call: Call, submission: Submission): undefined {
  const { t, terminal } = call;
  const { comparison, entries, id, state } = submission;
  if (call.flag('json')) {
    terminal.json({ submission: id, state, entries, comparison });
    return undefined;
  }
  for (const { after, before, field, item, theirs } of comparison) {
    terminal.print(`${item} ${field}: ${short(before)} → ${short(after)}`);
    for (const { party, value } of theirs) terminal.print(`   ${party}: ${short(value)}`);
  }
  terminal.print(t('cli.submissionPrepared', { entries }));
  return undefined;
}

const short = (value: unknown): string => (value === undefined ? '…' : JSON.stringify(value));
