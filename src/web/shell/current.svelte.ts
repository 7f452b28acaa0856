import { type Current, routeAt } from '../routes.ts';
import { router } from '../state/router.svelte.ts';

/** The screen that the address names. */
export const currentRoute = {
  get it(): Current | undefined {
    return routeAt(router.path);
  },
};
