/** What a page says at a glance of instruments, sessions, visits, courses, the border and posts. */
export const glance = {
  'glance.term': 'From when to when, and how it ends',
  'glance.schedule': 'Schedule the next session',
  'glance.noOpenPlan': 'No plan is open. Begin one, then schedule in it.',
  'glance.inPlan': 'In the plan',
  'glance.beginMinutes': 'Begin minutes of this meeting',
};
