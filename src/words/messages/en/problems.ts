/** One sentence for each problem code: what happened, what was kept, what to do. A code without its own takes that of its area. */
export const problems = {
  'problems.offline':
    'Our node does not answer. What you wrote stands here and is not saved yet. Try again when the node is back.',
  'problems.offline.reading':
    'Our node does not answer. Nothing was changed. Try again when it can be reached.',
  'problems.unexpected':
    'Something failed in our node. What was saved stays saved. Try again; if it happens again, tell the administrator.',
  'problems.access.denied': 'Your role does not allow this. Nothing was changed.',
  'problems.account.last-administrator':
    'This is the last administrator. Nothing was changed. Name another one first.',
  'problems.account.name-taken': 'There is already an account of this name. Nothing was added.',
  'problems.account.stale':
    'Somebody changed this account meanwhile. Nothing was saved. Look at it again, then change it.',
  'problems.act.chain':
    'We have signed another text that this one does not replace. Nothing was signed. Lay out a text that replaces both.',
  'problems.act.content-missing':
    'The whole text, or an attachment of it, has not arrived here. Nothing was signed. Exchange first.',
  'problems.act.declined': 'A party has declined this text, so we do not sign it. Lay out a new one.',
  'problems.act.empty':
    'An act carries texts, each once, or changes the parties. Nothing was added. Name the texts.',
  'problems.act.joiners': 'Those who would join have not signed yet. Nothing was signed. They sign first.',
  'problems.act.list': 'The list of parties has changed. Nothing was signed. Lay the text out again.',
  'problems.act.parties':
    'These cannot be the parties: two or more of those that the founding names, and others than now. Nothing was added.',
  'problems.act.stale': 'The same text is laid out already. Nothing was added. Open it in the signing room.',
  'problems.act.superseded': 'A later text has replaced this one. Nothing was signed.',
  'problems.act.unknown': 'This text has not arrived here. Nothing was signed. Exchange first.',
  'problems.act.withdrawn': 'This text has been withdrawn, so we do not sign it. Lay out a new one.',
  'problems.attachment.size': 'The file is not as large as was declared. It was not kept. Send it again.',
  'problems.attachment.too-large': 'The file is larger than the limit. It was not kept.',
  'problems.attachment-missing': 'The file is not here yet. It comes with the next exchange.',
  'problems.backup-unusable': 'This is not a whole backup. Nothing was restored. Take another one.',
  'problems.bytes':
    'The data is not in the form that both sides agreed on. It was refused whole; nothing was written.',
  'problems.bytes.amount': 'This is not an amount. Nothing was saved.',
  'problems.bytes.date': 'There is no such date. Nothing was saved. Write 2021, 2021-03 or 2021-03-14.',
  'problems.bytes.not-canonical':
    'The data is not in canonical form: it was written or changed by something else. Refused whole; nothing was written.',
  'problems.bytes.too-large':
    'The data is larger than the protocol allows. It was refused whole; nothing was written.',
  'problems.corrupt':
    'The database of this folder is damaged. Signing is locked, reading works as far as possible. Rebuild it from the entries.',
  'problems.draft.nothing': 'There is nothing to send.',
  'problems.draft.stale':
    'Somebody changed this meanwhile. Both values are kept and shown; choose one or write a third.',
  'problems.entry':
    'An entry does not have the form of the protocol. It and what follows were refused; nothing was written.',
  'problems.exchange.refused': 'What came was refused. Nothing was written. Ask the partner for it again.',
  'problems.export': 'The export is not as it was written: its first fault is named. Nothing was changed.',
  'problems.export.missing': 'A file of the export is missing.',
  'problems.export.stray': 'A file stands in the export that does not belong there.',
  'problems.failed':
    'The disk did not confirm the write. This change is not kept; all earlier ones are. Signing is locked. Tell the administrator.',
  'problems.feed':
    'The entries do not fit the register we hold. They were refused; nothing was written. Ask the partner for them again.',
  'problems.feed.beside':
    'The partner signed a different entry at a place where we already hold one. Both are kept as proof.',
  'problems.feed.gap': 'Entries in between are missing. What came is held until they arrive.',
  'problems.feed.key-unknown':
    'An entry was written with a key that its party never admitted. Refused; nothing was written.',
  'problems.feed.key-void':
    'An entry was written with a key that had been declared void. Refused; nothing was written.',
  'problems.feed.party': 'An entry of another party stands among them. Refused; nothing was written.',
  'problems.feed.prev': 'An entry does not follow the one before it. Refused; nothing was written.',
  'problems.feed.programme': 'An entry of another programme stands among them. Refused; nothing was written.',
  'problems.feed.signature': 'A signature is not valid. Refused; nothing was written.',
  'problems.folder-busy': 'Another process works on this folder. This one leaves without touching it.',
  'problems.folder-exists':
    'There is something in this folder already. Nothing was written. Choose an empty one.',
  'problems.folder-missing': 'There is no node in this folder. Nothing was written. Make one with “init”.',
  'problems.folder-newer':
    'This folder was written by a newer version. Nothing was touched. Install that version.',
  'problems.folder-unreadable':
    'The folder cannot be read. Nothing was touched. Check its rights and the disk.',
  'problems.fork': 'This is no proof of two branches. Nothing was written.',
  'problems.founding': 'This file is not a founding, or it was altered. Nothing was added. Ask for it again.',
  'problems.founding.card-missing':
    'The card of a party is missing. Nothing was written. Take in every card first.',
  'problems.founding.done':
    'The founding is written already. Nothing was changed. Send it to whoever has not signed.',
  'problems.founding.fingerprint':
    'The fingerprint is not the same. Nothing was signed. Do not sign; compare it again with the partner.',
  'problems.founding.invalid':
    'This file is not a sound founding or card. Nothing was added. Ask the partner for it again.',
  'problems.founding.keys': 'A key in the founding is not usable or stands there twice. Nothing was added.',
  'problems.founding.languages': 'The authentic languages of the founding are not right. Nothing was added.',
  'problems.founding.level':
    'The founding is of a later protocol level than this version knows. Nothing was written. Renew the program of this node first, then take in the same file again.',
  'problems.founding.names':
    'A name in the founding is missing, or holds characters that cannot be seen. Nothing was added.',
  'problems.founding.not-us':
    'The founding does not name us, or names another key of ours. Nothing was signed. Ask the partner to write it from our card.',
  'problems.founding.parties':
    'The parties of the founding are not right: two with one code, or fewer than two. Nothing was added.',
  'problems.founding.signature': 'A signature under the founding is not valid. Nothing was added.',
  'problems.inert': 'The entry breaks a rule of the register. It is kept and shown, and changes nothing.',
  'problems.inert.body': 'Its body is malformed. Kept without effect.',
  'problems.inert.cause': 'It answers an entry that is not in its past. Kept without effect.',
  'problems.inert.digest': 'It accepts something else than what was stated. Kept without effect.',
  'problems.inert.field': 'It names a field that the kind does not have. Kept without effect.',
  'problems.inert.head-back': 'It cites an older state than the entry before it. Kept without effect.',
  'problems.inert.head-party':
    'It cites a head of somebody who is no party of the programme. Kept without effect.',
  'problems.inert.key': 'Its key may not do this. Kept without effect.',
  'problems.inert.kind': 'Of a kind this node does not know. Kept without effect.',
  'problems.inert.language': 'It gives an authentic language as a translation. Kept without effect.',
  'problems.inert.level': 'Its key may not consent to texts of this level. Kept without effect.',
  'problems.inert.list': 'Its list of parties does not fit. Kept without effect.',
  'problems.inert.programme': 'It is about another programme. Kept without effect.',
  'problems.inert.signature': 'A signature in it is not valid. Kept without effect.',
  'problems.inert.type': 'Of a type this node does not know. Kept without effect.',
  'problems.inert.value': 'A value does not fit its field. Kept without effect.',
  'problems.keys.passphrase': 'The passphrase does not open the root key. Nothing was signed.',
  'problems.keys.root-away': 'The root key is not in this folder. Nothing was signed. Sign where it is kept.',
  'problems.keys.unknown': 'There is no such key. Nothing was changed. Look at the list again.',
  'problems.lock.signing':
    'Signing is locked on this node until the partners confirm our register. Nothing was signed. Exchange with them first.',
  'problems.message':
    'What the other node sent is not of the agreed form. Nothing was written. Try again later.',
  'problems.node.disk-full':
    'The disk is full. This change is not kept; all earlier ones are. Make room, then try again.',
  'problems.node.failed':
    'Something failed in our node. What was saved stays saved. Try again; if it happens again, tell the administrator.',
  'problems.node.stopping': 'The node is stopping. Everything acknowledged is kept. Try again in a moment.',
  'problems.note':
    'A signed note cannot be read or its signature is not valid. It was left aside; entries are not affected.',
  'problems.peer.address':
    'This address is not allowed for an exchange. Nothing was sent. Let the administrator list it.',
  'problems.peer.refused':
    'The partner’s node refused, or does not hold the partner’s key. What was exchanged so far is kept. Ask the partner’s administrator.',
  'problems.peer.unreachable':
    'The partner’s node does not answer. Everything waits here and goes out later, or pack a pouch.',
  'problems.pouch':
    'This file is not a pouch, or it is damaged. Nothing was written. Ask the partner for it again.',
  'problems.pouch.flipped':
    'The pouch was altered on the way. Nothing was written. Ask the partner for it again.',
  'problems.pouch.programme':
    'The pouch is of a programme that is not here. Nothing was written. Join the programme first.',
  'problems.pouch.recipient': 'This pouch is not addressed to us: we cannot open it. Nothing was written.',
  'problems.pouch.refused': 'The pouch was refused. Nothing was written. Ask the partner for the file again.',
  'problems.pouch.section': 'A section of the pouch is doubled or one too many. Nothing was written.',
  'problems.pouch.sender':
    'The sender of the pouch is no party of a programme on this node. Nothing was written.',
  'problems.pouch.signature':
    'The signature of the pouch is not valid. Nothing was written. Ask the partner for it again.',
  'problems.pouch.size': 'A part of the pouch is larger than allowed or than declared. Nothing was written.',
  'problems.pouch.trailing':
    'Something stands behind the end of the pouch. Nothing was written. Ask the partner for it again.',
  'problems.pouch.truncated':
    'The pouch is cut off. Nothing was written. Ask the partner for the whole file.',
  'problems.pouch.unknown-version':
    'The pouch comes from a version this node does not know. Nothing was written.',
  'problems.pouch.wrong-recipient':
    'This pouch is not addressed to us: we cannot open it. Nothing was written.',
  'problems.programme.not-founded':
    'Not every party has signed the founding. The programme cannot be opened yet.',
  'problems.receipt':
    'A receipt cannot be read or its signature is not valid. It was left aside; entries are not affected.',
  'problems.redline.side': 'There is no such version of the text. Choose another.',
  'problems.request.foreign': 'The request came from another site and was refused. Nothing was changed.',
  'problems.request.invalid':
    'Something is not filled in correctly. Nothing was saved. Correct it and save again.',
  'problems.request.malformed':
    'The request cannot be read. Nothing was saved. Load the page again and repeat it.',
  'problems.request.media-type': 'What was sent is not of the kind that is taken here. Nothing was saved.',
  'problems.request.method': 'This address does not take that. Nothing was changed.',
  'problems.request.not-found': 'There is nothing here, or you may not see it.',
  'problems.request.too-large': 'This is larger than the limit. Nothing was saved.',
  'problems.run':
    'A group of entries is empty or larger than the protocol allows. Refused; nothing was written.',
  'problems.session.none':
    'You are not signed in, or the session has ended. Sign in and go on; what you entered is kept here.',
  'problems.session.refused': 'User name and password do not belong together.',
  'problems.session.wait': 'Too many attempts. Wait a little, then try again.',
  'problems.setup.code':
    'The code is not right. Nothing was set up. Take the code that the node printed at its start.',
  'problems.setup.done': 'This node is set up already. Nothing was changed. Sign in.',
  'problems.sign.barred': 'This cannot be signed now. Nothing was signed. The signing room says why.',
  'problems.sign.other-content':
    'What you were shown is no longer what would be signed. Nothing was signed. Read it again.',
  'problems.sign.presence':
    'The password is not right: this step needs proof that it is you. Nothing was signed.',
  'problems.sign.unconfirmed':
    'Our feed was continued by its root, and not every partner has confirmed it: we may have signed what this node no longer knows. Nothing was signed. Exchange with every partner, or lay out a text now, which replaces all that is known.',
  'problems.statement.stale':
    'Our side has stated this anew meanwhile. Both are kept and shown; choose, or write it again.',
  'problems.submission.not-cleared': 'This has not been cleared for sending. It stays here.',
  'problems.submission.own': 'Whoever prepared it cannot clear it. Nothing was sent. Ask a second person.',
  'problems.submission.stale':
    'It was changed after it was prepared or cleared. Nothing was sent. Prepare it again.',
  'problems.text.closed':
    'This draft is closed: another text on the same base is signed. Your positions are kept; state them again on the new base.',
  'problems.text.exists': 'A text has that number already. Nothing was begun. Choose another.',
  'problems.text.kind': 'There is no such kind, field or value. Nothing was saved.',
  'problems.text.not-ready':
    'The text cannot be laid out yet: some points are open. Nothing was signed. Settle them first.',
  'problems.value': 'The value does not fit its field. Nothing was saved. Correct it and save again.',
  'problems.value.amount': 'This is not an amount. Nothing was saved.',
  'problems.value.currency': 'A currency has three letters, such as VND, LAK or USD. Nothing was saved.',
  'problems.value.date': 'There is no such date. Nothing was saved.',
  'problems.value.language':
    'The text is in a language that is not an authentic one of this programme. Nothing was saved.',
  'problems.value.long': 'The text is too long. Nothing was saved. Shorten it.',
  'problems.value.period': 'The end lies before the beginning, or a date is not one. Nothing was saved.',
  'problems.field.other': 'Another report has this id. Nothing was stated. Write the report again.',
  'problems.outbox.author':
    'Whoever wrote this file may not report here any more. Nothing was written. Report it under your own name, or ask the administrator.',
  'problems.sheet.refused':
    'This is no sheet of this text, or it was changed or cut on the way. Nothing was written. Ask for it again.',
  'problems.outbox.refused':
    'The file cannot be opened: it was changed or cut on the way, or is not of this node. Nothing was written. Ask for it again.',
  'problems.import.form':
    'The list cannot be read. Nothing was written. Give category, number and time a column each.',
  'problems.import.persons':
    'A column of this list is of persons. Incidents are counted, persons never listed: nothing of it was kept. Leave that column out.',
};
