import type { ExitName } from './exits.ts';

/** A command that stops on purpose: how it ends, and a sentence of what happened, what was kept, what to do. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault';
  readonly exit: ExitName;
  /** For scripts; stable. */
  readonly code: string;

  constructor(exit: ExitName, code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.exit = exit;
    this.code = code;
  }
}
