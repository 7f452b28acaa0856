import type { Item } from '../core/feed/build-run.ts';
import type { Head } from '../core/feed/entry.ts';
import type { Register } from '../core/register/register.ts';
import { stringOf } from './json-text.ts';

/** Decides what to say from the register as it is; called again if it must wait for the next run. */
export type Build = (register: Register) => readonly Item[] | Promise<readonly Item[]>;

/** Somebody who wants something said, and waits to hear where it stands. */
export interface Asked {
  readonly build: Build;
  readonly resolve: (head: Head) => void;
  readonly reject: (error: unknown) => void;
}

/** What goes into one run, and who has to wait for the next. */
export interface AppendGroup {
  readonly said: readonly { readonly asked: Asked; readonly items: readonly Item[] }[];
  readonly rest: readonly Asked[];
}

/** An item that shares its run with nobody else's: what it says depends on all that is known. */
const alone = 'alone';

/** What an item speaks of: two builds that speak of the same must see each other's effect. */
function aboutOf({ body, type }: Item): string {
  if (type === 'statement' || type === 'retract')
    return `said ${stringOf(body['kind'])} ${stringOf(body['subject'])} ${stringOf(body['facet'])}`;
  if (type === 'position' || type === 'withdraw' || type === 'accept')
    return `text ${stringOf(body['text'])}`;
  return alone;
}

/**
 * Takes those who ask together as far as they may share a run: one signature and one fsync serve all of them. What would
 * speak of the same thing twice waits, so that its `build` sees the other's effect. A `build` that refuses is told alone.
 *
 * @param check throws why nothing may be said now
 */
export async function groupAsked(
  asked: readonly Asked[],
  register: Register,
  check: () => void,
): Promise<AppendGroup> {
  const said: { readonly asked: Asked; readonly items: readonly Item[] }[] = [];
  const spoken = new Set<string>();
  for (const [at, one] of asked.entries()) {
    try {
      check();
      const items = await one.build(register);
      const about = items.map(aboutOf);
      const isAlone = about.includes(alone);
      if (about.some((what) => spoken.has(what)) || (said.length > 0 && isAlone))
        return { said, rest: asked.slice(at) };
      for (const what of about) spoken.add(what);
      said.push({ asked: one, items });
      if (isAlone) return { said, rest: asked.slice(at + 1) };
    } catch (error) {
      one.reject(error);
    }
  }
  return { said, rest: [] };
}
