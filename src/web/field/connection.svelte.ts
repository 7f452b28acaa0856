/** Whether our node can be reached, as the last request found; while it cannot, it is asked again from time to time. */
class Connection {
  offline = $state(false);
  /** Of the oldest kept answer that is shown in place of one of the node. */
  asOf = $state('');
}
export const connection = new Connection();

const again = 20_000;
let timer: ReturnType<typeof setInterval> | undefined;

/** A request was answered, or could not be. */
export function noteReach(isReached: boolean): void {
  if (connection.offline === !isReached) return;
  connection.offline = !isReached;
  if (isReached) {
    connection.asOf = '';
    clearInterval(timer);
    timer = undefined;
    for (const heard of listeners) heard();
  } else timer ??= setInterval(() => void askNode(), again);
}

/** Called when the node can be reached again. Returns what stops it. */
export function onReached(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}
const listeners = new Set<() => void>();

async function askNode(): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  try {
    await fetch('/api/node', { headers: { accept: 'application/json' } });
    noteReach(true);
  } catch {
    // Still away.
  }
}

/** Follows what the device says of its network. */
export function followConnection(): () => void {
  const lost = (): void => noteReach(false);
  const back = (): void => void askNode();
  addEventListener('offline', lost);
  addEventListener('online', back);
  document.addEventListener('visibilitychange', back);
  return () => {
    removeEventListener('offline', lost);
    removeEventListener('online', back);
    document.removeEventListener('visibilitychange', back);
  };
}
