/** Whether our node can be reached, as the last request found; while it cannot, it is asked again from time to time. */
class Connection {
  offline = $state(false);
  /** Of the oldest kept answer that is shown in place of one of the node. */
  asOf = $state('');
}
export const connection = new Connection();

/** A network that has just come back often carries nothing for a second or two; one that stays away is asked seldom. */
const [soonest, latest] = [1_000, 20_000];
let pause = soonest;
let timer: ReturnType<typeof setTimeout> | undefined;

/** A request was answered, or could not be. */
export function noteReach(isReached: boolean): void {
  if (connection.offline === !isReached) return;
  connection.offline = !isReached;
  if (isReached) {
    connection.asOf = '';
    clearTimeout(timer);
    for (const heard of listeners) heard();
  } else askSoon();
}

function askSoon(): void {
  pause = soonest;
  askLater();
}

function askLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // What nobody looks at asks when it is looked at.
    if (document.visibilityState !== 'hidden') void askNode();
  }, pause);
  pause = Math.min(2 * pause, latest);
}

/** Called when the node can be reached again. Returns what stops it. */
export function onReached(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}
const listeners = new Set<() => void>();

async function askNode(): Promise<void> {
  try {
    await fetch('/api/node', { headers: { accept: 'application/json' } });
    noteReach(true);
  } catch {
    if (connection.offline) askLater();
  }
}

/** Follows what the device says of its network. */
export function followConnection(): () => void {
  const lost = (): void => noteReach(false);
  const back = (): void => {
    pause = soonest;
    void askNode();
  };
  const shown = (): void => {
    if (document.visibilityState !== 'hidden') back();
  };
  addEventListener('offline', lost);
  addEventListener('online', back);
  document.addEventListener('visibilitychange', shown);
  return () => {
    removeEventListener('offline', lost);
    removeEventListener('online', back);
    document.removeEventListener('visibilitychange', shown);
  };
}
