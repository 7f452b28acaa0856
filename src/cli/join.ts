import { readFileSync } from 'node:fs';
import { foundingFile, joinFounding, readFoundingFile } from '../node/founding.ts';
import { partyOf } from '../node/node.ts';
import { replaceFile } from '../store/durable-file.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { rootOf, rootOptions } from './found.ts';
import { answerFounding } from './founding-answer.ts';
import { withNode } from './with-node.ts';

export const join: Command = {
  usage: ['FILE --dir FOLDER --out FILE', 'FILE --dir FOLDER'],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    out: { value: 'FILE', says: 'cli.optionJoinOut' },
    ...rootOptions,
    ...jsonOption,
  },
  examples: ['join founding.json --dir LA --out founding-signed.json', 'join founding-signed.json --dir VN'],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const file = readFileSync(call.operands[0] ?? '');
      const { founding, signatures } = readFoundingFile(node, file);
      const ours = partyOf(node).party;
      const held = await node.store.founding(founding.programme);
      const isSigned = [...signatures, ...(held?.signatures ?? [])].some(({ party }) => party === ours);
      const root = isSigned ? undefined : await rootOf(call, node);
      const state = await joinFounding(node, file, root && (() => root), null);
      const out = call.text('out');
      if (out !== undefined) await replaceFile(out, await foundingFile(node, state.id));
      await answerFounding(call, node, state, out ?? call.t('cli.foundingNoFile'));
      return 'ok';
    }),
};
