import type { exchange as en } from '../en/exchange.ts';

export const exchange = {
  'exchange.title': 'Échanges',
  'exchange.intro': 'Ce que chaque partenaire détient du registre commun, et depuis quand.',
  'exchange.weHold': 'Nous détenons de la partie {party} : jusqu’à l’inscription {seq}',
  'exchange.theyHold': 'La partie {party} détient de nous : jusqu’à l’inscription {seq}, confirmé : {time}',
  'exchange.theyHoldUnknown': 'La partie {party} n’a encore rien confirmé',
  'exchange.holdsNotRead': '« Détient » ne veut pas dire « a lu ».',
  'exchange.staleSince': 'Rien de la partie {party} depuis : {time}',
  'exchange.toSend': '{count, plural, one {# inscription à envoyer} other {# inscriptions à envoyer}}',
  'exchange.upToDate': 'Les deux parties détiennent la même chose',
  'exchange.now': 'Échanger maintenant',
  'exchange.finished': 'Échangé : {sent} envoyées, {received} reçues',
  'exchange.address': 'Adresse du nœud de la partie {party}',
  'exchange.addressNone': 'Pas d’adresse : échange par pli seulement',
  'exchange.pouch': 'Pli d’échange',
  'exchange.pouchExplained':
    'Un fichier chiffré contenant tout ce qui manque au partenaire. À porter sur une clé ou à envoyer : lui seul peut l’ouvrir.',
  'exchange.pouchPack': 'Préparer un pli pour la partie {party}',
  'exchange.pouchOpen': 'Ouvrir un pli',
  'exchange.pouchChoose': 'Choisir le fichier, ou le déposer ici',
  'exchange.pouchOpened':
    'Ouvert : {entries, plural, one {# inscription nouvelle} other {# inscriptions nouvelles}}, {files, plural, one {# pièce jointe} other {# pièces jointes}}',
  'exchange.pouchNothingNew': 'Rien de nouveau : nous détenions déjà tout.',
  'exchange.fork':
    'La partie {party} a signé deux inscriptions différentes à la place {seq}. Les deux sont gardées comme preuve ; la suite est sans effet jusqu’à décision de sa clé racine.',
  'exchange.inert':
    '{count, plural, one {# inscription est gardée sans effet} other {# inscriptions sont gardées sans effet}}',
  'exchange.refused': 'Inscriptions refusées',
  'exchange.locked':
    'Signature verrouillée : ce nœud vient d’une sauvegarde et attend que la partie {party} confirme où en est notre registre. La lecture fonctionne.',
  'exchange.lockedStorage':
    'Signature verrouillée : le disque n’a pas confirmé une écriture. La lecture fonctionne. Copiez le dossier, puis vérifiez le disque.',
  'exchange.theyHoldUntimed': 'La partie {party} détient de nous : jusqu’à l’inscription {seq}',
  'exchange.gapOne':
    'L’inscription {from} de la partie {party} n’est pas arrivée. La suite est gardée en attente.',
  'exchange.gap':
    'Les inscriptions {from}–{to} de la partie {party} ne sont pas arrivées. La suite est gardée en attente.',
  'exchange.pouchWaits':
    'Ce qu’il apporte suit des inscriptions qui ne sont pas arrivées. C’est gardé en attente.',
  'exchange.lockedBehind':
    'Signature verrouillée : ce nœud avait perdu une part de notre propre registre. La partie {party} la rend et confirme où il en est. La lecture fonctionne.',
  'exchange.lockedForked':
    'Signature verrouillée : notre propre registre a deux versions signées. Les deux sont gardées, jusqu’à ce que notre clé racine en continue une. La lecture fonctionne.',
  'exchange.continue': 'Continuer par notre clé racine',
  'exchange.continueHint':
    'Si un partenaire ne peut pas confirmer. Ce qui est ici continue sous une nouvelle clé d’exploitation ; ce qui a été écrit ailleurs au-delà est sans effet. Une signature donnée le reste.',
  'exchange.empty': 'Pas encore de partenaire. Fondez d’abord un programme.',
} satisfies Record<keyof typeof en, string>;
