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
  'exchange.running': 'Exchanging with {party}: {done} of {total}',
  'exchange.finished': 'Exchanged: {sent} sent, {received} received',
  'exchange.interrupted': 'Interrupted. Nothing is half done; the next exchange goes on from here.',
  'exchange.address': 'Address of the node of {party}',
  'exchange.addressNone': 'No address: exchange by pouch only',
  'exchange.pouch': 'Pouch',
  'exchange.pouchExplained':
    'One encrypted file with all that the partner lacks. Carry it on a stick, send it by mail: only they can open it.',
  'exchange.pouchPack': 'Pack a pouch for {party}',
  'exchange.pouchOpen': 'Open a pouch',
  'exchange.pouchChoose': 'Choose the file, or drop it here',
  'exchange.pouchPacked':
    'Packed: {entries, plural, one {# entry} other {# entries}}, {files, plural, one {# attachment} other {# attachments}}, {size}',
  'exchange.pouchOpened':
    'Opened: {entries, plural, one {# new entry} other {# new entries}}, {files, plural, one {# attachment} other {# attachments}}',
  'exchange.pouchNothingNew': 'Nothing new: we held all of it already.',
  'exchange.pouchInspect': 'Look into a pouch without opening it',
  'exchange.gap': 'Entries {from} to {to} of {party} are missing. What came after them waits.',
  'exchange.fork':
    '{party} has signed two different entries at place {seq}. Both are kept as proof; what follows has no effect until its root decides.',
  'exchange.inert':
    '{count, plural, one {# entry is kept without effect} other {# entries are kept without effect}}',
  'exchange.refused': 'Refused entries',
  'exchange.locked':
    'Signing is locked: this node was restored from a backup and waits for {party} to confirm where our register stands. Reading works.',
  'exchange.lockedStorage':
    'Signing is locked: the disk did not confirm a write. Reading works. Copy the folder, then check the disk.',
  'exchange.verify': 'Verify all of it',
  'exchange.verified':
    '{count, plural, one {# entry verified} other {# entries verified}}: chain, hashes and signatures hold',
  'exchange.exportRegister': 'Export the whole register',
  'exchange.logTitle': 'Past exchanges',
  'exchange.way': 'Way',
  'exchange.wayOnline': 'network',
  'exchange.wayPouch': 'pouch',
  'exchange.empty': 'There is no partner yet. Found a programme first.',
  'exchange.lock.failed':
    'The disk did not confirm a write. Signing is locked; all that was acknowledged is kept. Copy the folder, then check the disk.',
  'exchange.lock.corrupt':
    'The database is damaged. Signing is locked. Rebuild it from the entries, or take them back from the partners.',
  'exchange.lock.behind':
    'A partner holds more of our register than this node. Signing is locked until it is taken back.',
  'exchange.lock.beside':
    'What this node holds differs from what it once sent out. Signing is locked. The root decides how it goes on.',
  'exchange.lock.watermark-unreadable':
    'The mark of what was last sent out cannot be read. Signing is locked until the partners confirm our register.',
  'exchange.lock.restored':
    'This node was restored from a backup. Signing is locked until the partners confirm where our register stands.',
  'exchange.lock.forked':
    'Our own feed has two branches. Signing is locked until the root continues one of them.',
  'exchange.lock.key-missing':
    'The key that keeps our register is not in this folder. Signing is locked. Bring the key back, or let the root admit a new one.',
  'exchange.lockAwaits': 'Still to confirm: {parties}',
  'exchange.pouchScopeLacks': 'What they have not confirmed',
  'exchange.pouchScopeAll': 'Everything',
  'exchange.pouchFrom': 'From {from} to {to}, made {time}',
  'exchange.wouldBring':
    'Opening it would bring {entries, plural, one {# new entry} other {# new entries}} and {files, plural, one {# attachment} other {# attachments}}.',
  'exchange.waiting': 'Entry {seq} of {party} waits for entry {needs} of {other}',
  'exchange.nextTry': 'Next try: {time}',
  'exchange.listens': 'Our exchange address: {address}',
};
