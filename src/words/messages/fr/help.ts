import type { help as en } from '../en/help.ts';

export const help = {
  'help.field.heads': 'La fonction, non le nom : le titulaire figure à l’annuaire.',
  'help.field.participants': 'Combien de chaque partie, de quelle unité ou fonction ; pas de noms.',
  'help.field.lead': 'L’organisme de chaque partie qui répond de l’exécution.',
  'help.field.costs': 'Pour chaque poste, la partie qui paie et, si cela est convenu, le plafond.',
  'help.field.legalBasis': 'L’instrument et la disposition sur lesquels elle repose, en toutes lettres.',
  'help.field.carriesOut':
    'Les dispositions et engagements qu’elle met en œuvre ; ils ne restent alors plus sans activité.',
  'help.field.standing':
    'Laissez vide tant que tout va comme prévu. En cas de report, de remplacement ou d’annulation, dites aussi la cause.',
  'help.field.changedBy': 'La partie qui a demandé le changement.',
  'help.field.carriedFrom': 'L’activité d’un plan antérieur que celle-ci poursuit.',
  'help.field.reference':
    'Votre propre numéro de dossier. Chaque partie écrit le sien ; on ne les compare jamais.',
  'help.field.period': 'Une année, un mois ou un jour : pas plus précis que ce que l’on sait.',
  'help.field.covers': 'La durée pour laquelle le texte vaut, du premier au dernier jour.',
  'help.field.effective': 'Seulement si ce n’est pas le jour de la dernière signature.',
  'help.field.character': 'S’il oblige en droit, ou s’il est un plan ou un relevé entre les institutions.',
  'help.field.exercise': 'À cocher pour un exercice. Le mot figure alors sur chaque page et chaque export.',
  'help.field.mark': 'Qui peut la voir, des deux côtés. Pour les autres, elle n’existe pas.',
  'help.field.status': 'Ce qu’il en est advenu selon votre partie ; l’autre partie donne son propre compte.',
  'help.field.narrative':
    'Le récit de votre partie, en une langue ou plusieurs. Il part tel que vous l’écrivez.',
  'help.field.session': 'Selon le compte du mécanisme ; laissez vide si personne ne donne de numéro.',
  'help.field.force': 'Avec quelle fermeté ce fut dit, de l’accord au simple souhait.',
  'help.field.dueWords': 'Les mots de la source, quand ils ne nomment pas de date.',
  'help.field.cue': 'Une phrase de la source, mot pour mot.',
  'help.field.everyMonths':
    'Combien de mois séparent deux sessions. Passé ce délai, la suivante est à échéance.',
  'help.field.alternates': 'Les parties se reçoivent à tour de rôle.',
  'help.field.noticeMonths': 'Combien de mois avant sa fin une partie doit donner préavis.',
  'help.field.prevailing':
    'La langue qui décide quand les langues diffèrent. Vide : toutes font également foi.',
  'help.field.rule':
    'Ce que votre partie compte comme atteint. L’autre peut compter autrement ; les deux chiffres restent.',
  'help.field.measure':
    'Ce que l’on compte, avec son unité, par exemple des infirmiers formés ou des kilomètres.',
  'help.field.leg': 'De quelle étape de la livraison il s’agit.',
  'help.field.goods': 'Quoi, combien et en quelle unité. Un écart entre les parties reste visible.',
  'help.field.expectsAnswer': 'Elle figure alors parmi ce qui attend l’autre partie.',
  'help.field.source': 'Où cela se lit : une publication et sa date, ou une adresse.',
  'help.field.firstSeen':
    'Le premier jour où une source les nomme dans la fonction ; non le début du mandat.',
  'help.field.counts': 'Des nombres par catégorie, jamais une personne.',
  'help.languages':
    'Un texte fait également foi dans chacune, et n’est pas prêt à signer tant qu’il en manque une.',
  'help.zone':
    'Il décide quel jour il est pour les deux parties, par exemple Asia/Vientiane ou Asia/Ho_Chi_Minh.',
  'help.digits':
    'Les six groupes de chiffres de l’empreinte que vous avez comparée, tels qu’affichés ci-dessus.',
  'help.passphrase':
    'Seulement si la clé racine a été scellée avec une phrase lors de l’installation de ce nœud.',
  'help.authority':
    'La délégation, en toutes lettres, si vous signez en vertu de l’une ; sinon laissez vide.',
  'help.accountPost':
    'Telle qu’elle figurera à côté de la signature de ce compte, dans chaque langue faisant foi.',
  'help.address':
    'Telle que le partenaire l’a donnée, avec https:// et le port. Sans adresse, l’échange se fait par pli.',
  'help.openUntil': 'Passé ce jour, l’écran avertit qui signe ; la signature compte quand même.',
  'help.startFrom': 'Ses points deviennent vos brouillons ; l’autre partie n’en voit rien avant l’envoi.',
  'help.sheet': 'Le fichier que l’autre partie a fait à la table, ou son texte tel qu’il y fut copié.',
} satisfies Record<keyof typeof en, string>;
