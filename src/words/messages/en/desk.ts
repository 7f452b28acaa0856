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
  'desk.tour.title': 'A first look',
  'desk.tour.hint':
    'This is a demonstration. Go through it step by step; keep the other side open beside this window.',
  'desk.tour.article':
    'The talks of 4 December 2020: who was there, what was said, with which force, from which source',
  'desk.tour.record':
    'Eighteen years of record: the length of the border in five figures, none of them chosen',
  'desk.tour.ministers': 'Who was minister on the day of the signature, and how that is known',
  'desk.tour.plan':
    'The next plan, languages side by side: accept one bracket, counter another; nothing is sent yet',
  'desk.tour.send': 'Clear it and send it: the other side’s window changes within a second',
  'desk.tour.sign':
    'Signed for 2021 by both: the text, its fingerprint, who signed where; the next one is signed the same way',
  'desk.tour.phone': 'A border post reports without a network: saved here, sent, received by them',
  'desk.tour.rice': '1,000 tonnes sent, 980 received: a hand-over minute settles it, and the history stays',
  'desk.tour.brief': 'The brief for the minister on one page, to print in Lao too',
  'desk.tour.review':
    'What became of the plan of 2021, from both accounts; what is unfinished seeds the next one',
  'desk.tour.pouch':
    'Without a network: exchange by pouch; change one byte of it and it is refused, nothing is written',
};
