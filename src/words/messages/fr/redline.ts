import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'Comparaison',
  'redline.pickFrom': 'Version antérieure',
  'redline.pickTo': 'Version ultérieure',
  'redline.revision': 'Révision {number}, en vigueur depuis : {date}',
  'redline.ourDraft': 'Notre projet, non envoyé',
  'redline.inserted': 'inséré',
  'redline.deleted': 'supprimé',
  'redline.changes': '{count, plural, one {# changement} other {# changements}}',
  'redline.noChange': 'Les deux versions sont identiques, mot pour mot.',
} satisfies Record<keyof typeof en, string>;
