import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { Node } from '../node.ts';
import { cookieName, type Env } from './serve.ts';

/** The session's cookie: for this host alone, out of reach of scripts, never sent from another site. */
export function giveCookie(c: Context<Env>, node: Node, token: string): void {
  setCookie(c, cookieName(node), token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: isSecure(c, node),
    maxAge: node.config.sessionHours * 3600,
  });
}

export function takeCookie(c: Context<Env>, node: Node): void {
  deleteCookie(c, cookieName(node), { path: '/', secure: isSecure(c, node) });
}

/** Behind a proxy the node itself speaks HTTP; the browser's origin says what it sees. */
function isSecure(c: Context<Env>, node: Node): boolean {
  const origin = c.req.header('origin') ?? '';
  return (
    new URL(c.req.url).protocol === 'https:' ||
    (origin.startsWith('https://') && node.config.origins.includes(origin))
  );
}
