/**
 * Why a pouch, an export or a message between nodes is refused whole. Stable. The codes of `bytes/` and `feed/` come in
 * addition, for what these carry.
 */
export const exchangeCodes = [
  /** Not for this recipient's key, or for another party. */
  'pouch.wrong-recipient',
  /** The file ends early. */
  'pouch.truncated',
  /** Bytes were changed: a seal or a hash does not fit. */
  'pouch.flipped',
  /** Something stands behind the last section. */
  'pouch.trailing',
  'pouch.unknown-version',
  'pouch.manifest',
  /** The sender is no party of the programme, or the programme is unknown and the pouch brings no founding. */
  'pouch.sender',
  'pouch.signature',
  'pouch.section-duplicate',
  'pouch.section-order',
  'pouch.section',
  /** A section, or all of them, is larger than allowed or than declared. */
  'pouch.size',
  'message.shape',
  'export.founding',
  'export.signatures',
  'export.unsigned',
  'export.key',
  'export.attachment',
  'export.branch',
  'export.text',
  'export.sums',
  'export.stray',
  'export.missing',
] as const;

export type ExchangeCode = (typeof exchangeCodes)[number];
