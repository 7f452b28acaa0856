import type { problems as en } from '../en/problems.ts';

export const problems = {
  'problems.unexpected':
    'Une défaillance de notre nœud. Ce qui était enregistré le reste. Réessayez ; si cela se reproduit, donnez le numéro {reference} à l’administrateur.',
  'problems.offline':
    'Notre nœud ne répond pas. Votre modification est gardée dans ce navigateur et sera enregistrée dès son retour.',
  'problems.not-found': 'Il n’y a rien ici, ou vous ne pouvez pas le voir.',
  'problems.not-allowed': 'Votre rôle ne le permet pas. Rien n’a été changé.',
  'problems.signed-out':
    'Vous n’êtes pas connecté, ou la session est terminée. Connectez-vous pour continuer ; votre saisie est gardée ici.',
  'problems.wrong-credentials': 'Nom d’utilisateur et mot de passe ne correspondent pas.',
  'problems.too-many-attempts':
    'Trop de tentatives. Attendez {seconds, plural, one {# seconde} other {# secondes}}, puis réessayez.',
  'problems.proof-required':
    'Saisissez à nouveau votre mot de passe : cette étape demande la preuve que c’est vous. Rien n’a été signé.',
  'problems.origin-refused': 'La demande venait d’un autre site et a été refusée. Rien n’a été changé.',
  'problems.invalid-input':
    '{field} : saisie incorrecte. Rien n’a été enregistré. Corrigez et enregistrez à nouveau.',
  'problems.date-impossible': 'Cette date n’existe pas : {value}.',
  'problems.amount-invalid': 'Ceci n’est pas un nombre : {value}.',
  'problems.name-invisible-characters': 'Le nom contient des caractères invisibles. Saisissez-le à nouveau.',
  'problems.name-look-alike': 'Ce nom ressemble à {name}, qui en est un autre. Comparez l’empreinte.',
  'problems.too-large': 'Plus grand que {limit}. Rien n’a été enregistré.',
  'problems.stale-edit':
    'Quelqu’un l’a modifié entre-temps. Les deux valeurs sont gardées et affichées ; choisissez-en une ou écrivez-en une troisième.',
  'problems.nothing-to-send': 'Il n’y a rien à envoyer.',
  'problems.not-cleared': 'Ceci n’est pas visé pour envoi. Il reste ici.',
  'problems.changed-after-clearance': 'Modifié après le visa. Faites viser à nouveau.',
  'problems.acceptance-outdated':
    'La partie {party} a changé ce que vous acceptiez. Rien n’a été accepté. Voyez la nouvelle valeur, puis décidez.',
  'problems.draft-closed':
    'Ce projet est clos : un autre texte sur la même base est signé. Vos positions sont gardées ; énoncez-les sur la nouvelle base.',
  'problems.content-open':
    'Le texte ne peut pas encore être signé : {count, plural, one {# point est ouvert} other {# points sont ouverts}}. Rien n’a été signé.',
  'problems.content-differs':
    'Ce qui vous a été montré n’est plus ce qui serait signé. Rien n’a été signé. Relisez.',
  'problems.content-missing':
    'Le texte entier, ou une pièce jointe, n’est pas arrivé. Rien n’a été signé. Échangez d’abord.',
  'problems.chain-rule':
    'Nous avons signé un autre texte que celui-ci ne remplace pas. Rien n’a été signé. Présentez un texte qui remplace les deux.',
  'problems.act-declined':
    'La partie {party} a décliné ou retiré ce texte : nous ne le signons pas. Présentez-en un nouveau.',
  'problems.signing-locked':
    'La signature est verrouillée jusqu’à ce que les partenaires confirment notre registre. Rien n’a été signé. Échangez d’abord avec eux.',
  'problems.storage-failed':
    'Le disque n’a pas confirmé l’écriture. Cette modification n’est pas gardée ; les précédentes le sont. La signature est verrouillée. Prévenez l’administrateur.',
  'problems.disk-full':
    'Le disque est plein. Cette modification n’est pas gardée ; les précédentes le sont. Libérez de la place, puis réessayez.',
  'problems.folder-in-use': 'Un autre processus travaille sur ce dossier. Celui-ci se retire sans y toucher.',
  'problems.folder-newer':
    'Ce dossier vient d’une version plus récente ({version}). Rien n’a été touché. Installez cette version.',
  'problems.folder-damaged':
    'La base de ce dossier est endommagée. La signature est verrouillée, la lecture marche autant que possible. Reconstruisez-la à partir des inscriptions.',
  'problems.last-administrator':
    'C’est le dernier administrateur. Rien n’a été changé. Désignez-en d’abord un autre.',
  'problems.user-exists': 'Un compte de ce nom existe déjà. Rien n’a été ajouté.',
  'problems.password-weak': 'Le mot de passe est trop court ou trop courant. Choisissez-en un plus long.',
  'problems.pouch-not-a-pouch': 'Ce fichier n’est pas un pli d’échange. Rien n’a été écrit.',
  'problems.pouch-wrong-recipient':
    'Ce pli ne nous est pas adressé : nous ne pouvons pas l’ouvrir. Rien n’a été écrit.',
  'problems.pouch-truncated':
    'Le pli est tronqué. Rien n’a été écrit. Demandez le fichier entier à la partie {party}.',
  'problems.pouch-altered':
    'Le pli a été altéré en chemin. Rien n’a été écrit. Redemandez-le à la partie {party}.',
  'problems.pouch-unknown-version':
    'Le pli vient d’une version que ce nœud ne connaît pas. Rien n’a été écrit.',
  'problems.pouch-unknown-sender':
    'L’expéditeur du pli n’est partie à aucun programme de ce nœud. Rien n’a été écrit.',
  'problems.pouch-section': 'Une section du pli est en double ou en trop. Rien n’a été écrit.',
  'problems.entry-encoding':
    'L’inscription {seq} de la partie {party} n’est pas sous forme canonique. Elle et la suite sont refusées ; rien n’a été écrit.',
  'problems.entry-chain':
    'L’inscription {seq} de la partie {party} ne suit pas la précédente. Refusée ; rien n’a été écrit.',
  'problems.entry-signature':
    'La signature de l’inscription {seq} de la partie {party} n’est pas valable. Refusée ; rien n’a été écrit.',
  'problems.entry-key':
    'L’inscription {seq} de la partie {party} porte une clé non autorisée à cet endroit. Refusée ; rien n’a été écrit.',
  'problems.entry-wrong-feed':
    'Une inscription d’une autre partie ou d’un autre programme figure parmi celles de la partie {party}. Refusée ; rien n’a été écrit.',
  'problems.attachment-mismatch':
    'Le fichier {name} n’est pas celui annoncé. Il n’a pas été gardé. Redemandez-le.',
  'problems.attachment-missing': 'Le fichier {name} n’est pas encore ici. Il viendra au prochain échange.',
  'problems.partner-unreachable':
    'Le nœud de la partie {party} ne répond pas. Tout attend ici et partira plus tard ; ou préparez un pli.',
  'problems.partner-unknown-key':
    'Le nœud qui a répondu n’a pas la clé de la partie {party}. Rien n’a été échangé.',
  'problems.partner-holds-more':
    'La partie {party} détient de notre registre plus que ce nœud. La signature est verrouillée le temps de le reprendre.',
  'problems.card-invalid': 'Ce fichier n’est pas une carte, ou il a été altéré. Rien n’a été ajouté.',
  'problems.code-taken': 'Deux parties ont le code {code}. À chacune le sien.',
  'problems.founding-incomplete':
    'La fondation n’est pas encore signée par la partie {party}. Le programme ne peut être ouvert.',
  'problems.founding-differs':
    'Cette fondation n’est pas celle que nous avons signée. Rien n’a été ajouté. Comparez l’empreinte.',
  'problems.file-refused': 'Ce fichier ne peut être pris : {reason}. Rien n’a été gardé.',
  'problems.export-fault': 'Premier défaut : {file}, rangée {line} : {reason}',
} satisfies Record<keyof typeof en, string>;
