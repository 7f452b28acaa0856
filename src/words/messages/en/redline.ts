/** Comparison of two versions, word by word. */
export const redline = {
  'redline.title': 'Comparison',
  'redline.pickFrom': 'Former version',
  'redline.pickTo': 'Later version',
  'redline.revision': 'Revision {number}, in force since {date}',
  'redline.ourDraft': 'Our draft, not sent',
  'redline.inserted': 'inserted',
  'redline.deleted': 'deleted',
  'redline.changes': '{count, plural, one {# change} other {# changes}}',
  'redline.noChange': 'The two versions are equal, word for word.',
};
