import { timingSafeEqual } from 'node:crypto';
import type { TypedResponse } from 'hono';
import { readAudit } from '../../api/audit.ts';
import { listKinds } from '../../api/kinds.ts';
import type { NodeInfo } from '../../api/node.ts';
import * as declared from '../../api/node.ts';
import { isPartyCode } from '../../core/bytes/ids.ts';
import { addAccount } from '../accounts.ts';
import { dayIn } from '../day.ts';
import type { Surroundings } from '../http/app.ts';
import { constantAnswer } from '../http/compress.ts';
import { giveCookie } from '../http/cookie.ts';
import { type App, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { cleanNames } from '../programmes.ts';
import { signIn } from '../sessions.ts';
import { version } from '../version.ts';
import { meOf } from './session.ts';

export function serveNode(app: App, node: Node, around: Surroundings): void {
  serve(app, node, declared.readNode, async (c) => {
    const about = node.about();
    const needsSetup = about === undefined || (await node.store.workspace.accounts()).length === 0;
    const { demo } = around;
    return c.json(
      {
        names: about?.names ?? {},
        version,
        today: dayIn(node.config.timeZone, node.now()),
        needsSetup,
        ...(about === undefined ? {} : { party: about.party }),
        ...(demo === undefined ? {} : { demo: demo as NonNullable<NodeInfo['demo']> }),
      },
      200,
    );
  });
  serve(app, node, declared.setUpNode, async (c) => {
    const { administrator, code, names, party } = c.req.valid('json');
    if ((await node.store.workspace.accounts()).length > 0) throw new Refusal('setup.done');
    if (!isSame(code, node.setupCode)) throw new Refusal('setup.code');
    if (node.about() === undefined && isPartyCode(party))
      await node.describe({ party, names: cleanNames(names) });
    await addAccount(node, { ...administrator, roles: ['administrator'] }, null);
    const signedIn = await signIn(node, { ...administrator, address: c.get('address') });
    giveCookie(c, node, signedIn.token);
    return c.json(await meOf(node, signedIn), 200);
  });
  const kinds = constantAnswer([...node.kinds.values()]);
  serve(app, node, listKinds, async (c) => (await kinds(c)) as Response & TypedResponse<never, 200, 'json'>);
  serve(app, node, readAudit, async (c) => {
    const { before, limit = 100 } = c.req.valid('query');
    const lines = await node.store.workspace.auditLines({
      limit,
      ...(before === undefined ? {} : { before }),
    });
    const names = new Map((await node.store.workspace.accounts()).map((one) => [one.id, one.name]));
    const shown = lines.map(({ action, actor, details, number, programme, time }) => ({
      number,
      time,
      action,
      details,
      ...(actor === null ? {} : { actor: names.get(actor) ?? actor }),
      ...(programme === null ? {} : { programme }),
    }));
    return c.json(shown, 200);
  });
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
