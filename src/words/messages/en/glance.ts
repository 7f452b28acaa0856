/** What a page says at a glance of instruments, sessions, visits, courses, the border and posts. */
export const glance = {
  'glance.term': 'From when to when, and how it ends',
  'glance.schedule': 'Schedule the next session',
  'glance.noOpenPlan': 'No plan is open. Begin one, then schedule in it.',
  'glance.inPlan': 'In the plan',
  'glance.beginMinutes': 'Begin minutes of this meeting',
  'glance.incidentsList': 'From a list (CSV)',
  'glance.incidentsTaken':
    '{rows, plural, one {# row} other {# rows}} taken in as {statements, plural, one {# statement} other {# statements}}',
  'glance.stateOverTime': 'State over time',
  'glance.totals': 'By institution and year',
  'glance.atAGlance': 'At a glance',
  'glance.directoryThatDay': 'The directory, that day:',
  'glance.confirmSaid': 'Confirm it for our side',
  'glance.blockedBy': 'Open before signature:',
  'glance.toConfirmIn': '{language} to confirm',
};
