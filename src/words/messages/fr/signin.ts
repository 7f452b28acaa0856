import type { signin as en } from '../en/signin.ts';

export const signin = {
  'signin.title': 'Se connecter',
  'signin.user': 'Nom d’utilisateur',
  'signin.password': 'Mot de passe',
  'signin.showPassword': 'Afficher le mot de passe',
  'signin.submit': 'Se connecter',
  'signin.leave': 'Se déconnecter',
  'signin.signedInAs': 'Connecté : {name}, {role}',
  'signin.sessionEnded': 'Votre session est terminée. Les modifications non envoyées sont gardées.',
  'signin.demoAccounts': 'Comptes de démonstration',
} satisfies Record<keyof typeof en, string>;
