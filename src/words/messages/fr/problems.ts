import type { problems as en } from '../en/problems.ts';

export const problems = {
  'problems.offline':
    'Notre nœud ne répond pas. Ce que vous avez écrit est encore ici, sans être enregistré. Réessayez dès son retour.',
  'problems.offline.reading':
    'Notre nœud ne répond pas. Rien n’a été modifié. Réessayez quand il sera joignable.',
  'problems.unexpected':
    'Une défaillance de notre nœud. Ce qui était enregistré le reste. Réessayez ; si cela se reproduit, prévenez l’administrateur.',
  'problems.access.denied': 'Votre rôle ne le permet pas. Rien n’a été changé.',
  'problems.account.last-administrator':
    'C’est le dernier administrateur. Rien n’a été changé. Désignez-en d’abord un autre.',
  'problems.account.name-taken': 'Un compte de ce nom existe déjà. Rien n’a été ajouté.',
  'problems.account.stale':
    'Quelqu’un a modifié ce compte entre-temps. Rien n’a été enregistré. Revoyez-le, puis modifiez-le.',
  'problems.act.chain':
    'Nous avons signé un autre texte que celui-ci ne remplace pas. Rien n’a été signé. Présentez un texte qui remplace les deux.',
  'problems.act.content-missing':
    'Le texte entier, ou une pièce jointe, n’est pas arrivé. Rien n’a été signé. Échangez d’abord.',
  'problems.act.declined': 'Une partie a décliné ce texte : nous ne le signons pas. Présentez-en un nouveau.',
  'problems.act.empty':
    'Un acte porte des textes, chacun une fois, ou change les parties. Rien n’a été ajouté. Nommez les textes.',
  'problems.act.joiners':
    'Ceux qui rejoindraient la liste n’ont pas encore signé. Rien n’a été signé. Ils signent d’abord.',
  'problems.act.list': 'La liste des parties a changé. Rien n’a été signé. Présentez à nouveau le texte.',
  'problems.act.parties':
    'Ce ne peuvent être les parties : deux au moins de celles de la fondation, et d’autres que maintenant. Rien n’a été ajouté.',
  'problems.act.stale':
    'Le même texte est déjà présenté. Rien n’a été ajouté. Ouvrez-le dans la salle de signature.',
  'problems.act.superseded': 'Un texte ultérieur a remplacé celui-ci. Rien n’a été signé.',
  'problems.act.unknown': 'Ce texte n’est pas arrivé ici. Rien n’a été signé. Échangez d’abord.',
  'problems.act.withdrawn': 'Ce texte a été retiré : nous ne le signons pas. Présentez-en un nouveau.',
  'problems.attachment.size': 'Le fichier n’a pas la taille annoncée. Il n’a pas été gardé. Renvoyez-le.',
  'problems.attachment.too-large': 'Le fichier dépasse la limite. Il n’a pas été gardé.',
  'problems.attachment-missing': 'Le fichier n’est pas encore ici. Il viendra au prochain échange.',
  'problems.backup-unusable':
    'Ce n’est pas une sauvegarde entière. Rien n’a été rétabli. Prenez-en une autre.',
  'problems.bytes': 'Les données n’ont pas la forme convenue. Refusées en entier ; rien n’a été écrit.',
  'problems.bytes.amount': 'Ceci n’est pas un nombre. Rien n’a été enregistré.',
  'problems.bytes.date':
    'Cette date n’existe pas. Rien n’a été enregistré. Écrivez 2021, 2021-03 ou 2021-03-14.',
  'problems.bytes.not-canonical':
    'Les données ne sont pas sous forme canonique : écrites ou changées par autre chose. Refusées en entier ; rien n’a été écrit.',
  'problems.bytes.too-large':
    'Les données dépassent ce que permet le protocole. Refusées en entier ; rien n’a été écrit.',
  'problems.corrupt':
    'La base de ce dossier est endommagée. La signature est verrouillée, la lecture marche autant que possible. Reconstruisez-la à partir des inscriptions.',
  'problems.draft.nothing': 'Il n’y a rien à envoyer.',
  'problems.draft.stale':
    'Quelqu’un l’a modifié entre-temps. Les deux valeurs sont gardées et affichées ; choisissez-en une ou écrivez-en une troisième.',
  'problems.entry':
    'Une inscription n’a pas la forme du protocole. Elle et la suite sont refusées ; rien n’a été écrit.',
  'problems.exchange.refused':
    'Ce qui est arrivé a été refusé. Rien n’a été écrit. Redemandez-le au partenaire.',
  'problems.export':
    'L’export n’est plus tel qu’il a été écrit : son premier défaut est nommé. Rien n’a été changé.',
  'problems.export.missing': 'Un fichier de l’export manque.',
  'problems.export.stray': 'Un fichier étranger se trouve dans l’export.',
  'problems.failed':
    'Le disque n’a pas confirmé l’écriture. Cette modification n’est pas gardée ; les précédentes le sont. La signature est verrouillée. Prévenez l’administrateur.',
  'problems.feed':
    'Les inscriptions ne s’accordent pas avec le registre que nous détenons. Refusées ; rien n’a été écrit. Redemandez-les au partenaire.',
  'problems.feed.beside':
    'Le partenaire a signé une autre inscription à une place que nous détenons déjà. Les deux sont gardées comme preuve.',
  'problems.feed.gap': 'Des inscriptions intermédiaires manquent. Ce qui est venu est gardé en attente.',
  'problems.feed.key-unknown':
    'Une inscription porte une clé que sa partie n’a jamais admise. Refusée ; rien n’a été écrit.',
  'problems.feed.key-void': 'Une inscription porte une clé déclarée nulle. Refusée ; rien n’a été écrit.',
  'problems.feed.party': 'Une inscription d’une autre partie y figure. Refusée ; rien n’a été écrit.',
  'problems.feed.prev': 'Une inscription ne suit pas la précédente. Refusée ; rien n’a été écrit.',
  'problems.feed.programme': 'Une inscription d’un autre programme y figure. Refusée ; rien n’a été écrit.',
  'problems.feed.signature': 'Une signature n’est pas valable. Refusée ; rien n’a été écrit.',
  'problems.folder-busy': 'Un autre processus travaille sur ce dossier. Celui-ci se retire sans y toucher.',
  'problems.folder-exists':
    'Ce dossier contient déjà quelque chose. Rien n’a été écrit. Choisissez-en un vide.',
  'problems.folder-missing':
    'Il n’y a pas de nœud dans ce dossier. Rien n’a été écrit. Créez-en un par « init ».',
  'problems.folder-newer':
    'Ce dossier vient d’une version plus récente. Rien n’a été touché. Installez cette version.',
  'problems.folder-unreadable':
    'Le dossier est illisible. Rien n’a été touché. Vérifiez ses droits et le disque.',
  'problems.fork': 'Ceci ne prouve pas deux branches. Rien n’a été écrit.',
  'problems.founding':
    'Ce fichier n’est pas une fondation, ou il a été altéré. Rien n’a été ajouté. Redemandez-le.',
  'problems.founding.card-missing':
    'La carte d’une partie manque. Rien n’a été écrit. Réunissez d’abord toutes les cartes.',
  'problems.founding.done':
    'La fondation est déjà écrite. Rien n’a été changé. Envoyez-la à qui ne l’a pas signée.',
  'problems.founding.fingerprint':
    'L’empreinte n’est pas la même. Rien n’a été signé. Ne signez pas ; comparez-la à nouveau avec le partenaire.',
  'problems.founding.invalid':
    'Ce fichier n’est ni une carte ni une fondation en bon état. Rien n’a été ajouté. Redemandez-le au partenaire.',
  'problems.founding.keys': 'Une clé de la fondation est inutilisable ou en double. Rien n’a été ajouté.',
  'problems.founding.languages':
    'Les langues faisant foi de la fondation sont incorrectes. Rien n’a été ajouté.',
  'problems.founding.level':
    'La fondation est d’un niveau de protocole plus récent que ce que connaît cette version. Rien n’a été écrit. Renouvelez d’abord le programme de ce nœud, puis reprenez le même fichier.',
  'problems.founding.names':
    'Un nom de la fondation manque, ou contient des caractères invisibles. Rien n’a été ajouté.',
  'problems.founding.not-us':
    'La fondation ne nous nomme pas, ou nomme une autre clé. Rien n’a été signé. Demandez au partenaire de l’établir d’après notre carte.',
  'problems.founding.parties':
    'Les parties de la fondation sont incorrectes : deux pour un même code, ou moins de deux. Rien n’a été ajouté.',
  'problems.founding.signature': 'Une signature de la fondation n’est pas valable. Rien n’a été ajouté.',
  'problems.inert':
    'L’inscription enfreint une règle du registre. Elle est gardée et montrée, et ne change rien.',
  'problems.inert.body': 'Son corps est mal formé. Gardée sans effet.',
  'problems.inert.cause': 'Elle répond à une inscription qui n’est pas dans son passé. Gardée sans effet.',
  'problems.inert.digest': 'Elle accepte autre chose que ce qui était énoncé. Gardée sans effet.',
  'problems.inert.field': 'Elle nomme un champ que ce genre n’a pas. Gardée sans effet.',
  'problems.inert.head-back': 'Elle cite un état plus ancien que la précédente. Gardée sans effet.',
  'problems.inert.head-party':
    'Elle cite l’état d’un journal dont l’auteur n’est pas partie au programme. Gardée sans effet.',
  'problems.inert.key': 'Sa clé ne le permet pas. Gardée sans effet.',
  'problems.inert.kind': 'D’un genre que ce nœud ne connaît pas. Gardée sans effet.',
  'problems.inert.language': 'Elle donne une langue faisant foi comme traduction. Gardée sans effet.',
  'problems.inert.level': 'Sa clé ne peut consentir aux textes de ce niveau. Gardée sans effet.',
  'problems.inert.list': 'Sa liste des parties ne convient pas. Gardée sans effet.',
  'problems.inert.programme': 'Elle concerne un autre programme. Gardée sans effet.',
  'problems.inert.signature': 'Une signature qu’elle porte n’est pas valable. Gardée sans effet.',
  'problems.inert.type': 'D’un type que ce nœud ne connaît pas. Gardée sans effet.',
  'problems.inert.value': 'Une valeur ne convient pas à son champ. Gardée sans effet.',
  'problems.keys.passphrase': 'La phrase secrète n’ouvre pas la clé racine. Rien n’a été signé.',
  'problems.keys.root-away':
    'La clé racine n’est pas dans ce dossier. Rien n’a été signé. Signez là où elle est gardée.',
  'problems.keys.unknown': 'Il n’y a pas de telle clé. Rien n’a été changé. Revoyez la liste.',
  'problems.lock.signing':
    'La signature est verrouillée jusqu’à ce que les partenaires confirment notre registre. Rien n’a été signé. Échangez d’abord avec eux.',
  'problems.message':
    'Ce que l’autre nœud a envoyé n’a pas la forme convenue. Rien n’a été écrit. Réessayez plus tard.',
  'problems.node.disk-full':
    'Le disque est plein. Cette modification n’est pas gardée ; les précédentes le sont. Libérez de la place, puis réessayez.',
  'problems.node.failed':
    'Une défaillance de notre nœud. Ce qui était enregistré le reste. Réessayez ; si cela se reproduit, prévenez l’administrateur.',
  'problems.node.stopping':
    'Le nœud s’arrête. Tout ce qui était confirmé est gardé. Réessayez dans un instant.',
  'problems.note':
    'Une note signée est illisible ou sa signature n’est pas valable. Laissée de côté ; les inscriptions ne sont pas touchées.',
  'problems.peer.address':
    'Cette adresse n’est pas permise pour un échange. Rien n’a été envoyé. Que l’administrateur l’inscrive.',
  'problems.peer.refused':
    'Le nœud du partenaire a refusé, ou n’a pas sa clé. Ce qui a été échangé est gardé. Voyez l’administrateur du partenaire.',
  'problems.peer.unreachable':
    'Le nœud du partenaire ne répond pas. Tout attend ici et partira plus tard ; ou préparez un pli.',
  'problems.pouch':
    'Ce fichier n’est pas un pli d’échange, ou il est endommagé. Rien n’a été écrit. Redemandez-le au partenaire.',
  'problems.pouch.flipped': 'Le pli a été altéré en chemin. Rien n’a été écrit. Redemandez-le au partenaire.',
  'problems.pouch.programme':
    'Le pli est d’un programme qui n’est pas ici. Rien n’a été écrit. Joignez d’abord le programme.',
  'problems.pouch.recipient':
    'Ce pli ne nous est pas adressé : nous ne pouvons pas l’ouvrir. Rien n’a été écrit.',
  'problems.pouch.refused': 'Le pli a été refusé. Rien n’a été écrit. Redemandez le fichier au partenaire.',
  'problems.pouch.section': 'Une section du pli est en double ou en trop. Rien n’a été écrit.',
  'problems.pouch.sender':
    'L’expéditeur du pli n’est partie à aucun programme de ce nœud. Rien n’a été écrit.',
  'problems.pouch.signature':
    'La signature du pli n’est pas valable. Rien n’a été écrit. Redemandez-le au partenaire.',
  'problems.pouch.size': 'Une part du pli dépasse la taille permise ou annoncée. Rien n’a été écrit.',
  'problems.pouch.trailing':
    'Quelque chose suit la fin du pli. Rien n’a été écrit. Redemandez-le au partenaire.',
  'problems.pouch.truncated':
    'Le pli est tronqué. Rien n’a été écrit. Demandez le fichier entier au partenaire.',
  'problems.pouch.unknown-version':
    'Le pli vient d’une version que ce nœud ne connaît pas. Rien n’a été écrit.',
  'problems.pouch.wrong-recipient':
    'Ce pli ne nous est pas adressé : nous ne pouvons pas l’ouvrir. Rien n’a été écrit.',
  'problems.programme.not-founded':
    'Toutes les parties n’ont pas signé la fondation. Le programme ne peut encore être ouvert.',
  'problems.receipt':
    'Un accusé de réception est illisible ou sa signature n’est pas valable. Laissé de côté ; les inscriptions ne sont pas touchées.',
  'problems.redline.side': 'Il n’y a pas de telle version du texte. Choisissez-en une autre.',
  'problems.request.foreign': 'La demande venait d’un autre site et a été refusée. Rien n’a été changé.',
  'problems.request.invalid':
    'Une saisie est incorrecte. Rien n’a été enregistré. Corrigez et enregistrez à nouveau.',
  'problems.request.malformed':
    'La demande est illisible. Rien n’a été enregistré. Rechargez la page et recommencez.',
  'problems.request.media-type':
    'Ce qui a été envoyé n’est pas d’un type accepté ici. Rien n’a été enregistré.',
  'problems.request.method': 'Cette adresse n’accepte pas cela. Rien n’a été changé.',
  'problems.request.not-found': 'Il n’y a rien ici, ou vous ne pouvez pas le voir.',
  'problems.request.too-large': 'Plus grand que la limite. Rien n’a été enregistré.',
  'problems.run': 'Un groupe d’inscriptions est vide ou trop grand. Refusé ; rien n’a été écrit.',
  'problems.session.none':
    'Vous n’êtes pas connecté, ou la session est terminée. Connectez-vous pour continuer ; votre saisie est gardée ici.',
  'problems.session.refused': 'Nom d’utilisateur et mot de passe ne correspondent pas.',
  'problems.session.wait': 'Trop de tentatives. Attendez un peu, puis réessayez.',
  'problems.setup.code':
    'Le code n’est pas bon. Rien n’a été mis en service. Prenez celui que le nœud a imprimé à son démarrage.',
  'problems.setup.done': 'Ce nœud est déjà en service. Rien n’a été changé. Connectez-vous.',
  'problems.sign.barred':
    'Ceci ne peut être signé maintenant. Rien n’a été signé. La salle de signature dit pourquoi.',
  'problems.sign.other-content':
    'Ce qui vous a été montré n’est plus ce qui serait signé. Rien n’a été signé. Relisez.',
  'problems.sign.presence':
    'Mot de passe incorrect : cette étape demande la preuve que c’est vous. Rien n’a été signé.',
  'problems.sign.unconfirmed':
    'Notre journal a été continué par sa clé racine et tous les partenaires ne l’ont pas confirmé : nous avons peut-être signé ce que ce nœud ne connaît plus. Rien n’a été signé. Échangez avec chaque partenaire, ou présentez maintenant un texte qui remplace tout ce qui est connu.',
  'problems.statement.stale':
    'Notre partie l’a énoncé à nouveau entre-temps. Les deux sont gardés et affichés ; choisissez, ou récrivez.',
  'problems.submission.not-cleared': 'Ceci n’est pas visé pour envoi. Il reste ici.',
  'problems.submission.own':
    'Qui l’a préparé ne peut le viser. Rien n’a été envoyé. Demandez à une seconde personne.',
  'problems.submission.stale':
    'Modifié depuis sa préparation ou son visa. Rien n’a été envoyé. Préparez à nouveau.',
  'problems.text.closed':
    'Ce projet est clos : un autre texte sur la même base est signé. Vos positions sont gardées ; énoncez-les sur la nouvelle base.',
  'problems.text.exists': 'Un texte porte déjà ce numéro. Rien n’a été commencé. Choisissez-en un autre.',
  'problems.text.kind': 'Il n’y a pas de tel genre, champ ou valeur. Rien n’a été enregistré.',
  'problems.text.not-ready':
    'Le texte ne peut pas encore être présenté : des points restent ouverts. Rien n’a été signé. Réglez-les d’abord.',
  'problems.value':
    'La valeur ne convient pas à son champ. Rien n’a été enregistré. Corrigez et enregistrez à nouveau.',
  'problems.value.amount': 'Ceci n’est pas un nombre. Rien n’a été enregistré.',
  'problems.value.currency': 'Une monnaie a trois lettres, comme VND, LAK ou USD. Rien n’a été enregistré.',
  'problems.value.date': 'Cette date n’existe pas. Rien n’a été enregistré.',
  'problems.value.language':
    'Le texte est dans une langue qui ne fait pas foi dans ce programme. Rien n’a été enregistré.',
  'problems.value.long': 'Le texte est trop long. Rien n’a été enregistré. Abrégez-le.',
  'problems.value.period': 'La fin précède le début, ou une date n’en est pas une. Rien n’a été enregistré.',
  'problems.field.other': 'Un autre compte rendu porte cet identifiant. Rien n’a été énoncé. Récrivez-le.',
  'problems.outbox.author':
    'L’auteur de ce fichier ne peut plus rendre compte ici. Rien n’a été écrit. Énoncez-le sous votre nom, ou demandez à l’administrateur.',
  'problems.sheet.refused':
    'Ce n’est pas une feuille de ce texte, ou elle a été modifiée ou coupée en route. Rien n’a été écrit. Demandez-la de nouveau.',
  'problems.outbox.refused':
    'Le fichier ne s’ouvre pas : il a été modifié ou coupé en route, ou n’est pas de ce nœud. Rien n’a été écrit. Demandez-le de nouveau.',
  'problems.import.form':
    'La liste est illisible. Rien n’a été écrit. Donnez une colonne à la catégorie, au nombre et à la période.',
  'problems.import.persons':
    'Une colonne de cette liste porte sur des personnes. Les incidents se comptent, les personnes ne se listent jamais : rien n’en a été gardé. Retirez cette colonne.',
} satisfies Record<keyof typeof en, string>;
