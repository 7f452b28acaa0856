import { randomBytes } from 'node:crypto';
import type { SubjectId } from '../core/bytes/ids.ts';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { statementsOn, subjectsOf } from '../core/register/accounts.ts';
import type { Register } from '../core/register/register.ts';
import { tidy } from './drafts.ts';
import type { Node } from './node.ts';
import { type Colleague, colleaguesOf } from './people.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { makeStatement } from './statements.ts';

/** A comment: private in the workspace, or shared as a statement. */
export interface Comment {
  readonly id: string;
  readonly subject: SubjectId;
  readonly field?: string;
  readonly party: string;
  /** Account, when it is private. */
  readonly by?: string;
  readonly writer?: Colleague;
  readonly at: string;
  readonly text: Readonly<Record<string, string>>;
  readonly shared: boolean;
  readonly version: number;
}

const collection = 'comment';

/** Comments on subjects, private ones first, oldest first. */
export async function commentsOn(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  subjects: ReadonlySet<string>,
): Promise<readonly Comment[]> {
  const documents = programme.seesPrivate
    ? await node.store.workspace.documents(collection, { prefix: `${programme.id}/` })
    : [];
  const who = await colleaguesOf(node);
  const ours = documents.flatMap(({ id, value, version }): Comment[] => {
    const kept = value as unknown as Omit<Comment, 'id' | 'version' | 'party' | 'shared'>;
    if (!subjects.has(kept.subject)) return [];
    const writer = who(kept.by);
    const comment = {
      ...kept,
      id: id.slice(programme.id.length + 1),
      party: programme.party,
      shared: false,
      version,
    };
    return [writer === undefined ? comment : { ...comment, writer }];
  });
  const shared = subjectsOf(register, 'comment').flatMap((subject) =>
    subjects.has(subject) ? sharedOn(register, subject) : [],
  );
  return [...ours, ...shared].sort((one, other) => (one.at < other.at ? -1 : 1));
}

function sharedOn(register: Register, subject: SubjectId): readonly Comment[] {
  return register.ground.parties.flatMap((party) => {
    const seen = new Set<string | undefined>();
    return statementsOn(register, party, subject).flatMap((said): Comment[] => {
      if (said.kind !== 'comment' || seen.has(said.facet)) return [];
      seen.add(said.facet);
      const wording = said.fields?.['wording'];
      const field = said.fields?.['field'];
      if (!isObject(wording) || !said.hasEffect) return [];
      const text = wording as Readonly<Record<string, string>>;
      return [
        {
          id: `${party}.${said.seq}`,
          subject,
          party,
          at: said.time,
          text,
          shared: true,
          version: said.seq,
          ...(typeof field === 'string' ? { field } : {}),
        },
      ];
    });
  });
}

/** Comments in private, or states it for the partners to read. */
export async function addComment(
  node: Node,
  programme: KnownProgramme,
  account: string,
  given: {
    readonly subject: string;
    readonly field?: string | undefined;
    readonly text: Readonly<Record<string, string>>;
    readonly shared: boolean;
  },
): Promise<Comment> {
  const { field, shared, subject } = given;
  if (!isSubjectId(subject)) throw new Refusal('request.not-found');
  const text = tidy({ ...given.text }) as Readonly<Record<string, string>>;
  if (!Object.values(text).some((one) => one.trim() !== ''))
    throw new Refusal('request.invalid', { errors: [{ path: 'text', message: 'empty' }] });
  const facet = randomBytes(6).toString('hex');
  const base = { subject, at: node.time(), text, ...(field === undefined ? {} : { field }) };
  if (shared) {
    if (programme.running === undefined) throw new Refusal('programme.not-founded');
    const fields: JsonObject = { wording: text, ...(field === undefined ? {} : { field }) };
    const head = await makeStatement(programme.running, {
      kind: 'comment',
      subject,
      facet,
      fields,
      version: 0,
    });
    return {
      ...base,
      id: `${programme.party}.${head.seq}`,
      party: programme.party,
      shared,
      version: head.seq,
    };
  }
  const outcome = await node.store.workspace.write([
    {
      op: 'putDocument',
      collection,
      id: `${programme.id}/${facet}`,
      value: { ...base, by: account },
      expected: 0,
    },
  ]);
  programme.running?.tell('workspace');
  return {
    ...base,
    id: facet,
    by: account,
    party: programme.party,
    shared,
    version: outcome.ok ? outcome.version : 0,
  };
}

/** Removes one's own private comment. @throws Refusal `request.not-found` */
export async function removeComment(
  node: Node,
  programme: KnownProgramme,
  account: string,
  id: string,
): Promise<void> {
  const key = `${programme.id}/${id}`;
  const document = await node.store.workspace.document(collection, key).catch(() => null);
  if (document === null || !isObject(document.value) || document.value['by'] !== account)
    throw new Refusal('request.not-found');
  await node.store.workspace.write([
    { op: 'deleteDocument', collection, id: key, expected: document.version },
  ]);
  programme.running?.tell('workspace');
}
