import { accountOf, type Post } from './accounts.ts';
import type { Node } from './node.ts';

/** Somebody of our side, as colleagues read them: records in the workspace keep the account's id. */
export interface Colleague {
  readonly name: string;
  readonly post: Post;
}

/** Who each account is. */
export async function colleaguesOf(node: Node): Promise<(id: string | undefined) => Colleague | undefined> {
  const accounts = new Map((await node.store.workspace.accounts()).map((one) => [one.id, accountOf(one)]));
  return (id) => {
    const account = id === undefined ? undefined : accounts.get(id);
    return account && { name: account.name, post: account.post };
  };
}
