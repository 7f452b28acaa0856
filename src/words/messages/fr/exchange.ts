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
  'exchange.running': 'Échange avec la partie {party} : {done} sur {total}',
  'exchange.finished': 'Échangé : {sent} envoyées, {received} reçues',
  'exchange.interrupted': 'Interrompu. Rien n’est fait à moitié ; le prochain échange reprendra ici.',
  'exchange.address': 'Adresse du nœud de la partie {party}',
  'exchange.addressNone': 'Pas d’adresse : échange par pli seulement',
  'exchange.pouch': 'Pli d’échange',
  'exchange.pouchExplained':
    'Un fichier chiffré contenant tout ce qui manque au partenaire. À porter sur une clé ou à envoyer : lui seul peut l’ouvrir.',
  'exchange.pouchPack': 'Préparer un pli pour la partie {party}',
  'exchange.pouchOpen': 'Ouvrir un pli',
  'exchange.pouchChoose': 'Choisir le fichier, ou le déposer ici',
  'exchange.pouchPacked':
    'Préparé : {entries, plural, one {# inscription} other {# inscriptions}}, {files, plural, one {# pièce jointe} other {# pièces jointes}}, {size}',
  'exchange.pouchOpened':
    'Ouvert : {entries, plural, one {# inscription nouvelle} other {# inscriptions nouvelles}}, {files, plural, one {# pièce jointe} other {# pièces jointes}}',
  'exchange.pouchNothingNew': 'Rien de nouveau : nous détenions déjà tout.',
  'exchange.pouchInspect': 'Examiner un pli sans l’ouvrir',
  'exchange.gap': 'Les inscriptions {from} à {to} de la partie {party} manquent. Ce qui suit attend.',
  'exchange.fork':
    'La partie {party} a signé deux inscriptions différentes à la place {seq}. Les deux sont gardées comme preuve ; la suite est sans effet jusqu’à décision de sa clé racine.',
  'exchange.inert':
    '{count, plural, one {# inscription est gardée sans effet} other {# inscriptions sont gardées sans effet}}',
  'exchange.refused': 'Inscriptions refusées',
  'exchange.locked':
    'Signature verrouillée : ce nœud vient d’une sauvegarde et attend que la partie {party} confirme où en est notre registre. La lecture fonctionne.',
  'exchange.lockedStorage':
    'Signature verrouillée : le disque n’a pas confirmé une écriture. La lecture fonctionne. Copiez le dossier, puis vérifiez le disque.',
  'exchange.verify': 'Tout vérifier',
  'exchange.verified':
    '{count, plural, one {# inscription vérifiée} other {# inscriptions vérifiées}} : chaîne, condensats et signatures sont justes',
  'exchange.exportRegister': 'Exporter tout le registre',
  'exchange.logTitle': 'Échanges passés',
  'exchange.way': 'Voie',
  'exchange.wayOnline': 'réseau',
  'exchange.wayPouch': 'pli',
  'exchange.empty': 'Pas encore de partenaire. Fondez d’abord un programme.',
  'exchange.lock.failed':
    'Le disque n’a pas confirmé une écriture. Signature verrouillée ; tout ce qui était confirmé est gardé. Copiez le dossier, puis vérifiez le disque.',
  'exchange.lock.corrupt':
    'La base est endommagée. Signature verrouillée. Reconstruisez-la à partir des inscriptions, ou reprenez-les des partenaires.',
  'exchange.lock.behind':
    'Un partenaire détient de notre registre plus que ce nœud. Signature verrouillée jusqu’à reprise.',
  'exchange.lock.beside':
    'Ce que ce nœud détient diffère de ce qu’il a jadis envoyé. Signature verrouillée. La racine décide de la suite.',
  'exchange.lock.watermark-unreadable':
    'Le repère du dernier envoi est illisible. Signature verrouillée jusqu’à ce que les partenaires confirment notre registre.',
  'exchange.lock.restored':
    'Ce nœud vient d’une sauvegarde. Signature verrouillée jusqu’à ce que les partenaires confirment où en est notre registre.',
  'exchange.lock.forked':
    'Notre propre journal a deux branches. Signature verrouillée jusqu’à ce que la racine en continue une.',
  'exchange.lock.key-missing':
    'La clé qui tient notre registre n’est pas dans ce dossier. Signature verrouillée. Rapportez-la, ou que la racine en admette une nouvelle.',
  'exchange.lockAwaits': 'Confirmation attendue : {parties}',
  'exchange.pouchScopeLacks': 'Ce qu’ils n’ont pas confirmé',
  'exchange.pouchScopeAll': 'Tout',
  'exchange.pouchFrom': 'De la partie {from} à la partie {to}, établi : {time}',
  'exchange.wouldBring':
    'L’ouvrir apporterait {entries, plural, one {# inscription nouvelle} other {# inscriptions nouvelles}} et {files, plural, one {# pièce jointe} other {# pièces jointes}}.',
  'exchange.waiting':
    'L’inscription {seq} de la partie {party} attend l’inscription {needs} de la partie {other}',
  'exchange.nextTry': 'Prochain essai : {time}',
  'exchange.listens': 'Notre adresse d’échange : {address}',
} satisfies Record<keyof typeof en, string>;
