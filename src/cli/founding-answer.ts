import type { FoundingState } from '../node/founding.ts';
import type { Call } from './command.ts';

/** Says where a founding stands, with the fingerprint to be read aloud before anybody signs. */
export function answerFounding(call: Call, state: FoundingState, file: string): void {
  const { t, terminal } = call;
  const { fingerprint, id, missingSignatures, signed } = state;
  if (call.flag('json')) {
    terminal.json({ programme: id, fingerprint, signed, missing: missingSignatures, file });
    return;
  }
  terminal.print(t('cli.programmeIs', { programme: id }));
  if (fingerprint !== undefined) {
    terminal.print(t('cli.fingerprintIs', { digits: fingerprint.digits, words: fingerprint.words }));
  }
  terminal.print(t('cli.foundingSigned', { parties: signed.join(', ') }));
  terminal.print(
    missingSignatures.length === 0
      ? t('cli.foundingWhole')
      : t('cli.foundingAwaits', { parties: missingSignatures.join(', '), file }),
  );
}
