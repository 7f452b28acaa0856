/** What each partner holds; the network and the pouch. */
export const exchange = {
  'exchange.title': 'Exchange',
  'exchange.intro': 'What each partner holds of the common register, and since when.',
  'exchange.weHold': 'We hold of {party}: up to entry {seq}',
  'exchange.theyHold': '{party} holds of ours: up to entry {seq}, confirmed {time}',
  'exchange.theyHoldUnknown': '{party} has confirmed nothing yet',
  'exchange.holdsNotRead': '“Holds” does not mean “has read”.',
  'exchange.staleSince': 'Nothing from {party} since {time}',
  'exchange.toSend': '{count, plural, one {# entry to send} other {# entries to send}}',
  'exchange.upToDate': 'Both sides hold the same',
  'exchange.now': 'Exchange now',
  'exchange.finished': 'Exchanged: {sent} sent, {received} received',
  'exchange.address': 'Address of the node of {party}',
  'exchange.addressNone': 'No address: exchange by pouch only',
  'exchange.pouch': 'Pouch',
  'exchange.pouchExplained':
    'One encrypted file with all that the partner lacks. Carry it on a stick, send it by mail: only they can open it.',
  'exchange.pouchPack': 'Pack a pouch for {party}',
  'exchange.pouchOpen': 'Open a pouch',
  'exchange.pouchChoose': 'Choose the file, or drop it here',
  'exchange.pouchOpened':
    'Opened: {entries, plural, one {# new entry} other {# new entries}}, {files, plural, one {# attachment} other {# attachments}}',
  'exchange.pouchNothingNew': 'Nothing new: we held all of it already.',
  'exchange.fork':
    '{party} has signed two different entries at place {seq}. Both are kept as proof; what follows has no effect until its root decides.',
  'exchange.inert':
    '{count, plural, one {# entry is kept without effect} other {# entries are kept without effect}}',
  'exchange.refused': 'Refused entries',
  'exchange.locked':
    'Signing is locked: this node was restored from a backup and waits for {party} to confirm where our register stands. Reading works.',
  'exchange.lockedStorage':
    'Signing is locked: the disk did not confirm a write. Reading works. Copy the folder, then check the disk.',
  'exchange.theyHoldUntimed': '{party} holds of ours: up to entry {seq}',
  'exchange.gapOne': 'Entry {from} of {party} has not arrived. What follows it is kept until it does.',
  'exchange.gap': 'Entries {from}–{to} of {party} have not arrived. What follows them is kept until they do.',
  'exchange.pouchWaits': 'What it brings follows entries that have not arrived. It is kept until they do.',
  'exchange.lockedBehind':
    'Signing is locked: this node had lost part of our own register. {party} gives it back and confirms where it stands. Reading works.',
  'exchange.lockedForked':
    'Signing is locked: our own register has two signed versions. Both are kept, until our root key continues one of them. Reading works.',
  'exchange.continue': 'Continue by our root key',
  'exchange.continueHint':
    'If a partner cannot confirm. What stands here goes on under a new operating key; what was written elsewhere beyond it has no effect. A signature given stays given.',
  'exchange.empty': 'There is no partner yet. Found a programme first.',
};
