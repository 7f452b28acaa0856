import * as declared from '../../api/views.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { keepView, listViews } from '../views.ts';

export function serveViews(app: App, node: Node): void {
  serve(app, node, declared.listViews, async (c) =>
    c.json(await listViews(node, programmeOf(c), caller(c).account.id), 200),
  );
  serve(app, node, declared.keepView, async (c) => {
    const { name, query } = c.req.valid('json');
    return c.json(await keepView(node, programmeOf(c), caller(c).account.id, name, query), 200);
  });
}
