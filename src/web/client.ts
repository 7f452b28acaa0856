import type { CallName, Calls } from '../api/calls.ts';
import type { Problem as ProblemDocument } from '../api/problem.ts';
import { said, takeAhead } from './ahead.ts';

/** The way to our own node: JSON over /api, problems as one kind of error. */

type ProblemBody = Partial<ProblemDocument>;

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.code ?? String(status));
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'web.unreachable' : `http.${status}`);
    this.body = body;
  }
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(-1, { code: 'web.fault', detail: error instanceof Error ? error.message : String(error) });

/** Called when the node says that nobody is signed in any more. */
let signedOut: (() => void) | undefined;
export function onSignedOut(heard: () => void): void {
  signedOut = heard;
}

/** Told of each request whether our node could be reached. */
let reached: (isReached: boolean) => void = () => {};
export function onReach(heard: (isReached: boolean) => void): void {
  reached = heard;
}

/** Told when a file is asked for, which the node may have to make first; what it returns is called when it is here. */
let fileAsked: () => () => void = () => () => {};
export function onFileAsked(heard: () => () => void): void {
  fileAsked = heard;
}

/** Stands between a call that reads and our node: may answer in its place what it answered before. */
export type Keeper = (name: CallName, address: string, ask: () => Promise<unknown>) => Promise<unknown>;
let keeper: Keeper | undefined;
export function useKeeper(between: Keeper): void {
  keeper = between;
}

async function send(method: string, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...init,
      headers: { ...said, ...(init.headers as Record<string, string>) },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    reached(false);
    throw new Problem(0, { code: method === 'GET' ? 'web.unreachable.reading' : 'web.unreachable' });
  }
  reached(true);
  if (response.ok) return response;
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  if (response.status === 401 && path !== '/api/session') signedOut?.();
  throw new Problem(response.status, body);
}

/** What a call takes besides its name, as the contract says. */
export type Input<Name extends CallName> = Calls[Name]['input'];
export type Answer<Name extends CallName> = Calls[Name]['answer'];

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

/** `PUT /api/x/{y}` and its parameters as an address under /api. */
export function addressOf(name: string, input: AnyInput): string {
  const path = name
    .slice(name.indexOf(' ') + 1)
    .replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {}))
    if (value !== undefined) query.set(key, value);
  const asked = query.toString();
  return asked ? `${path}?${asked}` : path;
}

/** Calls our node by a name of the contract: `call('GET /api/programmes', {})`. */
export async function call<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  signal?: AbortSignal,
): Promise<Answer<Name>> {
  const given = input as AnyInput;
  const init: RequestInit = signal ? { signal } : {};
  if (given.body instanceof Blob) {
    init.body = given.body;
    init.headers = { 'content-type': 'application/octet-stream', 'x-size': String(given.body.size) };
  } else if (given.body !== undefined) {
    init.body = JSON.stringify(given.body);
    init.headers = { 'content-type': 'application/json' };
  }
  const method = name.slice(0, name.indexOf(' '));
  const address = addressOf(name, given);
  const ask = async (): Promise<unknown> => {
    const ahead = method === 'GET' ? await takeAhead(address) : undefined;
    if (!ahead) return (await send(method, address, init)).json();
    reached(true);
    return ahead.answer;
  };
  return (await (keeper && method === 'GET' ? keeper(name, address, ask) : ask())) as Answer<Name>;
}

/** Calls for a file and hands it to the reader under its name. */
export async function download<Name extends CallName>(
  name: Name,
  input: Input<Name>,
  file: string,
): Promise<void> {
  const given = input as AnyInput;
  const init: RequestInit = {};
  if (given.body !== undefined) {
    init.body = JSON.stringify(given.body);
    init.headers = { 'content-type': 'application/json' };
  }
  const come = fileAsked();
  try {
    const response = await send(name.slice(0, name.indexOf(' ')), addressOf(name, given), init);
    const named = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    const href = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = href;
    link.download = named ?? file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  } finally {
    come();
  }
}
