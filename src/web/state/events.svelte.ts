import type { NodeEvent } from '../../api/exchange.ts';
import { isOlder } from '../ahead.ts';
import { call } from '../client.ts';

/** What changes on the node, as it changes. One stream per browser and programme: the tab that holds the lock tells the others. */

export type EventName = NodeEvent['type'];
const names: readonly EventName[] = ['register', 'workspace', 'exchange', 'lock'];

type Heard = (name: EventName) => void;
const listeners = new Set<Heard>();

export function onEvent(heard: Heard): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

class Stream {
  /** False while the node cannot be heard. */
  open = $state(true);
}
export const stream = new Stream();

function tell(name: EventName): void {
  for (const heard of listeners) heard(name);
}

/** Starts to listen to a programme, last seen at this version; the returned function ends it. */
export function listen(programme: string, seen: number): () => void {
  const topic = `counterpart-events-${programme}`;
  const channel = new BroadcastChannel(topic);
  const stop = new AbortController();
  channel.addEventListener('message', (event: MessageEvent<EventName>) => tell(event.data));
  /** What came between the first look and the moment from which changes are heard, nobody told. */
  const catchUp = async (version: number): Promise<void> => {
    const older = await isOlder(programme, version);
    if (older || version !== seen) for (const name of names) tell(name);
  };
  const lead = (): Promise<void> =>
    new Promise((resolve) => {
      const source = new EventSource(`/api/programmes/${programme}/events`);
      let lost = false;
      let told = false;
      const pass = (name: EventName): void => {
        tell(name);
        channel.postMessage(name);
      };
      source.addEventListener('open', () => {
        stream.open = true;
        // What happened while nobody listened is asked for again.
        if (lost) for (const name of names) pass(name);
        lost = false;
      });
      source.addEventListener('ready', (event: MessageEvent<string>) => {
        if (!told) void catchUp((JSON.parse(event.data) as { version: number }).version);
        told = true;
      });
      source.addEventListener('error', () => {
        stream.open = false;
        lost = true;
      });
      source.addEventListener('change', (event: MessageEvent<string>) => {
        pass((JSON.parse(event.data) as NodeEvent).type);
      });
      stop.signal.addEventListener('abort', () => {
        source.close();
        resolve();
      });
    });
  // Another tab hears for this one, and hears nothing more of what came before this line.
  void navigator.locks?.query().then(async ({ held }) => {
    if (!held?.some(({ name }) => name === topic)) return;
    const listed = await call('GET /api/programmes', {}).catch(() => []);
    const version = listed.find(({ id }) => id === programme)?.version;
    if (version !== undefined) await catchUp(version);
  });
  navigator.locks?.request(topic, { signal: stop.signal }, lead).catch(() => {
    // Stopped while it waited for its turn.
  });
  // Without HTTPS, away from localhost, a browser has no locks: each tab listens for itself.
  if (!navigator.locks) void lead();
  return () => {
    stop.abort();
    channel.close();
  };
}
