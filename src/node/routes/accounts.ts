import type { Account as AccountShape } from '../../api/accounts.ts';
import * as declared from '../../api/accounts.ts';
import type { ProgrammeId } from '../../core/bytes/ids.ts';
import { type Account, accountOf, addAccount, changeAccount, signingKeyOf } from '../accounts.ts';
import { isCleared } from '../handling.ts';
import { type App, caller, serve } from '../http/serve.ts';
import { admitWaiting } from '../key-admission.ts';
import type { Node } from '../node.ts';
import { isAdmitted } from './session.ts';

export function serveAccounts(app: App, node: Node): void {
  serve(app, node, declared.listAccounts, async (c) => {
    const accounts = (await node.store.workspace.accounts()).map(accountOf);
    return c.json(await Promise.all(accounts.map((account) => shapeOf(node, account))), 200);
  });
  serve(app, node, declared.addAccount, async (c) => {
    const { agency, name, password, post, programmes, roles } = c.req.valid('json');
    const given = {
      name,
      password,
      roles,
      post: post ?? {},
      agency,
      ...(programmes === undefined ? {} : { programmes: programmes as ProgrammeId[] }),
    };
    const account = await addAccount(node, given, caller(c).account.id);
    await admitWaiting(node);
    return c.json(await shapeOf(node, account), 200);
  });
  serve(app, node, declared.changeAccount, async (c) => {
    const { programmes, ...change } = c.req.valid('json');
    const given =
      programmes === undefined ? change : { ...change, programmes: programmes as ProgrammeId[] | null };
    const account = await changeAccount(node, c.req.valid('param').account, given, caller(c).account.id);
    await admitWaiting(node);
    return c.json(await shapeOf(node, account), 200);
  });
}

async function shapeOf(node: Node, account: Account): Promise<AccountShape> {
  const { agency, disabled, id, name, post, programmes, roles, version } = account;
  const key = signingKeyOf(account);
  const sessions = await node.store.workspace.sessions(id);
  const lastSeen = sessions
    .map((one) => one.lastSeen)
    .sort()
    .at(-1);
  return {
    id,
    name,
    post,
    roles,
    version,
    disabled,
    restricted: isCleared(account),
    signingKey: key === undefined ? 'none' : (await isAdmitted(node, key)) ? 'admitted' : 'made',
    ...(agency === undefined ? {} : { agency }),
    ...(programmes === undefined ? {} : { programmes }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
  };
}
