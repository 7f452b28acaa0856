import type { OpenAPIHono, RouteConfig, RouteHandler } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Access, Role } from '../../api/route.ts';
import { isHash } from '../../core/bytes/ids.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { findProgramme, type KnownProgramme, programmeFor } from '../programmes.ts';
import { type SignedIn, sessionOf } from '../sessions.ts';

/** What a request carries besides what it says. */
export interface Env {
  Variables: {
    /** Number of the request in the log. */
    request: number;
    route: string;
    address: string;
    signedIn: SignedIn | undefined;
    programme: KnownProgramme | undefined;
  };
}

export type App = OpenAPIHono<Env>;
type Declared = RouteConfig & { 'x-access': Access; getRoutingPath(): string };

/**
 * Serves a declared route. Who may call it is asked before anything of the request is read, in this order: is there a
 * session, has it a role that the declaration names, may it see the programme. A route can be served in no other way.
 */
export function serve<Route extends Declared>(
  app: App,
  node: Node,
  route: Route,
  handler: RouteHandler<Route, Env>,
): void {
  app.on(route.method.toUpperCase(), [route.getRoutingPath()], guard(node, route));
  app.openapi(route, handler);
}

function guard(node: Node, route: Declared): MiddlewareHandler<Env> {
  const access = route['x-access'];
  const inProgramme = route.path.includes('{programme}');
  return async (c, next) => {
    c.set('route', `${route.method.toUpperCase()} ${route.path}`);
    if (access !== 'anyone') {
      const signedIn = await sessionOf(node, getCookie(c, cookieName(node)));
      if (signedIn === undefined) throw new Refusal('session.none');
      c.set('signedIn', signedIn);
      if (access !== 'account' && !mayCall(access, signedIn.account.roles))
        throw new Refusal('access.denied');
      if (inProgramme) {
        const programme = await visibleProgramme(node, c.req.param('programme') ?? '', signedIn);
        c.set('programme', programme);
        // Whoever asks ahead of the stream of changes must know how old its answer may be.
        if (c.req.header('x-ahead') !== undefined)
          c.header('x-register', String((await programme.register()).version));
      }
    }
    return next();
  };
}

const mayCall = (access: readonly Role[], roles: readonly Role[]): boolean =>
  access.some((role) => roles.includes(role));

/** Hidden equals absent. */
async function visibleProgramme(node: Node, id: string, { account }: SignedIn): Promise<KnownProgramme> {
  const programme = isHash(id) ? await findProgramme(node, id) : undefined;
  const isVisible =
    programme !== undefined &&
    (account.programmes === undefined || account.programmes.includes(programme.id));
  if (!isVisible) throw new Refusal('request.not-found');
  return programmeFor(account, programme);
}

/** Cookies ignore ports: two nodes at one host need two names. */
export function cookieName(node: Node): string {
  return `counterpart-${node.about()?.party.toLowerCase() ?? 'new'}`;
}

/** Whoever is signed in; routes that anybody may call have nobody. */
export function caller(c: Context<Env>): SignedIn {
  const signedIn = c.get('signedIn');
  if (signedIn === undefined) throw new Refusal('session.none');
  return signedIn;
}

/** The programme of the address. */
export function programmeOf(c: Context<Env>): KnownProgramme {
  const programme = c.get('programme');
  if (programme === undefined) throw new Refusal('request.not-found');
  return programme;
}
