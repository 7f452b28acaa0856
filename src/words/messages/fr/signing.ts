import type { signing as en } from '../en/signing.ts';

export const signing = {
  'signing.title': 'Salle de signature',
  'signing.intro':
    'C’est exactement ceci qui sera signé. Le texte ci-dessous est tiré des octets que couvre la signature, et de rien d’autre.',
  'signing.fingerprint': 'Empreinte',
  'signing.fingerprintHint': 'À lire à voix haute à l’autre partie : elle doit y être la même.',
  'signing.will': 'Ce que fait la signature',
  'signing.willBind':
    'Elle donne le consentement de la partie {party} à ce texte même, dans chaque langue faisant foi.',
  'signing.willStay': 'Elle reste dans notre registre et ne peut être reprise.',
  'signing.willForce': 'Quand toutes les parties ont signé, le texte entre en vigueur {effective}.',
  'signing.willNot': 'Ce qu’elle ne fait pas',
  'signing.willNotAlone':
    'À elle seule elle ne met rien en vigueur : chaque partie doit signer le même texte.',
  'signing.willNotReports': 'Elle ne change aucun compte rendu ni texte antérieur.',
  'signing.legalCharacter': 'Nature juridique',
  'signing.effectiveOnSignature': 'le jour de la dernière signature',
  'signing.effectiveDate': 'le {date}',
  'signing.effectiveDaysAfter':
    '{days, plural, one {# jour après la dernière notification} other {# jours après la dernière notification}}',
  'signing.supersedes': 'Remplace',
  'signing.changedSince': 'Ce qui change depuis le texte en vigueur',
  'signing.firstText': 'Premier texte : il n’y en a pas en vigueur à comparer.',
  'signing.positionsDiffer':
    '{count, plural, one {# position diffère à présent de ce texte} other {# positions diffèrent à présent de ce texte}}',
  'signing.blocked': 'Ne peut pas encore être signé',
  'signing.blockedBracket':
    '{count, plural, one {# passage reste entre crochets} other {# passages restent entre crochets}}',
  'signing.blockedAwaits':
    '{count, plural, one {# champ attend la partie {party}} other {# champs attendent la partie {party}}}',
  'signing.blockedMissing':
    '{count, plural, one {# champ obligatoire manque} other {# champs obligatoires manquent}}',
  'signing.blockedStale':
    '{count, plural, one {# cellule en {language} est à confirmer} other {# cellules en {language} sont à confirmer}}',
  'signing.blockedMissingLanguage':
    '{count, plural, one {# cellule n’a pas de texte en {language}} other {# cellules n’ont pas de texte en {language}}}',
  'signing.blockedFiles':
    '{count, plural, one {# pièce jointe n’est pas arrivée} other {# pièces jointes ne sont pas arrivées}}',
  'signing.blockedLocked': 'La signature est verrouillée sur ce nœud. Voir la page des échanges.',
  'signing.goToFirst': 'Aller au premier point ouvert',
  'signing.proposeAct': 'Présenter à la signature',
  'signing.proposedBy': 'Présenté par la partie {party}, {date}',
  'signing.openUntil': 'Ouvert à la signature jusqu’à : {date}',
  'signing.openUntilPast': 'Le délai d’ouverture ({date}) est passé. Une signature vaut toujours.',
  'signing.signedBy': 'Signé par la partie {party}',
  'signing.awaitsSignature': 'En attente de la partie {party}',
  'signing.signedByAwaits': 'Signé par la partie {party}, en attente de la partie {other}',
  'signing.mayStill': 'Peut encore entrer en vigueur si la partie {party} signe',
  'signing.inForceKnown': 'En vigueur, à la connaissance de ce nœud',
  'signing.inForceCertain': 'En vigueur. Nous n’avons rien signé de plus récent : c’est certain.',
  'signing.inForceSince': 'En vigueur depuis : {date}',
  'signing.capacity': 'Vous signez en qualité de',
  'signing.name': 'Nom',
  'signing.post': 'Fonction',
  'signing.postIn': 'Fonction, en {language}',
  'signing.authority': 'Pouvoir',
  'signing.authorityPost': 'en vertu de la fonction',
  'signing.authorityDelegated': 'par délégation : {source}',
  'signing.place': 'Lieu de signature',
  'signing.date': 'Date de signature',
  'signing.strength': 'Force de la signature',
  'signing.strengthAccount': 'compte',
  'signing.strengthPersonal': 'clé personnelle',
  'signing.strengthPaper': 'papier',
  'signing.passwordAgain': 'Votre mot de passe à nouveau, pour attester que c’est vous',
  'signing.haveRead': 'J’ai lu le texte en {language}',
  'signing.sign': 'Signer',
  'signing.signing': 'Signature en cours…',
  'signing.signed': 'Signé. La signature est gardée ici durablement et partira au prochain échange.',
  'signing.decline': 'Décliner',
  'signing.declineReason': 'Motif du refus',
  'signing.declineHint': 'Décliner n’efface pas une signature déjà donnée.',
  'signing.rescind': 'Retirer cette présentation',
  'signing.concordance': 'Concordance des langues certifiée par {name}, {post}',
  'signing.certifyConcordance': 'Certifier la concordance des langues',
  'signing.adReferendum': 'Convenu ad referendum',
  'signing.initialled': 'Paraphé',
  'signing.contested': 'Contestée : {reason}. Elle compte toujours.',
  'signing.doneIn':
    'Fait en {count, plural, one {# exemplaire original} other {# exemplaires originaux}}, en {languages}, chaque texte faisant également foi.',
  'signing.ourCopy': 'Notre exemplaire',
} satisfies Record<keyof typeof en, string>;
