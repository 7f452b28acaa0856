import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'Bureau',
  'desk.waitingForUs': 'Attendu de nous',
  'desk.waitingForMe': 'Attendu de moi',
  'desk.waitingForThem': 'Attendu de : {party}',
  'desk.changedSince': 'Changements depuis : {date}',
  'desk.dueSoon': 'Échéances proches',
  'desk.overdue': 'En retard',
  'desk.brackets': '{count, plural, one {# passage entre crochets} other {# passages entre crochets}}',
  'desk.staleCells':
    '{count, plural, one {# cellule en {language} à confirmer} other {# cellules en {language} à confirmer}}',
  'desk.waitCount':
    '{count, plural, one {# champ attend la partie {party}} other {# champs attendent la partie {party}}}',
  'desk.unsent': '{count, plural, one {# modification non envoyée} other {# modifications non envoyées}}',
  'desk.divergences':
    '{count, plural, one {# divergence entre les comptes rendus} other {# divergences entre les comptes rendus}}',
  'desk.toSign': '{text} : prêt à la signature',
  'desk.toCountersign': '{text} : signé par la partie {party}, attend notre signature',
  'desk.allAgreed': '{text} : tous les textes sont concordants',
  'desk.lastExchange': 'Dernier échange avec la partie {party} : {time}',
  'desk.noExchangeYet': 'Aucun échange encore avec la partie {party}',
  'desk.empty':
    'Rien ne vous attend. Ouvrez un plan pour le poursuivre, ou la page des échanges pour voir ce que détient le partenaire.',
  'desk.emptyNoProgramme':
    'Pas encore de programme. Fondez-en un avec le partenaire, ou préparez-en un seul.',
  'desk.guideTitle': 'Les dix premières minutes',
  'desk.guideIntro': 'Du passage entre crochets au plan en vigueur.',
  'desk.guideAccept':
    'Ouvrez le plan de l’année, acceptez un passage entre crochets, contre-proposez-en un autre.',
  'desk.guideSend': 'Préparez l’envoi, visez-le, envoyez : l’autre fenêtre change.',
  'desk.guideRest': 'De l’autre côté, acceptez tout le reste et confirmez la cellule en lao.',
  'desk.guideSign': 'Signez d’un côté, puis de l’autre : en vigueur, deux fois la même empreinte.',
  'desk.guideReport': 'Comparez les deux comptes rendus d’une activité et arrêtez un chiffre.',
} satisfies Record<keyof typeof en, string>;
