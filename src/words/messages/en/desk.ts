/** The desk: what waits for whom. */
export const desk = {
  'desk.title': 'Desk',
  'desk.waitingForUs': 'Waiting for us',
  'desk.waitingForMe': 'Waiting for me',
  'desk.waitingForThem': 'Waiting for {party}',
  'desk.changedSince': 'Changed since {date}',
  'desk.dueSoon': 'Due soon',
  'desk.overdue': 'Overdue',
  'desk.brackets': '{count, plural, one {# bracket} other {# brackets}}',
  'desk.staleCells':
    '{count, plural, one {# cell in {language} to confirm} other {# cells in {language} to confirm}}',
  'desk.waitCount': '{count, plural, one {# field waits for {party}} other {# fields wait for {party}}}',
  'desk.unsent': '{count, plural, one {# change not sent} other {# changes not sent}}',
  'desk.divergences':
    '{count, plural, one {# divergence between the reports} other {# divergences between the reports}}',
  'desk.toSign': '{text}: ready for signature',
  'desk.toCountersign': '{text}: signed by {party}, awaits our signature',
  'desk.allAgreed': '{text}: every field is agreed',
  'desk.lastExchange': 'Last exchange with {party}: {time}',
  'desk.noExchangeYet': 'Nothing exchanged with {party} yet',
  'desk.empty':
    'Nothing waits for you. Open a plan to go on with it, or the exchange page to see what the partner holds.',
  'desk.emptyNoProgramme': 'No programme yet. Found one with the partner, or prepare one alone.',
  'desk.guideTitle': 'The first ten minutes',
  'desk.guideIntro': 'A tour from a bracket to a plan in force.',
  'desk.guideAccept': 'Open the plan of the year and accept one bracket, counter another.',
  'desk.guideSend': 'Prepare the submission, clear it, send it: the other window changes.',
  'desk.guideRest': 'On the other side, accept all that remains and confirm the Lao cell.',
  'desk.guideSign': 'Sign on one side, then on the other: in force, the same fingerprint twice.',
  'desk.guideReport': 'Compare the two reports on one activity and settle a figure.',
};
