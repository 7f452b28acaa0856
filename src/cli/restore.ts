import { restoreFolder } from '../store/backup.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { now } from './time.ts';
import { configOf } from './with-node.ts';

export const restore: Command = {
  usage: ['BACKUP --dir FOLDER'],
  operands: { least: 1, most: 1 },
  options: { ...dirOption, ...jsonOption },
  examples: ['restore /media/stick/vn-backup --dir VN-again'],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const from = call.operands[0] ?? '';
    const { dir } = configOf(call);
    await restoreFolder(from, dir, now());
    if (call.flag('json')) call.terminal.json({ dir, signing: 'locked' });
    else call.terminal.print(call.t('cli.restoreDone', { dir }));
    return 'ok';
  },
};
