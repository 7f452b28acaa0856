import { randomBytes } from 'node:crypto';
import type { SubjectId } from '../core/bytes/ids.ts';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { statementsOn, subjectsOf } from '../core/register/accounts.ts';
import type { Register } from '../core/register/register.ts';
import type { Account } from './accounts.ts';
import { tidy } from './drafts.ts';
import type { Node } from './node.ts';
import { type Colleague, colleaguesOf, takingPart } from './people.ts';
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
  /** Colleagues whom a private comment calls. */
  readonly mentions?: readonly Colleague[];
  /** Of a shared comment. */
  readonly facet?: string;
  readonly version: number;
}

/** A private comment as the workspace keeps it: people by the ids of their accounts. */
interface Kept {
  readonly subject: SubjectId;
  readonly field?: string;
  readonly by: string;
  readonly at: string;
  readonly text: Readonly<Record<string, string>>;
  readonly mentions?: readonly string[];
  /** The text at which it was written. */
  readonly in?: SubjectId;
}

const collection = 'comment';

/**
 * Comments on subjects, oldest first. Whoever does not take part in drafting sees of the private ones those that it wrote
 * or that call it.
 */
export async function commentsOn(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  subjects: { readonly has: (subject: SubjectId) => boolean },
  account: string,
): Promise<readonly Comment[]> {
  const who = await colleaguesOf(node);
  const ours = (await privateComments(node, programme)).flatMap(({ id, kept, version }): Comment[] => {
    const { at, by, field, mentions = [], subject, text } = kept;
    const isFor = programme.seesPrivate || by === account || mentions.includes(account);
    if (!subjects.has(subject) || !isFor) return [];
    const writer = who(by);
    return [
      {
        id,
        subject,
        by,
        at,
        text,
        party: programme.party,
        shared: false,
        version,
        ...(field === undefined ? {} : { field }),
        ...(writer === undefined ? {} : { writer }),
        ...(mentions.length === 0 ? {} : { mentions: mentions.flatMap((one) => who(one) ?? []) }),
      },
    ];
  });
  const shared = subjectsOf(register, 'comment').flatMap((subject) =>
    subjects.has(subject) ? sharedOn(register, subject) : [],
  );
  return [...ours, ...shared].sort((one, other) => (one.at < other.at ? -1 : 1));
}

/** A private comment that calls an account, as its desk shows it. */
export interface Mention {
  readonly subject: SubjectId;
  readonly in?: SubjectId;
  readonly writer?: Colleague;
  readonly at: string;
  readonly text: Readonly<Record<string, string>>;
}

/** Private comments of others that call an account, written after a version of the workspace; the newest first. */
export async function mentionsOf(
  node: Node,
  programme: KnownProgramme,
  account: string,
  after: number,
): Promise<readonly Mention[]> {
  const who = await colleaguesOf(node);
  return (await privateComments(node, programme))
    .filter(({ kept, version }) => version > after && kept.mentions?.includes(account))
    .sort((one, other) => other.version - one.version)
    .map(({ kept: { at, by, in: text, subject, text: words } }) => {
      const writer = who(by);
      return {
        subject,
        at,
        text: words,
        ...(text === undefined ? {} : { in: text }),
        ...(writer === undefined ? {} : { writer }),
      };
    });
}

async function privateComments(
  node: Node,
  programme: KnownProgramme,
): Promise<readonly { readonly id: string; readonly kept: Kept; readonly version: number }[]> {
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  return documents.map(({ id, value, version }) => ({
    id: id.slice(programme.id.length + 1),
    kept: value as unknown as Kept,
    version,
  }));
}

/** Who of our side a comment calls by `@name`, whatever follows the name. */
function calledIn(words: string, people: readonly Account[]): readonly Account[] {
  const said = words.normalize('NFC').toLowerCase();
  return people.filter(({ name }) => {
    const call = `@${name.toLowerCase()}`;
    for (let at = said.indexOf(call); at >= 0; at = said.indexOf(call, at + 1))
      if (!/^[\p{L}\p{N}\p{M}_]/u.test(said.slice(at + call.length))) return true;
    return false;
  });
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
          ...(said.facet === undefined ? {} : { facet: said.facet }),
          ...(typeof field === 'string' ? { field } : {}),
        },
      ];
    });
  });
}

/**
 * Comments in private, or states it for the partners to read.
 *
 * @throws Refusal `request.not-found`; `request.invalid` when it is empty, or shared and calls a colleague by name
 */
export async function addComment(
  node: Node,
  programme: KnownProgramme,
  account: string,
  given: {
    readonly subject: string;
    readonly field?: string | undefined;
    readonly at?: string | undefined;
    readonly text: Readonly<Record<string, string>>;
    readonly shared: boolean;
  },
): Promise<Comment> {
  const { field, shared, subject } = given;
  if (!isSubjectId(subject)) throw new Refusal('request.not-found');
  const text = tidy({ ...given.text }) as Readonly<Record<string, string>>;
  if (!Object.values(text).some((one) => one.trim() !== ''))
    throw new Refusal('request.invalid', { errors: [{ path: 'text', message: 'empty' }] });
  const called = calledIn(Object.values(text).join('\n'), await takingPart(node, programme));
  if (shared && called.length > 0)
    throw new Refusal('request.invalid', { errors: [{ path: 'text', message: 'mention' }] });
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
      facet,
      version: head.seq,
    };
  }
  const mentions = called.map(({ id }) => id).filter((id) => id !== account);
  const outcome = await node.store.workspace.write([
    {
      op: 'putDocument',
      collection,
      id: `${programme.id}/${facet}`,
      value: {
        ...base,
        by: account,
        ...(mentions.length === 0 ? {} : { mentions }),
        ...(given.at !== undefined && isSubjectId(given.at) ? { in: given.at } : {}),
      },
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
