import type { FieldPage } from '../../api/field.ts';
import { soon } from '../state/idle.ts';
import { session } from '../state/session.svelte.ts';
import { onReached } from './connection.svelte.ts';
import { installApp } from './install.svelte.ts';
import { noteReports, openOutbox, outbox, sendOutbox } from './outbox.svelte.ts';
import { keepSeal } from './outbox-file.ts';

/** Whether this account works in the field: then this device keeps the app, what it needs and what it writes. */
export const worksInField = (): boolean => session.may('implementer');

const everySoOften = 30_000;

/** Sends what waits whenever it may, for whoever is signed in. Returns what stops it. */
export function followOutbox(account: string): () => void {
  if (!('indexedDB' in globalThis)) return () => {};
  let stopped = false;
  if (worksInField())
    soon(() => {
      if (!stopped) void installApp();
    });
  void openOutbox(account).then(sendOutbox);
  const stop = onReached(() => void sendOutbox());
  const timer = setInterval(() => {
    if (outbox.all.some((one) => one.state === 'saved')) void sendOutbox();
  }, everySoOften);
  return () => {
    stopped = true;
    stop();
    clearInterval(timer);
    void openOutbox('');
  };
}

/** What the node said of the field is taken in: what became of reports, the seal, and the texts to have at hand. */
export async function takeField(programme: string, page: FieldPage): Promise<void> {
  await noteReports(programme, page);
  const { me } = session;
  if (!me || !('subtle' in crypto)) return;
  await keepSeal(me.account.id, page).catch(() => {
    // No room: a file can be made when there is some.
  });
}
