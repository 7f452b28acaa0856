import type { NodeInfo } from '../../api/node.ts';
import type { Programme } from '../../api/programmes.ts';
import type { Role } from '../../api/route.ts';
import type { Me } from '../../api/session.ts';
import { isLanguage } from '../../words/languages.ts';
import { forgetAhead } from '../ahead.ts';
import { asProblem, call, onFileAsked, onReach, onSignedOut, type Problem } from '../client.ts';
import { noteReach, onReached } from '../field/connection.svelte.ts';
import { forgetAll, keepFor, startKeeping } from '../field/kept.ts';
import { onEvent } from './events.svelte.ts';
import { homeLanguage, ownLanguage } from './home-language.ts';
import { sayWhile } from './notices.svelte.ts';
import { oursFirst } from './pick-language.ts';
import { setLanguageOrder, t, useLanguage } from './words.svelte.ts';

/** Who is signed in, on which node, with which programmes. */
class Session {
  node = $state.raw<NodeInfo>();
  me = $state.raw<Me>();
  programmes = $state.raw<readonly Programme[]>([]);
  /** The node has been asked; until then nothing is shown. */
  asked = $state(false);
  /** Ended while somebody worked: the page stays as it is below the sign-in. */
  ended = $state(false);
  problem = $state.raw<Problem>();

  get party(): string {
    return this.me?.party ?? this.node?.party ?? '';
  }

  may(...roles: readonly Role[]): boolean {
    return this.me?.account.roles.some((role) => roles.includes(role)) ?? false;
  }
}
export const session = new Session();

export async function startSession(): Promise<void> {
  onSignedOut(() => {
    if (session.me) session.ended = true;
    session.me = undefined;
  });
  onReach(noteReach);
  onFileAsked(() => sayWhile(() => t('common.makingFile')));
  startKeeping();
  // The session may have ended while the node was away.
  onReached(() => {
    if (session.me) void readProgrammes().catch(() => {});
  });
  await leaveIfAsked();
  try {
    // All at once: three ways to the node and back are what one waits for longest.
    const [node, me, programmes] = await Promise.allSettled([
      call('GET /api/node', {}),
      call('GET /api/session', {}),
      call('GET /api/programmes', {}),
    ]);
    session.node = settled(node);
    const someone = settled(me);
    void keepFor(someone, true);
    session.me = someone;
    takeProgrammes(settled(programmes));
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status !== 401) session.problem = problem;
  }
  session.asked = true;
}

/** Follows the programmes as they come and change. */
export function followProgrammes(): () => void {
  return onEvent((name) => {
    if (name === 'register' || name === 'exchange' || name === 'lock') void readProgrammes().catch(() => {});
  });
}

function settled<T>(result: PromiseSettledResult<T>): T {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}

export async function readProgrammes(): Promise<void> {
  takeProgrammes(await call('GET /api/programmes', {}));
}

function takeProgrammes(programmes: readonly Programme[]): void {
  const orders = programmes.map((one) => oursFirst(one.languages, ownLanguage(one, session.party)));
  setLanguageOrder([...new Set([homeLanguage[session.party] ?? [], ...orders].flat())]);
  // Word of an exchange comes often, and mostly of one that brought nothing: then nothing is made anew.
  if (JSON.stringify(programmes) !== JSON.stringify(session.programmes)) session.programmes = programmes;
}

export async function signIn(name: string, password: string): Promise<void> {
  await enter(await call('POST /api/session', { body: { name, password } }));
}

/** Begins to work as somebody whom the node has just let in. */
export async function enter(me: Me): Promise<void> {
  forgetAhead();
  localStorage.removeItem(leaving);
  await keepFor(me);
  session.me = me;
  session.ended = false;
  session.problem = undefined;
  if (me.language && isLanguage(me.language)) await useLanguage(me.language);
  session.node = await call('GET /api/node', {});
  await readProgrammes();
}

/** Signs out. Without a network the node hears of it at the next start; on this device it holds at once. */
export async function signOut(): Promise<void> {
  try {
    await call('DELETE /api/session', {});
  } catch (error) {
    if (asProblem(error).status !== 0) throw error;
    localStorage.setItem(leaving, '1');
  }
  await forgetAll();
  session.me = undefined;
  session.ended = false;
  session.programmes = [];
}

const leaving = 'counterpart.leaving';

async function leaveIfAsked(): Promise<void> {
  if (localStorage.getItem(leaving) === null) return;
  forgetAhead();
  try {
    await call('DELETE /api/session', {});
  } catch (error) {
    if (asProblem(error).status === 0) return;
  }
  localStorage.removeItem(leaving);
}
