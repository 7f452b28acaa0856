/**
 * Answers of our node that the first screen will ask for, asked before its script is there: to wait for the one to ask for the
 * other is what a slow line makes one wait for longest.
 */
const asked = new Map<string, Promise<Response | undefined>>();

/** What every request says. */
export const said = { accept: 'application/json', 'x-counterpart': '1' } as const;

/** After this the answer is old, and it is asked again. */
const freshMs = 20_000;

export function askAhead(address: string): void {
  const answer = fetch(address, { credentials: 'same-origin', headers: said }).then(
    (response) => (response.ok ? response : undefined),
    () => undefined,
  );
  asked.set(address, answer);
  setTimeout(() => asked.delete(address), freshMs);
}

/** The answer that was asked ahead, once; nothing if it was not, or is no answer: whoever needs it asks and hears why. */
export async function takeAhead(address: string): Promise<Response | undefined> {
  const answer = asked.get(address);
  asked.delete(address);
  return answer;
}

/** What was asked ahead was asked for whoever was signed in then. */
export function forgetAhead(): void {
  asked.clear();
}
