import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'Bureau',
  'desk.waitingForUs': 'Attendu de nous',
  'desk.waitingForThem': 'Attendu de : {party}',
  'desk.changedSince': 'Changements depuis : {date}',
  'desk.dueSoon': 'Échéances proches',
  'desk.mentions': 'Mentions',
  'desk.overdue': 'En retard',
  'desk.brackets': '{count, plural, one {# passage entre crochets} other {# passages entre crochets}}',
  'desk.waitCount':
    '{count, plural, one {# champ attend la partie {party}} other {# champs attendent la partie {party}}}',
  'desk.unsent': '{count, plural, one {# modification non envoyée} other {# modifications non envoyées}}',
  'desk.divergences':
    '{count, plural, one {# divergence entre les comptes rendus} other {# divergences entre les comptes rendus}}',
  'desk.lastExchange': 'Dernier échange avec la partie {party} : {time}',
  'desk.noExchangeYet': 'Aucun échange encore avec la partie {party}',
  'desk.empty':
    'Rien ne vous attend. Ouvrez un plan pour le poursuivre, ou la page des échanges pour voir ce que détient le partenaire.',
  'desk.emptyNoProgramme':
    'Pas encore de programme. Fondez-en un avec le partenaire, ou préparez-en un seul.',
  'desk.newsCount':
    '{count, plural, one {# changement depuis votre dernier passage} other {# changements depuis votre dernier passage}}',
  'desk.newsNone': 'Rien de nouveau depuis votre dernier passage',
  'desk.news': 'Ce qui a changé',
} satisfies Record<keyof typeof en, string>;
