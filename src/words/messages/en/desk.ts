/** The desk: what waits for whom. */
export const desk = {
  'desk.title': 'Desk',
  'desk.waitingForUs': 'Waiting for us',
  'desk.waitingForThem': 'Waiting for {party}',
  'desk.changedSince': 'Changed since {date}',
  'desk.dueSoon': 'Due soon',
  'desk.mentions': 'Mentions',
  'desk.overdue': 'Overdue',
  'desk.brackets': '{count, plural, one {# bracket} other {# brackets}}',
  'desk.waitCount': '{count, plural, one {# field waits for {party}} other {# fields wait for {party}}}',
  'desk.unsent': '{count, plural, one {# change not sent} other {# changes not sent}}',
  'desk.divergences':
    '{count, plural, one {# divergence between the reports} other {# divergences between the reports}}',
  'desk.lastExchange': 'Last exchange with {party}: {time}',
  'desk.noExchangeYet': 'Nothing exchanged with {party} yet',
  'desk.empty':
    'Nothing waits for you. Open a plan to go on with it, or the exchange page to see what the partner holds.',
  'desk.emptyNoProgramme': 'No programme yet. Found one with the partner, or prepare one alone.',
  'desk.newsCount':
    '{count, plural, one {# change since you last looked} other {# changes since you last looked}}',
  'desk.newsNone': 'Nothing new since you last looked',
  'desk.news': 'What changed',
};
