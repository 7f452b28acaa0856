import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { isLanguage, pickLanguage } from '../../words/languages.ts';
import { accepts } from './accepts.ts';
import type { Env } from './serve.ts';

/*
 * The page that a browser opens, with the files named that the screen of its address is made of, and, for whoever is signed in,
 * with the answers that the screen will ask for. Else each would be asked for when the one before it has come and been read.
 */

/** What the build tells of the app (`vite.config.ts`). Parameters of a pattern stand in `asks` by their name. */
interface Screens {
  readonly screens: readonly {
    readonly pattern: string;
    readonly asks: readonly string[];
    /** Parameters of the query that change what it asks. */
    readonly asksBy: readonly string[];
    readonly scripts: readonly string[];
    readonly styles: readonly string[];
  }[];
  readonly words: Readonly<Record<string, readonly string[]>>;
}

interface Part {
  readonly path: RegExp;
  readonly links: string;
  readonly asks: readonly string[];
  readonly asksBy: readonly string[];
}

/** What every screen asks. */
const always = ['/api/node', '/api/session', '/api/programmes'];

/** Asks the node itself as the browser would, with the same cookie. */
export type Ask = (path: string, c: Context<Env>) => Promise<Response>;

/** Makes the page of an address; undefined for an app of which the build told nothing. */
export function firstPages(
  folder: string,
  ask: Ask,
): ((c: Context<Env>, headers: Headers) => Response | undefined) | undefined {
  const told = join(folder, '.vite/screens.json');
  if (!existsSync(told)) return undefined;
  const { screens, words } = JSON.parse(readFileSync(told, 'utf8')) as Screens;
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const [head = '', body = ''] = html.split('</head>');
  const linkTo = (attributes: string) => (file: string) =>
    head.includes(file) ? '' : `<link ${attributes} crossorigin href="/${file}">`;
  const scripts = (files: readonly string[]): string => files.map(linkTo('rel="modulepreload"')).join('');
  const parts = screens.map(
    (screen): Part => ({
      path: new RegExp(`^${screen.pattern.replace(/:(\w+)/g, '(?<$1>[^/]+)')}/?$`),
      links: screen.styles.map(linkTo('rel="stylesheet"')).join('') + scripts(screen.scripts),
      asks: screen.asks,
      asksBy: screen.asksBy,
    }),
  );
  const wordLinks = new Map(Object.entries(words).map(([language, files]) => [language, scripts(files)]));
  return (c, headers) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const found = parts.map((part) => ({ part, match: part.path.exec(pathname) })).find(({ match }) => match);
    if (!found?.match) return undefined;
    const given = found.match.groups ?? {};
    const cookie = c.req.header('cookie');
    // What is the same for everybody a browser may have kept: it asks for it itself, before any script says so.
    const shared = cookie === undefined ? [] : found.part.asks.filter((one) => !one.includes('/:'));
    const links = found.part.links + shared.map(linkToAnswer).join('') + (wordLinks.get(languageOf(c)) ?? '');
    const first = `${head}${links}</head>`;
    headers.delete('etag');
    headers.set('cache-control', 'no-store');
    headers.append('vary', 'cookie, accept-language, sec-fetch-mode');
    // What an address adds may change what is asked: then the app asks by itself.
    const isUsual = !found.part.asksBy.some((name) => searchParams.has(name));
    const own = isUsual ? found.part.asks.filter((one) => one.includes('/:')) : [];
    const asks = own.map((one) => one.replace(/:(\w+)/g, (_, name: string) => given[name] ?? ''));
    const answers = cookie === undefined ? Promise.resolve('') : answersTo([...always, ...asks], ask, c);
    return send(
      c,
      headers,
      first,
      answers.then((block) => body.replace('</body>', `${block}</body>`)),
    );
  };
}

const linkToAnswer = (address: string): string =>
  `<link rel="preload" as="fetch" crossorigin href="${address}">`;

const languageOf = (c: Context<Env>): string => {
  const kept = /(?:^|; )counterpart-language=(\w+)/.exec(c.req.header('cookie') ?? '')?.[1] ?? '';
  return isLanguage(kept) ? kept : pickLanguage(c.req.header('accept-language') ?? '', 'en');
};

/** The answers as data that a browser does not run, by address, each with the version of the register that it was given at. */
async function answersTo(addresses: readonly string[], ask: Ask, c: Context<Env>): Promise<string> {
  const told = await Promise.all(
    addresses.map(async (address) => {
      const response = await ask(address, c).catch(() => undefined);
      if (!response?.ok) return [];
      const register = response.headers.get('x-register');
      const version = register === null ? '' : `"register":${Number(register)},`;
      return [`${JSON.stringify(address)}:{${version}"answer":${await response.text()}}`];
    }),
  );
  // Nobody is signed in: the app asks, and hears it.
  if (told[always.indexOf('/api/session')]?.length !== 1) return '';
  const text = `{${told.flat().join(',')}}`.replaceAll('<', '\\u003c');
  return `<script type="application/json" id="ahead">${text}</script>`;
}

/** The head at once, so that its files are asked for while the answers are made. */
function send(c: Context<Env>, headers: Headers, head: string, body: Promise<string>): Response {
  const isPacked = accepts(c.req.header('accept-encoding'), 'gzip');
  if (isPacked) headers.set('content-encoding', 'gzip');
  headers.delete('content-length');
  if (!isPacked)
    return new Response(Readable.toWeb(Readable.from(inTurn(head, body))) as ReadableStream, { headers });
  const packed = createGzip({ level: constants.Z_BEST_SPEED });
  packed.write(head);
  packed.flush(constants.Z_SYNC_FLUSH);
  body.then(
    (rest) => packed.end(rest),
    (error: unknown) => packed.destroy(error instanceof Error ? error : undefined),
  );
  return new Response(Readable.toWeb(packed) as ReadableStream, { headers });
}

async function* inTurn(head: string, body: Promise<string>): AsyncGenerator<string> {
  yield head;
  yield await body;
}
