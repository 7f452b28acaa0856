/** Every way in which a store refuses or fails. Stable: callers, logs and problem documents name these. */
export type StoreCode =
  // The request does not fit what is held.
  | 'malformed'
  | 'unknown-programme'
  | 'unknown-branch'
  | 'gap'
  | 'conflict'
  | 'name-taken'
  | 'watermark-lower'
  // Attachments.
  | 'attachment-too-large'
  | 'attachment-offset'
  | 'attachment-overrun'
  | 'attachment-incomplete'
  | 'attachment-mismatch'
  | 'attachment-missing'
  | 'attachment-superseded'
  // The folder.
  | 'folder-busy'
  | 'folder-exists'
  | 'folder-missing'
  | 'folder-newer'
  | 'folder-unreadable'
  | 'backup-unusable'
  // The machine.
  | 'closed'
  | 'corrupt'
  | 'failed';

/** The only error that a store throws on purpose. `message` says what happened, what was kept and what to do. */
export class StoreError extends Error {
  readonly code: StoreCode;

  constructor(code: StoreCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
