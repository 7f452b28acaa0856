import { readKept } from './store.ts';

/** What is kept here of the node's answers: read before anybody asks where there is no network to ask. */

export interface KeptAnswer {
  readonly account: string;
  readonly address: string;
  readonly at: string;
  readonly answer: unknown;
}

const place = 'counterpart.kept-for';
export interface Keeping {
  readonly account: string;
  readonly drafts: boolean;
}

/** For whom answers are kept in this browser. */
export function keeping(): Keeping | undefined {
  try {
    return (JSON.parse(localStorage.getItem(place) ?? 'null') as Keeping | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function setKeeping(now: Keeping | undefined): void {
  try {
    if (now) localStorage.setItem(place, JSON.stringify(now));
    else localStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing works while it is connected.
  }
}

const read = new Map<string, Promise<KeptAnswer | undefined>>();

const readNow = async (account: string, address: string): Promise<KeptAnswer | undefined> =>
  (await readKept('kept', [account, address]).catch(() => undefined)) as KeptAnswer | undefined;

/** Begins to read what will be asked for. */
export function readAhead(addresses: readonly string[]): void {
  const now = keeping();
  if (now === undefined) return;
  for (const address of addresses) read.set(address, readNow(now.account, address));
}

/** What was last kept of an address; what was read ahead serves once. */
export async function keptAnswer(account: string, address: string): Promise<KeptAnswer | undefined> {
  const ahead = await read.get(address);
  read.delete(address);
  return ahead?.account === account ? ahead : readNow(account, address);
}
