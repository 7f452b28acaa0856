import type { Role } from '../api/route.ts';
import type { Label } from '../api/schema.ts';
import { fromBase64, toBase64 } from '../core/bytes/codec.ts';
import type { ProgrammeId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { nameFault, normaliseInput, normaliseName } from '../core/bytes/name.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Change, Account as StoredAccount } from '../store/workspace.ts';
import { randomToken } from './keys.ts';
import type { Node } from './node.ts';
import { hashPassword } from './passwords.ts';
import { makePersonalKey } from './personal-key.ts';
import { Refusal } from './problem.ts';

/** A post in some languages of the interface. */
export type Post = { readonly [Lang in keyof Label]?: string | undefined };

/** An account as the node uses it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly post: Post;
  readonly disabled: boolean;
  /** Language of the interface. */
  readonly language?: string;
  /** Agency of ours whose activities are its own. */
  readonly agency?: string;
  /** Programmes it may see; absent: all. */
  readonly programmes?: readonly ProgrammeId[];
  /** Whether it sees what is for named posts only; absent: as its roles say. */
  readonly restricted?: boolean;
  /** Where it is told that something waits; absent: nowhere. */
  readonly mail?: string;
  /** Raw public half of its signing key, base64. */
  readonly signingKey?: string;
  readonly version: number;
}

export interface NewAccount {
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly post?: Post;
  readonly agency?: string | undefined;
  readonly programmes?: readonly ProgrammeId[];
  readonly restricted?: boolean;
}

/** An account from what the store keeps. */
export function accountOf(stored: StoredAccount): Account {
  const details = isObject(stored.details) ? stored.details : {};
  const { agency, language, mail, post, programmes, restricted, signingKey } = details;
  return {
    id: stored.id,
    name: stored.name,
    roles: stored.roles as readonly Role[],
    post: isObject(post) ? post : {},
    disabled: stored.disabled,
    version: stored.version,
    ...(typeof agency === 'string' ? { agency } : {}),
    ...(typeof language === 'string' ? { language } : {}),
    ...(typeof mail === 'string' ? { mail } : {}),
    ...(Array.isArray(programmes) ? { programmes: programmes as readonly ProgrammeId[] } : {}),
    ...(typeof restricted === 'boolean' ? { restricted } : {}),
    ...(typeof signingKey === 'string' ? { signingKey } : {}),
  };
}

/**
 * Adds an account. A signatory gets a personal key, sealed under the password; it signs once the root has admitted it.
 *
 * @throws Refusal `request.invalid`, `account.name-taken`
 */
export async function addAccount(node: Node, given: NewAccount, by: string | null): Promise<Account> {
  const name = normaliseName(given.name);
  const fault = nameFault(name);
  if (fault !== undefined)
    throw new Refusal('request.invalid', { errors: [{ path: 'name', message: fault }] });
  const id = randomToken(9);
  const key = given.roles.includes('signatory')
    ? await makePersonalKey(id, given.password, node.passwordCost, node.crypto)
    : undefined;
  const details: Record<string, Json> = { post: cleanPost(given.post ?? {}) };
  if (given.agency !== undefined) details['agency'] = normaliseInput(given.agency);
  if (given.programmes !== undefined) details['programmes'] = [...given.programmes];
  if (given.restricted !== undefined) details['restricted'] = given.restricted;
  if (key !== undefined) details['signingKey'] = toBase64(key.signer.public);
  const passwordHash = await hashPassword(given.password, node.passwordCost);
  const account = {
    id,
    name,
    roles: [...given.roles],
    passwordHash,
    sealedKey: key?.sealed ?? null,
    disabled: false,
    details,
  };
  const audit = auditChange(node, by, 'account.added', { account: id, roles: [...given.roles] });
  await node.store.workspace.write([{ op: 'putAccount', account, expected: 0 }, audit]);
  return readAccount(node, id);
}

export interface AccountChange {
  readonly version: number;
  readonly roles?: readonly Role[] | undefined;
  readonly post?: Post | undefined;
  readonly agency?: string | null | undefined;
  readonly programmes?: readonly ProgrammeId[] | null | undefined;
  readonly disabled?: boolean | undefined;
  readonly restricted?: boolean | undefined;
  readonly password?: string | undefined;
}

/**
 * Changes an account. Whoever is disabled, or gets another password or other roles, loses their sessions in the same write.
 *
 * @throws Refusal `request.not-found`, `account.stale`, `account.last-administrator`
 */
export async function changeAccount(
  node: Node,
  id: string,
  change: AccountChange,
  by: string | null,
): Promise<Account> {
  const stored = await node.store.workspace.account(id);
  if (stored === null) throw new Refusal('request.not-found');
  const before = accountOf(stored);
  const roles = change.roles ?? before.roles;
  const disabled = change.disabled ?? before.disabled;
  if (isAdministrator(before) && !(roles.includes('administrator') && !disabled))
    await refuseLastAdministrator(node, id);
  const details: Record<string, Json> = { ...(isObject(stored.details) ? stored.details : {}) };
  if (change.post !== undefined) details['post'] = cleanPost(change.post);
  if (change.agency === null) delete details['agency'];
  else if (change.agency !== undefined) details['agency'] = normaliseInput(change.agency);
  if (change.restricted !== undefined) details['restricted'] = change.restricted;
  if (change.programmes === null) delete details['programmes'];
  else if (change.programmes !== undefined) details['programmes'] = [...change.programmes];
  let { passwordHash, sealedKey } = stored;
  if (change.password !== undefined) {
    passwordHash = await hashPassword(change.password, node.passwordCost);
    // Nobody can open the old key any more; a new one waits for the root.
    const key = roles.includes('signatory')
      ? await makePersonalKey(id, change.password, node.passwordCost, node.crypto)
      : undefined;
    sealedKey = key?.sealed ?? null;
    if (key === undefined) delete details['signingKey'];
    else details['signingKey'] = toBase64(key.signer.public);
  }
  const account = { id, name: stored.name, roles: [...roles], passwordHash, sealedKey, disabled, details };
  const changes: Change[] = [
    { op: 'putAccount', account, expected: change.version },
    auditChange(node, by, 'account.changed', {
      account: id,
      roles: [...roles],
      disabled,
      password: change.password !== undefined,
    }),
  ];
  if (disabled || change.password !== undefined || change.roles !== undefined)
    changes.push({ op: 'deleteSessionsOf', account: id });
  const outcome = await node.store.workspace.write(changes);
  if (!outcome.ok) throw new Refusal('account.stale', { current: { version: stored.version } });
  node.sessionsEnded(id);
  return readAccount(node, id);
}

const isAdministrator = (account: Account): boolean =>
  account.roles.includes('administrator') && !account.disabled;

async function refuseLastAdministrator(node: Node, id: string): Promise<void> {
  const others = (await node.store.workspace.accounts())
    .map(accountOf)
    .filter((one) => one.id !== id && isAdministrator(one));
  if (others.length === 0) throw new Refusal('account.last-administrator');
}

/** @throws Refusal `request.not-found` */
export async function readAccount(node: Node, id: string): Promise<Account> {
  const stored = await node.store.workspace.account(id);
  if (stored === null) throw new Refusal('request.not-found');
  return accountOf(stored);
}

/** Gives an account that became signatory its key, now that its password is at hand. */
export async function giveSigningKey(node: Node, stored: StoredAccount, password: string): Promise<void> {
  const account = accountOf(stored);
  if (!account.roles.includes('signatory') || stored.sealedKey !== null) return;
  const key = await makePersonalKey(account.id, password, node.passwordCost, node.crypto);
  const details: JsonObject = {
    ...(isObject(stored.details) ? stored.details : {}),
    signingKey: toBase64(key.signer.public),
  };
  const { id, name, passwordHash, disabled } = stored;
  const content = { id, name, roles: stored.roles, passwordHash, sealedKey: key.sealed, disabled, details };
  await node.store.workspace.write([
    { op: 'putAccount', account: content, expected: stored.version },
    auditChange(node, id, 'key.made', { account: id, key: key.signer.id }),
  ]);
}

/** The raw public half of an account's signing key. */
export function signingKeyOf(account: Account): Uint8Array | undefined {
  return account.signingKey === undefined ? undefined : fromBase64(account.signingKey, 32);
}

/** A line of the audit trail. `details` names things by id, never by content. */
export function auditChange(
  node: Node,
  actor: string | null,
  action: string,
  details: JsonObject,
  programme: ProgrammeId | null = null,
): Change {
  return { op: 'audit', line: { time: node.time(), actor, action, programme, details } };
}

function cleanPost(post: Post): JsonObject {
  const entries = Object.entries(post).flatMap(([lang, text]): [string, string][] =>
    text === undefined ? [] : [[lang, normaliseInput(text)]],
  );
  return Object.fromEntries(entries);
}
