import type { Programme } from '../../api/programmes.ts';
import { router } from '../state/router.svelte.ts';
import { session } from '../state/session.svelte.ts';

/** The programme one is in, else the only one there is. */
export const programmeHere = {
  get it(): Programme | undefined {
    const id = /^\/p\/([^/]+)/.exec(router.path)?.[1];
    if (id) return session.programmes.find((programme) => programme.id === id);
    return session.programmes.length === 1 ? session.programmes[0] : undefined;
  },
};
