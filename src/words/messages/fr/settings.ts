import type { settings as en } from '../en/settings.ts';

export const settings = {
  'settings.title': 'Réglages',
  'settings.mine': 'Mes réglages',
  'settings.accounts': 'Comptes',
  'settings.accountAdd': 'Ajouter un compte',
  'settings.accountDisable': 'Désactiver',
  'settings.accountEnable': 'Activer',
  'settings.accountDisabled': 'désactivé',
  'settings.roles': 'Rôles',
  'settings.passwordChange': 'Changer le mot de passe',
  'settings.passwordNow': 'Mot de passe actuel',
  'settings.passwordNew': 'Nouveau mot de passe',
  'settings.passwordRule': 'Au moins {min} caractères',
  'settings.passwordChanged': 'Le mot de passe est changé. Les autres sessions de ce compte sont closes.',
  'settings.keys': 'Clés',
  'settings.keyOperate': 'tient le registre',
  'settings.keyDesk': 'convient des textes entre experts',
  'settings.keySignatory': 'signe',
  'settings.keyVoid': 'nulle après l’inscription {seq}',
  'settings.fourEyes': 'L’envoi exige le visa d’une seconde personne',
  'settings.node': 'Ce nœud',
  'settings.version': 'Version {version}',
  'settings.wordings': 'Tous les libellés côte à côte',
  'settings.wordingsHint':
    'Chaque phrase et chaque libellé de l’interface dans ses quatre langues, pour des lecteurs natifs. Une marque signale un libellé que personne n’a encore confirmé.',
  'settings.wordingsToReview': 'Seulement ceux à confirmer',
  'settings.wordingsShown': '{count, plural, one {# libellé} other {# libellés}}',
  'settings.wordingsKey': 'Clé',
  'mail.subject': 'Quelque chose vous attend sur votre nœud Counterpart',
  'mail.waits': 'Quelque chose vous attend sur votre nœud. Connectez-vous-y pour voir quoi.',
  'mail.why':
    'Vous avez donné cette adresse dans les réglages du nœud et pouvez l’y retirer. Ce message ne porte aucun contenu, à dessein.',
  'mail.address': 'Adresse de courriel pour les avis',
  'mail.addressHint':
    'Le courriel dit seulement que quelque chose attend, jamais quoi. Laissez vide pour n’en recevoir aucun.',
} satisfies Record<keyof typeof en, string>;
