import type { roles as en } from '../en/roles.ts';

export const roles = {
  'roles.administrator': 'Administrateur',
  'roles.desk': 'Chargé de dossier',
  'roles.signatory': 'Signataire',
  'roles.implementer': 'Chargé d’exécution',
  'roles.leader': 'Dirigeant',
  'roles.auditor': 'Auditeur',
  'roles.administratorMay':
    'Attribue comptes et clés, sauvegarde, transporte les plis d’échange. Ne signe pas.',
  'roles.deskMay': 'Rédige, soumet et envoie les positions, rend compte, échange.',
  'roles.signatoryMay': 'Lit ce qui sera signé et le signe.',
  'roles.implementerMay': 'Voit ses activités et en rend compte.',
  'roles.leaderMay': 'Lit tout ce qui est à notre partie, vise les dossiers.',
  'roles.auditorMay': 'Lit et vérifie. Ne change rien.',
} satisfies Record<keyof typeof en, string>;
