import type { Statement, SubjectPage } from '../../api/statements.ts';
import * as declared from '../../api/statements.ts';
import { isSubjectId, type SubjectId } from '../../core/bytes/ids.ts';
import { kindName } from '../../core/kinds/catalogue.ts';
import { accountsOf, settlementsOf, statementsOn, subjectsOf } from '../../core/register/accounts.ts';
import type { Register } from '../../core/register/register.ts';
import { addComment, commentsOn, removeComment } from '../comments.ts';
import { isCleared } from '../handling.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { takingPart } from '../people.ts';
import { Refusal } from '../problem.ts';
import type { KnownProgramme } from '../programmes.ts';
import { makeStatement, retractStatement, statementJson } from '../statements.ts';
import { lineOf, titleOfLine } from '../texts.ts';
import { running } from './keys.ts';

export function serveStatements(app: App, node: Node): void {
  serve(app, node, declared.readSubject, async (c) => {
    const { subject } = c.req.valid('param');
    if (!isSubjectId(subject)) throw new Refusal('request.not-found');
    return c.json(await subjectPage(node, programmeOf(c), subject, caller(c).account.id), 200);
  });
  serve(app, node, declared.listReports, async (c) => {
    const programme = programmeOf(c);
    const register = await programme.register();
    return c.json(
      subjectsOf(register, 'report').map((subject) => reportBrief(register, subject, programme.today())),
      200,
    );
  });
  serve(app, node, declared.makeStatement, async (c) => {
    const { hash, seq } = await makeStatement(
      running(programmeOf(c)),
      c.req.valid('json'),
      isCleared(caller(c).account),
    );
    return c.json({ seq, hash }, 200);
  });
  serve(app, node, declared.retractStatement, async (c) => {
    const { hash, seq } = await retractStatement(
      running(programmeOf(c)),
      c.req.valid('json'),
      isCleared(caller(c).account),
    );
    return c.json({ seq, hash }, 200);
  });
  serve(app, node, declared.listColleagues, async (c) => {
    const people = await takingPart(node, programmeOf(c));
    return c.json(
      people.map(({ name, post }) => ({ name, post })),
      200,
    );
  });
  serve(app, node, declared.addComment, async (c) => {
    const comment = await addComment(node, programmeOf(c), caller(c).account.id, c.req.valid('json'));
    return c.json(comment, 200);
  });
  serve(app, node, declared.removeComment, async (c) => {
    await removeComment(node, programmeOf(c), caller(c).account.id, c.req.valid('param').comment);
    return c.json({ done: true as const }, 200);
  });
}

const statementOf = (view: Parameters<typeof statementJson>[0]): Statement =>
  statementJson(view) as unknown as Statement;

async function subjectPage(
  node: Node,
  programme: KnownProgramme,
  subject: SubjectId,
  account: string,
): Promise<SubjectPage> {
  const register = await programme.register();
  const kinds = facetsOn(register, subject);
  const views = kinds.map(({ facet, kind }) => accountsOf(register, subject, kind, facet));
  const line = lineOf(register, subject, programme.today());
  return {
    subject,
    kind: kindName(subject),
    ...(line === undefined
      ? {}
      : { line: { ...line, title: titleOfLine(register, line.text, subject, line.fields) } }),
    accounts: views.flatMap((view) =>
      view.sides.map((side) => ({
        party: side.party,
        kind: view.kind,
        ...(view.facet === undefined ? {} : { facet: view.facet }),
        statement: side.latest === undefined ? null : statementOf(side.latest),
        history: side.history.map(statementOf).reverse(),
        attributed: side.attributed.map(statementOf),
      })),
    ),
    comparison: views.map((view) => ({
      kind: view.kind,
      ...(view.facet === undefined ? {} : { facet: view.facet }),
      fields: view.fields.map(({ field, standing }) => ({ field, state: standing })),
    })),
    settled: settlementsOf(register, subject, programme.today()).map(
      ({ act, figures, minutes, since, wording }) => ({
        act,
        text: minutes,
        since,
        fields: { figures, ...(wording === undefined ? {} : { wording }) },
      }),
    ),
    comments: await commentsOn(node, programme, register, new Set([subject]), account),
    version: register.version,
  };
}

/** Kinds and facets of statements on a subject, other than comments, in order of first mention. */
function facetsOn(
  register: Register,
  subject: SubjectId,
): readonly { readonly kind: string; readonly facet?: string }[] {
  const found = new Map<string, { readonly kind: string; readonly facet?: string }>();
  for (const party of register.ground.parties) {
    for (const { facet, kind } of statementsOn(register, party, subject)) {
      if (kind !== 'comment')
        found.set(`${kind} ${facet ?? ''}`, facet === undefined ? { kind } : { kind, facet });
    }
  }
  return [...found.values()];
}

function reportBrief(
  register: Register,
  subject: SubjectId,
  today: string,
): {
  subject: SubjectId;
  status: Record<string, string>;
  state: 'same' | 'differs' | 'oneSide';
  settled: boolean;
} {
  const view = accountsOf(register, subject, 'report');
  const status = Object.fromEntries(
    view.sides.flatMap((side) => {
      const value = side.latest?.fields?.['status'];
      return typeof value === 'string' ? [[side.party, value] as const] : [];
    }),
  );
  const isOneSided = view.sides.filter((side) => side.latest !== undefined).length < view.sides.length;
  const state = view.differs ? 'differs' : isOneSided ? 'oneSide' : 'same';
  return { subject, status, state, settled: settlementsOf(register, subject, today).length > 0 };
}
