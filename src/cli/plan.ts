import type { CommandGroup } from './command.ts';
import { begin, fill } from './plan-begin.ts';
import { accept, counter, take, undo } from './plan-change.ts';
import { clear, send } from './plan-send.ts';
import { show } from './plan-show.ts';
import { returned, workbook } from './plan-workbook.ts';

/** Every negotiated text: plans first, minutes and what comes later alike. */
export const plan: CommandGroup = {
  commands: { show, begin, fill, take, accept, counter, undo, send, clear, workbook, return: returned },
};
