import { rebuildFolder } from '../store/rebuild.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { configOf } from './with-node.ts';

export const rebuild: Command = {
  usage: ['--dir FOLDER'],
  operands: { least: 0, most: 0 },
  options: { ...dirOption, ...jsonOption },
  examples: ['rebuild --dir VN'],
  exits: ['refused', 'locked', 'storage'],
  run: async (call) => {
    const { t, terminal } = call;
    const { branches, damaged } = rebuildFolder(configOf(call).dir);
    const lost = damaged.length > 0 || branches.some(({ beyond }) => beyond > 0);
    if (call.flag('json')) terminal.json({ branches, damaged });
    else {
      for (const { beyond, party, seq } of branches) {
        terminal.print(t('cli.rebuildFeed', { party, seq }));
        if (beyond > 0) terminal.print(t('cli.rebuildBeyond', { party, seq, runs: beyond }));
      }
      for (const table of damaged) terminal.print(t('cli.rebuildDamaged', { table }));
      terminal.print(t('cli.rebuildDone'));
    }
    return lost ? 'refused' : 'ok';
  },
};
