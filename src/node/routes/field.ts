import * as declared from '../../api/field.ts';
import type { JsonObject } from '../../core/bytes/json.ts';
import { fieldPage } from '../field-page.ts';
import { stateReport } from '../field-reports.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { outboxBytesMax } from '../outbox-file.ts';
import { inspectOutbox, takeOutbox } from '../outbox-take.ts';
import { bodyBytes } from './body-bytes.ts';
import { running } from './keys.ts';

export function serveField(app: App, node: Node): void {
  serve(app, node, declared.readField, async (c) =>
    c.json(await fieldPage(node, programmeOf(c), caller(c)), 200),
  );
  serve(app, node, declared.sendReport, async (c) => {
    const given = c.req.valid('json');
    const report = { ...given, fields: given.fields as JsonObject };
    return c.json(await stateReport(node, running(programmeOf(c)), caller(c).account, report), 200);
  });
  serve(app, node, declared.inspectOutbox, async (c) => {
    const file = await bodyBytes(c.req.raw, outboxBytesMax);
    return c.json(await inspectOutbox(node, running(programmeOf(c)), caller(c).account, file), 200);
  });
  serve(app, node, declared.takeOutbox, async (c) => {
    const file = await bodyBytes(c.req.raw, outboxBytesMax);
    const send = c.req
      .valid('query')
      .send.split(',')
      .map((one): [string, number | undefined] => {
        const [id = '', version] = one.split('@');
        return [id, version === undefined ? undefined : Number(version)];
      });
    const { account } = caller(c);
    return c.json(await takeOutbox(node, running(programmeOf(c)), account, file, new Map(send)), 200);
  });
}
