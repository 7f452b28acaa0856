import type { CallName } from '../../api/calls.ts';
import type { Role } from '../../api/route.ts';
import type { Me } from '../../api/session.ts';
import { asProblem, useKeeper } from '../client.ts';
import { soon } from '../state/idle.ts';
import { connection, noteReach, onReached } from './connection.svelte.ts';
import { type Keeping, type KeptAnswer, keeping, keptAnswer, setKeeping } from './kept-ahead.ts';
import { keysIn, writeKept } from './store.ts';

/*
 * Answers of our node that an implementer needs without it, by name: nothing else of the API is kept. Texts are kept only for
 * accounts that see no draft, so what a desk prepares never lies on a phone.
 */

const forWriters: ReadonlySet<CallName> = new Set([
  'GET /api/node',
  'GET /api/session',
  'GET /api/programmes',
  'GET /api/kinds',
  'GET /api/programmes/{programme}/field',
]);
const forImplementers: ReadonlySet<CallName> = new Set([
  'GET /api/programmes/{programme}/texts',
  'GET /api/programmes/{programme}/texts/{text}/table',
  'GET /api/programmes/{programme}/texts/{text}/table/{tag}',
  'GET /api/programmes/{programme}/reports',
]);
const draftingRoles: ReadonlySet<Role> = new Set(['desk', 'signatory', 'leader', 'auditor']);

/** How long the node is waited for where an answer is kept, in milliseconds: a network that hangs is none. */
const patience = 4_000;

/** Whose answers are kept here; empty when nobody's are. */
export const keptFor = (): string => keeping()?.account ?? '';

/**
 * From now on answers are kept for this account, if it reports; what was kept for another goes, `later` when nothing else is to
 * be done.
 */
export async function keepFor(me: Me, later = false): Promise<void> {
  const { account } = me;
  const mayReport = account.roles.some((role) => role === 'implementer' || role === 'desk');
  const drafts = account.roles.some((role) => draftingRoles.has(role));
  setKeeping(mayReport ? { account: account.id, drafts } : undefined);
  if (later) await new Promise<void>((resolve) => soon(resolve));
  await forgetKept((one) => one !== account.id || !mayReport);
  if (mayReport)
    keep({ account: account.id, address: '/api/session', at: new Date().toISOString(), answer: me });
}

/** Forgets what was kept of the node, as at a sign-out. Reports that are not sent stay where they are. */
export async function forgetAll(): Promise<void> {
  setKeeping(undefined);
  await forgetKept(() => true);
}

async function forgetKept(isGone: (account: string) => boolean): Promise<void> {
  if (!('indexedDB' in globalThis)) return;
  try {
    // The key of both begins with the account.
    const isOver = (key: IDBValidKey): boolean => {
      const of: unknown = Array.isArray(key) ? key[0] : key;
      return typeof of === 'string' && isGone(of);
    };
    const kept = (await keysIn('kept')).filter(isOver);
    const seals = (await keysIn('seals')).filter(isOver);
    await writeKept([
      ...kept.map((key) => ({ in: 'kept' as const, delete: key })),
      ...seals.map((key) => ({ in: 'seals' as const, delete: key })),
    ]);
  } catch {
    // A browser without storage has kept nothing.
  }
}

/** Forgets what is kept below an address, but for some: slices of a table that has changed since. */
export async function forgetBelow(start: string, but: ReadonlySet<string>): Promise<void> {
  const gone = (await keysIn('kept').catch(() => [])).filter((key) => {
    const address: unknown = Array.isArray(key) ? key[1] : undefined;
    return typeof address === 'string' && address.startsWith(start) && !but.has(address);
  });
  await writeKept(gone.map((key) => ({ in: 'kept' as const, delete: key }))).catch(() => {});
}

const isKept = (name: CallName, { drafts }: Keeping): boolean =>
  forWriters.has(name) || (!drafts && forImplementers.has(name));

/** The node has answered since this page was opened, whatever the device says of its network. */
let answered = false;

/** Answers that may be kept go through here: the node's own while it can be reached, else what it last said. */
export function startKeeping(): void {
  onReached(() => {
    answered = true;
  });
  useKeeper(async (name, address, ask) => {
    const now = keeping();
    if (now === undefined || !isKept(name, now)) return ask();
    // A device without a network need not wait to hear that nobody answers; whether somebody does is asked from time to time.
    if (!navigator.onLine && !answered) {
      const held = await keptAnswer(now.account, address);
      if (held) {
        noteReach(false);
        return show(held);
      }
    }
    const asked = ask().then((answer) => {
      answered = true;
      keep({ account: now.account, address, at: new Date().toISOString(), answer });
      return answer;
    });
    const late = Symbol('late');
    try {
      const wait = new Promise<typeof late>((resolve) => {
        setTimeout(() => resolve(late), navigator.onLine ? patience : 0);
      });
      const first = await Promise.race([asked, wait]);
      if (first !== late) {
        connection.asOf = '';
        return first;
      }
    } catch (error) {
      if (asProblem(error).status !== 0) throw error;
    }
    const held = await keptAnswer(now.account, address);
    if (held === undefined) return asked;
    asked.catch(() => {
      // It is away, and this is what it last said.
    });
    return show(held);
  });
}

function show({ answer, at }: KeptAnswer): unknown {
  if (connection.asOf === '' || at < connection.asOf) connection.asOf = at;
  return answer;
}

let waiting: KeptAnswer[] = [];

/** Kept when nothing else is to be done: whoever asked looks at the answer first. */
function keep(answer: KeptAnswer): void {
  waiting.push(answer);
  if (waiting.length === 1) soon(() => void keepWaiting());
}

async function keepWaiting(): Promise<void> {
  const puts = waiting
    .filter(({ account }) => account === keptFor())
    .map((put) => ({ in: 'kept' as const, put }));
  waiting = [];
  try {
    await writeKept(puts);
  } catch {
    // No room for all: what fits is kept, of the rest what was kept before stays, and the node has it.
    for (const put of puts) await writeKept([put]).catch(() => {});
  }
}
