import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { isObject } from '../core/kinds/value.ts';
import { StoreError } from '../store/errors.ts';
import { auditChange } from './accounts.ts';
import { ImportRefused } from './import/limits.ts';
import type { Node } from './node.ts';
import { refusalOf } from './problem.ts';
import type { ProblemCode } from './problems.ts';

/*
 * What came from outside and was refused whole leaves one line in the audit trail: nothing else of it was written, and whoever
 * brought it may ask. The line holds codes, nothing of what came.
 */

/** Refusals of files and of what a partner says; those of a signature, since somebody else may have tried it. */
const audited: ReadonlySet<ProblemCode> = new Set([
  'pouch.refused',
  'pouch.recipient',
  'pouch.programme',
  'exchange.refused',
  'workbook.refused',
  'outbox.refused',
  'outbox.author',
  'import.form',
  'import.persons',
  'founding.invalid',
  'founding.level',
  'founding.not-us',
  'founding.fingerprint',
  'attachment.size',
  'attachment.too-large',
  'sign.presence',
  'sign.other-content',
]);

/** A node speaks by its program alone: what it sends in no form is as telling as what does not hold. */
const partnerAudited: ReadonlySet<ProblemCode> = new Set([
  'exchange.refused',
  'request.invalid',
  'attachment.size',
  'attachment.too-large',
]);

/** A partner that sends the same fault again and again fills no disk: the same line at most once in so long. */
const everyMs = 3_600_000;
const told = new WeakMap<Node, Map<string, number>>();

/**
 * Notes a refusal, if it is one of those. Never throws for a store that cannot write: the refusal is what has to be told.
 *
 * @param by the account that brought it, if one did
 */
export async function auditRefusal(
  node: Node,
  by: string | null,
  error: unknown,
  programme: ProgrammeId | null = null,
): Promise<void> {
  const codes = codesOf(error);
  if (codes !== undefined) await write(node, by, codes, programme);
}

/** The same for what a partner sent over the network. */
export async function auditPartner(
  node: Node,
  programme: ProgrammeId,
  from: PartyCode,
  error: unknown,
): Promise<void> {
  const codes = codesOf(error, partnerAudited);
  if (codes === undefined) return;
  const known = told.get(node) ?? new Map<string, number>();
  told.set(node, known);
  const what = `${programme} ${from} ${codes.fault ?? ''}`;
  if (node.now() - (known.get(what) ?? -Infinity) < everyMs) return;
  known.set(what, node.now());
  await write(node, null, { ...codes, from }, programme);
}

interface Codes {
  readonly code: string;
  /** What was wrong with it: a code of docs/problems.md or of a fault of bytes, feeds or pouches. */
  readonly fault?: string;
  readonly from?: PartyCode;
}

function codesOf(error: unknown, among = audited): Codes | undefined {
  if (error instanceof ImportRefused) return { code: 'import.form', fault: error.code };
  const refusal = refusalOf(error);
  if (refusal === undefined || !among.has(refusal.code)) return undefined;
  const { current, detail } = refusal.particulars;
  const named = isObject(current) && typeof current['code'] === 'string' ? current['code'] : detail;
  const fault = /^[a-z]+\.[a-z-]+(?=$|[ :])/.exec(named ?? '')?.[0];
  return { code: refusal.code, ...(fault === undefined ? {} : { fault }) };
}

async function write(
  node: Node,
  by: string | null,
  codes: Codes,
  programme: ProgrammeId | null,
): Promise<void> {
  try {
    await node.store.workspace.write([auditChange(node, by, 'input.refused', { ...codes }, programme)]);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
