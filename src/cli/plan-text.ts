import { isSubjectId, type SubjectId } from '../core/bytes/ids.ts';
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
  const ref = draftOn(call, programme, register, text);
  if (ref === undefined)
    throw new CommandFault('refused', 'text-not-in-force', call.t('cli.textNotInForce', { text }));
  return { programme, register, ref };
}

/**
 * The drafts that all operands name, of several texts for one act (A10). With `--amend` or `--correct` what is in force of
 * them is changed, and the others are first versions.
 */
export async function chosenTexts(call: Call, node: Node): Promise<readonly DraftRef[]> {
  const [only, ...others] = call.operands;
  if (only === undefined) return [];
  if (others.length === 0) return [(await chosenText(call, node)).ref];
  const programme = await chosenProgramme(call, node);
  const register = await programme.register();
  return call.operands.map((text) => draftOn(call, programme, register, text) ?? { text: text as SubjectId });
}

/** Undefined when a change is asked for of what is not in force. */
function draftOn(
  call: Call,
  programme: KnownProgramme,
  register: Register,
  text: string,
): DraftRef | undefined {
  if (!isSubjectId(text) || textKind(register.kinds, text) === undefined)
    throw new CommandFault('refused', 'text-missing', call.t('cli.textForm', { text }));
  if (!call.flag('amend') && !call.flag('correct')) return { text };
  const base = inForce(register, text, programme.today())?.contentHash;
  if (base === undefined) return undefined;
  return { text, base, mode: call.flag('correct') ? 'correction' : 'amendment' };
}
