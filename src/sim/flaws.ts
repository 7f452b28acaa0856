import type { consentBar } from '../node/signing.ts';
import type { Finding, Store } from '../store/store.ts';
import { SimDisk } from './disk.ts';
import type { Random } from './random.ts';

/** Faults that may be built into a world on purpose: the simulation must find each of them. */
export interface Flaws {
  /** A party consents though the chain rule forbids it (A4). */
  readonly ignoresChainRule?: true;
  /** A party consents though the list of parties forbids it: who joins has not signed, or it is not the list in effect (A2). */
  readonly ignoresLists?: true;
  /** High-water marks are kept, but nobody compares them with the feeds (F9). */
  readonly ignoresMarks?: true;
  /** What was appended is acknowledged before it is durable (F10). */
  readonly skipsSync?: true;
}

/** Why a node does not let somebody consent. */
export type Bar = NonNullable<Awaited<ReturnType<typeof consentBar>>>;

/** What bars consent and is not heeded. */
export const ignoredBars = (flaws: Flaws = {}): readonly Bar[] => [
  ...(flaws.ignoresChainRule ? (['chain'] as const) : []),
  ...(flaws.ignoresLists ? (['joiners-first', 'parties-changed'] as const) : []),
];

/** The disk of a machine, with the flaw if there is one. */
export function makeDisk(random: Random, { skipsSync }: Flaws): SimDisk {
  return skipsSync ? new HastyDisk(random) : new SimDisk(random);
}

/** Says that bytes are durable and does nothing for it. */
class HastyDisk extends SimDisk {
  override sync(): void {
    // That is the flaw.
  }
}

/** The store that a node is given, with the flaw if there is one. */
export function flawedStore(store: Store, { ignoresMarks }: Flaws): Store {
  if (!ignoresMarks) return store;
  const isKnown = ({ code }: Finding) => code !== 'behind' && code !== 'beside';
  const careless: Partial<Store> = {
    findings: () => store.findings().filter(isKnown),
    recheck: async () => (await store.recheck()).filter(isKnown),
    raiseWatermark: (mark) => store.replaceWatermark(mark),
  };
  return new Proxy(store, {
    get: (target, name) => {
      const own: unknown = Reflect.get(careless, name);
      if (own !== undefined) return own;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
