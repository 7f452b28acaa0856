import * as declared from '../../api/tasks.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { addTask, changeTask, removeTask, tasksFor } from '../tasks.ts';

export function serveTasks(app: App, node: Node): void {
  serve(app, node, declared.listTasks, async (c) =>
    c.json(await tasksFor(node, programmeOf(c), caller(c).account), 200),
  );
  serve(app, node, declared.addTask, async (c) =>
    c.json(await addTask(node, programmeOf(c), caller(c).account, c.req.valid('json')), 200),
  );
  serve(app, node, declared.changeTask, async (c) => {
    const { task } = c.req.valid('param');
    return c.json(await changeTask(node, programmeOf(c), caller(c).account, task, c.req.valid('json')), 200);
  });
  serve(app, node, declared.removeTask, async (c) => {
    await removeTask(node, programmeOf(c), caller(c).account, c.req.valid('param').task);
    return c.json({ done: true as const }, 200);
  });
}
