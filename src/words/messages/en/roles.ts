/** Roles of accounts and what each may do. */
export const roles = {
  'roles.administrator': 'Administrator',
  'roles.desk': 'Desk officer',
  'roles.signatory': 'Signatory',
  'roles.implementer': 'Implementer',
  'roles.leader': 'Leader',
  'roles.auditor': 'Auditor',
  'roles.administratorMay': 'Gives accounts and keys, backs up, carries pouches. Does not sign.',
  'roles.deskMay': 'Drafts, submits and sends positions, reports, exchanges.',
  'roles.signatoryMay': 'Reads what will be signed and signs it.',
  'roles.implementerMay': 'Sees own activities and reports on them.',
  'roles.leaderMay': 'Reads everything of our side, clears submissions.',
  'roles.auditorMay': 'Reads and verifies. Changes nothing.',
};
