import { cardFile } from '../node/founding.ts';
import { partyOf } from '../node/node.ts';
import { replaceFile } from '../store/durable-file.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { withNode } from './with-node.ts';

export const card: Command = {
  usage: ['--dir FOLDER --out FILE'],
  operands: { least: 0, most: 0 },
  options: {
    ...dirOption,
    out: { value: 'FILE', says: 'cli.optionCardOut', required: true },
    ...jsonOption,
  },
  examples: ['card --dir VN --out vn.card.json'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const out = call.need('out');
      const { party } = partyOf(node);
      await replaceFile(out, cardFile(node));
      if (call.flag('json')) call.terminal.json({ party, file: out });
      else call.terminal.print(call.t('cli.cardDone', { party, file: out }));
      return 'ok';
    }),
};
