import { isObject } from '../core/kinds/value.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';

/* Views of a table that somebody has kept: private to the account, in the workspace. */

/** A way to look at tables of a kind of text: what stands behind the `?` of the address. */
export interface SavedView {
  readonly name: string;
  readonly query: string;
}

const collection = 'view';
/** Of one account in one programme. */
const viewsMax = 50;

const idOf = (programme: KnownProgramme, account: string): string => `${programme.id}/${account}`;

export async function listViews(
  node: Node,
  programme: KnownProgramme,
  account: string,
): Promise<readonly SavedView[]> {
  return (await kept(node, programme, account)).views;
}

async function kept(
  node: Node,
  programme: KnownProgramme,
  account: string,
): Promise<{ readonly views: readonly SavedView[]; readonly version: number }> {
  const document = await node.store.workspace.document(collection, idOf(programme, account));
  const value = document?.value ?? null;
  const views = isObject(value) ? value['views'] : undefined;
  return {
    views: Array.isArray(views) ? views : [],
    version: document?.version ?? 0,
  };
}

/** Keeps a view under its name, in place of the one that had it; without a query the name is forgotten. @throws Refusal `request.invalid` */
export async function keepView(
  node: Node,
  programme: KnownProgramme,
  account: string,
  name: string,
  query: string | undefined,
): Promise<readonly SavedView[]> {
  for (;;) {
    const { version, views } = await kept(node, programme, account);
    const rest = views.filter((view) => view.name !== name);
    const next = query === undefined ? rest : [...rest, { name, query }];
    if (next.length > viewsMax)
      throw new Refusal('request.invalid', {
        errors: [{ path: 'name', message: `at most ${viewsMax} views` }],
      });
    const value = { views: next.map((view) => ({ ...view })) };
    const outcome = await node.store.workspace.write([
      { op: 'putDocument', collection, id: idOf(programme, account), value, expected: version },
    ]);
    // Another window of the same person was faster: what it kept stays.
    if (outcome.ok) return next;
  }
}
