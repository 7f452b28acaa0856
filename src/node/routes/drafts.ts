import { readRedline } from '../../api/redline.ts';
import * as declared from '../../api/texts.ts';
import type { SubjectId } from '../../core/bytes/ids.ts';
import { prepareAcceptance, refOf, saveDrafts, undoDrafts } from '../drafts.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { redlineBetween } from '../redline.ts';
import { decideSubmission, prepareSubmission, sendSubmission } from '../submissions.ts';
import { draftFrom } from '../texts.ts';
import { submissionShape } from './texts.ts';

export function serveDrafts(app: App, node: Node): void {
  serve(app, node, declared.saveDrafts, async (c) => {
    const { base, changes, mode } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const saved = await saveDrafts(node, programmeOf(c), caller(c).account.id, ref, changes);
    return c.json({ saved }, 200);
  });
  serve(app, node, declared.undoDrafts, async (c) => {
    const { base, field, item, mode } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json({ dropped: await undoDrafts(node, programmeOf(c), ref, { item, field }) }, 200);
  });
  serve(app, node, declared.draftFrom, async (c) => {
    const { base, from, mode } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const prepared = await draftFrom(node, programmeOf(c), caller(c).account.id, ref, from as SubjectId);
    return c.json({ prepared }, 200);
  });
  serve(app, node, declared.prepareAcceptance, async (c) => {
    const { base, mode, ...wanted } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(
      { saved: await prepareAcceptance(node, programmeOf(c), caller(c).account.id, ref, wanted) },
      200,
    );
  });
  serve(app, node, declared.prepareSubmission, async (c) => {
    const { base, mode, note } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(
      await submissionShape(
        node,
        await prepareSubmission(node, programmeOf(c), caller(c).account.id, ref, note),
      ),
      200,
    );
  });
  serve(app, node, declared.clearSubmission, async (c) => {
    const { submission } = c.req.valid('param');
    return c.json(
      await submissionShape(
        node,
        await decideSubmission(node, programmeOf(c), caller(c).account.id, submission, c.req.valid('json')),
      ),
      200,
    );
  });
  serve(app, node, declared.sendSubmission, async (c) => {
    const { submission } = c.req.valid('param');
    const sent = await sendSubmission(
      node,
      programmeOf(c),
      caller(c).account.id,
      submission,
      c.req.valid('json').version,
    );
    return c.json(
      { seq: sent.head.seq, hash: sent.head.hash, submission: await submissionShape(node, sent.submission) },
      200,
    );
  });
  serve(app, node, readRedline, async (c) => {
    const { base, from, mode, to } = c.req.valid('query');
    const ref = refOf(c.req.valid('param').text, base, mode);
    return c.json(await redlineBetween(node, programmeOf(c), ref, from, to), 200);
  });
}
