import { createRoute, type RouteConfig } from '@hono/zod-openapi';

/** What an account may be allowed to do on its own node. */
export const roles = ['administrator', 'desk', 'signatory', 'implementer', 'leader', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Who may call a route: `anyone` without a session, any signed-in `account`, or an account with one of these roles. */
export type Access = 'anyone' | 'account' | readonly Role[];

/** Roles that take part in the work of a programme and may read what is shared in it. */
export const readers = ['desk', 'signatory', 'implementer', 'leader', 'auditor'] as const;
/** Roles that may read a programme and the state of its exchange. */
export const everyRole = roles;

/**
 * Declares a route. Its access is part of the declaration and stands in the OpenAPI document as `x-access`: the node
 * refuses to serve a route without it, so what is not allowed is denied.
 */
export function route<const Config extends RouteConfig & { 'x-access': Access }>(config: Config) {
  return createRoute<Config['path'], Config>(config);
}
