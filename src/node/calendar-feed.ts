import { readers } from '../api/route.ts';
import type { ProgrammeId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { type Account, accountOf, auditChange } from './accounts.ts';
import { randomToken } from './keys.ts';
import type { Node } from './node.ts';
import { findProgramme, type KnownProgramme, programmeFor } from './programmes.ts';
import { hashOfToken } from './sessions.ts';

/* An address for calendar programs, which cannot sign in: whoever knows it reads what its owner may see. Only its hash is kept. */

const collection = 'calendar';
const ofOwner = (programme: ProgrammeId, account: string): string => `${programme}/${account}`;

/** The owner's address of a programme, if there is one. */
async function feedOf(
  node: Node,
  programme: ProgrammeId,
  account: string,
): Promise<{ readonly token: string; readonly since: string } | undefined> {
  const document = await node.store.workspace.document(collection, ofOwner(programme, account));
  const value: JsonObject = isObject(document?.value) ? document.value : {};
  const { since, token } = value;
  return typeof token === 'string' && typeof since === 'string' ? { token, since } : undefined;
}

/** When the owner's address was made; undefined when there is none. */
export async function calendarFeedSince(
  node: Node,
  programme: ProgrammeId,
  account: string,
): Promise<string | undefined> {
  return (await feedOf(node, programme, account))?.since;
}

/** Makes a new address; the one before no longer answers. @returns its token, which is told this once */
export async function makeCalendarFeed(
  node: Node,
  programme: ProgrammeId,
  account: string,
): Promise<{ readonly token: string; readonly since: string }> {
  const before = await feedOf(node, programme, account);
  const token = randomToken(32);
  const since = node.time();
  const hash = hashOfToken(token);
  await node.store.workspace.write([
    ...(before === undefined ? [] : [removal(before.token)]),
    {
      op: 'putDocument',
      collection,
      id: ofOwner(programme, account),
      value: { token: hash, since },
      expected: 'any',
    },
    { op: 'putDocument', collection, id: hash, value: { programme, account }, expected: 'any' },
    auditChange(node, account, 'calendar.opened', {}, programme),
  ]);
  return { token, since };
}

export async function removeCalendarFeed(node: Node, programme: ProgrammeId, account: string): Promise<void> {
  const before = await feedOf(node, programme, account);
  if (before === undefined) return;
  await node.store.workspace.write([
    removal(before.token),
    removal(ofOwner(programme, account)),
    auditChange(node, account, 'calendar.closed', {}, programme),
  ]);
}

const removal = (id: string) => ({ op: 'deleteDocument', collection, id, expected: 'any' }) as const;

/** Whose calendar an address is, with the programme as that account sees it; undefined when it answers to nobody. */
export async function calendarBehind(
  node: Node,
  token: string,
): Promise<{ readonly account: Account; readonly programme: KnownProgramme } | undefined> {
  if (!/^[\w-]{43}$/.test(token)) return undefined;
  const document = await node.store.workspace.document(collection, hashOfToken(token));
  const value: JsonObject = isObject(document?.value) ? document.value : {};
  const [id, owner] = [value['programme'], value['account']];
  if (typeof id !== 'string' || typeof owner !== 'string') return undefined;
  const stored = await node.store.workspace.account(owner);
  const programme = await findProgramme(node, id as ProgrammeId);
  if (stored === null || stored.disabled || programme === undefined) return undefined;
  const account = accountOf(stored);
  const mayRead = account.roles.some((role) => (readers as readonly string[]).includes(role));
  const isVisible = account.programmes === undefined || account.programmes.includes(programme.id);
  return mayRead && isVisible ? { account, programme: programmeFor(account, programme) } : undefined;
}
