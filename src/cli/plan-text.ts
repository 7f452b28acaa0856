import { isSubjectId } from '../core/bytes/ids.ts';
import { textKind } from '../core/kinds/catalogue.ts';
import type { Register } from '../core/register/register.ts';
import { inForce } from '../core/register/texts.ts';
import type { DraftRef } from '../core/text/view.ts';
import type { Node } from '../node/node.ts';
import type { KnownProgramme } from '../node/programmes.ts';
import type { Call, Options } from './command.ts';
import { CommandFault } from './fault.ts';
import { chosenProgramme } from './with-node.ts';

/** Which draft of a text a command works on. */
export const textOptions = {
  programme: { value: 'ID', says: 'cli.optionProgramme' },
  amend: { says: 'cli.optionAmend' },
  correct: { says: 'cli.optionCorrect' },
} as const satisfies Options;

export const accountOption = { as: { value: 'NAME', says: 'cli.optionAs' } } as const satisfies Options;

/** A draft of a text in a programme. */
export interface ChosenText {
  readonly programme: KnownProgramme;
  readonly register: Register;
  readonly ref: DraftRef;
}

/** The draft that the first operand names: the first version, or with `--amend` or `--correct` one on what is in force. */
export async function chosenText(call: Call, node: Node): Promise<ChosenText> {
  const programme = await chosenProgramme(call, node);
  const register = await programme.register();
  const text = call.operands[0] ?? '';
  if (!isSubjectId(text) || textKind(register.kinds, text) === undefined)
    throw new CommandFault('refused', 'text-missing', call.t('cli.textForm', { text }));
  if (!call.flag('amend') && !call.flag('correct')) return { programme, register, ref: { text } };
  const base = inForce(register, text, programme.today())?.contentHash;
  if (base === undefined)
    throw new CommandFault('refused', 'text-not-in-force', call.t('cli.textNotInForce', { text }));
  const mode = call.flag('correct') ? 'correction' : 'amendment';
  return { programme, register, ref: { text, base, mode } };
}
