import { type Route, routes } from '../routes.ts';
import { matchPath, type Params } from '../state/match.ts';
import { router } from '../state/router.svelte.ts';

export interface Current {
  readonly route: Route;
  readonly params: Params;
}

/** The screen that the address names. */
export const currentRoute = {
  get it(): Current | undefined {
    for (const route of routes) {
      const params = matchPath(route.pattern, router.path);
      if (params) return { route, params };
    }
    return undefined;
  },
};
