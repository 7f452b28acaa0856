import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'Comparaison',
  'redline.between': 'Entre',
  'redline.and': 'et',
  'redline.pickFrom': 'Version antérieure',
  'redline.pickTo': 'Version ultérieure',
  'redline.revision': 'Révision {number}, en vigueur depuis : {date}',
  'redline.positionAt': 'Position de la partie {party} à l’inscription {seq}',
  'redline.ourDraft': 'Notre projet, non envoyé',
  'redline.inserted': 'inséré',
  'redline.deleted': 'supprimé',
  'redline.changed': 'modifié',
  'redline.moved': 'déplacé',
  'redline.unchanged': 'inchangé',
  'redline.changes': '{count, plural, one {# changement} other {# changements}}',
  'redline.noChange': 'Les deux versions sont identiques, mot pour mot.',
  'redline.acceptThis': 'Accepter celui-ci',
  'redline.onlyChanges': 'Seulement ce qui change',
  'redline.change.added': 'point ajouté',
  'redline.change.removed': 'point retiré',
} satisfies Record<keyof typeof en, string>;
