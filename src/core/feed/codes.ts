/** Why a run, a founding or a proof is refused: nothing of it is kept. Stable. The codes of `bytes/` come in addition. */
export const feedCodes = [
  'run.empty',
  'run.too-large',
  'run.frame',
  'entry.shape',
  'entry.heads',
  'entry.time',
  'feed.programme',
  'feed.party',
  'feed.gap',
  'feed.beside',
  'feed.prev',
  'feed.key-mixed',
  'feed.key-unknown',
  'feed.key-use',
  'feed.key-void',
  'feed.signature',
  'feed.not-open',
  'feed.open-shape',
  'feed.root-shape',
  'feed.root-key',
  'feed.root-signature',
  'founding.level',
  'founding.shape',
  'founding.parties',
  'founding.names',
  'founding.languages',
  'founding.keys',
  'founding.signature',
  'fork.shape',
  'fork.place',
  'fork.none',
  'note.shape',
  'note.signature',
  'receipt.shape',
] as const;

export type FeedCode = (typeof feedCodes)[number];

/** Why an entry that was accepted has no effect (F4), as far as its own feed decides it. The register has more. */
export const inertCodes = [
  'inert.head-back',
  'inert.not-root',
  'inert.root-writes',
  'inert.open-again',
  'inert.keys-shape',
  'inert.keys-admit',
  'inert.keys-void',
  'inert.continue-shape',
  'inert.continue-names',
] as const;

export type InertCode = (typeof inertCodes)[number];
