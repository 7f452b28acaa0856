/** One sentence for each problem code: what happened, what was kept, what to do. */
export const problems = {
  'problems.unexpected':
    'Something failed in our node. What was saved stays saved. Try again; if it happens again, tell the administrator.',
  'problems.offline':
    'Our node does not answer. Your change is kept in this browser and is saved as soon as the node is back.',
  'problems.request.invalid':
    'Something is not filled in correctly. Nothing was saved. Correct it and save again.',
  'problems.request.not-found': 'There is nothing here, or you may not see it.',
  'problems.request.not-allowed': 'Your role does not allow this. Nothing was changed.',
  'problems.request.origin': 'The request came from another site and was refused. Nothing was changed.',
  'problems.request.too-large': 'This is larger than the limit. Nothing was saved.',
  'problems.request.busy': 'The node is busy. Nothing was changed. Try again shortly.',
  'problems.session.none':
    'You are not signed in, or the session has ended. Sign in and go on; what you entered is kept here.',
  'problems.session.credentials': 'User name and password do not belong together.',
  'problems.session.wait': 'Too many attempts. Wait a little, then try again.',
  'problems.session.password-weak':
    'The password is too short or too common. Nothing was changed. Choose a longer one.',
  'problems.account.exists': 'There is already an account of this name. Nothing was added.',
  'problems.account.last-administrator':
    'This is the last administrator. Nothing was changed. Name another one first.',
  'problems.account.stale':
    'Somebody changed this account meanwhile. Nothing was saved. Look at it again, then change it.',
  'problems.draft.stale':
    'Somebody changed this meanwhile. Both values are kept and shown; choose one or write a third.',
  'problems.draft.closed':
    'This draft is closed: another text on the same base is signed. Your positions are kept; state them again on the new base.',
  'problems.draft.nothing': 'There is nothing to send.',
  'problems.draft.accept':
    'The partner has changed what you were accepting. Nothing was accepted. Look at the new value, then decide.',
  'problems.submission.not-cleared': 'This has not been cleared for sending. It stays here.',
  'problems.submission.four-eyes':
    'Whoever prepared it cannot clear it. Nothing was sent. Ask a second person.',
  'problems.submission.stale':
    'It was changed after it was prepared or cleared. Nothing was sent. Prepare it again.',
  'problems.text.not-ready':
    'The text cannot be laid out yet: some points are open. Nothing was signed. Settle them first.',
  'problems.sign.presence':
    'The password is not right: this step needs proof that it is you. Nothing was signed.',
  'problems.sign.other-content':
    'What you were shown is no longer what would be signed. Nothing was signed. Read it again.',
  'problems.sign.locked':
    'Signing is locked on this node until the partners confirm our register. Nothing was signed. Exchange with them first.',
  'problems.act.unknown': 'This text has not arrived here. Nothing was signed. Exchange first.',
  'problems.act.chain':
    'We have signed another text that this one does not replace. Nothing was signed. Lay out a text that replaces both.',
  'problems.act.declined': 'A party has declined this text, so we do not sign it. Lay out a new one.',
  'problems.act.withdrawn': 'This text has been withdrawn, so we do not sign it. Lay out a new one.',
  'problems.act.superseded': 'A later text has replaced this one. Nothing was signed.',
  'problems.act.content-missing':
    'The whole text, or an attachment of it, has not arrived here. Nothing was signed. Exchange first.',
  'problems.statement.stale':
    'Our side has stated this anew meanwhile. Both are kept and shown; choose, or write it again.',
  'problems.store.failed':
    'The disk did not confirm the write. This change is not kept; all earlier ones are. Signing is locked. Tell the administrator.',
  'problems.store.full':
    'The disk is full. This change is not kept; all earlier ones are. Make room, then try again.',
  'problems.store.in-use': 'Another process works on this folder. This one leaves without touching it.',
  'problems.store.newer':
    'This folder was written by a newer version. Nothing was touched. Install that version.',
  'problems.store.damaged':
    'The database of this folder is damaged. Signing is locked, reading works as far as possible. Rebuild it from the entries.',
  'problems.bytes':
    'The data is not in the form that both sides agreed on. It was refused whole; nothing was written.',
  'problems.bytes.too-large':
    'The data is larger than the protocol allows. It was refused whole; nothing was written.',
  'problems.bytes.not-canonical':
    'The data is not in canonical form: it was written or changed by something else. Refused whole; nothing was written.',
  'problems.bytes.date': 'There is no such date. Nothing was saved. Write 2021, 2021-03 or 2021-03-14.',
  'problems.bytes.amount': 'This is not an amount. Nothing was saved.',
  'problems.value': 'The value does not fit its field. Nothing was saved. Correct it and save again.',
  'problems.value.long': 'The text is too long. Nothing was saved. Shorten it.',
  'problems.value.date': 'There is no such date. Nothing was saved.',
  'problems.value.period': 'The end lies before the beginning, or a date is not one. Nothing was saved.',
  'problems.value.amount': 'This is not an amount. Nothing was saved.',
  'problems.value.currency': 'A currency has three letters, such as VND, LAK or USD. Nothing was saved.',
  'problems.value.language':
    'The text is in a language that is not an authentic one of this programme. Nothing was saved.',
  'problems.name.invisible':
    'The name holds characters that cannot be seen. Nothing was saved. Type it again.',
  'problems.name.look-alike': 'This name looks like another one. Compare the fingerprint before you go on.',
  'problems.entry':
    'An entry does not have the form of the protocol. It and what follows were refused; nothing was written.',
  'problems.run':
    'A group of entries is empty or larger than the protocol allows. Refused; nothing was written.',
  'problems.feed':
    'The entries do not fit the register we hold. They were refused; nothing was written. Ask the partner for them again.',
  'problems.feed.programme': 'An entry of another programme stands among them. Refused; nothing was written.',
  'problems.feed.party': 'An entry of another party stands among them. Refused; nothing was written.',
  'problems.feed.gap': 'Entries in between are missing. What came is held until they arrive.',
  'problems.feed.beside':
    'The partner signed a different entry at a place where we already hold one. Both are kept as proof.',
  'problems.feed.prev': 'An entry does not follow the one before it. Refused; nothing was written.',
  'problems.feed.signature': 'A signature is not valid. Refused; nothing was written.',
  'problems.feed.key-unknown':
    'An entry was written with a key that its party never admitted. Refused; nothing was written.',
  'problems.feed.key-void':
    'An entry was written with a key that had been declared void. Refused; nothing was written.',
  'problems.fork': 'This is no proof of two branches. Nothing was written.',
  'problems.note':
    'A signed note cannot be read or its signature is not valid. It was left aside; entries are not affected.',
  'problems.receipt':
    'A receipt cannot be read or its signature is not valid. It was left aside; entries are not affected.',
  'problems.founding': 'This file is not a founding, or it was altered. Nothing was added. Ask for it again.',
  'problems.founding.parties':
    'The parties of the founding are not right: two with one code, or fewer than two. Nothing was added.',
  'problems.founding.names':
    'A name in the founding is missing, or holds characters that cannot be seen. Nothing was added.',
  'problems.founding.languages': 'The authentic languages of the founding are not right. Nothing was added.',
  'problems.founding.keys': 'A key in the founding is not usable or stands there twice. Nothing was added.',
  'problems.founding.signature': 'A signature under the founding is not valid. Nothing was added.',
  'problems.founding.incomplete':
    'Not every party has signed the founding. The programme cannot be opened yet.',
  'problems.founding.differs':
    'This founding is not the one that we signed. Nothing was added. Compare the fingerprint.',
  'problems.card': 'This file is not a card, or it was altered. Nothing was added.',
  'problems.key.passphrase': 'The passphrase does not open the root key. Nothing was signed.',
  'problems.key.root-absent':
    'The root key is not in this folder. Nothing was signed. Sign where it is kept.',
  'problems.pouch':
    'This file is not a pouch, or it is damaged. Nothing was written. Ask the partner for it again.',
  'problems.pouch.recipient': 'This pouch is not addressed to us: we cannot open it. Nothing was written.',
  'problems.pouch.truncated':
    'The pouch is cut off. Nothing was written. Ask the partner for the whole file.',
  'problems.pouch.altered':
    'The pouch was altered on the way. Nothing was written. Ask the partner for it again.',
  'problems.pouch.version': 'The pouch comes from a version this node does not know. Nothing was written.',
  'problems.pouch.sender':
    'The sender of the pouch is no party of a programme on this node. Nothing was written.',
  'problems.pouch.section': 'A section of the pouch is doubled or one too many. Nothing was written.',
  'problems.attachment.mismatch':
    'The file is not the one that was announced. It was not kept. Ask for it again.',
  'problems.attachment.missing': 'The file is not here yet. It comes with the next exchange.',
  'problems.attachment.too-large': 'The file is larger than the limit. It was not kept.',
  'problems.exchange.unreachable':
    'The partner’s node does not answer. Everything waits here and goes out later, or pack a pouch.',
  'problems.exchange.identity':
    'The node that answered does not hold the partner’s key. Nothing was exchanged. Tell the administrator.',
  'problems.exchange.address':
    'This address is not allowed for an exchange. Nothing was sent. Let the administrator list it.',
  'problems.exchange.no-address':
    'No address of the partner is known. Nothing was sent. Enter one, or pack a pouch.',
  'problems.exchange.behind':
    'The partner holds more of our register than this node does. Signing is locked while it is taken back.',
  'problems.inert': 'The entry breaks a rule of the register. It is kept and shown, and changes nothing.',
  'problems.inert.type': 'Of a type this node does not know. Kept without effect.',
  'problems.inert.body': 'Its body is malformed. Kept without effect.',
  'problems.inert.field': 'It names a field that the kind does not have. Kept without effect.',
  'problems.inert.kind': 'Of a kind this node does not know. Kept without effect.',
  'problems.inert.value': 'A value does not fit its field. Kept without effect.',
  'problems.inert.language': 'It gives an authentic language as a translation. Kept without effect.',
  'problems.inert.cause': 'It answers an entry that is not in its past. Kept without effect.',
  'problems.inert.digest': 'It accepts something else than what was stated. Kept without effect.',
  'problems.inert.key': 'Its key may not do this. Kept without effect.',
  'problems.inert.signature': 'A signature in it is not valid. Kept without effect.',
  'problems.inert.head-back': 'It cites an older state than the entry before it. Kept without effect.',
  'problems.file': 'This file cannot be taken. Nothing was kept.',
  'problems.export.fault': 'The export was altered: its first fault is named below. Nothing was written.',
};
