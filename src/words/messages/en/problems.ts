/** One sentence for each problem code: what happened, what was kept, what to do. */
export const problems = {
  'problems.unexpected':
    'Something failed in our node. What was saved stays saved. Try again; if it happens again, give the administrator the number {reference}.',
  'problems.offline':
    'Our node does not answer. Your change is kept in this browser. It is saved as soon as the node is back.',
  'problems.not-found': 'There is nothing here, or you may not see it.',
  'problems.not-allowed': 'Your role does not allow this. Nothing was changed.',
  'problems.signed-out':
    'You are not signed in, or the session has ended. Sign in and go on; what you entered is kept here.',
  'problems.wrong-credentials': 'User name and password do not belong together.',
  'problems.too-many-attempts':
    'Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  'problems.proof-required':
    'Enter your password again: this step needs proof that it is you. Nothing was signed.',
  'problems.origin-refused': 'The request came from another site and was refused. Nothing was changed.',
  'problems.invalid-input':
    '{field} is not filled in correctly. Nothing was saved. Correct it and save again.',
  'problems.date-impossible': 'There is no such date: {value}.',
  'problems.amount-invalid': 'This is not an amount: {value}.',
  'problems.name-invisible-characters': 'The name holds characters that cannot be seen. Type it again.',
  'problems.name-look-alike': 'This name looks like {name}, which is another. Compare the fingerprint.',
  'problems.too-large': 'This is larger than {limit}. Nothing was saved.',
  'problems.stale-edit':
    'Somebody changed this meanwhile. Both values are kept and shown; choose one or write a third.',
  'problems.nothing-to-send': 'There is nothing to send.',
  'problems.not-cleared': 'This has not been cleared for sending. It stays here.',
  'problems.changed-after-clearance': 'It was changed after clearance. Have it cleared again.',
  'problems.acceptance-outdated':
    '{party} has changed what you were accepting. Nothing was accepted. Look at the new value, then decide.',
  'problems.draft-closed':
    'This draft is closed: another text on the same base is signed. Your positions are kept; state them again on the new base.',
  'problems.content-open':
    'The text cannot be signed yet: {count, plural, one {# point is open} other {# points are open}}. Nothing was signed.',
  'problems.content-differs':
    'What you were shown is no longer what would be signed. Nothing was signed. Read it again.',
  'problems.content-missing':
    'The whole text, or an attachment of it, has not arrived here. Nothing was signed. Exchange first.',
  'problems.chain-rule':
    'We have signed another text that this one does not replace. Nothing was signed. Lay out a text that replaces both.',
  'problems.act-declined':
    '{party} has declined or withdrawn this text, so we do not sign it. Lay out a new one.',
  'problems.signing-locked':
    'Signing is locked on this node until the partners confirm our register. Nothing was signed. Exchange with them first.',
  'problems.storage-failed':
    'The disk did not confirm the write. This change is not kept; all earlier ones are. Signing is locked. Tell the administrator.',
  'problems.disk-full':
    'The disk is full. This change is not kept; all earlier ones are. Make room, then try again.',
  'problems.folder-in-use': 'Another process works on this folder. This one leaves without touching it.',
  'problems.folder-newer':
    'This folder was written by a newer version ({version}). Nothing was touched. Install that version.',
  'problems.folder-damaged':
    'The database of this folder is damaged. Signing is locked, reading works as far as possible. Rebuild it from the entries.',
  'problems.last-administrator':
    'This is the last administrator. Nothing was changed. Name another one first.',
  'problems.user-exists': 'There is already an account of this name. Nothing was added.',
  'problems.password-weak': 'The password is too short or too common. Choose a longer one.',
  'problems.pouch-not-a-pouch': 'This file is not a pouch. Nothing was written.',
  'problems.pouch-wrong-recipient':
    'This pouch is not addressed to us: we cannot open it. Nothing was written.',
  'problems.pouch-truncated': 'The pouch is cut off. Nothing was written. Ask {party} for the whole file.',
  'problems.pouch-altered':
    'The pouch was altered on the way. Nothing was written. Ask {party} for it again.',
  'problems.pouch-unknown-version':
    'The pouch comes from a version this node does not know. Nothing was written.',
  'problems.pouch-unknown-sender':
    'The sender of the pouch is no party of a programme on this node. Nothing was written.',
  'problems.pouch-section': 'A section of the pouch is doubled or one too many. Nothing was written.',
  'problems.entry-encoding':
    'Entry {seq} of {party} is not in canonical form. It and what follows were refused; nothing was written.',
  'problems.entry-chain':
    'Entry {seq} of {party} does not follow the one before it. Refused; nothing was written.',
  'problems.entry-signature':
    'The signature over entry {seq} of {party} is not valid. Refused; nothing was written.',
  'problems.entry-key':
    'Entry {seq} of {party} was written with a key that is not authorised there. Refused; nothing was written.',
  'problems.entry-wrong-feed':
    'An entry of another party or programme stands among those of {party}. Refused; nothing was written.',
  'problems.attachment-mismatch':
    'The file {name} is not the one that was announced. It was not kept. Ask for it again.',
  'problems.attachment-missing': 'The file {name} is not here yet. It comes with the next exchange.',
  'problems.partner-unreachable':
    'The node of {party} does not answer. Everything waits here and goes out later, or pack a pouch.',
  'problems.partner-unknown-key':
    'The node that answered does not hold the key of {party}. Nothing was exchanged.',
  'problems.partner-holds-more':
    '{party} holds more of our register than this node does. Signing is locked while it is taken back.',
  'problems.card-invalid': 'This file is not a card, or it was altered. Nothing was added.',
  'problems.code-taken': 'Two parties have the code {code}. Each needs its own.',
  'problems.founding-incomplete':
    'The founding is not signed by {party} yet. The programme cannot be opened.',
  'problems.founding-differs':
    'This founding is not the one that we signed. Nothing was added. Compare the fingerprint.',
  'problems.file-refused': 'This file cannot be taken: {reason}. Nothing was kept.',
  'problems.export-fault': 'First fault: {file}, place {line}: {reason}',
};
