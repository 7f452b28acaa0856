import { hash as digest } from 'node:crypto';
import { normaliseName } from '../core/bytes/name.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Session } from '../store/workspace.ts';
import { type Account, accountOf, auditChange, giveSigningKey } from './accounts.ts';
import { randomToken } from './keys.ts';
import { isMailAddress } from './mail/smtp.ts';
import type { Node } from './node.ts';
import { hashPassword, isPassword } from './passwords.ts';
import { resealPersonalKey } from './personal-key.ts';
import { Refusal } from './problem.ts';
import { networkOf } from './throttle.ts';

/** Whoever is signed in. */
export interface SignedIn {
  readonly account: Account;
  readonly session: Session;
}

/** How often `lastSeen` is written, in milliseconds. */
const seenEvery = 60_000;

/**
 * Signs in and begins a session; one that the browser had before ends, so that none can be fixed from outside.
 *
 * @param address of the client, for the delay by network
 * @returns the token for the cookie; only its hash is kept
 * @throws Refusal `session.wait`, `session.refused`: the same, by text and time, for unknown names
 */
export async function signIn(
  node: Node,
  given: {
    readonly name: string;
    readonly password: string;
    readonly address: string;
    readonly before?: string | undefined;
  },
): Promise<SignedIn & { readonly token: string }> {
  const name = normaliseName(given.name);
  const network = networkOf(given.address);
  const wait = node.throttle.wait(name, network);
  if (wait > 0) throw new Refusal('session.wait', { wait });
  // Counted before the slow part, so that a hundred attempts at once are not one.
  node.throttle.failed(name, network);
  const stored = await node.store.workspace.accountNamed(name);
  const isRight = await isPassword(given.password, stored?.passwordHash, node.passwordCost);
  if (stored === null || !isRight || stored.disabled) throw new Refusal('session.refused');
  node.throttle.succeeded(name, network);
  await giveSigningKey(node, stored, given.password);
  const token = randomToken(32);
  const session: Session = {
    token: hashOfToken(token),
    account: stored.id,
    created: node.time(),
    lastSeen: node.time(),
    expires: timeAfter(node, node.config.sessionHours * 3_600_000),
    csrf: randomToken(16),
    details: {},
  };
  await node.store.workspace.write([
    ...(given.before === undefined
      ? []
      : [{ op: 'deleteSession' as const, token: hashOfToken(given.before) }]),
    { op: 'deleteSessionsBefore', time: node.time() },
    { op: 'putSession', session },
    auditChange(node, stored.id, 'session.began', {}),
  ]);
  const fresh = await node.store.workspace.account(stored.id);
  return { token, session, account: accountOf(fresh ?? stored) };
}

/** The session of a token, if it is alive and its account may still come in. */
export async function sessionOf(node: Node, token: string | undefined): Promise<SignedIn | undefined> {
  if (token === undefined || !/^[\w-]{43}$/.test(token)) return undefined;
  const session = await node.store.workspace.session(hashOfToken(token));
  if (session === null) return undefined;
  const now = node.now();
  const idle = now - Date.parse(session.lastSeen) > node.config.idleMinutes * 60_000;
  const stored = await node.store.workspace.account(session.account);
  if (idle || Date.parse(session.expires) <= now || stored === null || stored.disabled) {
    await node.store.workspace.write([{ op: 'deleteSession', token: session.token }]);
    return undefined;
  }
  if (now - Date.parse(session.lastSeen) > seenEvery) {
    await node.store.workspace.write([{ op: 'putSession', session: { ...session, lastSeen: node.time() } }]);
  }
  return { session, account: accountOf(stored) };
}

export async function signOut(node: Node, { session, account }: SignedIn): Promise<void> {
  await node.store.workspace.write([
    { op: 'deleteSession', token: session.token },
    auditChange(node, account.id, 'session.ended', {}),
  ]);
  node.sessionsEnded(account.id);
}

/**
 * Whether this is the account's password now: proof of presence. Failures are delayed as for signing in.
 *
 * @throws Refusal `session.wait`, `sign.presence`
 */
export async function provePresence(node: Node, account: Account, password: string): Promise<void> {
  const key = `presence ${account.id}`;
  const wait = node.throttle.wait(key, key);
  if (wait > 0) throw new Refusal('session.wait', { wait });
  node.throttle.failed(key, key);
  const stored = await node.store.workspace.account(account.id);
  if (!(await isPassword(password, stored?.passwordHash, node.passwordCost)))
    throw new Refusal('sign.presence');
  node.throttle.succeeded(key, key);
}

/**
 * Changes one's own language or password. Other sessions of the account end with a new password; the signing key is sealed
 * again, so it stays the same key.
 *
 * @throws Refusal `sign.presence`, `session.wait`, `request.invalid`
 */
export async function changeOwn(
  node: Node,
  { account, session }: SignedIn,
  change: {
    readonly language?: string | undefined;
    /** Null: no mail. */
    readonly mail?: string | null | undefined;
    readonly password?: { readonly old: string; readonly new: string } | undefined;
  },
): Promise<Account> {
  if (change.password !== undefined) await provePresence(node, account, change.password.old);
  const stored = await node.store.workspace.account(account.id);
  if (stored === null) throw new Refusal('session.none');
  const before = isObject(stored.details) ? stored.details : {};
  if (change.mail && !isMailAddress(change.mail))
    throw new Refusal('request.invalid', { errors: [{ path: 'mail', message: 'not an address' }] });
  const details = {
    ...before,
    ...(change.language === undefined ? {} : { language: change.language }),
    ...(change.mail === undefined ? {} : { mail: change.mail }),
  };
  let { passwordHash, sealedKey } = stored;
  if (change.password !== undefined) {
    passwordHash = await hashPassword(change.password.new, node.passwordCost);
    const resealed =
      sealedKey && (await resealPersonalKey(sealedKey, account.id, change.password, node.passwordCost));
    sealedKey = resealed ?? null;
  }
  const { id, name, roles, disabled } = stored;
  const outcome = await node.store.workspace.write([
    {
      op: 'putAccount',
      account: { id, name, roles, passwordHash, sealedKey, disabled, details },
      expected: stored.version,
    },
    ...(change.password === undefined
      ? []
      : [
          { op: 'deleteSessionsOf' as const, account: id },
          { op: 'putSession' as const, session },
        ]),
    auditChange(node, id, 'account.changed', { account: id, password: change.password !== undefined }),
  ]);
  if (!outcome.ok) throw new Refusal('account.stale', { current: { version: stored.version } });
  const fresh = await node.store.workspace.account(id);
  return accountOf(fresh ?? stored);
}

export function hashOfToken(token: string): string {
  return digest('sha256', token, 'hex');
}

function timeAfter(node: Node, ms: number): string {
  return `${new Date(node.now() + ms).toISOString().slice(0, 19)}Z`;
}
