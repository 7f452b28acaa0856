import { backupFolder } from '../store/backup.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { now } from './time.ts';
import { configOf } from './with-node.ts';

export const backup: Command = {
  usage: ['--dir FOLDER --out FOLDER'],
  operands: { least: 0, most: 0 },
  options: {
    ...dirOption,
    out: { value: 'FOLDER', says: 'cli.optionBackupOut', required: true },
    ...jsonOption,
  },
  examples: ['backup --dir VN --out /media/stick/vn-backup'],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const out = call.need('out');
    const made = now();
    const { files } = await backupFolder(configOf(call).dir, out, made);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (call.flag('json')) call.terminal.json({ backup: out, made, files: files.length, bytes });
    else call.terminal.print(call.t('cli.backupDone', { folder: out, files: files.length }));
    return 'ok';
  },
};
