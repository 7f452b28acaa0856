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
  'desk.tour.title': 'Un premier coup d’œil',
  'desk.tour.hint': 'Ceci est une démonstration. Suivez les étapes ; gardez l’autre partie ouverte à côté.',
  'desk.tour.article': 'Les entretiens du 4 décembre 2020 : qui, quoi, avec quelle portée, de quelle source',
  'desk.tour.record':
    'Dix-huit ans d’archives : la longueur de la frontière en cinq chiffres, aucun n’est choisi',
  'desk.tour.ministers': 'Qui était ministre le jour de la signature, et comment on le sait',
  'desk.tour.plan':
    'Le plan suivant, langues côte à côte : acceptez un crochet, proposez autre chose ailleurs ; rien n’est envoyé',
  'desk.tour.send': 'Validez et envoyez : la fenêtre de l’autre partie change dans la seconde',
  'desk.tour.sign':
    'Celui de 2021, signé des deux : le texte, son empreinte, qui a signé où ; le suivant se signe de même',
  'desk.tour.phone': 'Un poste frontière rend compte sans réseau : enregistré, envoyé, reçu',
  'desk.tour.rice': '1 000 tonnes envoyées, 980 reçues : un procès-verbal tranche, l’historique reste',
  'desk.tour.brief': 'La note au ministre en une page, à imprimer aussi en lao',
  'desk.tour.review':
    'Ce qu’il est advenu du plan de 2021, selon les deux parties ; l’inachevé ouvre le suivant',
  'desk.tour.pouch':
    'Sans réseau : échangez par pli d’échange ; changez-en un octet, il est refusé, rien n’est écrit',
} satisfies Record<keyof typeof en, string>;
