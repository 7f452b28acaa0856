import type { FieldReport } from '../api/field.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import type { Account } from './accounts.ts';
import { heldByPartners } from './exchange-state.ts';
import { isCleared } from './handling.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { makeStatement, type NewStatement } from './statements.ts';

/*
 * Reports that come with an id of their own. A statement says nothing of who of us made it, and the feed knows no such id:
 * both stand here, in the workspace.
 */

export interface NewReport extends NewStatement {
  readonly id: string;
  /** When it was written, by its author's clock. */
  readonly made: string;
}

/** What the workspace keeps of a report, from before it is stated. */
interface Kept {
  readonly by: string;
  readonly made: string;
  readonly kind: string;
  readonly subject: string;
  readonly facet?: string;
  /** Hash of what it says. */
  readonly says: string;
  /** Where our feed stood when it first came: from there on the same words are this report. */
  readonly since: number;
  /** Account that sent it in for its author. */
  readonly through?: string;
  readonly at?: string;
  readonly seq?: number;
  readonly hash?: string;
  /** By partner, when its receipt was seen to cover it. */
  readonly received?: Readonly<Record<string, string>>;
}

const collection = 'field';
const idOf = (programme: Programme, id: string): string => `${programme.id}/${id}`;

/** What a report says, apart from what it replaces: a report sent again after a conflict is the same one. */
export const saysOf = (node: Node, { facet, fields, kind, subject }: NewStatement): Hash =>
  hashOf({ kind, subject, fields, ...(facet === undefined ? {} : { facet }) }, node.crypto);

export async function keptReport(node: Node, programme: Programme, id: string): Promise<Kept | undefined> {
  const document = await node.store.workspace.document(collection, idOf(programme, id));
  return document === null ? undefined : (document.value as unknown as Kept);
}

/**
 * States a report once, however often it is sent. It is noted before it is stated and again after, so whatever moment a
 * crash comes at, the next attempt finds it in our feed or states it.
 *
 * @param through who sends it in for its author
 * @throws Refusal as `makeStatement`, and `field.other` when the id stands for another report
 */
export async function stateReport(
  node: Node,
  programme: Programme,
  author: Account,
  given: NewReport,
  through?: Account,
): Promise<FieldReport> {
  const { facet, id, kind, made, subject } = given;
  const says = saysOf(node, given);
  const first: Kept = {
    by: author.id,
    made,
    kind,
    subject,
    says,
    since: (await programme.ownHead())?.seq ?? 0,
    ...(facet === undefined ? {} : { facet }),
    ...(through === undefined ? {} : { through: through.id }),
  };
  const noted = await node.store.workspace.write([
    { op: 'putDocument', collection, id: idOf(programme, id), value: jsonOf(first), expected: 0 },
  ]);
  const kept = noted.ok ? first : ((await keptReport(node, programme, id)) ?? first);
  if (kept.by !== author.id || kept.says !== says) throw new Refusal('field.other');
  if (kept.seq === undefined) {
    const cleared = isCleared(author) && (through === undefined || isCleared(through));
    const { hash, seq } = await makeStatement(programme, given, cleared, kept.since);
    const stated: Kept = { ...kept, at: node.time(), seq, hash };
    await put(node, programme, id, stated);
    return shapeOf(node, id, stated);
  }
  return shapeOf(node, id, kept);
}

/** Reports of an account, newest first, with the partners that hold them. */
export async function reportsOf(
  node: Node,
  programme: Programme,
  account: string,
  most = 200,
): Promise<readonly FieldReport[]> {
  await noteReceived(node, programme);
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  const mine = documents.flatMap(({ id, value }) => {
    const kept = value as unknown as Kept;
    return kept.by === account && kept.seq !== undefined
      ? [{ id: id.slice(programme.id.length + 1), kept }]
      : [];
  });
  mine.sort((one, other) => (other.kept.seq ?? 0) - (one.kept.seq ?? 0));
  return Promise.all(mine.slice(0, most).map(({ id, kept }) => shapeOf(node, id, kept)));
}

/** Notes when partners' receipts come to cover reports. Returns what stops it. */
export function followReceipts(node: Node): () => void {
  const stops: (() => void)[] = [];
  const follow = (programme: Programme): void => {
    stops.push(
      programme.onChange(({ type }) => {
        if (type === 'exchange' || type === 'register')
          noteReceived(node, programme).catch(() => {
            // The node is closing: what is not noted now is noted when somebody asks.
          });
      }),
    );
  };
  for (const programme of node.programmes().values()) follow(programme);
  stops.push(node.onProgramme(follow));
  return () => stops.forEach((stop) => stop());
}

async function noteReceived(node: Node, programme: Programme): Promise<void> {
  const held = await heldByPartners(node, programme);
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  for (const { id, value, version } of documents) {
    const kept = value as unknown as Kept;
    const fresh = held.filter(
      ({ party, seq }) => kept.seq !== undefined && seq >= kept.seq && kept.received?.[party] === undefined,
    );
    if (fresh.length === 0) continue;
    const at = node.time();
    const received = { ...kept.received, ...Object.fromEntries(fresh.map(({ party }) => [party, at])) };
    // Whoever was quicker has noted the same.
    await node.store.workspace.write([
      { op: 'putDocument', collection, id, value: jsonOf({ ...kept, received }), expected: version },
    ]);
  }
}

async function put(node: Node, programme: Programme, id: string, kept: Kept): Promise<void> {
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: idOf(programme, id), value: jsonOf(kept), expected: 'any' },
  ]);
}

async function shapeOf(node: Node, id: string, kept: Kept): Promise<FieldReport> {
  const { at = '', facet, hash = '', kind, made, received = {}, seq = 0, subject, through } = kept;
  const sender = through === undefined ? null : await node.store.workspace.account(through);
  return {
    id,
    kind,
    subject,
    made,
    at,
    seq,
    hash,
    received: Object.entries(received).map(([party, when]) => ({ party, at: when })),
    ...(facet === undefined ? {} : { facet }),
    ...(sender === null ? {} : { through: sender.name }),
  };
}

const jsonOf = (kept: Kept): JsonObject => ({ ...kept });
