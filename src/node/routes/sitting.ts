import * as declared from '../../api/sitting.ts';
import { refOf } from '../drafts.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { endSitting, readSheet, settleField, sittingOf, takeSheet } from '../sitting.ts';

export function serveSitting(app: App, node: Node): void {
  serve(app, node, declared.readSitting, async (c) => {
    const { base, mode } = c.req.valid('query');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(await sittingOf(node, programmeOf(c), ref), 200);
  });
  serve(app, node, declared.settleField, async (c) => {
    const { base, mode, ...choice } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(await settleField(node, programmeOf(c), caller(c).account.id, ref, choice), 200);
  });
  serve(app, node, declared.endSitting, async (c) => {
    const { base, mode } = c.req.valid('query');
    return c.json(await endSitting(node, programmeOf(c), refOf(c.req.valid('param').text, base, mode)), 200);
  });
  serve(app, node, declared.inspectSheet, async (c) => {
    const { base, mode, sheet } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(await readSheet(node, programmeOf(c), ref, sheet), 200);
  });
  serve(app, node, declared.takeSheet, async (c) => {
    const { base, mode, sheet } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const prepared = await takeSheet(node, programmeOf(c), caller(c).account.id, ref, sheet);
    return c.json({ prepared }, 200);
  });
}
