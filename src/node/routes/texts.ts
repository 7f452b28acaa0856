import type { Submission as SubmissionShape, TextPage } from '../../api/texts.ts';
import * as declared from '../../api/texts.ts';
import { commentsOn } from '../comments.ts';
import { draftsOfText, refOf } from '../drafts.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { colleaguesOf } from '../people.ts';
import type { KnownProgramme } from '../programmes.ts';
import { confirmRecorded, recordedOn, recordPosition } from '../recorded.ts';
import { openSubmission, type Submission } from '../submissions.ts';
import { beginText, listTexts, readText, type TextParts } from '../texts.ts';
import { itemsIn } from '../view-index.ts';
import { running } from './keys.ts';

export function serveTexts(app: App, node: Node): void {
  serve(app, node, declared.listTexts, async (c) => c.json(await listTexts(node, programmeOf(c)), 200));
  serve(app, node, declared.beginText, async (c) => {
    const id = await beginText(node, programmeOf(c), caller(c).account.id, c.req.valid('json'));
    return c.json({ id }, 200);
  });
  serve(app, node, declared.readText, async (c) => {
    const { text } = c.req.valid('param');
    const { base, fields, mode } = c.req.valid('query');
    const page = await textPage(node, programmeOf(c), caller(c).account.id, text, base, mode);
    return c.json(fields === 'spoken' ? { ...page, view: spokenOf(page.view) } : page, 200);
  });
  serve(app, node, declared.confirmRecorded, async (c) => {
    const { base, by, mode, seq } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const head = await confirmRecorded(running(programmeOf(c)), ref, by, seq);
    return c.json({ seq: head.seq, hash: head.hash }, 200);
  });
  serve(app, node, declared.recordPosition, async (c) => {
    const { base, item, letter, mode, party, values } = c.req.valid('json');
    const ref = refOf(c.req.valid('param').text, base, mode);
    const seq = await recordPosition(node, programmeOf(c), caller(c).account.id, ref, {
      party,
      letter,
      item,
      values,
    });
    return c.json(seq === undefined ? {} : { seq }, 200);
  });
}

async function textPage(
  node: Node,
  programme: KnownProgramme,
  account: string,
  text: string,
  base: string | undefined,
  mode: 'amendment' | 'correction' | undefined,
): Promise<TextPage> {
  const parts = await readText(node, programme, text, askedRef(text, base, mode));
  const { inForce, view } = parts;
  return {
    view,
    ...(await besideView(node, programme, account, parts)),
    ...(inForce?.content === undefined
      ? {}
      : {
          inForce: {
            act: inForce.act,
            hash: inForce.contentHash,
            since: inForce.since,
            content: inForce.content,
          },
        }),
  };
}

/** The draft that an address names; undefined when it names none, so that the open one is shown. */
export const askedRef = (
  text: string,
  base: string | undefined,
  mode: 'amendment' | 'correction' | undefined,
): ReturnType<typeof refOf> | undefined =>
  base === undefined && mode === undefined ? undefined : refOf(text, base, mode);

/** What a page of a text says besides the text itself. */
export async function besideView(
  node: Node,
  programme: KnownProgramme,
  account: string,
  parts: TextParts,
): Promise<Omit<TextPage, 'view' | 'inForce'>> {
  const { register, view } = parts;
  const submission = await openSubmission(node, programme, view.draft);
  return {
    drafts: await draftsOfText(node, programme, view.draft),
    comments: await commentsOn(node, programme, register, itemsIn(view), account),
    acts: parts.acts,
    recorded: await recordedOn(node, programme, register, view.draft),
    others: parts.others,
    version: register.version,
    heads: parts.heads,
    ...(submission === undefined ? {} : { submission: await submissionShape(node, submission) }),
  };
}

/** A comparison without the fields of which nothing can be said. */
function spokenOf(view: TextPage['view']): TextPage['view'] {
  const narrow = (item: TextPage['view']['head']): TextPage['view']['head'] => ({
    ...item,
    fields: item.fields.filter(({ info, positions, state }) => {
      const isSpoken = state !== 'empty' && positions.some((one) => one.source !== 'silent');
      return isSpoken || state === 'missing' || info !== undefined;
    }),
  });
  return { ...view, head: narrow(view.head), items: view.items.map(narrow) };
}

export async function submissionShape(node: Node, submission: Submission): Promise<SubmissionShape> {
  const { drafts: _, ref, ...rest } = submission;
  const who = await colleaguesOf(node);
  const [writer, decider] = [who(submission.by), who(submission.decidedBy)];
  return {
    ...rest,
    ...ref,
    ...(writer === undefined ? {} : { writer }),
    ...(decider === undefined ? {} : { decider }),
  };
}
