import { type Account, accountOf, type Post } from './accounts.ts';
import type { Node } from './node.ts';
import type { KnownProgramme } from './programmes.ts';

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

/** The accounts that take part in a programme and are not disabled, by name. */
export async function takingPart(node: Node, programme: KnownProgramme): Promise<readonly Account[]> {
  const accounts = (await node.store.workspace.accounts()).map(accountOf);
  return accounts.filter(
    ({ disabled, programmes, roles }) =>
      !disabled &&
      roles.some((role) => role !== 'administrator') &&
      (programmes === undefined || programmes.includes(programme.id)),
  );
}
