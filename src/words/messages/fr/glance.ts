import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'Durée et fin',
  'glance.schedule': 'Programmer la prochaine session',
  'glance.noOpenPlan': 'Aucun plan n’est ouvert. Commencez-en un, puis programmez-y.',
  'glance.inPlan': 'Dans le plan',
  'glance.beginMinutes': 'Commencer le procès-verbal de cette réunion',
  'glance.incidentsList': 'D’après une liste (CSV)',
  'glance.incidentsTaken':
    '{rows, plural, one {# rangée reprise} other {# rangées reprises}} en {statements, plural, one {# déclaration} other {# déclarations}}',
  'glance.stateOverTime': 'État au fil du temps',
  'glance.totals': 'Par établissement et par année',
  'glance.atAGlance': 'En bref',
  'glance.directoryThatDay': 'L’annuaire, ce jour-là :',
  'glance.confirmSaid': 'Confirmer pour notre partie',
  'glance.blockedBy': 'À régler avant la signature :',
  'glance.toConfirmIn': 'à confirmer en {language}',
} satisfies Record<keyof typeof en, string>;
