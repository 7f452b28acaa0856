import type { KeyView } from '../../api/keys.ts';
import * as declared from '../../api/keys.ts';
import { keyIdOf } from '../../core/bytes/ed25519.ts';
import { accountOf, signingKeyOf } from '../accounts.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { admitKeys, voidKey, waitingKeys } from '../key-admission.ts';
import { openRoot } from '../keys.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import type { KnownProgramme } from '../programmes.ts';

export function serveKeys(app: App, node: Node): void {
  serve(app, node, declared.listKeys, async (c) => c.json(await keysOf(node, running(programmeOf(c))), 200));
  serve(app, node, declared.admitKeys, async (c) => {
    const { keys, passphrase } = c.req.valid('json');
    const programme = running(programmeOf(c));
    await admitKeys(
      node,
      programme,
      openRoot(node.keysFolder, node.crypto, passphrase),
      keys,
      caller(c).account.id,
    );
    return c.json(await keysOf(node, programme), 200);
  });
  serve(app, node, declared.voidKey, async (c) => {
    const { after, key, passphrase } = c.req.valid('json');
    const programme = running(programmeOf(c));
    await voidKey(
      node,
      programme,
      openRoot(node.keysFolder, node.crypto, passphrase),
      key,
      after,
      caller(c).account.id,
    );
    return c.json(await keysOf(node, programme), 200);
  });
}

/** @throws Refusal `programme.not-founded` */
export function running(programme: KnownProgramme): Programme {
  if (programme.running === undefined) throw new Refusal('programme.not-founded');
  return programme.running;
}

async function keysOf(node: Node, programme: Programme): Promise<KeyView[]> {
  const accounts = (await node.store.workspace.accounts()).map(accountOf);
  const names = new Map(
    accounts.flatMap((account) => {
      const raw = signingKeyOf(account);
      return raw === undefined ? [] : [[keyIdOf(raw, node.crypto), account.name] as const];
    }),
  );
  const views: KeyView[] = [];
  for (const { party } of programme.founding.parties) {
    const [chain] = await programme.chains(party);
    if (chain === undefined) continue;
    const isOurs = party === programme.party;
    for (const [at, root] of chain.state.roots.entries()) {
      const isLast = at === chain.state.roots.length - 1;
      views.push({
        id: root.id,
        party,
        uses: ['root'],
        state: isLast ? 'admitted' : 'void',
        from: root.since,
        here: isOurs && isLast && node.keys().root !== 'away',
      });
    }
    for (const key of chain.state.keys.values()) {
      const account = isOurs ? names.get(key.id) : undefined;
      views.push({
        id: key.id,
        party,
        uses: key.uses,
        state: key.voidAfter === undefined ? 'admitted' : 'void',
        from: key.admittedAt,
        here: isOurs && (account !== undefined || key.id === node.keys().operate.id),
        ...(account === undefined ? {} : { account }),
        ...(key.voidAfter === undefined ? {} : { voidAfter: key.voidAfter }),
      });
    }
    if (isOurs)
      for (const key of await waitingKeys(node, chain.state))
        views.push({
          id: key.id,
          party,
          uses: ['signatory'],
          state: 'waits',
          here: true,
          account: key.account,
        });
  }
  return views;
}
