/** How long whoever fails must wait, by account name and by network. Never a permanent lock. */
export interface Throttle {
  /** Seconds to wait before the next attempt; 0: go ahead. */
  wait(name: string, network: string): number;
  failed(name: string, network: string): void;
  /** The right person came in: their name and network start anew. */
  succeeded(name: string, network: string): void;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

const secondsMax = 60;
const freeOfName = 4;
const freeOfNetwork = 20;
const forgottenMs = 3_600_000;
const remembered = 20_000;

/**
 * Delays that double from the fifth failure on a name and the twenty-first from a network, up to a minute, and are
 * forgotten after an hour. A name that does not exist is counted like one that does. Kept in memory, bounded: the oldest go first.
 *
 * @param now milliseconds since 1970
 */
export function makeThrottle(now: () => number): Throttle {
  const names = new Map<string, Failures>();
  const networks = new Map<string, Failures>();
  const waitOf = (known: ReadonlyMap<string, Failures>, key: string, free: number): number => {
    const failures = known.get(key);
    if (!failures || failures.count <= free || now() - failures.last > forgottenMs) return 0;
    const delay = Math.min(secondsMax, 2 ** (failures.count - free - 1));
    return Math.max(0, Math.ceil((failures.last + delay * 1000 - now()) / 1000));
  };
  const note = (known: Map<string, Failures>, key: string): void => {
    const before = known.get(key);
    const count = before && now() - before.last <= forgottenMs ? before.count + 1 : 1;
    known.delete(key);
    known.set(key, { count, last: now() });
    if (known.size > remembered) known.delete(known.keys().next().value as string);
  };
  return {
    wait: (name, network) =>
      Math.max(waitOf(names, name, freeOfName), waitOf(networks, network, freeOfNetwork)),
    failed: (name, network) => {
      note(names, name);
      note(networks, network);
    },
    succeeded: (name, network) => {
      names.delete(name);
      networks.delete(network);
    },
  };
}

/** The network an address belongs to: /24 of IPv4, /56 of IPv6. */
export function networkOf(address: string): string {
  const v4 = /(?:^|:)(\d+\.\d+\.\d+)\.\d+$/.exec(address);
  if (v4) return v4[1] as string;
  return address.split(':').slice(0, 4).join(':').toLowerCase();
}
