import { randomBytes } from 'node:crypto';
import type { Task } from '../api/tasks.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { foldName } from '../core/register/ask/fold.ts';
import type { Account } from './accounts.ts';
import { tidy } from './drafts.ts';
import type { Node } from './node.ts';
import { colleaguesOf } from './people.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';

/* What our side asks of its own agencies. It lies in the workspace: shared is only that an instruction was issued. */

const collection = 'task';

export type NewTask = Pick<Task, 'subject' | 'title' | 'agency' | 'due' | 'remind' | 'note'>;
type Changed = Omit<NewTask, 'subject'> & Pick<Task, 'done'>;
export type TaskChange = { readonly [Name in keyof Changed]?: Changed[Name] | undefined } & {
  readonly version: number;
};

/** The private tasks that an account may see: the desk and whoever decides all, an agency its own; the nearest day first. */
export async function tasksFor(
  node: Node,
  programme: KnownProgramme,
  account: Account,
): Promise<readonly Task[]> {
  const who = await colleaguesOf(node);
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  const tasks = documents.map(({ id, value, version }): Task => {
    const kept = value as unknown as Omit<Task, 'id' | 'version'>;
    const writer = who(kept.by);
    return {
      ...kept,
      id: id.slice(programme.id.length + 1),
      version,
      ...(writer === undefined ? {} : { writer }),
    };
  });
  const day = ({ due, remind }: Task): string => due ?? remind ?? '9999';
  return tasks
    .filter((task) => maySee(task, account))
    .sort((one, other) => (day(one) < day(other) ? -1 : day(one) > day(other) ? 1 : 0));
}

function maySee(task: Task, account: Account): boolean {
  if (account.roles.some((role) => role !== 'implementer' && role !== 'auditor' && role !== 'administrator'))
    return true;
  return task.by === account.id || isOfAgency(task.agency, account.agency);
}

/** Whether two ways of writing an agency's name mean the same: folded, one within the other. */
export function isOfAgency(agency: string | undefined, own: string | undefined): boolean {
  if (agency === undefined || own === undefined || own === '') return false;
  const [one, other] = [foldName(agency), foldName(own)];
  return one.includes(other) || other.includes(one);
}

export async function addTask(
  node: Node,
  programme: KnownProgramme,
  account: Account,
  given: NewTask,
): Promise<Task> {
  const id = randomBytes(6).toString('hex');
  const value = present({ ...given, done: false, by: account.id, at: node.time() });
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: 0 },
  ]);
  programme.running?.tell('workspace');
  return find(node, programme, account, id);
}

/** @throws Refusal `request.not-found`, `draft.stale` with the task as it stands in `current` */
export async function changeTask(
  node: Node,
  programme: KnownProgramme,
  account: Account,
  id: string,
  { version, ...change }: TaskChange,
): Promise<Task> {
  const { id: _, version: stands, writer: __, ...before } = await find(node, programme, account, id);
  const value = present({ ...before, ...change });
  const outcome =
    stands === version &&
    (await node.store.workspace.write([
      { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: version },
    ]));
  if (outcome === false || !outcome.ok)
    throw new Refusal('draft.stale', { current: (await find(node, programme, account, id)) as never });
  programme.running?.tell('workspace');
  return find(node, programme, account, id);
}

/** @throws Refusal `request.not-found` */
export async function removeTask(
  node: Node,
  programme: KnownProgramme,
  account: Account,
  id: string,
): Promise<void> {
  const { version } = await find(node, programme, account, id);
  await node.store.workspace.write([
    { op: 'deleteDocument', collection, id: `${programme.id}/${id}`, expected: version },
  ]);
  programme.running?.tell('workspace');
}

async function find(node: Node, programme: KnownProgramme, account: Account, id: string): Promise<Task> {
  const task = (await tasksFor(node, programme, account)).find((one) => one.id === id);
  if (task === undefined) throw new Refusal('request.not-found');
  return task;
}

const present = (fields: Readonly<Record<string, unknown>>): JsonObject =>
  tidy(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject,
  ) as JsonObject;
