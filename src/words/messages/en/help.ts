/** Help beside a field whose meaning is not plain from its label; `help.field.…` by the name of the field. */
export const help = {
  'help.field.heads': 'By post, not by name: who holds a post stands in the directory.',
  'help.field.participants': 'How many of each side, and of which unit or post; no names.',
  'help.field.lead': 'The agency of each side that answers for carrying it out.',
  'help.field.costs': 'For each item the side that pays it and, where agreed, at most how much.',
  'help.field.legalBasis': 'The instrument and provision that it rests on, in words.',
  'help.field.carriesOut':
    'The provisions and undertakings that it fulfils; they then no longer stand without an activity.',
  'help.field.standing':
    'Leave it empty while it goes as planned. Where it was postponed, replaced or cancelled, say the cause too.',
  'help.field.changedBy': 'The side that asked for the change.',
  'help.field.carriedFrom': 'The activity of an earlier plan that this one continues.',
  'help.field.reference': 'Your own file number. Each side writes its own; they are never compared.',
  'help.field.period': 'A year, a month or a day: no more exact than it is known.',
  'help.field.covers': 'The time for which the text holds, from its first day to its last.',
  'help.field.effective': 'Only where it is another day than that of the last signature.',
  'help.field.character': 'Whether it binds in law, or is a plan or a record between the institutions.',
  'help.field.exercise': 'Tick it for training. The word then stands on every page and export.',
  'help.field.mark': 'Who may see it, on both sides. For whoever may not, it is not there at all.',
  'help.field.status': 'What became of it in your side’s account; the other side gives its own.',
  'help.field.narrative': 'Your side’s account, in one language or in several. It goes out as you write it.',
  'help.field.session': 'As the mechanism counts; leave it empty if nobody says a number.',
  'help.field.force': 'How firmly it was said, from an agreement to a mere wish.',
  'help.field.dueWords': 'The words of the source, where they name no date.',
  'help.field.cue': 'A line out of the source, word for word.',
  'help.field.everyMonths':
    'How many months lie between two sessions. When they have passed, the next one is due.',
  'help.field.alternates': 'The sides receive each other in turn.',
  'help.field.noticeMonths': 'How many months before its end a side must give notice.',
  'help.field.prevailing':
    'The language that decides where the languages differ. Empty: each is equally authentic.',
  'help.field.rule':
    'What your side counts as reached. The other side may count otherwise; both figures stand.',
  'help.field.measure': 'What is counted, with its unit, such as trained medics or kilometres.',
  'help.field.leg': 'Which step of the delivery this account is of.',
  'help.field.goods': 'What, how much and in which unit. A difference between the sides stays in sight.',
  'help.field.expectsAnswer': 'It then stands among what waits for the other side.',
  'help.field.source': 'Where it can be read: a publication with its date, or an address.',
  'help.field.firstSeen': 'The first day on which a source names them in the post; not when the term began.',
  'help.field.counts': 'Numbers by category, never a person.',
  'help.languages':
    'A text is equally authentic in each of these, and is not ready to sign while one is missing.',
  'help.zone': 'It decides what day it is for both sides, such as Asia/Vientiane or Asia/Ho_Chi_Minh.',
  'help.digits': 'The six groups of digits of the fingerprint that you compared, as they are shown above.',
  'help.passphrase': 'Only if the root key was sealed with one when this node was set up.',
  'help.authority': 'The delegated authority, in words, if you sign by one; else leave it empty.',
  'help.accountPost': 'As it shall stand beside this account’s signature, in each authentic language.',
  'help.address':
    'As the partner told you, with https:// and the port. Without an address you exchange by pouch.',
  'help.openUntil': 'Past that day the screen warns whoever signs; a signature counts all the same.',
  'help.startFrom': 'Its lines become drafts of yours; the other side sees nothing of them before you send.',
  'help.sheet': 'The file that the other side made at the table, or its text as it was copied there.',
};
