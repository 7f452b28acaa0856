import { joinBytes } from './codec.ts';
import { bytesOf } from './utf8.ts';

/** What kind of record a signature is over (B6). It is signed with the bytes, so no signature serves two kinds. */
export const recordTypes = {
  entry: 'application/vnd.counterpart.entry',
  root: 'application/vnd.counterpart.root',
  founding: 'application/vnd.counterpart.founding',
  counterpart: 'application/vnd.counterpart.counterpart',
  pouch: 'application/vnd.counterpart.pouch',
} as const;

export type RecordType = (typeof recordTypes)[keyof typeof recordTypes];

/**
 * DSSE's pre-authentication encoding, `DSSEv1 <len> <type> <len> <payload>`, lengths in bytes.
 * Source: https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
 */
export function preAuthEncoding(type: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const typeBytes = bytesOf(type);
  const opening = bytesOf(`DSSEv1 ${typeBytes.length} ${type} ${payload.length} `);
  return joinBytes([opening, payload]);
}
