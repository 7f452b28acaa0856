import type { SubjectId } from '../core/bytes/ids.ts';
import { draftsOfText } from '../node/drafts.ts';
import { beginText, draftFrom } from '../node/texts.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { namesOf } from './names.ts';
import { accountOption, chosenText, textOptions } from './plan-text.ts';
import { actingAccount, chosenProgramme, withNode } from './with-node.ts';

const exits = ['refused', 'storage'] as const;

/** Begins any kind of text; a review from the plan it reviews, a plan from the review that carries lines over. */
export const begin: Command = {
  usage: [
    'KIND --title LANG=TEXT … [--name SUFFIX] [--from TEXT] [--stage midYear|yearEnd] [--dir FOLDER] [--as NAME]',
  ],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    programme: textOptions.programme,
    title: { value: 'LANG=TEXT', says: 'cli.optionProse', repeats: true, required: true },
    name: { value: 'SUFFIX', says: 'cli.optionSuffix' },
    from: { value: 'TEXT', says: 'cli.optionFromText' },
    stage: { value: 'STAGE', says: 'cli.optionStage' },
    ...accountOption,
    ...jsonOption,
  },
  examples: [
    'plan begin review --from plan.y2021 --stage yearEnd --name y2021 --title vi="Tổng kết" --title lo="ບົດສະຫຼຸບ" --dir VN',
    'plan begin plan --from review.y2021 --name y2022 --title vi="Kế hoạch" --title lo="ແຜນການ" --dir VN',
  ],
  exits,
  run: (call) =>
    withNode(call, async (node) => {
      const programme = await chosenProgramme(call, node);
      const account = await actingAccount(call, node, 'desk');
      const stage = call.text('stage');
      const text = await beginText(node, programme, account.id, {
        kind: call.operands[0] ?? '',
        suffix: call.text('name'),
        title: namesOf(call, 'title'),
        from: call.text('from'),
        ...(stage === undefined ? {} : { fields: { stage } }),
      });
      const unsent = (await draftsOfText(node, programme, { text })).length;
      if (call.flag('json')) call.terminal.json({ text, unsent });
      else call.terminal.print(call.t('cli.prepared', { changed: unsent, unsent, text }));
      return undefined;
    }),
};

/** Our side's part of a text that the other side began from a plan: the same lines, with what we reported. */
export const fill: Command = {
  usage: ['TEXT --from TEXT [--dir FOLDER] [--as NAME]'],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    ...textOptions,
    from: { value: 'TEXT', says: 'cli.optionFromText', required: true },
    ...accountOption,
    ...jsonOption,
  },
  examples: ['plan fill review.y2021 --from plan.y2021 --dir LA'],
  exits,
  run: (call) =>
    withNode(call, async (node) => {
      const { programme, ref } = await chosenText(call, node);
      const account = await actingAccount(call, node, 'desk');
      const changed = await draftFrom(node, programme, account.id, ref, call.need('from') as SubjectId);
      const unsent = (await draftsOfText(node, programme, ref)).length;
      if (call.flag('json')) call.terminal.json({ changed, unsent });
      else call.terminal.print(call.t('cli.prepared', { changed, unsent, text: ref.text }));
      return undefined;
    }),
};
