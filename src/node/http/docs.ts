import { createHash } from 'node:crypto';
import { problem } from '../../api/problem.ts';
import { problems } from '../problems.ts';
import { version } from '../version.ts';
import type { App } from './serve.ts';

interface Operation {
  readonly summary?: string;
  readonly 'x-access'?: string | readonly string[];
  responses?: Record<string, unknown>;
}

/** The OpenAPI document of all routes, and a page of it that a person can read. */
export function serveDocs(app: App): void {
  app.openAPIRegistry.register('Problem', problem);
  app.get('/api/openapi.json', (c) => {
    c.set('route', 'GET /api/openapi.json');
    return c.json(documentOf(app));
  });
  app.get('/api/docs', (c) => {
    c.set('route', 'GET /api/docs');
    const style = createHash('sha256').update(css).digest('base64');
    c.header(
      'content-security-policy',
      `default-src 'none'; style-src 'sha256-${style}'; frame-ancestors 'none'; base-uri 'none'`,
    );
    return c.html(pageOf(documentOf(app)));
  });
}

function documentOf(app: App): ReturnType<App['getOpenAPI31Document']> {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Counterpart',
      version,
      description: 'The API of one party’s own node. Changing requests carry `x-counterpart: 1` and JSON.',
    },
  });
  for (const item of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(item as Record<string, Operation>)) {
      operation.responses = {
        ...operation.responses,
        default: {
          description: 'a problem',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      };
    }
  }
  return document;
}

const css =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}' +
  'td,th{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}code{white-space:nowrap}pre{overflow:auto;background:#f4f4f4;padding:.5rem}';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function pageOf(document: ReturnType<App['getOpenAPI31Document']>): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation & { requestBody?: unknown }>).map(
      ([method, operation]) => ({ method: method.toUpperCase(), path, operation }),
    ),
  );
  const rows = operations.map(({ method, operation, path }) => {
    const access = operation['x-access'];
    const who = Array.isArray(access) ? access.join(', ') : String(access ?? '');
    return `<tr><td><code>${method} ${escaped(path)}</code></td><td>${escaped(operation.summary ?? '')}</td><td>${escaped(who)}</td></tr>`;
  });
  const codes = Object.entries(problems).map(
    ([code, { kept, status, title, todo }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escaped(`${title}. ${kept} ${todo}`)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Counterpart API</title><style>${css}</style>
<h1>Counterpart API</h1><p>The API of this node; shapes are in <a href="/api/openapi.json">openapi.json</a>. Sign in by <code>POST /api/session</code>; the session is a cookie. Every changing request carries the header <code>x-counterpart: 1</code>.</p>
<h2>Routes</h2><table><tr><th>route</th><th>what it does</th><th>who may</th></tr>${rows.join('\n')}</table>
<h2>Problems</h2><table><tr><th>code</th><th>status</th><th>meaning</th></tr>${codes.join('\n')}</table></html>`;
}
