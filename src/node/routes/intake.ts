import * as declared from '../../api/intake.ts';
import { isCleared } from '../handling.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { beginIntake, changeIntake, intakesOf, readIntake, removeIntake, sendIntake } from '../intake.ts';
import type { Node } from '../node.ts';

export function serveIntake(app: App, node: Node): void {
  serve(app, node, declared.listIntakes, async (c) => c.json(await intakesOf(node, programmeOf(c)), 200));
  serve(app, node, declared.beginIntake, async (c) =>
    c.json(await beginIntake(node, programmeOf(c), caller(c).account.id, c.req.valid('json')), 200),
  );
  serve(app, node, declared.readIntake, async (c) =>
    c.json(await readIntake(node, programmeOf(c), c.req.valid('param').intake), 200),
  );
  serve(app, node, declared.changeIntake, async (c) => {
    const { intake } = c.req.valid('param');
    const change = c.req.valid('json');
    return c.json(await changeIntake(node, programmeOf(c), caller(c).account.id, intake, change), 200);
  });
  serve(app, node, declared.sendIntake, async (c) => {
    const { account } = caller(c);
    const { intake } = c.req.valid('param');
    const { version } = c.req.valid('json');
    const sent = await sendIntake(node, programmeOf(c), account.id, intake, version, isCleared(account));
    return c.json(sent, 200);
  });
  serve(app, node, declared.removeIntake, async (c) => {
    await removeIntake(node, programmeOf(c), c.req.valid('param').intake);
    return c.json({ done: true as const }, 200);
  });
}
