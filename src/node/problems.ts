/** A kind of refusal or failure that the API can answer with. */
export interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 507;
  readonly title: string;
  /** What was kept. */
  readonly kept: string;
  /** What to do. */
  readonly todo: string;
}

const nothing = 'Nothing was written.';
const drafts = 'Your private drafts are as they were.';
const all = 'Everything acknowledged before is kept.';

const kind = (status: ProblemKind['status'], title: string, kept: string, todo: string): ProblemKind => ({
  status,
  title,
  kept,
  todo,
});

/** Every code that the API may answer with. Stable: never given another meaning, never reused. */
export const problems = {
  // The request.
  'request.malformed': kind(400, 'The request cannot be read', nothing, 'Correct the request.'),
  'request.invalid': kind(
    422,
    'A value is not as it must be',
    nothing,
    'Correct the fields named in `errors`.',
  ),
  'request.not-found': kind(
    404,
    'There is nothing here',
    nothing,
    'Check the address; you may not be allowed to see it.',
  ),
  'request.method': kind(405, 'This address does not take that method', nothing, 'See /api/docs.'),
  'request.too-large': kind(
    413,
    'The request is too large',
    nothing,
    'Send less at once, or a smaller file.',
  ),
  'request.media-type': kind(
    415,
    'The body is not of the type that is taken here',
    nothing,
    'Send application/json.',
  ),
  'request.foreign': kind(
    403,
    'The request came from another site',
    nothing,
    'Use the app at its own address.',
  ),
  // Who asks.
  'session.none': kind(401, 'Nobody is signed in', `${nothing} ${drafts}`, 'Sign in.'),
  'session.refused': kind(
    401,
    'Name or password is not right',
    nothing,
    'Try again, or ask your administrator.',
  ),
  'session.wait': kind(
    429,
    'Too many attempts',
    nothing,
    'Wait the seconds named in `wait`, then try again.',
  ),
  'access.denied': kind(403, 'This account may not do that', nothing, 'Ask somebody whose role allows it.'),
  'account.name-taken': kind(409, 'An account has that name', nothing, 'Choose another name.'),
  'account.stale': kind(
    409,
    'The account was changed meanwhile',
    nothing,
    'Look at `current` and decide again.',
  ),
  'account.last-administrator': kind(
    409,
    'This is the last administrator',
    nothing,
    'Make another administrator first.',
  ),
  'setup.code': kind(
    403,
    'The code for setting up is not right',
    nothing,
    'Take the code that the node printed at its start.',
  ),
  'setup.done': kind(409, 'This node is set up already', nothing, 'Sign in.'),
  // Texts.
  'text.kind': kind(422, 'There is no such kind, field or value', nothing, 'See GET /api/kinds.'),
  'text.exists': kind(409, 'A text has that number', nothing, 'Choose another.'),
  'text.closed': kind(
    409,
    'The draft is closed: another act on the same base is signed',
    drafts,
    'Restate the positions on the new base.',
  ),
  'text.not-ready': kind(
    409,
    'The text still has open points',
    nothing,
    'Settle what is bracketed, awaited, missing or stale.',
  ),
  'draft.stale': kind(
    409,
    'Somebody changed this meanwhile',
    'Both values are in `current`; nothing was saved.',
    'Compare and save again.',
  ),
  'draft.nothing': kind(409, 'There is nothing to take or to send', nothing, 'Look at the text again.'),
  'submission.stale': kind(
    409,
    'The drafts or the submission changed meanwhile',
    drafts,
    'Prepare the submission again.',
  ),
  'submission.not-cleared': kind(
    409,
    'The submission is not cleared',
    drafts,
    'Have somebody else clear it.',
  ),
  'submission.own': kind(
    403,
    'Who prepared it cannot clear it',
    drafts,
    'Ask a colleague: this programme wants four eyes.',
  ),
  'workbook.refused': kind(
    422,
    'The workbook cannot be taken: it holds a formula or a document type, is too large, or is none of ours',
    nothing,
    'Ask for it again without formulas, with its hidden first row and column.',
  ),
  'export.glyph': kind(
    422,
    'A PDF cannot show letters that are in the text',
    nothing,
    'Take a DOCX or a workbook; the letters are in `current`.',
  ),
  'export.large': kind(
    422,
    'The list is too long for a document',
    nothing,
    'Narrow the list, or take a workbook.',
  ),
  'sheet.refused': kind(
    422,
    'The sheet from the table was refused',
    nothing,
    'The fault is in `detail`: it is of another text, or was changed or cut; ask for it again.',
  ),
  'redline.side': kind(404, 'There is no such state of the text', nothing, 'Choose another.'),
  // Acts.
  'sign.presence': kind(403, 'The password is not right', 'Nothing was signed.', 'Try again.'),
  'sign.other-content': kind(
    409,
    'This is not the content that was shown',
    'Nothing was signed.',
    'Read the act again before signing.',
  ),
  'sign.barred': kind(
    409,
    'This act cannot be signed now',
    'Nothing was signed.',
    'The reason is in `current`.',
  ),
  'sign.unconfirmed': kind(
    409,
    'Not every partner has confirmed our feed since the root continued it, and this act does not supersede all that is known',
    'Nothing was signed.',
    'Exchange with the partners in `detail`; or propose an act now, which supersedes all.',
  ),
  'act.stale': kind(409, 'The same act is proposed already', nothing, 'Open it in the signing room.'),
  'act.empty': kind(
    422,
    'An act carries texts, each once, or changes the parties',
    nothing,
    'Name the texts.',
  ),
  'act.parties': kind(
    422,
    'These cannot be the parties after it',
    nothing,
    'Name two or more of the parties of the founding, which stand in `detail`; other than they are now.',
  ),
  // Statements and files.
  'statement.stale': kind(
    409,
    'Our statement was changed meanwhile',
    'Both versions are kept.',
    'Look at `current` and decide again.',
  ),
  // The field.
  'field.other': kind(
    409,
    'Another report has this id',
    nothing,
    'Write the report again: it gets an id of its own.',
  ),
  'outbox.refused': kind(
    422,
    'The outbox file was refused',
    nothing,
    'The fault is in `detail`; ask for the file again.',
  ),
  'outbox.author': kind(
    409,
    'The author of the outbox file may not report here any more',
    nothing,
    'Report under your own name, or ask the administrator.',
  ),
  'attachment.too-large': kind(413, 'The file is too large', nothing, 'A file may have 1 GiB.'),
  'attachment.size': kind(422, 'The file has not the size that was declared', nothing, 'Send it again.'),
  // Programmes, founding, keys.
  'programme.not-founded': kind(
    409,
    'The programme is not founded yet',
    drafts,
    'Finish the founding first.',
  ),
  'founding.invalid': kind(
    422,
    'This is not a sound founding or card',
    nothing,
    'Ask the partner to send it again.',
  ),
  'founding.level': kind(
    422,
    'The founding is of a later protocol level than this version knows',
    nothing,
    'Renew this node’s program first, then take in the same file again.',
  ),
  'founding.not-us': kind(
    422,
    'The founding does not name us, or names another key of ours',
    nothing,
    'Ask the partner to write it from our card.',
  ),
  'founding.fingerprint': kind(
    409,
    'The fingerprint is not the same',
    nothing,
    'Do not sign; compare it again with the partner.',
  ),
  'founding.card-missing': kind(
    409,
    'A party’s card is missing',
    nothing,
    'Take in the card of each party first.',
  ),
  'founding.done': kind(
    409,
    'The founding is written already',
    nothing,
    'Send it to whoever has not signed.',
  ),
  'keys.root-away': kind(
    409,
    'The root key is not in this folder',
    nothing,
    'Use the command line where the root key is kept.',
  ),
  'keys.passphrase': kind(403, 'The passphrase of the root key is not right', nothing, 'Try again.'),
  'keys.unknown': kind(404, 'There is no such key', nothing, 'Look at the list again.'),
  // Exchange.
  'peer.address': kind(
    422,
    'This address is not allowed',
    nothing,
    'Use https://host:port of the partner’s node; private networks must be listed in the configuration.',
  ),
  'peer.unreachable': kind(
    502,
    'The partner’s node does not answer',
    `${all} What was exchanged so far is kept.`,
    'It is tried again by itself; or carry a pouch.',
  ),
  'peer.refused': kind(
    502,
    'The partner’s node refused',
    `${all} What was exchanged so far is kept.`,
    'The reason is in `detail`.',
  ),
  'exchange.refused': kind(
    422,
    'What came was refused',
    nothing,
    'The reason is in `detail`; ask for it again.',
  ),
  'pouch.refused': kind(
    422,
    'The pouch was refused',
    nothing,
    'The fault is in `detail`; ask for the file again.',
  ),
  'pouch.recipient': kind(422, 'The pouch is not for this node', nothing, 'Give it to whom it is addressed.'),
  'pouch.programme': kind(
    404,
    'The pouch is of a programme that is not here',
    nothing,
    'Join the programme first.',
  ),
  // The node.
  'lock.signing': kind(
    503,
    'Signing is locked on this node',
    `${all} Reading works.`,
    'See the exchange page for what ends the lock.',
  ),
  'import.persons': kind(
    422,
    'A column of the list is of persons',
    `${nothing} Nothing of the list is kept.`,
    'Incidents are counted by category; leave that column out.',
  ),
  'import.form': kind(
    422,
    'The list cannot be read',
    nothing,
    'Give category, number and time a column each, under their usual headings.',
  ),
  'node.stopping': kind(503, 'The node is stopping', all, 'Try again in a moment.'),
  'node.disk-full': kind(
    507,
    'The disk is full or cannot be written',
    all,
    'Make room; nothing acknowledged is lost.',
  ),
  'node.failed': kind(
    500,
    'Something is wrong with this node',
    all,
    'Tell your administrator the number in `detail`.',
  ),
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof problems;

/** docs/problems.md, as this table gives it. */
export function problemsTable(): string {
  const rows = Object.entries(problems).map(
    ([code, one]) => `| \`${code}\` | ${one.status} | ${one.title} | ${one.kept} | ${one.todo} |`,
  );
  return [
    '# Problems',
    '',
    'Every answer of the API that is not a success is a problem document (RFC 9457, `application/problem+json`) with these',
    'codes. A code never changes its meaning. `detail` adds what is particular to the case and never quotes private text.',
    '',
    'This table is made of `src/node/problems.ts`; a test holds the two together (`npm run vitest -- run problems -u`).',
    '',
    '| code | status | what happened | what was kept | what to do |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
