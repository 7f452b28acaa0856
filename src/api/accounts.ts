import { z } from '@hono/zod-openapi';
import { roles, route } from './route.ts';
import { answers, label, line, programmeId, takes } from './schema.ts';
import { accountBrief } from './session.ts';

export const account = accountBrief
  .extend({
    version: z.int(),
    disabled: z.boolean(),
    /** Programmes this account may see; absent: all. */
    programmes: z.array(programmeId).readonly().optional(),
    /** Sees what is marked for named posts only. */
    restricted: z.boolean(),
    /** Its personal signing key: `none`, `made` (waits for the root to admit it), `admitted`. */
    signingKey: z.enum(['none', 'made', 'admitted']),
    lastSeen: z.string().optional(),
  })
  .openapi('Account');
export type Account = z.infer<typeof account>;

const newPassword = z.string().min(12).max(200);

export const listAccounts = route({
  method: 'get',
  path: '/api/accounts',
  'x-access': ['administrator'],
  summary: 'All accounts of this node',
  responses: answers(z.array(account).readonly(), 'by name'),
});

export const addAccount = route({
  method: 'post',
  path: '/api/accounts',
  'x-access': ['administrator'],
  summary: 'Add an account. A signatory gets a key, sealed under the password, that waits for the root',
  request: {
    body: takes(
      z.object({
        name: line,
        password: newPassword,
        roles: z.array(z.enum(roles)).min(1),
        post: label.partial().optional(),
        agency: line.optional(),
        programmes: z.array(programmeId).optional(),
      }),
    ),
  },
  responses: answers(account, 'added'),
});

export const changeAccount = route({
  method: 'patch',
  path: '/api/accounts/{account}',
  'x-access': ['administrator'],
  summary: 'Change roles, post, password or access. A disabled account loses its sessions at once',
  request: {
    params: z.object({ account: z.string().max(64) }),
    body: takes(
      z.object({
        version: z.int(),
        roles: z.array(z.enum(roles)).min(1).optional(),
        post: label.partial().optional(),
        agency: line.nullable().optional(),
        programmes: z.array(programmeId).nullable().optional(),
        disabled: z.boolean().optional(),
        /** May see what is marked for named posts only. */
        restricted: z.boolean().optional(),
        /** A new password; a signing key sealed under the old one is lost and a new one is made. */
        password: newPassword.optional(),
      }),
    ),
  },
  responses: answers(account, 'changed'),
});
