import * as declared from '../../api/publication.ts';
import type { SubjectId } from '../../core/bytes/ids.ts';
import { type App, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { clear, publicationOf } from '../publication.ts';

export function servePublication(app: App, node: Node): void {
  serve(app, node, declared.readPublication, async (c) =>
    c.json(await publicationOf(programmeOf(c), c.req.valid('param').subject as SubjectId), 200),
  );
  serve(app, node, declared.clearForPublication, async (c) =>
    c.json(await clear(programmeOf(c), c.req.valid('param').subject as SubjectId, c.req.valid('json')), 200),
  );
}
