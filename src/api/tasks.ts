import { z } from '@hono/zod-openapi';
import { route } from './route.ts';
import { answers, day, done, inProgramme, line, prose, subjectId, takes, time } from './schema.ts';
import { colleague } from './texts.ts';

/** What one side asks of its own agencies: private, in the workspace, never in a feed. */
export const task = z
  .object({
    id: z.string(),
    /** The activity that it serves. */
    subject: subjectId,
    title: line,
    /** Agency of ours that is to do it. */
    agency: line.optional(),
    due: day.optional(),
    /** Day from which the desk is reminded of it. */
    remind: day.optional(),
    note: prose.optional(),
    done: z.boolean(),
    by: z.string(),
    writer: colleague.optional(),
    at: time,
    version: z.int(),
  })
  .openapi('Task');
export type Task = z.infer<typeof task>;

const writers = ['desk', 'implementer'] as const;
const inTask = inProgramme.extend({ task: z.string().max(64) });

export const listTasks = route({
  method: 'get',
  path: '/api/programmes/{programme}/tasks',
  'x-access': ['desk', 'implementer', 'leader', 'signatory'],
  summary: 'Private tasks: all of them for the desk, for others those of their agency and their own',
  request: { params: inProgramme },
  responses: answers(z.array(task).readonly(), 'the nearest day first'),
});

export const addTask = route({
  method: 'post',
  path: '/api/programmes/{programme}/tasks',
  'x-access': writers,
  summary: 'Keep a private task or reminder; nothing of it is shared',
  request: {
    params: inProgramme,
    body: takes(task.pick({ subject: true, title: true, agency: true, due: true, remind: true, note: true })),
  },
  responses: answers(task, 'kept'),
});

/** 409 `draft.stale` when a colleague changed it meanwhile. */
export const changeTask = route({
  method: 'patch',
  path: '/api/programmes/{programme}/tasks/{task}',
  'x-access': writers,
  summary: 'Mark it done, or change it',
  request: {
    params: inTask,
    body: takes(
      task
        .pick({ title: true, agency: true, due: true, remind: true, note: true, done: true })
        .partial()
        .extend({ version: z.int() }),
    ),
  },
  responses: answers(task, 'changed'),
});

export const removeTask = route({
  method: 'delete',
  path: '/api/programmes/{programme}/tasks/{task}',
  'x-access': writers,
  summary: 'Remove a private task',
  request: { params: inTask },
  responses: answers(done, 'removed'),
});
