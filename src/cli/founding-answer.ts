import type { FoundingState } from '../node/founding.ts';
import { type LookAlike, lookAlikes } from '../node/look-alikes.ts';
import type { Names, Node } from '../node/node.ts';
import { findProgramme } from '../node/programmes.ts';
import type { Call } from './command.ts';

/** Says where a founding stands, with the fingerprint to be read aloud before anybody signs. */
export async function answerFounding(
  call: Call,
  node: Node,
  state: FoundingState,
  file: string,
): Promise<void> {
  const { t, terminal } = call;
  const { fingerprint, id, missingSignatures, signed } = state;
  const warnings = await lookAlikesIn(node, state);
  if (call.flag('json')) {
    terminal.json({ programme: id, fingerprint, signed, missing: missingSignatures, file, warnings });
    return;
  }
  terminal.print(t('cli.programmeIs', { programme: id }));
  if (fingerprint !== undefined) {
    terminal.print(t('cli.fingerprintIs', { digits: fingerprint.digits, words: fingerprint.words }));
  }
  printLookAlikes(call, warnings);
  terminal.print(t('cli.foundingSigned', { parties: signed.join(', ') }));
  terminal.print(
    missingSignatures.length === 0
      ? t('cli.foundingWhole')
      : t('cli.foundingAwaits', { parties: missingSignatures.join(', '), file }),
  );
}

/** Names that may be taken for each other, in this founding and beside it. */
export async function lookAlikesIn(node: Node, state: FoundingState): Promise<readonly LookAlike[]> {
  const names: Names = (await findProgramme(node, state.id))?.names ?? {};
  return lookAlikes(node, { ...state, names });
}

/** Warns of them, with the fingerprints that tell them apart. */
export function printLookAlikes({ t, terminal }: Call, warnings: readonly LookAlike[]): void {
  for (const { fingerprint = '–', like, likeFingerprint = '–', name, what } of warnings) {
    terminal.print(t(what === 'party' ? 'cli.partiesAlike' : 'cli.programmesAlike'));
    terminal.print(`  ${fingerprint}  ${name}`);
    terminal.print(`  ${likeFingerprint}  ${like}`);
  }
}
