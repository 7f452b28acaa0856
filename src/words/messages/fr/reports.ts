import type { reports as en } from '../en/reports.ts';

export const reports = {
  'reports.reportOf': 'Compte rendu de la partie {party}',
  'reports.noReport': 'Pas de compte rendu de la partie {party}',
  'reports.write': 'Rendre compte de cette activité',
  'reports.replace': 'Remplacer notre compte rendu',
  'reports.replaceHint': 'Le précédent reste dans l’historique.',
  'reports.figures': 'Chiffres',
  'reports.file': 'Ajouter un fichier',
  'reports.same': 'Les deux parties disent la même chose',
  'reports.differs': 'Les parties divergent',
  'reports.oneSide': 'Seule la partie {party} a rendu compte',
  'reports.difference': 'Écart : {amount}',
  'reports.settle': 'Arrêter ce chiffre',
  'reports.settleTakeTheirs': 'Reprendre à notre compte le chiffre de la partie {party}',
  'reports.settleMinute': 'Proposer un procès-verbal commun',
  'reports.settled': 'Arrêté : {value}',
  'reports.formerFigures': 'Chiffres antérieurs',
  'reports.attributed': 'Selon la partie {party}, consigné par la partie {recorder} d’après {source}',
  'reports.reportSent': 'Envoyé. Il n’engage que notre partie.',
  'reports.empty': 'Personne n’a rendu compte de cette activité. Ce n’est pas un jugement sur elle.',
  'reports.speaks': 'Elle ne vaut que pour notre partie ; l’autre donne son propre compte.',
} satisfies Record<keyof typeof en, string>;
