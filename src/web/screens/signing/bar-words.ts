import type { ConsentBar } from '../../../api/acts.ts';
import { sentenceOf } from '../../state/problem-words.ts';
import { t } from '../../state/words.svelte.ts';

/** Why an account cannot sign, in words. */
export function barWords(code: ConsentBar): string {
  switch (code) {
    case 'already-signed':
      return t('app.bar.alreadySigned');
    case 'not-a-signer':
      return t('app.bar.notASigner');
    case 'not-signatory':
      return t('app.bar.notSignatory');
    case 'no-key':
      return t('app.bar.noKey');
    case 'key-not-admitted':
      return t('app.bar.keyNotAdmitted');
    case 'locked':
      return t('signing.blockedLocked');
    case 'ancestor-missing':
      return t('app.bar.ancestorMissing');
    case 'parties-changed':
      return t('app.bar.partiesChanged');
    case 'joiners-first':
      return t('app.bar.joinersFirst');
    case 'parties-unknown':
      return t('app.bar.partiesUnknown');
    case 'unconfirmed':
      return sentenceOf('sign.unconfirmed');
    case 'chain':
    case 'content-missing':
    case 'attachment-missing':
    case 'declined':
    case 'withdrawn':
    case 'superseded':
      return sentenceOf(`act.${code}`);
  }
}
