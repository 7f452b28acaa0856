import { getCookie } from 'hono/cookie';
import type { Me } from '../../api/session.ts';
import * as declared from '../../api/session.ts';
import { keyIdOf } from '../../core/bytes/ed25519.ts';
import { keyStanding } from '../../core/feed/chain.ts';
import { signingKeyOf } from '../accounts.ts';
import { giveCookie, takeCookie } from '../http/cookie.ts';
import { type App, caller, cookieName, serve } from '../http/serve.ts';
import { admitWaiting } from '../key-admission.ts';
import { type Node, partyOf } from '../node.ts';
import { changeOwn, type SignedIn, signIn, signOut } from '../sessions.ts';

export function serveSession(app: App, node: Node): void {
  serve(app, node, declared.signIn, async (c) => {
    const { name, password } = c.req.valid('json');
    const before = getCookie(c, cookieName(node));
    const signedIn = await signIn(node, { name, password, address: c.get('address'), before });
    giveCookie(c, node, signedIn.token);
    // A key made at this sign-in is admitted now where the root lies here; elsewhere it waits.
    if (signedIn.account.roles.includes('signatory')) await admitWaiting(node);
    return c.json(await meOf(node, signedIn), 200);
  });
  serve(app, node, declared.readSession, async (c) => c.json(await meOf(node, caller(c)), 200));
  serve(app, node, declared.signOut, async (c) => {
    await signOut(node, caller(c));
    takeCookie(c, node);
    return c.json({ done: true as const }, 200);
  });
  serve(app, node, declared.changeOwn, async (c) => {
    const signedIn = caller(c);
    const account = await changeOwn(node, signedIn, c.req.valid('json'));
    return c.json(await meOf(node, { ...signedIn, account }), 200);
  });
}

/** What a signed-in person may know of themselves. */
export async function meOf(node: Node, { account, session }: SignedIn): Promise<Me> {
  const { names, party } = partyOf(node);
  const { agency, id, language, mail, name, post, roles } = account;
  return {
    account: { id, name, post, roles, ...(agency === undefined ? {} : { agency }) },
    party,
    names,
    mayUseOwnKey: await isAdmitted(node, signingKeyOf(account)),
    mayMail: node.config.smtpUrl !== '',
    expires: session.expires,
    ...(language === undefined ? {} : { language }),
    ...(mail === undefined ? {} : { mail }),
  };
}

/** Whether the root has admitted a signing key in every programme that runs. */
export async function isAdmitted(node: Node, key: Uint8Array | undefined): Promise<boolean> {
  if (key === undefined || node.programmes().size === 0) return false;
  const id = keyIdOf(key, node.crypto);
  for (const programme of node.programmes().values()) {
    const [chain] = await programme.chains(programme.party);
    if (chain === undefined || keyStanding(chain.state, id, 'signatory', chain.state.seq + 1) !== 'valid')
      return false;
  }
  return true;
}
