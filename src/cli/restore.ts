import { continueFeed } from '../node/continuation.ts';
import { Refusal } from '../node/problem.ts';
import { restoreFolder } from '../store/backup.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import type { ExitName } from './exits.ts';
import { rootOf, rootOptions } from './found.ts';
import { usageFault } from './run.ts';
import { now } from './time.ts';
import { chosenProgramme, configOf, withNode } from './with-node.ts';

export const restore: Command = {
  usage: ['BACKUP --dir FOLDER', '--continue --dir FOLDER [--root-keys FOLDER]'],
  operands: { least: 0, most: 1 },
  options: {
    ...dirOption,
    continue: { says: 'cli.optionContinue' },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...rootOptions,
    ...jsonOption,
  },
  examples: ['restore /media/stick/vn-backup --dir VN-again', 'restore --continue --dir VN-again'],
  exits: ['refused', 'locked', 'storage'],
  run: async (call) => {
    if (call.flag('continue')) return continueByRoot(call);
    const [from] = call.operands;
    if (from === undefined)
      throw usageFault(call.t, call.name, call.t('cli.missingOperand', { command: call.name }));
    const { dir } = configOf(call);
    await restoreFolder(from, dir, now());
    if (call.flag('json')) call.terminal.json({ dir, signing: 'locked' });
    else call.terminal.print(call.t('cli.restoreDone', { dir }));
    return 'ok';
  },
};

/** Ends the lock by the root: what stands is extended, and the keys that may have signed elsewhere are void from there (F7, F9). */
function continueByRoot(call: Call): Promise<ExitName | undefined> {
  return withNode(call, async (node) => {
    const { running } = await chosenProgramme(call, node);
    if (running === undefined) throw new Refusal('programme.not-founded');
    const head = await continueFeed(node, running, await rootOf(call, node), null);
    if (call.flag('json')) call.terminal.json({ programme: running.id, head });
    else call.terminal.print(call.t('cli.continued', { seq: head.seq }));
    return undefined;
  });
}
