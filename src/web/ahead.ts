/**
 * Answers of our node that the first screen will ask for, asked before its script is there: to wait for the one to ask for the
 * other is what a slow line makes one wait for longest.
 */
const asked = new Map<string, Promise<Response | undefined>>();

/** What every request says. */
export const said = { accept: 'application/json', 'x-counterpart': '1' } as const;

/** After this the answer is old, and it is asked again. */
const freshMs = 20_000;

/** How far the register had come at least when an answer was given that was asked ahead; kept when it has been taken. */
const versions = new Map<string, Promise<number | undefined>>();

export function askAhead(address: string): void {
  const headers = { ...said, 'x-ahead': '1' };
  const answer = fetch(address, { credentials: 'same-origin', headers }).then(
    (response) => (response.ok ? response : undefined),
    () => undefined,
  );
  asked.set(address, answer);
  versions.set(
    address,
    answer.then((response) => response && Number(response.headers.get('x-register'))),
  );
  setTimeout(() => asked.delete(address), freshMs);
}

/** The answer that was asked ahead, once; nothing if it was not, or is no answer: whoever needs it asks and hears why. */
export async function takeAhead(address: string): Promise<Response | undefined> {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
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
