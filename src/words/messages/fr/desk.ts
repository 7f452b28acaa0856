import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'Bureau',
  'desk.waitingForUs': 'Attendu de nous',
  'desk.waitingForMe': 'Attendu de moi',
  'desk.waitingForThem': 'Attendu de : {party}',
  'desk.changedSince': 'Changements depuis : {date}',
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
  'desk.toSign': '{text} : prêt à la signature',
  'desk.toCountersign': '{text} : signé par la partie {party}, attend notre signature',
  'desk.allAgreed': '{text} : tous les textes sont concordants',
  'desk.lastExchange': 'Dernier échange avec la partie {party} : {time}',
  'desk.noExchangeYet': 'Aucun échange encore avec la partie {party}',
  'desk.empty':
    'Rien ne vous attend. Ouvrez un plan pour le poursuivre, ou la page des échanges pour voir ce que détient le partenaire.',
  'desk.emptyNoProgramme':
    'Pas encore de programme. Fondez-en un avec le partenaire, ou préparez-en un seul.',
  'desk.guideTitle': 'Les dix premières minutes',
  'desk.guideIntro': 'Du passage entre crochets au plan en vigueur.',
  'desk.guideAccept':
    'Ouvrez le plan de l’année, acceptez un passage entre crochets, contre-proposez-en un autre.',
  'desk.guideSend': 'Préparez l’envoi, visez-le, envoyez : l’autre fenêtre change.',
  'desk.guideRest': 'De l’autre côté, acceptez tout le reste et confirmez la cellule en lao.',
  'desk.guideSign': 'Signez d’un côté, puis de l’autre : en vigueur, deux fois la même empreinte.',
  'desk.guideReport': 'Comparez les deux comptes rendus d’une activité et arrêtez un chiffre.',
  'desk.card.brackets':
    '{count, plural, one {# passage entre crochets à régler} other {# passages entre crochets à régler}}',
  'desk.card.crossed': '{count, plural, one {# champ croisé} other {# champs croisés}}',
  'desk.card.awaitsUs':
    '{count, plural, one {# champ attend notre réponse} other {# champs attendent notre réponse}}',
  'desk.card.awaitsThem':
    '{count, plural, one {# champ attend la partie {party}} other {# champs attendent la partie {party}}}',
  'desk.card.stale':
    '{count, plural, one {# cellule a une langue à confirmer} other {# cellules ont une langue à confirmer}}',
  'desk.card.ready': 'Tout est concordant : peut être présenté à la signature',
  'desk.card.unsent':
    '{count, plural, one {# de nos modifications n’est pas envoyée} other {# de nos modifications ne sont pas envoyées}}',
  'desk.card.toClear': 'Un dossier attend le visa',
  'desk.card.cleared': 'Un dossier est visé et peut être envoyé',
  'desk.card.returned': 'Un dossier est revenu',
  'desk.card.toSign': 'Attend notre signature',
  'desk.card.theySign': 'Attend la signature de la partie {party}',
  'desk.card.declined': 'Décliné par la partie {party}',
  'desk.card.inForce': 'En vigueur, à la connaissance de ce nœud',
  'desk.card.divergence': 'Les deux parties rendent compte différemment',
  'desk.card.noReport': 'Nous n’avons pas encore rendu compte',
  'desk.card.due': 'Échéance : {when}',
  'desk.card.overdue': 'En retard depuis : {when}',
  'desk.card.changedByThem':
    '{count, plural, one {La partie {party} a modifié # champ} other {La partie {party} a modifié # champs}}',
  'desk.card.comment': 'Un commentaire de la partie {party}',
  'desk.card.report': 'Un compte rendu de la partie {party}',
  'desk.card.recorded':
    'La partie {party} a consigné une position de notre part : confirmez-la ou énoncez-en une autre',
  'desk.card.openUntil': 'Ouvert à la signature jusqu’à : {when}',
  'desk.card.keyWaits':
    '{count, plural, one {# clé de signature attend d’être admise par la racine} other {# clés de signature attendent d’être admises par la racine}}',
  'desk.card.locked': 'La signature est verrouillée sur ce nœud',
  'desk.card.fork': 'La partie {party} a signé deux inscriptions différentes à une même place',
  'desk.markSeen': 'J’ai vu : compter les changements à partir d’ici',
} satisfies Record<keyof typeof en, string>;
