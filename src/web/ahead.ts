/**
 * Answers of our node that the first screen will ask for. Most come with the page itself; the others are asked before the
 * screen's script is there: to wait for the one to ask for the other is what a slow line makes one wait for longest.
 */
const asked = new Map<string, Promise<Given | undefined>>();

export interface Given {
  readonly answer: unknown;
  /** How far the register had come at least when it was given; undefined where it is of no programme. */
  readonly register?: number | undefined;
}

/** What every request says. */
export const said = { accept: 'application/json', 'x-counterpart': '1' } as const;

/** After this the answer is old, and it is asked again. */
const freshMs = 20_000;

/** Of every answer that was asked ahead; kept when it has been taken. */
const versions = new Map<string, Promise<number | undefined>>();

/** What the page carries, by address (`src/node/http/first-page.ts`). */
let carried: Readonly<Record<string, Given>> | undefined;

export function askAhead(address: string): void {
  carried ??= JSON.parse(document.getElementById('ahead')?.textContent ?? '{}') as typeof carried;
  const come = carried?.[address];
  const given = come ? Promise.resolve(come) : ask(address).catch(() => undefined);
  asked.set(address, given);
  versions.set(
    address,
    given.then((one) => one?.register),
  );
  setTimeout(() => asked.delete(address), freshMs);
}

/** Read at once: whoever takes it waits for nothing more. */
async function ask(address: string): Promise<Given | undefined> {
  // What is of no programme has no version to tell of, and the page may have asked for it already: just like this.
  const headers = address.startsWith('/api/programmes/') ? { ...said, 'x-ahead': '1' } : undefined;
  const response = await fetch(address, { credentials: 'same-origin', ...(headers && { headers }) });
  if (!response.ok) return undefined;
  const register = response.headers.get('x-register');
  return { answer: await response.json(), register: register === null ? undefined : Number(register) };
}

/** The answer that was asked ahead, once; nothing if it was not, or is no answer: whoever needs it asks and hears why. */
export async function takeAhead(address: string): Promise<Given | undefined> {
  const given = asked.get(address);
  asked.delete(address);
  return given;
}

/** When all that was asked ahead is there, or known not to come. */
export async function allAhead(): Promise<void> {
  await Promise.all(asked.values());
}

/**
 * Whether an answer on a programme was given at another version of its register than this. They were given before anybody
 * heard of changes, so what nobody has taken yet is thrown away then.
 */
export async function isOlder(programme: string, version: number): Promise<boolean> {
  let older = false;
  for (const [address, given] of versions) {
    if (!address.startsWith(`/api/programmes/${programme}/`)) continue;
    const at = await given;
    if (at === undefined || at === version) continue;
    older = true;
    asked.delete(address);
  }
  return older;
}

/** What was asked ahead was asked for whoever was signed in then. */
export function forgetAhead(): void {
  asked.clear();
}
