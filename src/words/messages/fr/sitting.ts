import type { sitting as en } from '../en/sitting.ts';

export const sitting = {
  'sitting.title': 'À la table',
  'sitting.open': 'Mode table',
  'sitting.intro':
    'Un seul texte pour les deux délégations, point par point. Ce qui est réglé ici est préparé, non envoyé : chaque partie confirme sur son propre nœud.',
  'sitting.progress': '{done} réglés sur {total}',
  'sitting.point': 'Point {at} sur {total}',
  'sitting.takeTheirs': 'Nous prenons le texte de la partie {party}',
  'sitting.takeOurs': 'La partie {party} prend le nôtre',
  'sitting.newWording': 'Un nouveau texte',
  'sitting.asTheirs': 'Réglé selon le texte de l’autre partie ; préparé comme notre changement',
  'sitting.asOurs': 'Réglé selon notre texte ; dans la feuille pour l’autre partie',
  'sitting.asNew': 'Réglé par un nouveau texte ; préparé comme notre changement et dans la feuille',
  'sitting.reopen': 'Rouvrir',
  'sitting.whole': 'Le point entier',
  'sitting.previous': 'Point précédent',
  'sitting.next': 'Point suivant',
  'sitting.full': 'Plein écran',
  'sitting.all': 'Tous les points',
  'sitting.none': 'Il ne reste rien entre crochets : rien à régler à la table.',
  'sitting.confirm': 'Une confirmation par partie',
  'sitting.oursHint':
    'Ce qui change de notre côté est préparé. Faites-le viser et envoyez-le comme toute soumission.',
  'sitting.theirsHint':
    'La partie {party} ouvre cette feuille sur son propre nœud, où elle devient ses propres changements. Rien n’est dit ici en son nom.',
  'sitting.sheetSave': 'Enregistrer la feuille',
  'sitting.sheetCopy': 'Copier comme texte',
  'sitting.sheetCopied': 'Copié',
  'sitting.openSheet': 'Ouvrir une feuille de la table',
  'sitting.sheetFile': 'Fichier de la feuille',
  'sitting.sheetPaste': 'ou son texte, collé ici',
  'sitting.sheetLook': 'L’examiner',
  'sitting.sheetFrom':
    'Écrite à la table de la partie {party}, le {date}. Comparez l’empreinte avec celle qui est projetée.',
  'sitting.now': 'Chez nous',
  'sitting.agreed': 'Réglé',
  'sitting.held': 'déjà notre position',
  'sitting.prepared': 'préparé, non envoyé',
  'sitting.differs': 'changerait',
  'sitting.end': 'Ranger cette séance',
  'sitting.endHint': 'Ce qui est préparé le reste.',
  'sitting.sentBy': 'envoyé par {parties}',
  'sitting.sentByNone': 'non envoyé',
  'sitting.prepare':
    '{count, plural, one {Préparer # changement comme nôtre} other {Préparer # changements comme nôtres}}',
  'sitting.preparedCount':
    '{count, plural, one {# changement est préparé. Rien n’est encore envoyé.} other {# changements sont préparés. Rien n’est encore envoyé.}}',
} satisfies Record<keyof typeof en, string>;
