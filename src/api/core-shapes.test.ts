import type { z } from '@hono/zod-openapi';
import { OpenAPIHono } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import type { Act, ActView } from '../core/text/act.ts';
import type { Content, TextView } from '../core/text/view.ts';
import type { act, actView } from './acts.ts';
import type { Calls } from './calls.ts';
import { type content, textView } from './positions.ts';
import { routes } from './routes.ts';

/** What core answers can be sent as it is: a compile error here means that a shape has moved. */
type Sends<Core, Schema extends z.ZodType> = Core extends z.input<Schema> ? true : never;
const sent: readonly true[] = [
  true satisfies Sends<TextView, typeof textView>,
  true satisfies Sends<Content, typeof content>,
  true satisfies Sends<ActView, typeof actView>,
  true satisfies Sends<Act, typeof act>,
];
const body: Calls['PUT /api/programmes/{programme}/texts/{text}/drafts']['input']['body'] = {
  changes: [{ item: 'visit.a', field: 'venue', value: 'Hanoi', version: 0 }],
};
const answer = (saved: Calls['PUT /api/programmes/{programme}/texts/{text}/drafts']['answer']): number =>
  saved.saved.length;

test('shapes that mirror core have every field of it', () => {
  expect(sent.length).toBe(4);
  expect(body.changes.length).toBe(1);
  expect(answer({ saved: [] })).toBe(0);
  const keys = (of: { shape: object }) => Object.keys(of.shape).sort();
  expect(keys(textView)).toEqual(['closed', 'counts', 'draft', 'head', 'items', 'kind', 'ready']);
});

test('every route is in the OpenAPI document, with its access', () => {
  const app = new OpenAPIHono();
  for (const route of routes) app.openAPIRegistry.registerPath(route);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Counterpart', version: '1' },
  });
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Record<string, unknown>>).map(([method, operation]) => ({
      name: `${method} ${path}`,
      access: operation['x-access'],
    })),
  );
  expect(operations.map((one) => one.name).sort()).toEqual(
    routes.map((one) => `${one.method} ${one.path}`).sort(),
  );
  expect(operations.filter((one) => one.access === undefined)).toEqual([]);
});

test('no two routes of one method can match one address', () => {
  const patterns = routes.map((one) => `${one.method} ${one.path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(new Set(patterns).size).toBe(patterns.length);
});
