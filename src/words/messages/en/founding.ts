/** The guided steps of founding a programme. */
export const founding = {
  'founding.title': 'Found a programme',
  'founding.intro':
    'Each party makes its card. The cards are put together into one founding, every party signs it, and the programme is there on each node.',
  'founding.stepCard': 'Our card',
  'founding.stepCardHint': 'Code, names, keys. Give the file to the partner.',
  'founding.stepCollect': 'Cards of the partners',
  'founding.partiesAlike':
    'The names of {party} and {other} look alike. Compare the fingerprints of their keys with each of them.',
  'founding.programmesAlike':
    'The name looks like that of another programme of this node. Tell them apart by the fingerprint.',
  'founding.stepCompare': 'Compare the fingerprint',
  'founding.stepCompareHint':
    'Read digits and words to each other by telephone. Sign only if all are the same.',
  'founding.stepSign': 'Sign the founding',
  'founding.code': 'Code of the party',
  'founding.codeHint': '2 to 8 letters A to Z, such as VN or LA',
  'founding.nameIn': 'Name in {language}',
  'founding.downloadCard': 'Download our card',
  'founding.addCard': 'Add a partner’s card',
  'founding.programmeName': 'Name of the programme',
  'founding.authenticLanguages': 'Authentic languages, in order',
  'founding.timeZone': 'Time zone',
  'founding.fingerprint': 'Fingerprint of the founding',
  'founding.fingerprintDigits': 'In digits',
  'founding.fingerprintWords': 'In words',
  'founding.fingerprintSame': 'The partner reads the same',
  'founding.sign': 'Sign with our root key',
  'founding.signatures': 'Signed by {signed} of {total}',
  'founding.downloadFounding': 'Download the founding with the signatures so far',
  'founding.addFounding': 'Add the founding as the partner returned it',
  'founding.open': 'Open the programme on this node',
  'founding.opened': 'The programme is there. It has the same name and the same fingerprint at every party.',
  'founding.alone': 'Begin alone',
  'founding.aloneHint':
    'Prepare the programme before the partner has a node. What they write to you is kept as your record of it until they join and confirm.',
  'founding.rootWarning': 'The root key is kept on a stick in the safe, not on this machine.',
  'founding.setupTitle': 'Set up this node',
  'founding.setupCode': 'Code printed by the node at its start',
  'founding.setupAdministrator': 'First administrator',
};
