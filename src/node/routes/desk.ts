import * as declared from '../../api/desk.ts';
import { deskOf, markSeen } from '../desk.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';

export function serveDesk(app: App, node: Node): void {
  serve(app, node, declared.readDesk, async (c) =>
    c.json(await deskOf(node, programmeOf(c), caller(c)), 200),
  );
  serve(app, node, declared.markSeen, async (c) => {
    await markSeen(node, programmeOf(c), caller(c));
    return c.json({ done: true as const }, 200);
  });
}
