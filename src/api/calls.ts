import type { z } from '@hono/zod-openapi';
import type { routes } from './routes.ts';

/*
 * Types only, for whoever calls the API without importing a validator:
 *
 *   declare function call<Name extends CallName>(name: Name, input: Calls[Name]['input']): Promise<Calls[Name]['answer']>;
 *   await call('PUT /api/programmes/{programme}/texts/{text}/drafts', { params: {…}, body: {…} });
 *
 * The name is the method and path: what comes in braces is filled from `params`.
 */

type Route = (typeof routes)[number];
type Content<Of> = Of extends { content: { 'application/json': { schema: infer Schema } } } ? Schema : never;
type In<Schema> = Schema extends z.ZodType ? z.input<Schema> : never;
type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : never;
type Request<R> = R extends { request: infer Q } ? Q : unknown;

type Params<Q> = Q extends { params: infer P } ? { params: In<P> } : unknown;
type Query<Q> = Q extends { query: infer P } ? { query?: In<P> } : unknown;
type Body<Q> = Q extends { body: infer B }
  ? [Content<B>] extends [never]
    ? { body: Blob | Uint8Array }
    : { body: In<Content<B>> }
  : unknown;
type Answer<R> = R extends { responses: { 200: infer A } }
  ? [Content<A>] extends [never]
    ? Blob
    : Out<Content<A>>
  : never;

/** Every call by `METHOD /path/{parameter}`, with its input and its answer. A file answers as a Blob. */
export type Calls = {
  [R in Route as `${Uppercase<R['method']>} ${R['path']}`]: {
    input: Params<Request<R>> & Query<Request<R>> & Body<Request<R>>;
    answer: Answer<R>;
  };
};
export type CallName = keyof Calls;
