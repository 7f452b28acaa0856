import { z } from '@hono/zod-openapi';
import { roles, route } from './route.ts';
import { answers, byLang, done, label, lang, line, partyCode, takes } from './schema.ts';

export const accountBrief = z.object({
  id: z.string(),
  name: z.string(),
  /** Post in the languages of the interface; absent where it was not given. */
  post: label.partial(),
  roles: z.array(z.enum(roles)).readonly(),
  /** Agency of ours whose activities are this account’s. */
  agency: line.optional(),
});
export type AccountBrief = z.infer<typeof accountBrief>;

/** Whoever is signed in. */
export const me = z
  .object({
    account: accountBrief,
    party: partyCode,
    names: byLang,
    /** A personal signing key is admitted: this account can sign by itself. */
    mayUseOwnKey: z.boolean(),
    /** Language of the interface that this person chose. */
    language: lang.optional(),
    /** Where this person is told that something waits. */
    mail: z.string().optional(),
    /** The administrator has set a mail server. */
    mayMail: z.boolean(),
    expires: z.string(),
  })
  .openapi('Me');
export type Me = z.infer<typeof me>;

/** Unknown names and wrong passwords cannot be told apart, by text or by time. 429 with `wait` after failures. */
export const signIn = route({
  method: 'post',
  path: '/api/session',
  'x-access': 'anyone',
  summary: 'Sign in',
  request: { body: takes(z.object({ name: z.string().max(200), password: z.string().max(200) })) },
  responses: answers(me, 'signed in; the cookie is set'),
});

export const readSession = route({
  method: 'get',
  path: '/api/session',
  'x-access': 'account',
  summary: 'Who is signed in',
  responses: answers(me, 'the account'),
});

export const signOut = route({
  method: 'delete',
  path: '/api/session',
  'x-access': 'account',
  summary: 'Sign out',
  responses: answers(done, 'the session has ended'),
});

export const changeOwn = route({
  method: 'patch',
  path: '/api/session',
  'x-access': 'account',
  summary: 'Change own language or password; the signing key is sealed again under the new password',
  request: {
    body: takes(
      z.object({
        language: lang.optional(),
        mail: z.string().max(254).nullable().optional(),
        password: z.object({ old: z.string().max(200), new: z.string().min(12).max(200) }).optional(),
      }),
    ),
  },
  responses: answers(me, 'changed'),
});
